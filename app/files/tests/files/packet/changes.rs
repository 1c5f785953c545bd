//! What changed since: typed, so that a page can show it side by side.

use files::{Changes, CriteriaPart};
use rules::{State, Status};

use super::*;

const BEFORE: &[(&str, &str)] = &[
    (
        "certifications.csv",
        "employee_number,certification,issued_on,expires_on\n1001,six-sigma-yellow,2024-01-01,2026-12-31\n",
    ),
    ("metrics.csv", "employee_number,metric,month,value\n1001,csat,2026-09,40\n"),
    ("conduct.csv", "employee_number,kind,issued_on,closed_on\n1001,reprimand,2026-10-01,\n"),
];
const AFTER: &[(&str, &str)] = &[
    (
        "certifications.csv",
        "employee_number,certification,issued_on,expires_on\n1001,six-sigma-yellow,2024-01-01,2027-12-31\n",
    ),
    ("conduct.csv", "employee_number,kind,issued_on,closed_on\n1001,reprimand,2026-10-01,2026-10-01\n"),
    ("skills.csv", "employee_number,skill,level,assessed_on,assessor\n1001,coaching,3,2026-11-01,peer\n"),
];

fn changes() -> Changes {
    let before = freeze(&asha(BEFORE), "everything", "2026-11-22").unwrap();
    before.compare(&freeze(&asha(AFTER), "everything", "2026-12-01").unwrap())
}

#[test]
fn facts_that_came_went_or_changed_are_told_by_file_and_key() {
    let row =
        |row: &Option<files::PacketRow>| row.as_ref().map(|row| row.values().cloned().collect::<Vec<_>>().join(" "));
    let told: Vec<_> = changes()
        .facts
        .iter()
        .map(|change| (change.file, change.key.clone(), row(&change.before), row(&change.after)))
        .collect();
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(
        told,
        [
            (
                "certifications",
                "six-sigma-yellow 2024-01-01".to_owned(),
                some("six-sigma-yellow 2026-12-31 2024-01-01 verified"),
                some("six-sigma-yellow 2027-12-31 2024-01-01 verified")
            ),
            ("conduct", "2026-10-01".to_owned(), some("2026-10-01"), some("2026-10-01 2026-10-01")),
            ("metrics", "csat 2026-09".to_owned(), some("csat 2026-09 40"), None),
            ("skills", "coaching peer 2026-11-01".to_owned(), None, some("2026-11-01 peer 3 coaching")),
        ]
    );
}

#[test]
fn criteria_that_stand_otherwise_are_told_with_state_and_dates_and_the_others_are_not() {
    let told: Vec<_> = changes()
        .findings
        .iter()
        .map(|change| {
            let (before, after) = (change.before.as_ref().unwrap(), change.after.as_ref().unwrap());
            (before.path.clone(), before.state, after.state, before.lapses_on, after.lapses_on)
        })
        .collect();
    let lapses = |text: &str| Some(day(text));
    assert_eq!(
        told,
        [
            ("2".to_owned(), State::Met, State::Met, lapses("2027-01-01"), lapses("2028-01-01")),
            ("4.0".to_owned(), State::Unmet, State::NoEvidence, None, None),
            ("4.2".to_owned(), State::NoEvidence, State::Met, None, None),
            ("5".to_owned(), State::Unmet, State::NotYet, None, None),
        ]
    );
    let changes = changes();
    assert_eq!((changes.as_of.before, changes.as_of.after), (day("2026-11-22"), day("2026-12-01")));
    assert_eq!(changes.decision.before.status, Status::NeedsAction);
    assert!(changes.criteria.is_empty());
}

#[test]
fn the_line_is_told_nothing_of_the_actions_behind_a_criterion_of_conduct() {
    let told = changes().without_conduct();
    assert_eq!(
        told.facts.iter().map(|change| change.file).collect::<Vec<_>>(),
        ["certifications", "metrics", "skills"]
    );
    let conduct = told.findings.iter().find(|change| change.rests_on_conduct).unwrap();
    assert_eq!(conduct.after.as_ref().unwrap().state, State::NotYet);
    assert!(
        conduct.before.as_ref().unwrap().met_since.is_none() && conduct.after.as_ref().unwrap().met_since.is_none()
    );
    // What differs by the days gone by alone is left out whole.
    let closed = |on: &str| {
        let files = format!("employee_number,kind,issued_on,closed_on\n1001,reprimand,2024-01-01,{on}\n");
        freeze(&asha(&[("conduct.csv", &files)]), "everything", "2026-11-22").unwrap()
    };
    let moved = closed("2024-02-01").compare(&closed("2024-03-01"));
    assert_eq!((moved.facts.len(), moved.findings.len()), (1, 1));
    assert!(moved.without_conduct().is_empty());
}

#[test]
fn a_day_that_merely_goes_on_is_no_change() {
    let person = asha(AFTER);
    let (one, other) = ("2026-11-22", "2026-11-23");
    let changes = freeze(&person, "everything", one).unwrap().compare(&freeze(&person, "everything", other).unwrap());
    assert!(changes.is_empty(), "{changes:?}");
    assert!(!super::changes::changes().is_empty());
}

#[test]
fn criteria_that_ask_otherwise_are_told_part_by_part() {
    let later = ladder();
    let text = files::write_ladder(&later)
        .replace(
            "{ id = \"tenure\", tenure = { months = 12, clock = \"hired_on\" } }",
            "{ id = \"tenure\", tenure = { months = 18 } }",
        )
        .replace(
            "from = [\"csr\"]\nto = \"team-lead\"\nkind = \"promotion\"\neffective_from = 2012-01-01",
            "from = [\"csr\"]\nto = \"team-lead\"\nkind = \"lateral\"\neffective_from = 2026-12-01",
        )
        .replace("rank = 2\n", "rank = 2\nvalidity_months = 24\n")
        .replace("  { id = \"employment\", employment = { any_of = [\"full_time\", \"part_time\"] } },\n", "");
    let later = files::read_ladder(&text, "later.toml").unwrap();
    let (person, as_of) = (asha(BEFORE), day("2026-12-01"));
    let after = Packet::freeze(&person, &later, track(&later, "everything"), None, as_of, &Plain).unwrap();
    let changes = freeze(&person, "everything", "2026-11-22").unwrap().compare(&after);
    let told: Vec<_> = changes
        .criteria
        .iter()
        .map(|change| (change.part.clone(), change.before.is_some(), change.after.is_some()))
        .collect();
    assert_eq!(
        told,
        [
            (CriteriaPart::Key("kind"), true, true),
            (CriteriaPart::Key("effective_from"), true, true),
            (CriteriaPart::Criterion("tenure".to_owned()), true, true),
            (CriteriaPart::Criterion("employment".to_owned()), true, false),
            (CriteriaPart::Entry("certification", "six-sigma-yellow".to_owned()), true, true),
        ]
    );
    assert_eq!(changes.criteria[2].after.as_deref(), Some("{ id = \"tenure\", tenure = { months = 18 } }"));
    assert!(changes.findings.iter().any(|change| change.after.is_none()), "what is asked no longer");
    assert!(changes.facts.is_empty());
}
