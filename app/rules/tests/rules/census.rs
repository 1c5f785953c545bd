//! What random cases are like: every answer that the rules know must occur, and not just once.

use std::collections::BTreeMap;

use proptest::strategy::ValueTree;
use rules::{Kind, NotApplicableReason, State, Status};

use crate::generate::{Case, cases};
use crate::naive::{self, Fault};
use crate::trial::Trial;

/// How often something must occur in a run.
const OFTEN: u32 = 5;

#[derive(Default)]
struct Census(BTreeMap<String, u32>);

impl Census {
    fn count(&mut self, what: impl std::fmt::Display) {
        *self.0.entry(what.to_string()).or_default() += 1;
    }

    fn of(&self, what: &str) -> u32 {
        self.0.get(what).copied().unwrap_or(0)
    }

    fn add(&mut self, case: &Case) {
        self.count("cases");
        let Some(answer) = naive::assess(case.question()) else { return self.count("no assessment") };
        let decision = &answer.decision;
        self.count(format_args!("status {}", decision.status));
        decision.reason.iter().for_each(|reason| self.count(format_args!("reason {reason}")));
        for finding in &answer.findings {
            self.count(format_args!("state {}", finding.state));
            self.count(format_args!("kind {}", finding.kind));
            if finding.state.is_met() {
                self.count(format_args!("met {}", finding.kind));
            }
        }
        let mut dates = |what: &str, there: bool| {
            if there {
                self.count(what);
            }
        };
        dates("lapses_on", decision.lapses_on.is_some());
        dates("next_version", decision.next_version.is_some());
        dates("sooner if verified", decision.earliest_on_if_verified != decision.earliest_on);
        dates("sooner if known", decision.earliest_on_if_known != decision.earliest_on);
        dates("never stale", decision.stale_on.is_none());
        dates("bound by several", answer.binding.len() > 1);
        dates("plan with actions", !answer.plan.actions.is_empty());
        dates("plan blocked", !answer.plan.blocked_by.is_empty());
        let several_actions = answer.plan.actions.len() > 1;
        dates("plan with several actions", several_actions);
        for action in &answer.plan.actions {
            self.count(format_args!("action {}", action.kind));
        }
    }
}

#[test]
fn random_cases_reach_every_state_status_and_reason() {
    let mut trial = Trial::search("census");
    let (strategy, mut census) = (cases(), Census::default());
    while let Some(tree) = trial.next(&strategy) {
        census.add(&tree.current());
    }
    census.0.iter().for_each(|(what, count)| println!("{count:>7}  {what}"));

    let mut wanted: Vec<String> = Vec::new();
    wanted.extend(Status::ALL.iter().map(|one| format!("status {one}")));
    wanted.extend(State::ALL.iter().map(|one| format!("state {one}")));
    wanted.extend(NotApplicableReason::ALL.iter().map(|one| format!("reason {one}")));
    wanted.extend(Kind::ALL.iter().flat_map(|one| [format!("kind {one}"), format!("met {one}")]));
    let actionable = ["certification", "training", "language", "metric", "rating", "skill", "activity"];
    wanted.extend(actionable.iter().map(|one| format!("action {one}")));
    wanted.extend(
        [
            "no assessment",
            "lapses_on",
            "next_version",
            "sooner if verified",
            "sooner if known",
            "bound by several",
            "plan with several actions",
            "plan blocked",
        ]
        .map(String::from),
    );
    let rare: Vec<String> = wanted.into_iter().filter(|what| census.of(what) < OFTEN).collect();
    assert!(rare.is_empty(), "these hardly occur: {rare:?}");
}

/// The judge must be able to be wrong, or it proves nothing: each planted mistake changes some answer.
#[test]
fn every_planted_fault_changes_some_answer_of_the_judge() {
    let mut trial = Trial::search("faults of the judge");
    let strategy = cases();
    let mut unnoticed: Vec<Fault> = Fault::ALL.to_vec();
    while !unnoticed.is_empty()
        && let Some(tree) = trial.next(&strategy)
    {
        let case = tree.current();
        let right = naive::assess(case.question());
        unnoticed.retain(|fault| {
            let wrong = naive::assess(case.question_with(Some(*fault)));
            crate::answer::differences(right.as_ref(), wrong.as_ref()).is_empty()
        });
    }
    assert!(unnoticed.is_empty(), "no case notices {unnoticed:?}");
}
