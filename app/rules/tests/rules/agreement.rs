//! The engine says what the judge says, whoever is asked about and whatever is asked.

use proptest::strategy::ValueTree;
use rules::{Assessment, Engine, State};

use crate::answer::{Answer, differences};
use crate::generate::{Case, TRACK, cases};
use crate::naive::{self, Fault};
use crate::trial::Trial;

/// What the engine says of a case.
pub(crate) fn explained(case: &Case) -> Option<Assessment> {
    Engine::new(&case.ladder).explain(&case.facts, TRACK, case.as_of)
}

/// What the engine and a judge, who may be made to err, disagree on.
fn disagreements(case: &Case, fault: Option<Fault>) -> Vec<String> {
    let engine = explained(case).as_ref().map(Answer::from);
    let judge = naive::assess(case.question_with(fault));
    differences(judge.as_ref(), engine.as_ref())
}

#[test]
fn the_engine_says_what_the_judge_says() {
    Trial::new("agreement").hold(&cases(), |case| disagreements(case, None));
}

#[test]
fn the_engine_says_what_the_judge_says_under_every_version_that_is_named() {
    Trial::new("agreement under a version").hold(&cases(), |case| {
        let engine = Engine::new(&case.ladder);
        let versions = &case.ladder.track(TRACK).versions;
        let of_version = |from| {
            let explained = engine.explain_under(&case.facts, TRACK, from, case.as_of);
            let judged = naive::assess_under(case.question(), from);
            differences(judged.as_ref(), explained.as_ref().map(Answer::from).as_ref())
        };
        let unknown = versions[0].effective_from.previous();
        versions.iter().map(|version| version.effective_from).chain([unknown]).flat_map(of_version).collect()
    });
}

#[test]
fn deciding_and_explaining_give_the_same_decision() {
    Trial::new("decide and explain").hold(&cases(), |case| {
        let decided = Engine::new(&case.ladder).decide(&case.facts, TRACK, case.as_of);
        let explained = explained(case).map(|assessment| assessment.decision);
        if decided == explained { Vec::new() } else { vec![format!("decided {decided:?}, explained {explained:?}")] }
    });
}

#[test]
fn the_states_that_lists_keep_are_those_of_the_findings() {
    Trial::new("states and findings").hold(&cases(), |case| {
        let engine = Engine::new(&case.ladder);
        let version = &case.ladder.track(TRACK).versions;
        let kept = engine.person(&case.facts, case.as_of).and_then(|subject| subject.states(TRACK));
        let Some(whole) = explained(case) else {
            return kept.map(|kept| format!("kept {kept:?} of nothing")).into_iter().collect();
        };
        let kept = kept.unwrap_or_default();
        let found: Vec<State> = whole.findings.iter().map(|finding| finding.state).collect();
        let judge = version.iter().find(|one| one.effective_from == whole.criteria_effective_from).unwrap();
        let own: Vec<State> = judge.standing(&kept).map(|(_, state)| state).collect();
        let top = whole.findings.iter().filter(|finding| finding.path.is_top_level());
        let top: Vec<State> = top.map(|finding| finding.state).collect();
        if (&kept, &own) == (&found, &top) {
            Vec::new()
        } else {
            vec![format!("kept {kept:?} and {own:?} of {whole:?}")]
        }
    });
}

/// A mistake of any of these kinds, on whichever side, cannot stay green.
#[test]
fn every_planted_fault_is_noticed() {
    let mut trial = Trial::search("planted faults");
    let strategy = cases();
    let mut unnoticed = Fault::ALL.to_vec();
    while !unnoticed.is_empty()
        && let Some(tree) = trial.next(&strategy)
    {
        let case = tree.current();
        unnoticed.retain(|fault| disagreements(&case, Some(*fault)).is_empty());
    }
    assert!(unnoticed.is_empty(), "nothing notices {unnoticed:?}");
}
