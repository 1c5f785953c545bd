//! What is read off a frozen assessment.

use rules::{Day, Kind, NotApplicableReason, State, Status};
use serde::Deserialize;
use serde_json::Value;

/// What was decided.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct FrozenDecision {
    /// Where the person stood.
    pub status: Status,
    /// Why the track did not apply, where it did not.
    pub reason: Option<NotApplicableReason>,
    /// The first day of the span that contains the day.
    pub eligible_since: Option<Day>,
    /// The first day from then on.
    pub earliest_on: Option<Day>,
    /// The same with claims counted as verified.
    pub earliest_on_if_verified: Option<Day>,
    /// The same with what is unknown taken to hold.
    pub earliest_on_if_known: Option<Day>,
    /// The first day out of the span again.
    pub lapses_on: Option<Day>,
    /// What to work on: paths of criteria.
    pub binding: Vec<String>,
}

/// How a criterion stood.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct FrozenFinding {
    /// Its place in the track, as in `1.0`.
    pub path: String,
    /// Its written id.
    pub id: Option<String>,
    /// Its kind.
    pub kind: Kind,
    /// How it stood.
    pub state: State,
    /// The first day of the span that contains the day.
    pub met_since: Option<Day>,
    /// The first day on which it holds, from then on.
    pub earliest_on: Option<Day>,
    /// The first day on which it holds no longer.
    pub lapses_on: Option<Day>,
    /// The sentence that was said of it.
    pub summary: String,
}

/// What of an assessment is read off its JSON.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub(super) struct Frozen {
    pub(super) employee: String,
    pub(super) track: String,
    pub(super) as_of: Day,
    pub(super) criteria_effective_from: Day,
    #[serde(flatten)]
    pub(super) decision: FrozenDecision,
    pub(super) findings: Vec<FrozenFinding>,
}

impl Frozen {
    pub(super) fn of(assessment: &Value) -> Result<Frozen, serde_json::Error> {
        Frozen::deserialize(assessment)
    }
}
