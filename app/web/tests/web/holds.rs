//! A hold on somebody's moves, over HTTP: who places it, who reads it, and what it keeps from beginning.

use axum::http::StatusCode;
use model::Access;

use crate::database::{Engine, on_each_engine};
use crate::site::Site;

on_each_engine! {
    a_manager_holds_moves_the_employee_reads_why_and_until_when_and_nobody_begins_until_it_ends,
    a_hold_is_renewed_once_and_by_hr,
    what_is_wrong_with_a_hold_is_said_at_its_field_and_loses_nothing_that_was_typed,
    who_has_no_say_in_a_hold_is_offered_none_and_refused,
}

const HOLDS: &str = "/people/1003/holds";
const ANSWER: &str = "/people/1003/tracks/csr-to-team-lead";
const PLACED: [(&str, &str); 4] =
    [("act", "place"), ("reason", "critical_project"), ("words", "Until the launch."), ("until", "31 Jan 2027")];

async fn a_manager_holds_moves_the_employee_reads_why_and_until_when_and_nobody_begins_until_it_ends(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let mut manager = site.signed_in("1002", &[]).await;
    let mut employee = site.signed_in("1003", &[]).await;
    assert!(manager.get("/people/1003").await.text.contains(HOLDS), "the way there is on the person's page");
    assert!(employee.get(HOLDS).await.text.contains("Your moves are not on hold."));
    let placed = manager.post(HOLDS, &PLACED).await;
    assert_eq!((placed.status, placed.location()), (StatusCode::SEE_OTHER, HOLDS), "{}", placed.text);
    assert!(manager.get(HOLDS).await.text.contains("Moves are on hold"));
    let told = employee.get(HOLDS).await.text;
    for word in ["A project would fail without them", "Until the launch.", "31 Jan 2027", "Kavya Reddy"] {
        assert!(told.contains(word), "{word}: {told}");
    }
    for page in ["/people/1003", ANSWER] {
        let text = employee.get(page).await.text;
        assert!(text.contains("Your moves are on hold until 31 Jan 2027"), "{page}: {text}");
    }
    let answer = manager.get(ANSWER).await.text;
    assert!(answer.contains("Moves are on hold until 31 Jan 2027") && !answer.contains("Start a nomination"));
    let begun = manager.post("/nominations", &[("number", "1003"), ("track", "csr-to-team-lead")]).await;
    assert_eq!(begun.status, StatusCode::CONFLICT);
    assert!(begun.text.contains("on hold until 31 Jan 2027"), "{}", begun.text);
    assert_eq!(manager.post(HOLDS, &[("act", "end")]).await.status, StatusCode::SEE_OTHER);
    assert!(employee.get(HOLDS).await.text.contains("Ended on 22 Nov 2026"));
    let begun = manager.post("/nominations", &[("number", "1003"), ("track", "csr-to-team-lead")]).await;
    assert_eq!(begun.status, StatusCode::SEE_OTHER, "{}", begun.text);
}

async fn a_hold_is_renewed_once_and_by_hr(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let mut manager = site.signed_in("1002", &[]).await;
    let mut partner = site.signed_in("hr", &[(Access::HrPartner, Some("Hyderabad"))]).await;
    assert_eq!(manager.post(HOLDS, &PLACED).await.status, StatusCode::SEE_OTHER);
    assert!(!manager.get(HOLDS).await.text.contains("Renew the hold"));
    let renewal = [("act", "renew"), ("renew-until", "19 Feb 2027")];
    assert_eq!(manager.post(HOLDS, &renewal).await.status, StatusCode::FORBIDDEN);
    assert!(partner.get(HOLDS).await.text.contains("Renew the hold"));
    let late = partner.post(HOLDS, &[("act", "renew"), ("renew-until", "20 Feb 2027")]).await;
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(late.text.contains("href=\"#renew-until\"") && late.text.contains("19 Feb 2027"), "{}", late.text);
    assert_eq!(partner.post(HOLDS, &renewal).await.status, StatusCode::SEE_OTHER);
    let page = partner.get(HOLDS).await.text;
    assert!(page.contains("Renewed by") && !page.contains("renew-until"), "{page}");
    let again = partner.post(HOLDS, &renewal).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
}

async fn what_is_wrong_with_a_hold_is_said_at_its_field_and_loses_nothing_that_was_typed(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let mut manager = site.signed_in("1002", &[]).await;
    let empty = manager.post(HOLDS, &[("act", "place"), ("words", "Until the launch.")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    for part in ["href=\"#reason\"", "href=\"#until\"", "Until the launch."] {
        assert!(empty.text.contains(part), "{part}: {}", empty.text);
    }
    let long = manager.post(HOLDS, &[&PLACED[..3], &[("until", "20 Feb 2027")]].concat()).await;
    assert_eq!(long.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(long.text.contains("19 Feb 2027 at the latest") && long.text.contains("20 Feb 2027"), "{}", long.text);
    assert_eq!(manager.post(HOLDS, &PLACED).await.status, StatusCode::SEE_OTHER);
    let second = manager.post(HOLDS, &PLACED).await;
    assert_eq!(second.status, StatusCode::CONFLICT);
    assert!(second.text.contains("on hold until 31 Jan 2027"));
}

async fn who_has_no_say_in_a_hold_is_offered_none_and_refused(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let mut employee = site.signed_in("1003", &[]).await;
    let mut stranger = site.signed_in("1005", &[]).await;
    let mut lead = site.signed_in("lead", &[(Access::HrLead, None)]).await;
    for browser in [&mut employee, &mut lead] {
        assert!(!browser.get(HOLDS).await.text.contains("value=\"place\""));
        assert_eq!(browser.post(HOLDS, &PLACED).await.status, StatusCode::FORBIDDEN);
    }
    assert_eq!(stranger.get(HOLDS).await.status, StatusCode::NOT_FOUND);
    assert_eq!(stranger.post(HOLDS, &PLACED).await.status, StatusCode::NOT_FOUND);
    assert!(employee.get(HOLDS).await.text.contains("Your moves are not on hold."));
}
