//! The ladder: the catalogue and the tracks, as section 8 of the rules writes them.

mod catalogue;
mod criterion;

use compact_str::CompactString;
use serde::{Deserialize, Serialize};

use crate::assessment::State;
use crate::choice::choice;
use crate::day::Day;
use crate::decimal::Decimal;
use crate::facts::{Place, WorkMode};

pub use catalogue::{
    Activity, ActivityId, Better, Catalogue, Certification, CertificationId, Course, CourseId, Entry, Job, JobId,
    Metric, MetricId, Skill, SkillId,
};
pub use criterion::{
    Aggregate, Bound, CertificationRule, Clock, Criterion, Group, Kind, LanguageRule, MetricRule, Rule, TrainingRule,
};

/// Which track it is: the place in the ladder's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct TrackId(pub u16);

impl TrackId {
    /// The place in the ladder's list.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// A company's jobs, what can be asked, and the ways from job to job.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ladder {
    /// What criteria and facts can name.
    pub catalogue: Catalogue,
    /// The tracks, in the order of their first appearance in the file.
    pub tracks: Vec<Track>,
}

impl Ladder {
    /// The track of that id. Panics on an id of another ladder.
    pub fn track(&self, id: TrackId) -> &Track {
        &self.tracks[id.index()]
    }

    /// Every track's id, in order.
    pub fn track_ids(&self) -> impl Iterator<Item = TrackId> + use<> {
        (0..self.tracks.len() as u16).map(TrackId)
    }
}

/// A way from jobs to a job, through all its versions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Track {
    /// Its code.
    pub code: CompactString,
    /// At least one, by `effective_from`, no two the same.
    pub versions: Vec<TrackVersion>,
}

impl Track {
    /// The version that judges on a day; none before the first.
    pub fn version_on(&self, day: Day) -> Option<&TrackVersion> {
        let later = self.versions.partition_point(|version| version.effective_from <= day);
        later.checked_sub(1).map(|latest| &self.versions[latest])
    }
}

/// What a track asks from a day on. A published version never changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrackVersion {
    /// The first day on which it judges.
    pub effective_from: Day,
    /// The jobs it leads from; at least one.
    pub from: Vec<JobId>,
    /// The job it leads to.
    pub to: JobId,
    /// Promotion or lateral move.
    pub kind: TrackKind,
    /// Whom it is for.
    pub limits: Where,
    /// How long it typically takes, in months, from and to.
    pub typical_months: Option<(u32, u32)>,
    /// What it adds to pay, in percent, from and to.
    pub pay_increase_percent: Option<(Decimal, Decimal)>,
    /// What is asked: all of it.
    pub criteria: Vec<Criterion>,
}

impl TrackVersion {
    /// The track's own criteria, each with how it stands, of the states of all criteria in the order of findings.
    pub fn standing<'s>(&'s self, states: &'s [State]) -> impl Iterator<Item = (&'s Criterion, State)> {
        let mut at = 0;
        self.criteria.iter().map_while(move |criterion| {
            let state = *states.get(at)?;
            at += criterion.size();
            Some((criterion, state))
        })
    }
}

choice! {
    /// What kind of move a track leads to.
    TrackKind {
        /// Up.
        Promotion = "promotion",
        /// Across.
        Lateral = "lateral",
    }
}

/// The `where` of a track: lists of which the person's own must be one; an absent list asks nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Where {
    /// Sites.
    pub site: Option<Vec<CompactString>>,
    /// Countries.
    pub country: Option<Vec<CompactString>>,
    /// Units.
    pub unit: Option<Vec<CompactString>>,
    /// Ways of working.
    pub work_mode: Option<Vec<WorkMode>>,
}

impl Where {
    /// Whether a place is inside; what the person has no value for is outside.
    pub fn contains(&self, place: &Place) -> bool {
        fn one_of<T: PartialEq>(list: Option<&Vec<T>>, own: Option<&T>) -> bool {
            list.is_none_or(|list| own.is_some_and(|own| list.contains(own)))
        }
        one_of(self.site.as_ref(), place.site.as_ref())
            && one_of(self.country.as_ref(), place.country.as_ref())
            && one_of(self.unit.as_ref(), place.unit.as_ref())
            && one_of(self.work_mode.as_ref(), place.work_mode.as_ref())
    }
}
