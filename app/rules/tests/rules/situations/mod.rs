//! The situations of `tests/situations`: each a person, criteria and days, with the answers worked out by hand from
//! the rules. The engine must give them, and so must the judge of the engine.

mod criteria;
mod expect;
mod person;
mod read;
mod text;

use std::path::{Path, PathBuf};

use rules::{Day, Engine, Facts, Ladder, Track, TrackKind, TrackVersion};

use crate::answer::Answer;
use crate::generate::TRACK;
use crate::naive::{self, Question};
use read::{Codes, day};

/// A situation made ready: its ladder and facts, and its text with the days and what is expected on them.
struct Case {
    text: text::Situation,
    ladder: Ladder,
    facts: Facts,
    /// The version that the caller names.
    judged_by: Option<Day>,
}

/// The folder of the situations.
fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/situations")
}

fn parse<T: serde::de::DeserializeOwned>(file: &Path) -> T {
    let text = std::fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

fn cases() -> Vec<Case> {
    let codes = Codes::new(parse(&folder().join("catalogue.toml")));
    let files = std::fs::read_dir(folder()).expect("the folder of the situations is there");
    let mut files: Vec<PathBuf> = files.map(|file| file.expect("it can be listed").path()).collect();
    files.retain(|file| !file.ends_with("catalogue.toml"));
    files.sort();
    files.iter().flat_map(|file| parse::<text::File>(file).situation).map(|text| case(&codes, text)).collect()
}

fn case(codes: &Codes, text: text::Situation) -> Case {
    let version = |effective_from: Day, criteria: &[text::Criterion]| TrackVersion {
        effective_from,
        from: vec![codes.job(person::USUAL_JOB), codes.job("senior-csr")],
        to: codes.job("team-lead"),
        kind: TrackKind::Promotion,
        limits: text.limits.as_ref().map(criteria::limits).unwrap_or_default(),
        typical_months: None,
        pay_increase_percent: None,
        criteria: criteria::criteria(codes, criteria),
    };
    let since_2020 = Day::new(2020, 1, 1).expect("a day");
    let mut versions: Vec<TrackVersion> = match (&text.criteria, &text.versions) {
        (Some(criteria), None) => vec![version(since_2020, criteria)],
        (None, Some(versions)) => versions.iter().map(|one| version(day(&one.effective_from), &one.criteria)).collect(),
        _ => panic!("{}: a situation has criteria or versions", text.name),
    };
    versions.sort_by_key(|version| version.effective_from);
    let other = Track { code: "another".into(), versions: versions.clone() };
    let tracks = vec![Track { code: "csr-to-team-lead".into(), versions }, other];
    let ladder = Ladder { catalogue: codes.0.clone(), tracks };
    let facts = person::facts(codes, &text.person);
    let judged_by = text.judged_by.as_ref().map(day);
    Case { text, ladder, facts, judged_by }
}

/// Asks for each day of each situation; fails with every answer that is not the one worked out by hand.
fn all_hold(answer: impl Fn(&Case, Day) -> Option<Answer>) {
    let mut wrong = Vec::new();
    for case in cases() {
        for expected in &case.text.on {
            let on = day(&expected.day);
            let unmet = expect::unmet(expected, answer(&case, on).as_ref());
            wrong.extend(unmet.into_iter().map(|line| format!("{:?} on {on}: {line}", case.text.name)));
        }
    }
    assert!(wrong.is_empty(), "{} answers are wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn the_engine_answers_every_situation_as_worked_out_by_hand() {
    all_hold(|case, as_of| {
        let engine = Engine::new(&case.ladder);
        let assessment = match case.judged_by {
            Some(effective_from) => engine.explain_under(&case.facts, TRACK, effective_from, as_of),
            None => engine.explain(&case.facts, TRACK, as_of),
        };
        assessment.as_ref().map(Answer::from)
    });
}

#[test]
fn the_judge_answers_every_situation_as_worked_out_by_hand() {
    all_hold(|case, as_of| {
        let question = Question { ladder: &case.ladder, facts: &case.facts, track: TRACK, as_of, fault: None };
        match case.judged_by {
            Some(effective_from) => naive::assess_under(question, effective_from),
            None => naive::assess(question),
        }
    });
}

/// The names of all situations.
pub(crate) fn names() -> Vec<String> {
    cases().into_iter().map(|case| case.text.name).collect()
}

#[test]
fn every_situation_has_a_name_of_its_own_and_says_why() {
    let mut names = names();
    assert!(names.len() >= 40, "there are only {} situations", names.len());
    names.sort();
    for pair in names.windows(2) {
        assert_ne!(pair[0], pair[1], "two situations have one name");
    }
    for case in cases() {
        let days: Vec<Day> = case.text.on.iter().map(|expected| day(&expected.day)).collect();
        assert!(case.text.why.len() > 20, "{}: why?", case.text.name);
        assert!(!days.is_empty() && days.is_sorted(), "{}: days are in order", case.text.name);
    }
}
