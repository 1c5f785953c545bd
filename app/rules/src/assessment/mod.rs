//! What the engine answers: statuses, states, findings, evidence and the plan. Typed; `words` makes sentences.

mod evidence;
mod measure;
mod path;
mod plan;
mod service;
mod state;

use compact_str::CompactString;
use serde::Serialize;

use crate::day::Day;
use crate::ladder::{Kind, TrackId};
use crate::progress::Progress;
use crate::timeline::Timeline;

pub use evidence::Evidence;
pub use measure::{HeldCredential, HeldStanding, Measure};
pub use path::Path;
pub use plan::{Action, Plan, Step};
pub use service::{Counted, Service};
pub use state::{NotApplicableReason, State, Status};

/// What lists and reports keep of an assessment: status and all dates.
/// Nothing in it changes before [`stale_on`](Decision::stale_on), but a date that equals `as_of` moves with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// Where the person stands.
    pub status: Status,
    /// Why the track does not apply, where it does not.
    pub reason: Option<NotApplicableReason>,
    /// The first day of the span of the track's timeline that contains `as_of`.
    pub eligible_since: Option<Day>,
    /// The first day of the track's timeline on or after `as_of`.
    pub earliest_on: Option<Day>,
    /// The same with claims counted as verified.
    pub earliest_on_if_verified: Option<Day>,
    /// The same with every unknown leaf taken to hold from `as_of` on.
    pub earliest_on_if_known: Option<Day>,
    /// The first day after `as_of` that is out of the span that contains it.
    pub lapses_on: Option<Day>,
    /// The first boundary after `as_of` of the track's timeline or of a finding's.
    pub next_change_on: Option<Day>,
    /// The first day on which the same facts could give another assessment; null: never.
    pub stale_on: Option<Day>,
    /// What a version that is published but not yet in force says.
    pub next_version: Option<NextVersion>,
}

/// What the next version of the criteria says, on the same day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct NextVersion {
    /// The first day on which it judges.
    pub effective_from: Day,
    /// The status under it.
    pub status: Status,
    /// The earliest day under it.
    pub earliest_on: Option<Day>,
}

/// A person, a track, a day: the whole answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessment {
    /// The track assessed.
    pub track: TrackId,
    /// The day.
    pub as_of: Day,
    /// Which version judged.
    pub criteria_effective_from: Day,
    /// Status and dates.
    pub decision: Decision,
    /// The mean of the top-level criteria's.
    pub progress: Progress,
    /// What to work on: paths of top-level criteria.
    pub binding: Vec<Path>,
    /// The days on which everything holds.
    pub timeline: Timeline,
    /// Every criterion, groups included, parent first: in the order of their paths.
    pub findings: Vec<Finding>,
    /// The earliest day if she starts now, and what that takes.
    pub plan: Plan,
}

/// How one criterion stands, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Where it stands in the track.
    pub path: Path,
    /// Its written id.
    pub id: Option<CompactString>,
    /// Its kind.
    pub kind: Kind,
    /// How it stands on `as_of`.
    pub state: State,
    /// The first day of the span of its timeline that contains `as_of`.
    pub met_since: Option<Day>,
    /// The first day of its timeline on or after `as_of`.
    pub earliest_on: Option<Day>,
    /// The first day after `as_of` that is out of the span that contains it.
    pub lapses_on: Option<Day>,
    /// How much is done.
    pub progress: Progress,
    /// The days on which it holds, waivers joined.
    pub timeline: Timeline,
    /// The person's side of it, in numbers: what the sentence is made from.
    pub measure: Measure,
    /// Which facts decided.
    pub evidence: Vec<Evidence>,
}
