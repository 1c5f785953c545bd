//! The audit trail over HTTP: looked through, one decision on one page, verified, and as a file.

use axum::http::{StatusCode, header};
use model::{Access, FactKind};
use operations::{Correction, correct_fact, seal_audit};

use crate::company::signed_in;
use crate::database::{Engine, on_each_engine, system_on};
use crate::read::{between, text};
use crate::site::{Browser, Site, TODAY};

on_each_engine! {
    the_trail_is_looked_through_by_what_by_whom_about_whom_and_when,
    page_by_page_every_entry_comes_once_and_the_file_holds_them_all,
    one_decision_is_on_one_page_with_what_was_before_and_after,
    of_pay_and_conduct_an_auditor_is_told_that_it_changed_and_not_how,
    the_trail_is_verified_against_a_head_that_was_noted,
    what_makes_no_sense_is_said_at_its_field,
}

const AUDITOR: &[(Access, Option<&str>)] = &[(Access::Auditor, None)];

/// What happened, entry by entry, as a page lists it.
fn acts(page: &str) -> Vec<String> {
    page.split("<th scope=\"row\">").skip(1).map(|row| between(row, "\">", "</a>").to_owned()).collect()
}

async fn correct(site: &Site, number: &str, kind: FactKind, key: &str, body: &[(&str, &str)]) {
    let body = body.iter().map(|(column, value)| ((*column).to_owned(), (*value).to_owned())).collect();
    let reason = "the letter says so".to_owned();
    let correction = Correction { number: number.to_owned(), kind, key: key.to_owned(), body, reason };
    site.account("lead", &[(Access::HrLead, None)]).await;
    let lead = signed_in(&site.database.store, TODAY, "lead").await;
    correct_fact(&site.database.store, &lead, &correction).await.unwrap();
}

async fn correct_a_leave(site: &Site) {
    let cast = demo::cast(TODAY.parse().unwrap(), files::default_ladder());
    let person = cast.iter().find(|one| one.employee.employee_number == "1007").unwrap();
    let leave = person.leaves[0].leave;
    let (from, until) = (leave.started_on.to_string(), leave.ended_on.unwrap().next().to_string());
    let body = [("kind", "unpaid"), ("started_on", from.as_str()), ("ended_on", until.as_str())];
    correct(site, "1007", FactKind::Leave, &format!("unpaid {from}"), &body).await;
}

async fn the_trail_is_looked_through_by_what_by_whom_about_whom_and_when(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    correct_a_leave(&site).await;
    site.account("1002", &[]).await;
    let mut auditor = site.signed_in("auditor", AUDITOR).await;
    let all = acts(&auditor.get("/audit").await.text);
    for act in ["Somebody signed in", "An import was applied", "An account was added"] {
        assert!(all.contains(&act.to_owned()), "{act}: {all:?}");
    }
    let asked =
        async |browser: &mut Browser<'_>, query: &str| acts(&browser.get(&format!("/audit?{query}")).await.text);
    assert_eq!(asked(&mut auditor, "act=fact_corrected").await, ["A fact was corrected"]);
    assert_eq!(asked(&mut auditor, "person=1007").await, ["A fact was corrected"]);
    assert!(asked(&mut auditor, "person=1008").await.is_empty());
    let of_lead = asked(&mut auditor, "actor=LEAD").await;
    assert!(of_lead.contains(&"A fact was corrected".to_owned()), "{of_lead:?}");
    let own = asked(&mut auditor, "actor=auditor").await;
    assert!(!own.contains(&"A fact was corrected".to_owned()), "{own:?}");
    assert!(asked(&mut auditor, "actor=nobody").await.is_empty());
    assert_eq!(asked(&mut auditor, "from=2026-11-22&until=22+Nov+2026").await, all);
    assert!(asked(&mut auditor, "from=2026-11-23").await.is_empty());
    assert!(asked(&mut auditor, "until=2026-11-21").await.is_empty());
    let narrow = asked(&mut auditor, "person=1007&act=signed_in").await;
    assert!(narrow.is_empty(), "both are asked for: {narrow:?}");
    for (name, access) in [
        ("1003", &[][..]),
        ("partner", &[(Access::HrPartner, Some("Hyderabad"))]),
        ("boss", &[(Access::Administrator, None)]),
    ] {
        let mut other = site.signed_in(name, access).await;
        for path in ["/audit", "/audit.csv", "/audit/verification"] {
            assert_eq!(other.get(path).await.status, StatusCode::FORBIDDEN, "{name}: {path}");
        }
        assert!(!other.get("/").await.text.contains("href=\"/audit\""), "{name}");
    }
}

async fn page_by_page_every_entry_comes_once_and_the_file_holds_them_all(engine: Engine) {
    let site = Site::empty(engine).await;
    let mut auditor = site.signed_in("auditor", AUDITOR).await;
    for _ in 0..30 {
        auditor.post("/sign-out", &[]).await;
        auditor.post("/sign-in", &[("name", "auditor"), ("password", crate::site::PASSWORD)]).await;
    }
    let (mut listed, mut address) = (Vec::new(), "/audit".to_owned());
    loop {
        let page = auditor.get(&address).await.text;
        listed.extend(
            page.split("<th scope=\"row\"><a href=\"").skip(1).map(|row| row.split('"').next().unwrap().to_owned()),
        );
        let Some((before, _)) = page.split_once("\" rel=\"next\"") else { break };
        address = before.rsplit_once("href=\"").unwrap().1.replace("&amp;", "&");
    }
    assert!(listed.len() > 60, "{}", listed.len());
    let file = auditor.get("/audit.csv").await;
    assert_eq!(file.headers[header::CONTENT_TYPE], "text/csv; charset=utf-8");
    let written: Vec<&str> = file.text.lines().skip(1).collect();
    assert_eq!(written.len(), listed.len());
    for (line, href) in written.iter().zip(&listed) {
        assert!(line.contains(href.trim_start_matches("/audit/")), "{line}: {href}");
    }
    let mut once = listed.clone();
    once.sort();
    once.dedup();
    assert_eq!(once.len(), listed.len());
}

async fn one_decision_is_on_one_page_with_what_was_before_and_after(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    correct_a_leave(&site).await;
    seal_audit(&site.database.store, &system_on(TODAY)).await.unwrap();
    let mut auditor = site.signed_in("auditor", AUDITOR).await;
    let list = auditor.get("/audit?act=fact_corrected").await.text;
    let href = format!("/audit/0{}", between(&list, "href=\"/audit/0", "\""));
    let page = auditor.get(&href).await.text;
    let told = text(&page);
    for part in ["A fact was corrected", "lead", "Nandini Das (1007)", "the letter says so", "Place in the chain"] {
        told.holds(part);
    }
    let changed = between(&page, "id=\"changed\"", "</section>");
    let (before, after) = changed.split_once("<dt>After</dt>").unwrap();
    assert!(before.contains("ended_on: ") && after.contains("ended_on: "), "{changed}");
    assert_ne!(between(before, "ended_on: ", ","), between(after, "ended_on: ", ","), "{changed}");
    assert_eq!(
        auditor.get("/people/1007").await.status,
        StatusCode::NOT_FOUND,
        "the record is not an auditor's to read"
    );
}

async fn of_pay_and_conduct_an_auditor_is_told_that_it_changed_and_not_how(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    correct(&site, "1007", FactKind::Pay, "", &[("annual_pay", "987654"), ("currency", "INR")]).await;
    let mut auditor = site.signed_in("auditor", AUDITOR).await;
    let list = auditor.get("/audit?person=1007").await.text;
    let page = auditor.get(&format!("/audit/0{}", between(&list, "href=\"/audit/0", "\""))).await.text;
    text(&page).holds("withheld: annual_pay, currency");
    for secret in ["987654", "400000", "INR"] {
        assert!(!page.contains(secret), "{secret}: {page}");
    }
}

async fn the_trail_is_verified_against_a_head_that_was_noted(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    seal_audit(&site.database.store, &system_on(TODAY)).await.unwrap();
    let mut auditor = site.signed_in("auditor", AUDITOR).await;
    let page = auditor.get("/audit/verification").await.text;
    assert!(!page.contains("The trail is whole"), "it is verified when it is asked for");
    let whole = auditor.post("/audit/verification", &[("head", "")]).await.text;
    assert!(whole.contains("The trail is whole"), "{whole}");
    let head = between(&whole, "<code>", "</code>").to_owned();
    let again = auditor.post("/audit/verification", &[("head", &head)]).await.text;
    assert!(again.contains("The trail is whole"), "{again}");
    let other = format!("{}:{}", head.split(':').next().unwrap(), "0".repeat(64));
    let broken = auditor.post("/audit/verification", &[("head", &other)]).await.text;
    assert!(broken.contains("The trail is broken") && broken.contains("made anew"), "{broken}");
    let wrong = auditor.post("/audit/verification", &[("head", "12")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.text.contains("href=\"#head\""), "{}", wrong.text);
}

async fn what_makes_no_sense_is_said_at_its_field(engine: Engine) {
    let site = Site::empty(engine).await;
    let mut auditor = site.signed_in("auditor", AUDITOR).await;
    let wrong = auditor.get("/audit?from=3/4/2026&until=yesterday").await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    for there in ["href=\"#from\"", "href=\"#until\"", "value=\"yesterday\""] {
        assert!(wrong.text.contains(there), "{there}: {}", wrong.text);
    }
    let backwards = auditor.get("/audit?from=2026-11-22&until=2026-11-21").await;
    assert!(backwards.text.contains("The last day is before the first"), "{}", backwards.text);
    for entry in ["hello", "01a2027b-d680-7b49-bdb1-a7ab6c2584d6"] {
        assert_eq!(auditor.get(&format!("/audit/{entry}")).await.status, StatusCode::NOT_FOUND, "{entry}");
    }
    assert_eq!(auditor.get("/audit?before=01a2027b-d680-7b49-bdb1-a7ab6c2584d6").await.status, StatusCode::NOT_FOUND);
}
