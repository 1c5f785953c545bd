//! What is stored stays true until `stale_on`, and no longer is promised.

use rules::{Assessment, Day, Decision, Path, State};

use crate::agreement::explained;
use crate::generate::{Case, cases};
use crate::trial::Trial;

/// What lists and reports keep: the decision, the states and dates of findings, and what binds.
/// An earliest day that is the day asked about moves with it, and is not kept.
#[derive(Debug, PartialEq)]
struct Stored {
    criteria_effective_from: Day,
    decision: Decision,
    binding: Vec<Path>,
    findings: Vec<Kept>,
}

/// Of a finding: `met_since`, `earliest_on` and `lapses_on`.
type Kept = (Path, State, [Option<Day>; 3]);

impl Stored {
    fn of(assessment: &Assessment) -> Stored {
        let kept = |earliest_on: Option<Day>| earliest_on.filter(|day| *day != assessment.as_of);
        let mut decision = assessment.decision.clone();
        decision.earliest_on = kept(decision.earliest_on);
        decision.earliest_on_if_verified = kept(decision.earliest_on_if_verified);
        decision.earliest_on_if_known = kept(decision.earliest_on_if_known);
        if let Some(next) = &mut decision.next_version {
            next.earliest_on = kept(next.earliest_on);
        }
        let findings = assessment.findings.iter().map(|finding| {
            let path = finding.path.clone();
            (path, finding.state, [finding.met_since, kept(finding.earliest_on), finding.lapses_on])
        });
        Stored {
            criteria_effective_from: assessment.criteria_effective_from,
            decision,
            binding: assessment.binding.clone(),
            findings: findings.collect(),
        }
    }
}

/// The days looked at before a stored answer is stale: the first few, the last, and some between.
fn days_before(stale_on: Option<Day>, as_of: Day) -> Vec<Day> {
    let far = as_of.plus_days(3_000);
    let last = stale_on.unwrap_or(far).previous();
    let length = as_of.days_until(last);
    let offsets = (1..=length).filter(|offset| *offset < 5 || offset % 61 == 0 || *offset == length);
    offsets.map(|offset| as_of.plus_days(offset)).collect()
}

#[test]
fn nothing_stored_changes_before_it_is_stale() {
    Trial::new("stale_on").hold(&cases(), |case| {
        let Some(assessment) = explained(case) else { return Vec::new() };
        let stored = Stored::of(&assessment);
        let changed = days_before(stored.decision.stale_on, case.as_of).into_iter().find_map(|day| {
            let later = explained(&Case { as_of: day, ..case.clone() })?;
            let later = Stored::of(&later);
            (later != stored).then(|| format!("on {day}\n{later:?}\nis not what was stored\n{stored:?}"))
        });
        changed.into_iter().collect()
    });
}
