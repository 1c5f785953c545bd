//! What if, without JavaScript: a GET form on the page of an answer, whose address holds what is tried.

use axum::http::StatusCode;
use model::Access;
use rules::{Change, Day, Engine as Rules, Entry, Facts, Step};
use words::English;

use crate::database::{Engine, on_each_engine};
use crate::read::between;
use crate::site::{Site, TODAY};

on_each_engine! {
    what_is_assumed_is_answered_beside_today,
    what_cannot_be_read_is_said_with_its_place_and_kept,
    a_manager_and_hr_are_answered_as_the_person_is,
}

const TRACK: &str = "csr-to-team-lead";

/// Somebody of the cast whom one certification keeps from the track, and that certification.
fn kept_by_a_certification() -> (String, Facts, rules::CertificationId) {
    let (ladder, today) = (files::default_ladder(), TODAY.parse().unwrap());
    let rules = Rules::new(ladder);
    let track = ladder.track_ids().find(|id| ladder.track(*id).code == TRACK).unwrap();
    let mut cast = demo::cast(today, ladder).into_iter();
    let found = cast.find_map(|person| {
        let facts = person.facts();
        let assessment = rules.explain(&facts, track, today)?;
        let [action] = assessment.plan.actions.as_slice() else { return None };
        let Step::Certification { any_of } = &action.step else { return None };
        Some((person.employee.employee_number.to_string(), facts, *any_of.first()?))
    });
    found.unwrap()
}

/// The result as it stands on a page.
fn result(page: &str) -> &str {
    between(page, r#"class="what-if__result""#, "</section>")
}

async fn what_is_assumed_is_answered_beside_today(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let (number, facts, certification) = kept_by_a_certification();
    let (ladder, today): (_, Day) = (files::default_ladder(), TODAY.parse().unwrap());
    let issued_on = today.plus_days(30);
    let code = ladder.catalogue.certification(certification).code();
    let mut browser = site.signed_in(&number, &[]).await;
    let address = format!("/people/{number}/tracks/{TRACK}?what=certification%3A{code}&on={issued_on}");
    let page = browser.get(&address).await;
    assert_eq!(page.status, StatusCode::OK);
    let track = ladder.track_ids().find(|id| ladder.track(*id).code == TRACK).unwrap();
    let assumed = facts.assuming(&[Change::Certification { certification, issued_on }], ladder, today);
    let expected = Rules::new(ladder).person_assuming(&assumed).unwrap().explain(track).unwrap().decision;
    let on = expected.earliest_on.expect("the certification is what was missing");
    let words = English::new();
    let shown = result(&page.text);
    assert!(shown.contains(&words.status(expected.status)), "{shown}");
    assert!(shown.contains(&format!(r#"datetime="{on}""#)), "{shown}");
    assert!(page.text.contains(&format!(r#"value="certification:{code}" selected"#)), "the form keeps what was tried");
}

async fn what_cannot_be_read_is_said_with_its_place_and_kept(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let (number, _, certification) = kept_by_a_certification();
    let code = files::default_ladder().catalogue.certification(certification).code();
    let mut browser = site.signed_in(&number, &[]).await;
    let address = format!("/people/{number}/tracks/{TRACK}?what=certification%3A{code}&on=1%2F2%2F2027&day=yesterday");
    let page = browser.get(&address).await;
    let words = English::new();
    assert!(result(&page.text).contains(&words.what_if_fault("no_day")), "{}", result(&page.text));
    assert!(result(&page.text).contains(r##"href="#what-if-on-1""##) && page.text.contains(r#"id="what-if-on-1""#));
    assert!(page.text.contains(r#"value="1/2/2027""#) && page.text.contains(r#"value="yesterday""#));
}

async fn a_manager_and_hr_are_answered_as_the_person_is(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let (number, _, certification) = kept_by_a_certification();
    let code = files::default_ladder().catalogue.certification(certification).code();
    let address = format!("/people/{number}/tracks/{TRACK}?what=certification%3A{code}&on=2026-12-24");
    let own = site.signed_in(&number, &[]).await.get(&address).await;
    let lead = site.signed_in("1001", &[]).await.get(&address).await;
    let hr = site.signed_in("hr", &[(Access::HrLead, None)]).await.get(&address).await;
    assert!(result(&own.text).contains("<table"), "{}", result(&own.text));
    assert_eq!(result(&lead.text), result(&own.text));
    assert_eq!(result(&hr.text), result(&own.text));
}
