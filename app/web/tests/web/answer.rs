//! `/people/{number}/tracks/{track}`: what the page tells, to whom.

use axum::http::StatusCode;
use model::Access;
use operations::{ladder_in_force, propose_ladder, publish_ladder};
use rules::{Assessment, Day, Engine as Rules, Facts, Ladder, Rule, Status, Timeline, TrackId};
use words::{English, Reader, Telling};

use crate::database::{Engine, on_each_engine, system_on};
use crate::read::{Text, between, holds_word, text};
use crate::site::{Site, TODAY};

on_each_engine! {
    every_case_of_the_cast_is_told_in_the_words_of_the_word_file,
    people_read_their_own_answer_and_it_speaks_to_them,
    what_a_reader_may_not_see_is_answered_like_what_is_not_there,
    a_manager_is_told_whether_conduct_is_clear_and_nothing_of_the_actions,
    the_table_beside_the_picture_holds_the_days_of_the_assessment,
    what_rests_on_a_booking_a_claim_or_a_waiver_is_drawn_apart,
    the_answer_is_given_under_a_version_that_is_asked_for,
    whoever_reads_an_answer_of_somebody_else_is_noted,
}

const TRACK: &str = "csr-to-team-lead";

fn today() -> Day {
    TODAY.parse().unwrap()
}

fn track(ladder: &Ladder, code: &str) -> TrackId {
    ladder.track_ids().find(|id| ladder.track(*id).code == code).unwrap()
}

/// What the rules say of somebody of the cast, asked beside the program.
fn assess(number: &str, code: &str) -> Assessment {
    let ladder = files::default_ladder();
    let cast = demo::cast(today(), ladder);
    let person = cast.iter().find(|person| person.employee.employee_number == number).unwrap();
    let facts: Facts = person.facts();
    Rules::new(ladder).explain(&facts, track(ladder, code), today()).unwrap()
}

fn telling<'a>(code: &str, reader: Reader<'a>) -> Telling<'a> {
    let ladder = files::default_ladder();
    let version = ladder.track(track(ladder, code)).versions.first().unwrap();
    Telling { ladder, version, reader, as_of: today(), cut_off: None }
}

/// The headline, every explanation and the plan stand on the page.
fn holds_what_is_told(page: &Text, assessment: &Assessment, telling: &Telling<'_>) {
    let words = English::new();
    page.holds(&words.headline(telling, assessment));
    page.holds(&words.plan(telling, assessment));
    for finding in &assessment.findings {
        let criterion = telling.version.criterion(&finding.path).unwrap();
        page.holds(&words.explanation(telling, criterion, finding));
        page.holds(&words.heading(telling.ladder, criterion));
    }
    for action in &assessment.plan.actions {
        page.holds(&words.start(action));
    }
}

async fn every_case_of_the_cast_is_told_in_the_words_of_the_word_file(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let mut lead = site.signed_in("hr@halden.example", &[(Access::HrLead, None)]).await;
    for member in demo::CAST {
        for shown in member.shows {
            let answer = lead.get(&format!("/people/{}/tracks/{}", member.number, shown.track)).await;
            assert_eq!(answer.status, StatusCode::OK, "{}", member.case);
            let assessment = assess(member.number, shown.track);
            assert_eq!(assessment.decision.status, shown.status, "{}", member.case);
            let telling = telling(shown.track, Reader::Other(member.name));
            holds_what_is_told(&text(&answer.text), &assessment, &telling);
            let state = between(&answer.text, "<header data-state=\"", "\"");
            let expected = match shown.status {
                Status::Eligible if state == "lapsing" => "lapsing",
                status => status.code(),
            };
            assert_eq!(state, expected, "{}", member.case);
            if let Some((id, _)) = shown.criterion {
                assert!(answer.text.contains(&format!("id=\"criterion-{id}\"")), "{}", member.case);
            }
        }
    }
}

async fn people_read_their_own_answer_and_it_speaks_to_them(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let mut own = site.signed_in("1004", &[]).await;
    let answer = own.get(&format!("/people/1004/tracks/{TRACK}")).await;
    let page = text(&answer.text);
    holds_what_is_told(&page, &assess("1004", TRACK), &telling(TRACK, Reader::Own));
    page.holds("Not yet: from 22 Feb 2027 if nothing changes");
    page.holds("You have 9 months (since 22 Feb 2026). You reach it on 22 Feb 2027 if nothing changes.");
}

async fn what_a_reader_may_not_see_is_answered_like_what_is_not_there(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let mut own = site.signed_in("1004", &[]).await;
    let missing = own.get("/people/9999/tracks/no-such-track").await;
    assert_eq!(missing.status, StatusCode::NOT_FOUND);
    for address in [
        "/people/9999/tracks/csr-to-team-lead",
        "/people/1003/tracks/csr-to-team-lead",
        "/people/1002/tracks/csr-to-team-lead",
        "/people/1004/tracks/no-such-track",
        "/people/1004/tracks/csr-to-team-lead?version=2024-12-31",
        "/people/1004/tracks/csr-to-team-lead?version=soon",
    ] {
        let answer = own.get(address).await;
        assert_eq!((answer.status, &answer.text), (StatusCode::NOT_FOUND, &missing.text), "{address}");
    }
    let signed_out = site.browser().get("/people/1004/tracks/csr-to-team-lead").await;
    assert_eq!(signed_out.location(), "/sign-in?to=/people/1004/tracks/csr-to-team-lead");
}

async fn a_manager_is_told_whether_conduct_is_clear_and_nothing_of_the_actions(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let words = English::new();
    let cast = demo::cast(today(), files::default_ladder());
    let mut manager = site.signed_in("1002", &[]).await;
    let address = format!("/people/1014/tracks/{TRACK}");
    let told = manager.get(&address).await;
    let page = text(&told.text);
    page.holds("Not yet. Team Lead asks clear conduct for 6 months. The record is not clear yet. They reach it on 22 Dec 2026 if nothing changes.");
    page.holds("Earlier days are not shown to you.");
    let person = cast.iter().find(|person| person.employee.employee_number == "1014").unwrap();
    let action = &person.conduct[0];
    let mut marks = vec![action.kind.to_string()];
    for day in [action.action.issued_on, action.action.closed_on.unwrap(), action.action.closed_on.unwrap().next()] {
        marks.extend([day.to_string(), words.date(day)]);
    }
    for mark in &marks {
        assert!(!holds_word(&told.text, mark), "{mark} stands on the page that a manager gets");
    }
    let mut own = site.signed_in("1014", &[]).await;
    let own = own.get(&address).await;
    assert!(!text(&own.text).0.contains("Earlier days are not shown to you."));
    assert!(!own.text.contains(marks[0].as_str()), "what kind of action it was is on no answer");
}

/// The days that a row of the table beside the picture holds, by its heading.
fn tabled(page: &str, heading: &str) -> Timeline {
    let table = between(page, "id=\"timeline-table\"", "</table>");
    let rows = table.split("<tr>").filter(|row| row.contains("scope=\"row\""));
    let row = rows.into_iter().find(|row| text(row).0.trim_start().starts_with(heading)).unwrap();
    let cells: Vec<&str> = row.split("<td>").collect();
    let days = |cell: &str| -> Vec<Day> {
        cell.split("datetime=\"").skip(1).map(|rest| rest[..10].parse().unwrap()).collect()
    };
    let (first, last) = (days(cells[2]), days(cells[3]));
    let spans = first.iter().enumerate().map(|(at, from)| rules::Span::through(*from, last.get(at).copied()).unwrap());
    spans.collect()
}

async fn the_table_beside_the_picture_holds_the_days_of_the_assessment(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let words = English::new();
    let mut lead = site.signed_in("hr@halden.example", &[(Access::HrLead, None)]).await;
    for number in ["1003", "1004", "1005", "1010", "1013", "1014", "1022"] {
        let page = lead.get(&format!("/people/{number}/tracks/{TRACK}")).await.text;
        let (assessment, telling) = (assess(number, TRACK), telling(TRACK, Reader::Own));
        for finding in assessment.findings.iter().filter(|finding| finding.path.is_top_level()) {
            let heading = words.heading(telling.ladder, telling.version.criterion(&finding.path).unwrap());
            assert_eq!(tabled(&page, &heading), finding.timeline, "{number}: {heading}");
        }
        assert_eq!(tabled(&page, "All of them"), assessment.timeline, "{number}");
    }
}

async fn what_rests_on_a_booking_a_claim_or_a_waiver_is_drawn_apart(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let mut lead = site.signed_in("hr@halden.example", &[(Access::HrLead, None)]).await;
    for (number, look) in [("1013", "booked"), ("1006", "claimed"), ("1010", "waived"), ("1009", "unknown")] {
        let page = lead.get(&format!("/people/{number}/tracks/{TRACK}")).await.text;
        let picture = between(&page, "class=\"timeline\">", "</figure>");
        for other in ["booked", "claimed", "waived", "unknown"] {
            assert_eq!(picture.contains(&format!("bar--{other}\"")), other == look, "{number}: {other}");
        }
        let english = English::new();
        text(picture).holds(&english.timeline_look(look));
    }
    let verified = assess("1006", TRACK).decision.earliest_on_if_verified;
    assert_eq!(verified, Some(today()), "eligible today if it is verified");
}

async fn the_answer_is_given_under_a_version_that_is_asked_for(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let (store, system) = (&site.database.store, system_on(TODAY));
    let mut ladder = Ladder::clone(&ladder_in_force(store, &system).await.unwrap().ladder);
    let code = track(&ladder, TRACK);
    let mut version = ladder.tracks[code.index()].versions[0].clone();
    version.effective_from = "2027-06-01".parse().unwrap();
    version.criteria.retain(|criterion| matches!(criterion.rule, Rule::TimeInJob { .. }));
    ladder.tracks[code.index()].versions.push(version);
    let proposal = propose_ladder(store, &system, ladder).await.unwrap();
    publish_ladder(store, &system, &proposal).await.unwrap();

    let mut own = site.signed_in("1005", &[]).await;
    let in_force = own.get(&format!("/people/1005/tracks/{TRACK}")).await;
    let page = text(&in_force.text);
    page.holds("Not eligible yet: someone has to act on a Six Sigma Yellow Belt or above");
    page.holds("From 1 Jun 2027 other criteria apply. Under these it would be: Eligible.");
    let address = format!("/people/1005/tracks/{TRACK}?version=2027-06-01");
    assert!(in_force.text.contains(&address));
    let other = own.get(&address).await;
    let page = text(&other.text);
    page.holds("Eligible since");
    page.holds("You are looking at the criteria of 1 Jun 2027, as if they were the only ones.");
    assert!(!other.text.contains("criterion-belt"));
}

async fn whoever_reads_an_answer_of_somebody_else_is_noted(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let (store, system) = (&site.database.store, system_on(TODAY));
    let mut own = site.signed_in("1004", &[]).await;
    own.get(&format!("/people/1004/tracks/{TRACK}")).await;
    own.get(&format!("/people/1003/tracks/{TRACK}")).await;
    assert_eq!(site.read_log.flush(store, &system).await.unwrap(), 0, "one's own is not noted, nor what is not seen");
    let mut manager = site.signed_in("1002", &[]).await;
    manager.get(&format!("/people/1004/tracks/{TRACK}")).await;
    manager.get(&format!("/people/1003/tracks/{TRACK}")).await;
    assert_eq!(site.read_log.flush(store, &system).await.unwrap(), 2);
}
