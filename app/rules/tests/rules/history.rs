//! "As of 1 March" gives on any later day what it gave on 1 March.

use rules::{Assessment, Facts, Standing, TrainingStatus};

use crate::agreement::explained;
use crate::generate::{Case, cases, cases_with_a_future};
use crate::trial::Trial;

/// All of an assessment but `stale_on`, the one thing that a fact to come may move.
fn lasting(assessment: Option<Assessment>) -> Option<Assessment> {
    assessment.map(|mut assessment| {
        assessment.decision.stale_on = None;
        assessment
    })
}

fn unlike(before: Option<Assessment>, after: Option<Assessment>) -> Vec<String> {
    let (before, after) = (lasting(before), lasting(after));
    if before == after { Vec::new() } else { vec![format!("before\n{before:#?}\nafter\n{after:#?}")] }
}

#[test]
fn what_happens_later_never_changes_the_assessment_of_a_day() {
    Trial::new("later facts").hold(&cases_with_a_future(), |(case, future)| {
        let mut later = case.clone();
        later.facts = both(&case.facts, future);
        unlike(explained(case), explained(&later))
    });
}

#[test]
fn forgetting_what_had_not_happened_changes_nothing() {
    Trial::new("forgotten facts").hold(&cases(), |case| {
        let forgotten = Case { facts: until(case), ..case.clone() };
        unlike(explained(case), explained(&forgotten))
    });
}

/// The facts of both, in the order in which the engine reads them.
fn both(facts: &Facts, more: &Facts) -> Facts {
    let mut all = facts.clone();
    all.leaves.extend(more.leaves.iter().copied());
    all.credentials.extend(more.credentials.iter().copied());
    all.proficiencies.extend(more.proficiencies.iter().cloned());
    all.trainings.extend(more.trainings.iter().copied());
    all.results.extend(more.results.iter().copied());
    all.reviews.extend(more.reviews.iter().copied());
    all.skills.extend(more.skills.iter().copied());
    all.activities.extend(more.activities.iter().copied());
    all.conduct.extend(more.conduct.iter().copied());
    all.waivers.extend(more.waivers.iter().cloned());
    all.sort();
    all
}

/// The facts as they stood in the books on the day: rows and ends of later are not in them yet.
pub(crate) fn until(case: &Case) -> Facts {
    let (mut facts, as_of) = (case.facts.clone(), case.as_of);
    facts.employments.retain(|row| row.hired_on <= as_of);
    facts.assignments.retain(|row| row.started_on <= as_of);
    facts.leaves.retain(|row| row.started_on <= as_of);
    facts.credentials.retain(|row| row.issued_on <= as_of);
    facts.proficiencies.retain(|row| row.assessed_on <= as_of);
    facts.trainings.retain(|row| !matches!(row.status, TrainingStatus::CompletedOn(day) if day > as_of));
    facts.results.retain(|row| row.month <= as_of.month());
    facts.reviews.retain(|row| row.reviewed_on <= as_of);
    facts.skills.retain(|row| row.assessed_on <= as_of);
    facts.activities.retain(|row| row.occurred_on <= as_of);
    facts.conduct.retain(|row| row.issued_on <= as_of);
    facts.waivers.retain(|row| row.from_on <= as_of);
    facts.employments.iter_mut().for_each(|row| row.left_on = row.left_on.filter(|day| *day <= as_of));
    facts.assignments.iter_mut().for_each(|row| row.ended_on = row.ended_on.filter(|day| *day <= as_of));
    facts.conduct.iter_mut().for_each(|row| row.closed_on = row.closed_on.filter(|day| *day <= as_of));
    for row in &mut facts.credentials {
        if matches!(row.standing, Standing::RevokedOn(day) if day > as_of) {
            row.standing = Standing::Verified;
        }
    }
    facts
}
