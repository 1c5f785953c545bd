//! One's own account, and one-time addresses.

use axum::http::StatusCode;
use model::Access;
use operations::{NewAccount, NewGrant, Password, add_account, disable_account, first_administrator, give_access};

use crate::database::{Engine, on_each_engine, system_on};
use crate::site::{Browser, PASSWORD, Site, TODAY};

on_each_engine! {
    the_first_administrator_goes_from_the_one_time_address_to_the_first_sign_in,
    a_one_time_address_opens_once_and_says_so_afterwards,
    every_fault_of_a_new_password_is_said_at_once_at_its_field,
    who_signs_in_with_a_password_that_somebody_gave_does_nothing_before_choosing_another,
    who_changes_the_password_goes_on_with_a_new_session_and_is_signed_out_elsewhere,
    somebody_else_is_slowed_down_and_told_for_how_long,
    a_session_is_ended_from_the_list_and_the_others_all_at_once,
    an_account_that_is_closed_goes_no_further,
    a_form_that_was_sent_too_late_is_shown_to_its_owner_after_signing_in,
    a_form_with_a_password_in_it_is_not_kept,
    what_was_sent_too_late_is_shown_to_nobody_else,
    ones_own_data_is_the_record_and_every_track_without_what_no_page_shows,
}

const ANOTHER: &str = "staple horse battery";

fn choose<'f>(new: &'f str, again: &'f str) -> [(&'static str, &'f str); 2] {
    [("new_password", new), ("again_password", again)]
}

async fn sign_in<'s>(site: &'s Site, name: &str, password: &str) -> Browser<'s> {
    let mut browser = site.browser();
    let answer = browser.post("/sign-in", &[("name", name), ("password", password)]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{answer:?}");
    browser
}

async fn the_first_administrator_goes_from_the_one_time_address_to_the_first_sign_in(engine: Engine) {
    let site = Site::empty(engine).await;
    let first = first_administrator(&site.database.store, &system_on(TODAY)).await.unwrap().unwrap();
    let address = format!("/invitations/{}", first.token.reveal());
    let mut browser = site.browser();
    let page = browser.get(&address).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text.contains("administrator"), "it says what to sign in by: {}", page.text);
    let accepted = browser.post(&address, &choose(PASSWORD, PASSWORD)).await;
    assert_eq!((accepted.status, accepted.location()), (StatusCode::SEE_OTHER, "/"));
    assert_eq!(browser.get("/admin/accounts").await.status, StatusCode::OK);
    assert_eq!(browser.post("/sign-out", &[]).await.status, StatusCode::SEE_OTHER);
    let mut again = sign_in(&site, "administrator", PASSWORD).await;
    assert_eq!(again.get("/admin/accounts").await.status, StatusCode::OK);
}

async fn a_one_time_address_opens_once_and_says_so_afterwards(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let new =
        NewAccount { sign_in_name: "1002".to_owned(), employee_number: Some("1002".to_owned()), first_password: None };
    let invitation = add_account(&site.database.store, &system_on(TODAY), &new).await.unwrap().unwrap();
    let address = format!("/invitations/{}", invitation.token.reveal());
    assert_eq!(site.browser().post(&address, &choose(PASSWORD, PASSWORD)).await.status, StatusCode::SEE_OTHER);
    let used = site.browser().get(&address).await;
    let mut late = site.browser();
    let sent = late.post(&address, &choose(ANOTHER, ANOTHER)).await;
    let never = site.browser().get(&format!("/invitations/{}", "0".repeat(64))).await;
    let garbled = site.browser().get("/invitations/hello").await;
    for answer in [&used, &sent, &never, &garbled] {
        assert_eq!(answer.status, StatusCode::GONE);
        assert_eq!(answer.text, used.text, "whether it ever was an address is not told");
    }
    assert!(used.text.contains("used, or its time is over") && used.text.contains("/sign-in"), "{}", used.text);
    assert!(!late.has_session());
}

async fn every_fault_of_a_new_password_is_said_at_once_at_its_field(engine: Engine) {
    let site = Site::empty(engine).await;
    let first = first_administrator(&site.database.store, &system_on(TODAY)).await.unwrap().unwrap();
    let address = format!("/invitations/{}", first.token.reveal());
    let mut browser = site.browser();
    let wrong = browser.post(&address, &choose("short", "shorter")).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    for there in [
        r##"href="#new_password""##,
        r##"href="#again_password""##,
        r#"id="new_password-error""#,
        r#"id="again_password-error""#,
        r#"aria-describedby="new_password-hint new_password-error""#,
        "<title>Error: ",
    ] {
        assert!(wrong.text.contains(there), "{there} is missing: {}", wrong.text);
    }
    assert!(!wrong.text.contains("shorter"), "a password never comes back");
    let named = browser.post(&address, &choose("the administrator", "the administrator")).await;
    assert_eq!(named.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(named.text.contains("contains the name"), "{}", named.text);
    assert_eq!(browser.get(&address).await.status, StatusCode::OK, "the address is still good");
}

async fn who_signs_in_with_a_password_that_somebody_gave_does_nothing_before_choosing_another(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let new = NewAccount {
        sign_in_name: "1002".to_owned(),
        employee_number: Some("1002".to_owned()),
        first_password: Some(Password::typed(PASSWORD)),
    };
    add_account(&site.database.store, &system_on(TODAY), &new).await.unwrap();
    let mut browser = site.browser();
    let signed_in = browser.post("/sign-in", &[("name", "1002"), ("password", PASSWORD), ("to", "/account")]).await;
    assert_eq!(signed_in.location(), "/account/password");
    for path in ["/", "/account", "/admin/accounts"] {
        assert_eq!(browser.get(path).await.location(), "/account/password", "{path}");
    }
    let form = browser.get("/account/password").await;
    assert!(!form.text.contains("current_password"), "it was asked a moment ago");
    let same = browser.post("/account/password", &choose(PASSWORD, PASSWORD)).await;
    assert_eq!(same.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(same.text.contains("is the old one"), "{}", same.text);
    let chosen = browser.post("/account/password", &choose(ANOTHER, ANOTHER)).await;
    assert_eq!((chosen.status, chosen.location()), (StatusCode::SEE_OTHER, "/"));
    assert_eq!(browser.get("/").await.status, StatusCode::OK);
    sign_in(&site, "1002", ANOTHER).await;
}

async fn who_changes_the_password_goes_on_with_a_new_session_and_is_signed_out_elsewhere(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let mut browser = site.signed_in("1002", &[]).await;
    let mut elsewhere = sign_in(&site, "1002", PASSWORD).await;
    let before = browser.session();
    let wrong = browser.post("/account/password", &[("current_password", "no"), ("new_password", ANOTHER)]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.text.contains(r##"href="#current_password""##), "{}", wrong.text);
    let changed = browser.post("/account/password", &[("current_password", PASSWORD), ("new_password", ANOTHER)]).await;
    assert_eq!((changed.status, changed.location()), (StatusCode::SEE_OTHER, "/account"));
    assert_ne!(browser.session(), before);
    let page = browser.get("/account").await;
    assert!(page.text.contains("The password is changed"), "{}", page.text);
    assert!(!browser.get("/account").await.text.contains("The password is changed"), "it is told once");
    assert_eq!(elsewhere.get("/account").await.status, StatusCode::SEE_OTHER);
}

async fn somebody_else_is_slowed_down_and_told_for_how_long(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    site.account("1002", &[]).await;
    let mut browser = site.browser();
    for _ in 0..5 {
        browser.post("/sign-in", &[("name", "1002"), ("password", "guess")]).await;
    }
    let slowed = browser.post("/sign-in", &[("name", "1002"), ("password", PASSWORD)]).await;
    assert_eq!(slowed.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(slowed.text.contains("Wait 1 second"), "{}", slowed.text);
    assert!(slowed.text.contains(r#"value="1002""#), "the name is kept");
}

async fn a_session_is_ended_from_the_list_and_the_others_all_at_once(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let mut browser = site.signed_in("1002", &[]).await;
    let mut one = sign_in(&site, "1002", PASSWORD).await;
    let mut named = String::new();
    while let Some(other) = hidden(&browser.get("/account").await.text, "session") {
        let ended = browser.post("/account/sessions/end", &[("session", &other)]).await;
        assert_eq!((ended.status, ended.location()), (StatusCode::SEE_OTHER, "/account"));
        named = other;
    }
    assert_eq!(one.get("/account").await.status, StatusCode::SEE_OTHER, "that one is over");
    assert_eq!(browser.get("/account").await.status, StatusCode::OK, "this one is not");
    let again = browser.post("/account/sessions/end", &[("session", &named)]).await;
    assert_eq!(again.status, StatusCode::NOT_FOUND);
    let mut others = [sign_in(&site, "1002", PASSWORD).await, sign_in(&site, "1002", PASSWORD).await];
    browser.post("/account/sessions/end-others", &[]).await;
    for other in &mut others {
        assert_eq!(other.get("/account").await.status, StatusCode::SEE_OTHER);
    }
    assert_eq!(browser.get("/account").await.status, StatusCode::OK);
    let mut stranger = site.signed_in("1003", &[]).await;
    let own = sign_in(&site, "1002", PASSWORD).await;
    let theirs = hidden(&browser.get("/account").await.text, "session").unwrap();
    let refused = stranger.post("/account/sessions/end", &[("session", &theirs)]).await;
    assert_eq!(refused.status, StatusCode::NOT_FOUND, "somebody else's session");
    assert!(own.has_session());
}

async fn an_account_that_is_closed_goes_no_further(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let mut browser = site.signed_in("1002", &[]).await;
    disable_account(&site.database.store, &system_on(TODAY), "1002", "left early").await.unwrap();
    assert_eq!(browser.get("/account").await.location(), "/sign-in?to=/account");
    let closed = site.browser().post("/sign-in", &[("name", "1002"), ("password", PASSWORD)]).await;
    assert_eq!(closed.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!closed.text.contains("left early"));
}

/// An administrator whose sessions were ended, by a change of rights, while they filled a form in.
async fn in_the_middle(site: &Site) -> Browser<'_> {
    let browser = site.signed_in("boss", &[(Access::Administrator, None)]).await;
    let ctx = system_on(TODAY);
    let grant = NewGrant { access: Access::Auditor, site: None, from_on: ctx.today, until_on: None };
    give_access(&site.database.store, &ctx, "boss", &grant).await.unwrap();
    browser
}

async fn a_form_that_was_sent_too_late_is_shown_to_its_owner_after_signing_in(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let mut browser = in_the_middle(&site).await;
    let late = browser.post("/admin/accounts/invite", &[("who", "1002\r\n1003 & <b>")]).await;
    assert_eq!((late.status, late.location()), (StatusCode::SEE_OTHER, "/sign-in?to=/admin/accounts/invite"));
    let signed_in = browser.post("/sign-in", &[("name", "boss"), ("password", PASSWORD)]).await;
    assert_eq!(signed_in.location(), "/account/kept");
    let kept = browser.get("/account/kept").await;
    assert_eq!(hidden(&kept.text, "who").unwrap(), "1002\r\n1003 &amp; &lt;b&gt;", "as it was typed");
    let sent = browser.post("/account/kept/send", &[("who", "1002")]).await;
    assert_eq!((sent.status, sent.location()), (StatusCode::TEMPORARY_REDIRECT, "/admin/accounts/invite"));
    assert_eq!(browser.post(sent.location(), &[("who", "1002")]).await.status, StatusCode::OK);
    assert_eq!(browser.get("/account/kept").await.location(), "/", "it is shown no longer");
}

async fn a_form_with_a_password_in_it_is_not_kept(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let mut browser = in_the_middle(&site).await;
    let fields = [("current_password", PASSWORD), ("new_password", ANOTHER)];
    assert_eq!(browser.post("/account/password", &fields).await.status, StatusCode::SEE_OTHER);
    let signed_in = browser.post("/sign-in", &[("name", "boss"), ("password", PASSWORD)]).await;
    assert_eq!(signed_in.location(), "/");
}

async fn what_was_sent_too_late_is_shown_to_nobody_else(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let mut browser = in_the_middle(&site).await;
    browser.post("/admin/accounts/invite", &[("who", "1002")]).await;
    site.account("1003", &[]).await;
    let signed_in = browser.post("/sign-in", &[("name", "1003"), ("password", PASSWORD)]).await;
    assert_eq!(signed_in.location(), "/");
    assert_eq!(browser.get("/account/kept").await.location(), "/");
    browser.post("/sign-out", &[]).await;
    browser.post("/sign-in", &[("name", "boss"), ("password", PASSWORD)]).await;
    assert_eq!(browser.get("/account/kept").await.status, StatusCode::OK, "its owner sees it");
    assert_eq!(browser.post("/account/kept", &[]).await.location(), "/", "and leaves it");
    assert_eq!(browser.get("/account/kept").await.location(), "/");
    let stranger = site.browser().post("/admin/accounts/invite", &[("who", "1002")]).await;
    assert_eq!(stranger.status, StatusCode::SEE_OTHER, "without a session nothing is kept for anybody");
}

async fn ones_own_data_is_the_record_and_every_track_without_what_no_page_shows(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let mut browser = site.signed_in("1002", &[]).await;
    assert!(browser.get("/account").await.text.contains("/account/data.json"));
    let data = browser.get("/account/data.json").await;
    assert_eq!(data.status, StatusCode::OK);
    let read: serde_json::Value = serde_json::from_str(&data.text).unwrap();
    assert_eq!((&read["employee"], &read["as_of"]), (&"1002".into(), &TODAY.into()));
    assert!(read["record"]["employees"][0]["full_name"].is_string(), "{}", read["record"]);
    let tracks = read["assessments"].as_array().unwrap();
    assert!(tracks.iter().any(|one| one["track"] == "csr-to-team-lead" && one["findings"][0]["summary"].is_string()));
    for column in ["annual_pay", "currency", "gender", "birth_year", "pay", "identity"] {
        assert!(!data.text.contains(&format!(r#""{column}""#)), "{column}");
    }
    let mut nobodys = site.signed_in("boss", &[(Access::Administrator, None)]).await;
    assert!(!nobodys.get("/account").await.text.contains("data.json"));
    assert_eq!(nobodys.get("/account/data.json").await.status, StatusCode::NOT_FOUND);
    assert_eq!(site.browser().get("/account/data.json").await.status, StatusCode::SEE_OTHER);
}

/// The value of the first hidden field of that name.
fn hidden(page: &str, name: &str) -> Option<String> {
    let (_, rest) = page.split_once(&format!(r#"<input type="hidden" name="{name}" value=""#))?;
    rest.split_once('"').map(|(value, _)| value.to_owned())
}
