//! Every one of the cast is the case that their sentence says, on every day of three years.

use std::collections::{BTreeMap, BTreeSet};

use demo::{CAST, CastMember};
use files::Person;
use rules::{Assessment, Engine, Finding, Measure, NotApplicableReason, State, Status};

use super::*;

const LEAD: &str = "csr-to-team-lead";

/// 2026 to 2028: every month's end, and a leap day.
fn every_day() -> impl Iterator<Item = Day> {
    (0..1096).map(|days| day("2026-01-01").plus_days(days))
}

fn assess(engine: &Engine<'_>, person: &Person, track: &str, as_of: Day) -> Assessment {
    let id = engine.ladder().track_ids().find(|&id| engine.ladder().track(id).code == track);
    let id = id.unwrap_or_else(|| panic!("no track {track}"));
    engine.explain(&person.facts(), id, as_of).unwrap_or_else(|| panic!("no assessment on {track}"))
}

fn finding<'a>(assessment: &'a Assessment, id: &str) -> &'a Finding {
    assessment.findings.iter().find(|finding| finding.id.as_deref() == Some(id)).expect("the criterion has that id")
}

/// Holds on every day what is said of one of the cast and how they stand on a track.
fn on_every_day(number: &str, track: &str, holds: impl Fn(Day, &Person, &Assessment)) {
    let engine = Engine::new(ladder());
    let place = CAST.iter().position(|member| member.number == number).expect("one of the cast");
    for as_of in every_day() {
        let person = &demo::cast(as_of, ladder())[place];
        holds(as_of, person, &assess(&engine, person, track, as_of));
    }
}

#[test]
fn everybody_stands_where_their_case_says_on_every_day() {
    let engine = Engine::new(ladder());
    for as_of in every_day() {
        for (person, member) in demo::cast(as_of, ladder()).iter().zip(CAST) {
            for shown in member.shows {
                let CastMember { name, case, .. } = member;
                let assessment = assess(&engine, person, shown.track, as_of);
                assert_eq!(assessment.decision.status, shown.status, "{as_of} {name}: {case} {assessment:#?}");
                if let Some((id, state)) = shown.criterion {
                    assert_eq!(finding(&assessment, id).state, state, "{as_of} {name}: {case}");
                }
            }
        }
    }
}

#[test]
fn who_is_not_there_yet_lacks_the_one_thing_that_the_case_is_about() {
    let engine = Engine::new(ladder());
    let as_of = day("2026-06-30");
    for (person, member) in demo::cast(as_of, ladder()).iter().zip(CAST) {
        for shown in member.shows {
            let Some((id, State::Unmet | State::NotYet | State::Unverified | State::NoEvidence | State::Insufficient)) =
                shown.criterion
            else {
                continue;
            };
            let assessment = assess(&engine, person, shown.track, as_of);
            let missing = assessment.findings.iter().filter(|one| one.path.is_top_level() && !one.state.is_met());
            let missing: Vec<_> = missing.filter_map(|one| one.id.as_deref()).collect();
            assert_eq!(missing, [id], "{}", member.name);
        }
    }
}

#[test]
fn rohan_is_three_months_short_and_where_february_is_too_short_a_day_more() {
    on_every_day("1004", LEAD, |as_of, _, assessment| {
        let in_three_months = as_of.plus_months(3);
        let leap_day = in_three_months == day("2028-02-29");
        let expected = if leap_day { in_three_months.next() } else { in_three_months };
        assert_eq!(assessment.decision.earliest_on, Some(expected), "{as_of}");
    });
}

#[test]
fn meera_was_eligible_until_her_belt_expired_yesterday() {
    on_every_day("1005", LEAD, |as_of, _, assessment| {
        let belt = finding(assessment, "belt");
        for timeline in [&assessment.timeline, &belt.timeline] {
            assert!(timeline.contains(as_of.previous()) && !timeline.contains(as_of), "{as_of} {timeline:?}");
        }
        let Measure::Certification { held: Some(held) } = &belt.measure else { panic!("a belt is measured as one") };
        assert_eq!(held.until, Some(as_of));
    });
}

#[test]
fn imran_is_eligible_today_if_his_claim_is_verified() {
    on_every_day("1006", LEAD, |as_of, _, assessment| {
        assert_eq!(assessment.decision.earliest_on, None);
        assert_eq!(assessment.decision.earliest_on_if_verified, Some(as_of));
    });
}

#[test]
fn nandini_reaches_the_year_later_by_each_day_of_her_leave() {
    on_every_day("1007", LEAD, |as_of, person, assessment| {
        let leave = person.leaves[0].leave;
        let days = leave.started_on.days_until(leave.ended_on.expect("she is back").next());
        let hired_on = person.employee.hired_on;
        assert!(hired_on.plus_months(14) <= as_of, "{as_of}: she has been here 14 months");
        let expected = hired_on.plus_months(12).plus_days(days);
        assert_eq!(assessment.decision.earliest_on, Some(expected), "{as_of}");
    });
}

#[test]
fn zoya_could_be_eligible_today_were_the_missing_months_known() {
    on_every_day("1009", LEAD, |as_of, _, assessment| {
        let Measure::Metric { months, .. } = finding(assessment, "csat").measure else { panic!("measured otherwise") };
        assert_eq!(months, 1, "{as_of}");
        assert_eq!(assessment.decision.earliest_on_if_known, Some(as_of));
    });
}

#[test]
fn sandeep_is_eligible_until_the_waiver_ends() {
    on_every_day("1010", LEAD, |as_of, _, assessment| {
        assert_eq!(assessment.decision.lapses_on, Some(as_of.plus_days(61)), "the 60th day is the last");
    });
}

#[test]
fn farah_begins_her_year_anew() {
    on_every_day("1011", LEAD, |as_of, person, assessment| {
        assert_eq!(assessment.decision.earliest_on, Some(person.employee.hired_on.plus_months(12)), "{as_of}");
        assert!(assessment.decision.earliest_on > Some(as_of.plus_months(5)));
    });
}

#[test]
fn who_left_is_not_employed_and_who_works_from_home_is_outside() {
    on_every_day("1012", LEAD, |_, _, assessment| {
        assert_eq!(assessment.decision.reason, Some(NotApplicableReason::NotEmployed));
    });
    on_every_day("1016", "csr-to-logistics", |_, _, assessment| {
        assert_eq!(assessment.decision.reason, Some(NotApplicableReason::OutsideWhere));
    });
    on_every_day("1001", "team-lead-to-operations-manager", |_, _, assessment| {
        assert_eq!(assessment.decision.reason, Some(NotApplicableReason::NotInFromJob));
    });
}

#[test]
fn ishita_is_eligible_on_the_day_of_her_course() {
    on_every_day("1013", LEAD, |as_of, _, assessment| {
        assert_eq!(assessment.decision.earliest_on, Some(as_of.plus_days(21)));
    });
}

#[test]
fn karthik_is_clear_six_months_after_his_warning_was_closed() {
    on_every_day("1014", LEAD, |as_of, person, assessment| {
        let closed_on = person.conduct[0].action.closed_on.expect("it is closed");
        let clear_on = closed_on.next().plus_months(6);
        assert_eq!(assessment.decision.earliest_on, Some(clear_on), "{as_of}");
        assert!((30..=33).contains(&as_of.days_until(clear_on)), "{as_of}: a month from now, as February allows");
    });
}

#[test]
fn lakshmi_is_eligible_for_fifteen_days_more() {
    on_every_day("1015", LEAD, |as_of, _, assessment| {
        assert_eq!(assessment.decision.lapses_on, Some(as_of.plus_days(16)), "the 15th day is the last");
    });
}

#[test]
fn kavya_can_have_her_green_belt_in_ninety_days() {
    on_every_day("1002", "team-lead-to-operations-manager", |as_of, _, assessment| {
        assert_eq!(assessment.plan.eligible_on, Some(as_of.plus_days(90)), "{as_of}");
        let to_do: Vec<_> = assessment.plan.actions.iter().map(|action| &action.path).collect();
        assert_eq!(to_do, [&finding(assessment, "belt").path], "{as_of}");
    });
}

#[test]
fn pooja_has_no_day_while_her_warning_is_open() {
    on_every_day("1023", LEAD, |_, _, assessment| {
        assert_eq!((assessment.decision.earliest_on, assessment.plan.eligible_on), (None, None));
        assert_eq!(assessment.plan.blocked_by, [finding(assessment, "conduct").path.clone()]);
    });
}

#[test]
fn the_company_has_one_manager_at_the_top_and_a_lead_for_ten_to_fifteen() {
    for as_of in [day("2026-01-01"), day("2028-02-29")] {
        let people = demo::demo(as_of, ladder());
        assert_eq!(people.len(), CAST.len() + 150);
        let numbers: BTreeSet<_> = people.iter().map(|person| &person.employee.employee_number).collect();
        assert_eq!(numbers.len(), people.len(), "every number is somebody's own");
        let top: Vec<_> = people.iter().filter(|person| person.employee.manager_number.is_none()).collect();
        assert_eq!(top.len(), 1);
        assert_eq!(top[0].employee.full_name, "Vikram Menon");

        let census = demo::Census::of(&people, ladder(), as_of);
        let lead = people.iter().find(|person| person.employee.full_name == "Kavya Reddy").expect("she leads");
        let spans: &BTreeMap<u64, u64> = &census.spans[&lead.employee.job];
        assert!(spans.keys().all(|span| (10..=15).contains(span)), "{spans:?}");
        for status in Status::ALL {
            assert!(census.with_status(*status) > 0, "nobody is {status}");
        }
    }
}

#[test]
fn everybody_in_the_company_is_the_same_person_on_any_day() {
    let names = |as_of| {
        let of = |person: Person| (person.employee.employee_number, person.employee.full_name, person.employee.job);
        demo::demo(day(as_of), ladder()).into_iter().map(of).collect::<Vec<_>>()
    };
    assert_eq!(names("2026-01-01"), names("2028-12-31"));
}
