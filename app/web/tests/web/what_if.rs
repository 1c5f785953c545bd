//! What if, without JavaScript: a GET form on the page of an answer, whose address holds what is tried. That a browser
//! with JavaScript says the same is for `web`'s own test to show, which runs what browsers load.

use axum::http::StatusCode;
use model::Access;
use rules::{Change, CourseId, Day, Engine as Rules, Entry, Facts, Status, Step, TrackId};
use words::English;

use crate::database::{Engine, on_each_engine};
use crate::read::between;
use crate::site::{Site, TODAY};

on_each_engine! {
    what_is_assumed_is_answered_beside_today,
    any_number_of_changes_is_answered_on_every_track_that_applies,
    a_change_can_be_added_and_taken_away_without_losing_the_others,
    under_other_criteria_what_if_is_asked_under_these,
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

/// Somebody of the cast for whom several tracks judge, with these.
fn on_several_tracks() -> (String, Facts, Vec<TrackId>) {
    let (ladder, today) = (files::default_ladder(), TODAY.parse().unwrap());
    let rules = Rules::new(ladder);
    let found = demo::cast(today, ladder).into_iter().find_map(|person| {
        let facts = person.facts();
        let applies = |track: &TrackId| {
            rules.decide(&facts, *track, today).is_some_and(|decision| decision.status != Status::NotApplicable)
        };
        let tracks: Vec<TrackId> = ladder.track_ids().filter(applies).collect();
        (tracks.len() > 2).then(|| (person.employee.employee_number.to_string(), facts, tracks))
    });
    found.unwrap()
}

async fn any_number_of_changes_is_answered_on_every_track_that_applies(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let (number, facts, tracks) = on_several_tracks();
    let (ladder, today): (_, Day) = (files::default_ladder(), TODAY.parse().unwrap());
    let on = today.plus_days(20);
    let courses = ladder.catalogue.courses.iter().enumerate().take(9);
    let (mut changes, mut query): (Vec<_>, Vec<_>) = courses
        .map(|(at, course)| {
            let change = Change::Course { course: CourseId(at as u16), completed_on: on };
            (change, format!("what=course%3A{}&on={on}", course.code()))
        })
        .unzip();
    let (started_on, ended_on) = (today.plus_days(3), today.plus_days(9));
    changes.push(Change::Leave { started_on, ended_on });
    query.push(format!("what=leave&on={started_on}&until={ended_on}"));
    let track = &ladder.track(tracks[1]).code;
    let mut browser = site.signed_in(&number, &[]).await;
    let page = browser.get(&format!("/people/{number}/tracks/{track}?{}&day=2028-01-01", query.join("&"))).await;
    let shown = result(&page.text);
    let assumed = facts.assuming(&changes, ladder, today);
    let rules = Rules::new(ladder);
    let person = rules.person_assuming(&assumed).unwrap();
    for track in tracks {
        let version = ladder.track(track).version_on(today).unwrap();
        let row =
            between(shown, &format!(r#"<th scope="row">{}</th>"#, ladder.catalogue.job(version.to).title()), "</tr>");
        let expected = person.explain(track).unwrap();
        let now = rules.explain(&facts, track, today).unwrap();
        let moved = expected.decision.status != now.decision.status
            || expected.decision.earliest_on != now.decision.earliest_on;
        if moved {
            assert!(row.contains(&format!(r#"data-state="{}""#, expected.decision.status.code())), "{row}");
            if let Some(day) = expected.decision.earliest_on {
                assert!(row.contains(&format!(r#"datetime="{day}""#)), "{row}");
            }
        }
    }
    assert!(shown.contains("1\u{a0}Jan\u{a0}2028"), "the later day: {shown}");
    assert_eq!(page.text.matches(r#"<fieldset class="fieldset what-if__change""#).count(), changes.len() + 1);
}

async fn a_change_can_be_added_and_taken_away_without_losing_the_others(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let (number, _, certification) = kept_by_a_certification();
    let code = files::default_ladder().catalogue.certification(certification).code();
    let mut browser = site.signed_in(&number, &[]).await;
    let address = format!(
        "/people/{number}/tracks/{TRACK}?what=certification%3A{code}&on=2026-12-24&until=&value=&what=leave&on=2026-12-01&until=2026-12-02&value=&day=2027-06-01"
    );
    let more = browser.get(&format!("{address}&more=1")).await;
    assert!(more.text.contains(r#"id="what-if-what-3""#), "a third one, to be filled");
    assert!(!browser.get(&address).await.text.contains(r#"id="what-if-what-3""#));
    let link = format!("?what=certification%3A{code}&amp;on=2026-12-24&amp;day=2027-06-01#what-if");
    assert!(more.text.contains(&format!(r#"href="{link}""#)), "without the second");
    let without = link.replace("&amp;", "&").replace("#what-if", "");
    let left = browser.get(&format!("/people/{number}/tracks/{TRACK}{without}")).await;
    assert!(left.text.contains(r#"value="2026-12-24""#) && !left.text.contains(r#"value="2026-12-01""#));
    assert!(left.text.contains(r#"value="2027-06-01""#) && result(&left.text).contains("<table"));
}

async fn under_other_criteria_what_if_is_asked_under_these(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let (number, _, certification) = kept_by_a_certification();
    let ladder = files::default_ladder();
    let code = ladder.catalogue.certification(certification).code();
    let mut browser = site.signed_in(&number, &[]).await;
    let track = ladder.tracks.iter().find(|track| track.code == TRACK).unwrap();
    for version in &track.versions {
        let day = version.effective_from;
        let address =
            format!("/people/{number}/tracks/{TRACK}?version={day}&what=certification%3A{code}&on=2026-12-24");
        let page = browser.get(&address).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.text.contains(&format!(r#"<input type="hidden" name="version" value="{day}""#)), "sent along");
        assert!(result(&page.text).contains("<table"), "{}", result(&page.text));
    }
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
