//! What somebody can do, and by when: section 6 of the rules.

use super::path::Path;
use crate::day::Day;
use crate::facts::LanguageTag;
use crate::ladder::{CertificationId, CourseId, Kind};

/// The earliest day on which she can be eligible if she starts now, and what that takes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// That day, if there is one.
    pub eligible_on: Option<Day>,
    /// What it takes, in path order; none can be left out or start a day later.
    pub actions: Vec<Action>,
    /// Where there is no day: the top-level criteria that have none even so.
    pub blocked_by: Vec<Path>,
}

/// One thing to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    /// The leaf it is for.
    pub path: Path,
    /// The leaf's kind.
    pub kind: Kind,
    /// How long it takes, in days from `as_of`.
    pub lead_days: u32,
    /// The last day to start.
    pub start_by: Day,
    /// What to do, typed.
    pub step: Step,
}

/// What to do, typed; `words` makes the sentence from it and the criterion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Earn one of these, the quickest first.
    Certification {
        /// What would do.
        any_of: Vec<CertificationId>,
    },
    /// Complete these, and one of those.
    Training {
        /// The missing of `all_of`.
        all_of: Vec<CourseId>,
        /// Empty where none is asked or one is there.
        any_of: Vec<CourseId>,
    },
    /// Bring so many more languages to the level.
    Language {
        /// How many more.
        count: u32,
        /// The nearest ones that the person already has; the rest are further languages.
        nearest: Vec<LanguageTag>,
    },
    /// Reach the bound in so many whole months to come.
    Metric,
    /// Get the rating.
    Rating,
    /// Be assessed at the level.
    Skill,
    /// Do it so many more times.
    Activity {
        /// How many.
        missing: u64,
    },
}
