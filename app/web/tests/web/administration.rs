//! Accounts as an administrator looks after them.

use axum::http::StatusCode;
use model::Access;

use crate::database::{Engine, on_each_engine};
use crate::site::{Answer, Browser, PASSWORD, Site};

on_each_engine! {
    nobody_but_an_administrator_gets_to_the_accounts,
    an_administrator_gets_to_no_persons_record,
    accounts_are_found_by_sign_in_name_and_by_the_name_of_whose_they_are,
    people_are_invited_by_addresses_that_are_shown_once_and_work,
    a_form_with_nobody_in_it_comes_back_with_what_is_wrong,
    access_is_given_with_its_days_and_ended,
    all_that_is_wrong_with_an_access_is_said_at_once,
    nobody_gives_access_to_themselves,
    an_account_is_closed_with_a_reason_and_opened_again,
    a_deputy_is_named_and_ended,
}

async fn boss(site: &Site) -> Browser<'_> {
    site.signed_in("boss", &[(Access::Administrator, None)]).await
}

/// The page of the account that a search finds first.
async fn page_of(browser: &mut Browser<'_>, search: &str) -> String {
    let list = browser.get(&format!("/admin/accounts?q={search}")).await;
    let (_, rest) = list.text.split_once(r#"<th scope="row"><a href=""#).unwrap();
    rest.split_once('"').unwrap().0.to_owned()
}

fn has(answer: &Answer, text: &str) {
    assert!(answer.text.contains(text), "{text} is missing: {}", answer.text);
}

async fn nobody_but_an_administrator_gets_to_the_accounts(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let mut by_others = [
        site.signed_in("1002", &[]).await,
        site.signed_in("lead", &[(Access::HrLead, None)]).await,
        site.signed_in("auditor", &[(Access::Auditor, None)]).await,
    ];
    let paths = ["/admin/accounts", "/admin/accounts/invite", "/admin/company", "/admin/deputies?manager=1001"];
    for browser in &mut by_others {
        for path in paths {
            let answer = browser.get(path).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path}");
            has(&answer, "an administrator");
        }
        assert_eq!(browser.post("/admin/accounts/invite", &[("who", "1003")]).await.status, StatusCode::FORBIDDEN);
        let set = [("time_zone", "Asia/Kolkata")];
        assert_eq!(browser.post("/admin/company", &set).await.status, StatusCode::FORBIDDEN);
    }
    for path in paths {
        assert_eq!(site.browser().get(path).await.status, StatusCode::SEE_OTHER, "{path}");
    }
}

async fn an_administrator_gets_to_no_persons_record(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let mut browser = boss(&site).await;
    for path in ["/people/1002", "/people/1002/tracks/team-lead"] {
        assert_eq!(browser.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

async fn accounts_are_found_by_sign_in_name_and_by_the_name_of_whose_they_are(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    for name in ["1002", "1003", "1004"] {
        site.account(name, &[]).await;
    }
    let mut browser = boss(&site).await;
    let all = browser.get("/admin/accounts").await;
    for name in ["1002", "1003", "1004", "boss"] {
        has(&all, &format!("<td>{name}</td>"));
    }
    let by_number = browser.get("/admin/accounts?q=1003").await;
    has(&by_number, "<td>1003</td>");
    assert!(!by_number.text.contains("<td>1002</td>"));
    let (_, rest) = by_number.text.split_once(r#"<th scope="row"><a href=""#).unwrap();
    let (_, rest) = rest.split_once('>').unwrap();
    let name = rest.split_once('<').unwrap().0.to_uppercase();
    let by_name = browser.get(&format!("/admin/accounts?q={}", name.replace(' ', "%20"))).await;
    has(&by_name, "<td>1003</td>");
    assert!(!by_name.text.contains("<td>1002</td>"));
    let nobody = browser.get("/admin/accounts?q=zzz").await;
    has(&nobody, "No account begins like that");
}

async fn people_are_invited_by_addresses_that_are_shown_once_and_work(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let mut browser = boss(&site).await;
    let made = browser.post("/admin/accounts/invite", &[("who", "1002\r\nana@example.org\r\n9999\r\n")]).await;
    assert_eq!(made.status, StatusCode::OK);
    has(&made, "2 addresses are made");
    has(&made, "There is nobody of this number");
    let addresses: Vec<&str> =
        made.text.split(r#"<code class="address">"#).skip(1).map(|rest| rest.split_once('<').unwrap().0).collect();
    assert_eq!(addresses.len(), 2);
    let mut invited = site.browser();
    let fields = [("new_password", PASSWORD), ("again_password", PASSWORD)];
    assert_eq!(invited.post(addresses[0], &fields).await.status, StatusCode::SEE_OTHER);
    assert_eq!(invited.get("/account").await.status, StatusCode::OK);
    let page = page_of(&mut browser, "ana@").await;
    let shown = browser.get(&page).await;
    has(&shown, "invited");
    let token = addresses[1].rsplit('/').next().unwrap();
    assert!(!shown.text.contains(token), "it is shown once");
    let again = browser.post(&format!("{page}/address"), &[]).await;
    has(&again, "1 address is made");
    assert_eq!(site.browser().get(addresses[1]).await.status, StatusCode::GONE, "the newer one counts");
}

async fn a_form_with_nobody_in_it_comes_back_with_what_is_wrong(engine: Engine) {
    let site = Site::empty(engine).await;
    let mut browser = boss(&site).await;
    let empty = browser.post("/admin/accounts/invite", &[("who", " \r\n")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    has(&empty, "Enter somebody to invite");
    let unreadable = browser.post("/admin/accounts/invite", &[("who", "1002\r\none two three")]).await;
    assert_eq!(unreadable.status, StatusCode::UNPROCESSABLE_ENTITY);
    has(&unreadable, "one two three</textarea>");
}

async fn access_is_given_with_its_days_and_ended(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let mut owner = site.signed_in("1002", &[]).await;
    let mut browser = boss(&site).await;
    let page = page_of(&mut browser, "1002").await;
    let fields = [("access", "hr_partner"), ("site", "Pune"), ("from_on", "22 Nov 2026"), ("until_on", "28 Feb 2027")];
    let given = browser.post(&format!("{page}/access"), &fields).await;
    assert_eq!((given.status, given.location()), (StatusCode::SEE_OTHER, page.as_str()));
    let shown = browser.get(&page).await;
    for text in ["Access is given", "HR partner for Pune", "22 Nov 2026", "28 Feb 2027"] {
        has(&shown, text);
    }
    assert_eq!(owner.get("/").await.status, StatusCode::SEE_OTHER, "who has other rights signs in anew");
    let (_, rest) = shown.text.split_once(&format!(r#"<a href="{page}/access/"#)).unwrap();
    let end = format!("{page}/access/{}", rest.split_once('"').unwrap().0);
    has(&browser.get(&end).await, "End access: HR partner for Pune");
    let later = browser.post(&end, &[("until_on", "1 Mar 2027")]).await;
    assert_eq!(later.status, StatusCode::UNPROCESSABLE_ENTITY);
    has(&later, "It ends by then already");
    let ended = browser.post(&end, &[("until_on", "")]).await;
    assert_eq!(ended.location(), page);
    let shown = browser.get(&page).await;
    has(&shown, "Access is ended");
    has(&shown, "21 Nov 2026");
    assert!(!shown.text.contains("/access/"), "there is nothing left to end");
}

async fn all_that_is_wrong_with_an_access_is_said_at_once(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    site.account("1002", &[]).await;
    let mut browser = boss(&site).await;
    let page = page_of(&mut browser, "1002").await;
    let fields = [("access", "hr_partner"), ("site", ""), ("from_on", "3/4/2027"), ("until_on", "31 Feb 2027")];
    let wrong = browser.post(&format!("{page}/access"), &fields).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    for text in [
        r##"href="#site""##,
        r##"href="#from_on""##,
        r##"href="#until_on""##,
        "31 Feb 2027 is no day",
        r#"value="31 Feb 2027""#,
        r#"value="hr_partner" checked"#,
    ] {
        has(&wrong, text);
    }
    let backwards = [("access", "auditor"), ("from_on", "2027-03-01"), ("until_on", "2027-02-28")];
    has(&browser.post(&format!("{page}/access"), &backwards).await, "The last day is before the first");
}

async fn nobody_gives_access_to_themselves(engine: Engine) {
    let site = Site::empty(engine).await;
    let mut browser = boss(&site).await;
    let page = page_of(&mut browser, "boss").await;
    has(&browser.get(&page).await, "another administrator does");
    let given = browser.post(&format!("{page}/access"), &[("access", "hr_lead")]).await;
    assert_eq!(given.status, StatusCode::FORBIDDEN);
}

async fn an_account_is_closed_with_a_reason_and_opened_again(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let mut owner = site.signed_in("1002", &[]).await;
    let mut browser = boss(&site).await;
    let page = page_of(&mut browser, "1002").await;
    let close = format!("{page}/close");
    assert_eq!(browser.get(&close).await.status, StatusCode::OK);
    assert_eq!(owner.get("/").await.status, StatusCode::OK, "to look at the question does nothing");
    assert_eq!(browser.post(&close, &[("reason", " ")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(browser.post(&close, &[("reason", "lost device")]).await.location(), page);
    has(&browser.get(&page).await, "The account is closed");
    assert_eq!(owner.get("/").await.status, StatusCode::SEE_OTHER);
    assert_eq!(browser.post(&close, &[("reason", "again")]).await.status, StatusCode::CONFLICT);
    let reset = browser.post(&format!("{page}/reset"), &[]).await;
    has(&reset, "/invitations/");
    let old = site.browser().post("/sign-in", &[("name", "1002"), ("password", PASSWORD)]).await;
    assert_eq!(old.status, StatusCode::UNPROCESSABLE_ENTITY, "the old password is forgotten");
}

async fn a_deputy_is_named_and_ended(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let mut browser = boss(&site).await;
    let empty = browser.post("/admin/deputies", &[("manager", "1001"), ("deputy", "9999"), ("until_on", "x")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    let days = [("from_on", ""), ("until_on", "1 Dec 2026")];
    let stranger = [&[("manager", "1002"), ("deputy", "9999")][..], &days].concat();
    let stranger = browser.post("/admin/deputies", &stranger).await;
    has(&stranger, r##"href="#deputy""##);
    let named = [&[("manager", "1002"), ("deputy", "1003")][..], &days].concat();
    let named = browser.post("/admin/deputies", &named).await;
    assert_eq!((named.status, named.location()), (StatusCode::SEE_OTHER, "/admin/deputies?manager=1002"));
    let shown = browser.get(named.location()).await;
    has(&shown, "The deputy is named");
    has(&shown, "1 Dec 2026");
    let ended = browser.post("/admin/deputies/end", &[("manager", "1002"), ("deputy", "1003")]).await;
    let shown = browser.get(ended.location()).await;
    has(&shown, "The deputy is no longer one");
    has(&shown, "21 Nov 2026");
}
