//! What comes of a scenario: today's answer and the other one, side by side.

use rules::{Assessment, Change, Day, Engine, Facts, Ladder, Path, State, Status, TrackId};

use serde::{Deserialize, Serialize};

use super::fields::Scenario;

/// A person and what they ask about: all that is needed to answer again and again.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Asked {
    /// What the reader may know of the person, which is all that the engine is asked with.
    pub(crate) facts: Facts,
    pub(crate) ladder: Ladder,
    /// The tracks compared; the first one by its criteria too.
    pub(crate) tracks: Vec<TrackId>,
    /// The first day of the version that judges on the first of them, where it is not the one in force.
    pub(crate) pinned: Option<Day>,
    pub(crate) as_of: Day,
}

/// How a person stands on a track.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Standing {
    pub(crate) status: Status,
    /// Where eligible the last day of it, if there is one; else the first.
    pub(crate) date: Option<Day>,
    /// Whether eligible on the later day that is looked at.
    pub(crate) then: Option<bool>,
}

/// How a criterion stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct CriterionStanding {
    pub(crate) state: State,
    /// Where met the last day of it, if there is one; else the first.
    pub(crate) date: Option<Day>,
}

/// Before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Difference<T> {
    pub(crate) today: T,
    pub(crate) with_changes: T,
}

/// What comes of a scenario.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Outcome {
    /// Of every track that judges, in their order.
    pub(crate) tracks: Vec<(TrackId, Difference<Standing>)>,
    /// Of the first track: the criteria that stand differently.
    pub(crate) criteria: Vec<(Path, Difference<CriterionStanding>)>,
    /// The later day that is looked at.
    pub(crate) day: Option<Day>,
}

impl Asked {
    /// What comes of a scenario.
    pub(crate) fn outcome(&self, scenario: &Scenario) -> Outcome {
        let mut outcome = Outcome { day: scenario.day, ..Outcome::default() };
        let (before, after) = (self.assessments(&[]), self.assessments(&scenario.changes));
        for (before, after) in before.iter().zip(&after) {
            let difference =
                Difference { today: standing(before, scenario.day), with_changes: standing(after, scenario.day) };
            outcome.tracks.push((before.track, difference));
        }
        if let (Some(before), Some(after)) = (before.first(), after.first()) {
            outcome.criteria = criteria(before, after);
        }
        outcome
    }

    /// The tracks that judge, under changes.
    pub(crate) fn assessments(&self, changes: &[Change]) -> Vec<Assessment> {
        let engine = Engine::new(&self.ladder);
        let assumed = self.facts.assuming(changes, &self.ladder, self.as_of);
        let Some(person) = engine.person_assuming(&assumed) else { return Vec::new() };
        let assess = |(at, track): (usize, &TrackId)| match self.pinned {
            Some(from) if at == 0 => person.explain_under(*track, from),
            _ => person.explain(*track),
        };
        self.tracks.iter().enumerate().filter_map(assess).collect()
    }
}

fn standing(assessment: &Assessment, day: Option<Day>) -> Standing {
    let decision = &assessment.decision;
    let date = match decision.status {
        Status::Eligible => decision.lapses_on.map(Day::previous),
        Status::OnCourse | Status::CannotTell | Status::NeedsAction | Status::NotApplicable => decision.earliest_on,
    };
    Standing { status: decision.status, date, then: day.map(|day| assessment.timeline.contains(day)) }
}

fn criteria(before: &Assessment, after: &Assessment) -> Vec<(Path, Difference<CriterionStanding>)> {
    let stands = |finding: &rules::Finding| {
        let date = if finding.state.is_met() { finding.lapses_on.map(Day::previous) } else { finding.earliest_on };
        CriterionStanding { state: finding.state, date }
    };
    let pairs = before.findings.iter().zip(&after.findings).filter(|(before, _)| before.path.is_top_level());
    pairs
        .map(|(before, after)| (before.path.clone(), Difference { today: stands(before), with_changes: stands(after) }))
        .filter(|(_, difference)| difference.today != difference.with_changes)
        .collect()
}
