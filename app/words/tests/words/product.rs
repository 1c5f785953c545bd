//! The sentences of the specification, word for word, and what no sentence may do.

use std::collections::BTreeSet;

use rules::{Kind, Sentences, State, Where};
use words::{English, Reader};

use crate::everything::{telling, told};
use crate::findings::{
    Case, as_of, cases, csat_with_one_month, green_belt_that_ends_before_the_cut_off, section_9,
    time_in_job_from_19_february,
};
use crate::ladder::{ladder, version};
use crate::tracks::steps;

fn in_full(case: &Case) -> String {
    let (ladder, version) = (ladder(), version(Where::default(), vec![case.criterion.clone()]));
    let telling = telling(&ladder, &version, Reader::Own, case.cut_off);
    English::new().explanation(&telling, &case.criterion, &case.finding)
}

#[test]
fn what_time_will_do_is_told_as_rule_fact_and_date() {
    assert_eq!(
        in_full(&time_in_job_from_19_february()),
        "Not yet. Team Lead asks 12 months in the job. You have 9 months and 3 days (since 19 Feb 2026). \
         You reach it on 19 Feb 2027 if nothing changes."
    );
}

#[test]
fn what_is_not_known_is_told_as_not_known() {
    assert_eq!(
        in_full(&csat_with_one_month()),
        "We cannot tell. It asks a CSAT of 90 % over 3 months; 1 of 3 months is on record."
    );
}

#[test]
fn what_ends_is_told_with_its_last_day_and_what_to_do() {
    assert_eq!(
        in_full(&green_belt_that_ends_before_the_cut_off()),
        "Met, until 30 Nov 2026: your Green Belt expires 15 days before the cut-off. Renew to stay eligible."
    );
}

#[test]
fn a_summary_and_an_action_are_those_of_section_9() {
    let (ladder, words, case) = (ladder(), English::default(), section_9());
    assert_eq!(
        Sentences::finding(&words, &ladder, &case.criterion, &case.finding, as_of()),
        "12 months in the job: 9 months and 21 days so far"
    );
    let (belt, action) = &steps()[0];
    assert_eq!(Sentences::action(&words, &ladder, belt, action), "Earn a Six Sigma Yellow Belt or above");
}

/// The states that a criterion of that kind can have, by section 5 of the rules.
fn states(kind: Kind) -> Vec<State> {
    let unknown: &[State] = match kind {
        Kind::Certification | Kind::Language => &[State::Unverified],
        Kind::Metric | Kind::Rating => &[State::NoEvidence, State::Insufficient],
        Kind::Skill => &[State::NoEvidence],
        Kind::All | Kind::Any | Kind::AtLeast => &[State::CannotTell],
        Kind::Tenure | Kind::TimeInJob | Kind::Training | Kind::Activity | Kind::ClearConduct | Kind::Employment => &[],
    };
    [&[State::Met, State::Waived, State::NotYet, State::Unmet], unknown].concat()
}

#[test]
fn every_kind_of_criterion_is_reviewed_in_every_state_it_can_have() {
    let reviewed: BTreeSet<_> = cases().iter().map(|case| (case.finding.kind, case.finding.state)).collect();
    for kind in Kind::ALL {
        for state in states(*kind) {
            assert!(reviewed.contains(&(*kind, state)), "nobody reviewed {kind} in state {state}");
        }
    }
}

#[test]
fn a_sentence_leaves_nothing_open_and_says_no_key() {
    let told = told(&English::new());
    for line in told.lines() {
        let open = line.contains(['{', '}', '⟦']) || line.contains("  ") && !line.starts_with("  ");
        assert!(!open, "left open: {line}");
        assert!(!line.contains("none,") && !line.contains(" ."), "a variable that is not there was said: {line}");
    }
    for (key, _) in words::MESSAGES.iter().filter(|(key, _)| key.contains('-')) {
        assert!(!told.contains(key), "a key was said: {key}");
    }
}

#[test]
#[allow(clippy::disallowed_methods, reason = "who reviews says so to the test; no setting of the product")]
fn all_sentences_are_as_they_were_last_reviewed() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sentences.txt");
    let told = told(&English::new());
    if std::env::var_os("NEXTRUNG_REVIEW").is_some() {
        std::fs::write(path, &told).expect("the file of sentences can be written");
    }
    let reviewed = std::fs::read_to_string(path).unwrap_or_default();
    for (told, reviewed) in told.lines().zip(reviewed.lines()) {
        assert_eq!(told, reviewed, "said now (left), as reviewed (right); NEXTRUNG_REVIEW=1 rewrites sentences.txt");
    }
    assert_eq!(told.lines().count(), reviewed.lines().count(), "NEXTRUNG_REVIEW=1 rewrites sentences.txt");
}

#[test]
fn words_that_a_file_lacks_are_said_by_their_key() {
    assert_eq!(English::worded("days = { $days } working days").days(3), "3 working days");
    assert_eq!(English::worded("days = { $days } working days").months(3), "months");
}
