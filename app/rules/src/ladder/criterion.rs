//! What a track asks: the kinds of criteria of section 4.

use compact_str::CompactString;
use serde::{Deserialize, Serialize};

use super::catalogue::{ActivityId, CertificationId, CourseId, JobId, MetricId, SkillId};
use crate::choice::choice;
use crate::decimal::Decimal;
use crate::facts::{Assessor, EmploymentKind, LanguageTag, Level};

/// One thing asked, with its name and HR's reason for asking.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Criterion {
    /// Unique in the track and kept across versions; what waivers name.
    pub id: Option<CompactString>,
    /// A sentence by HR, shown with it.
    pub why: Option<String>,
    /// What is asked.
    pub rule: Rule,
}

impl Criterion {
    /// How many criteria it is, its parts with it.
    pub(super) fn size(&self) -> usize {
        1 + self.rule.parts().iter().map(Criterion::size).sum::<usize>()
    }
}

/// What is asked: eleven kinds of leaf, three kinds of group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Rule {
    /// So many months of service.
    Tenure {
        /// At least 1.
        months: u32,
        /// From when it counts.
        clock: Clock,
    },
    /// So many months, unbroken, in such jobs.
    TimeInJob {
        /// At least 1.
        months: u32,
        /// Which jobs; `None` means whichever job is held on the day.
        jobs: Option<Vec<JobId>>,
    },
    /// A credential in force.
    Certification(CertificationRule),
    /// Languages at a level.
    Language(LanguageRule),
    /// Courses completed.
    Training(TrainingRule),
    /// A monthly measure over the latest closed months.
    Metric(MetricRule),
    /// The latest reviews all reach a rating.
    Rating {
        /// The rating to reach.
        at_least: Decimal,
        /// How many reviews, at least 1.
        reviews: u32,
    },
    /// The latest judgement of a skill.
    Skill {
        /// Which skill.
        skill: SkillId,
        /// 1 to 5.
        at_least: u8,
        /// Whose judgement.
        assessor: Assessor,
    },
    /// Things done often enough.
    Activity {
        /// Which activity.
        activity: ActivityId,
        /// At least 1.
        count: u32,
        /// How long each counts; `None`: forever.
        within_months: Option<u32>,
    },
    /// No conduct action open, nor closed within so many months.
    ClearConduct {
        /// At least 1.
        months: u32,
    },
    /// Employed in one of these ways.
    Employment {
        /// Not empty.
        any_of: Vec<EmploymentKind>,
    },
    /// Every part holds.
    All(Vec<Criterion>),
    /// One part holds.
    Any(Vec<Criterion>),
    /// So many parts hold.
    AtLeast {
        /// 1 to the number of parts.
        count: u32,
        /// The parts.
        of: Vec<Criterion>,
    },
}

choice! {
    /// The kinds of criteria, as findings name them.
    Kind {
        Tenure = "tenure",
        TimeInJob = "time_in_job",
        Certification = "certification",
        Language = "language",
        Training = "training",
        Metric = "metric",
        Rating = "rating",
        Skill = "skill",
        Activity = "activity",
        ClearConduct = "clear_conduct",
        Employment = "employment",
        All = "all",
        Any = "any",
        AtLeast = "at_least",
    }
}

impl Rule {
    /// Its kind.
    pub fn kind(&self) -> Kind {
        match self {
            Rule::Tenure { .. } => Kind::Tenure,
            Rule::TimeInJob { .. } => Kind::TimeInJob,
            Rule::Certification(_) => Kind::Certification,
            Rule::Language(_) => Kind::Language,
            Rule::Training(_) => Kind::Training,
            Rule::Metric(_) => Kind::Metric,
            Rule::Rating { .. } => Kind::Rating,
            Rule::Skill { .. } => Kind::Skill,
            Rule::Activity { .. } => Kind::Activity,
            Rule::ClearConduct { .. } => Kind::ClearConduct,
            Rule::Employment { .. } => Kind::Employment,
            Rule::All(_) => Kind::All,
            Rule::Any(_) => Kind::Any,
            Rule::AtLeast { .. } => Kind::AtLeast,
        }
    }

    /// What it is of its parts, if it is a group; `None` of a leaf.
    pub fn group(&self) -> Option<Group<'_>> {
        match self {
            Rule::All(of) => Some(Group::All(of)),
            Rule::Any(of) => Some(Group::Any(of)),
            Rule::AtLeast { count, of } => Some(Group::AtLeast { count: *count, of }),
            Rule::Tenure { .. }
            | Rule::TimeInJob { .. }
            | Rule::Certification(_)
            | Rule::Language(_)
            | Rule::Training(_)
            | Rule::Metric(_)
            | Rule::Rating { .. }
            | Rule::Skill { .. }
            | Rule::Activity { .. }
            | Rule::ClearConduct { .. }
            | Rule::Employment { .. } => None,
        }
    }

    /// The parts of a group; none of a leaf.
    pub fn parts(&self) -> &[Criterion] {
        match self.group() {
            Some(Group::All(of) | Group::Any(of) | Group::AtLeast { of, .. }) => of,
            None => &[],
        }
    }
}

/// How a group asks for its parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group<'r> {
    /// Every one.
    All(&'r [Criterion]),
    /// One of them.
    Any(&'r [Criterion]),
    /// So many of them.
    AtLeast {
        /// 1 to the number of parts.
        count: u32,
        /// The parts.
        of: &'r [Criterion],
    },
}

choice! {
    /// From when tenure counts.
    Clock {
        /// The service date; where there is none, as `hired_on`.
        ServiceDate = "service_date",
        /// The first day of the current span of employment.
        HiredOn = "hired_on",
    }
}

/// Which credentials would do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CertificationRule {
    /// One of these.
    AnyOf(Vec<CertificationId>),
    /// Of this one's family, with its rank or above.
    Family {
        /// The family.
        family: CompactString,
        /// A certification of the family that has a rank.
        at_least: CertificationId,
    },
}

/// Languages at a level.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LanguageRule {
    /// The level.
    pub at_least: Level,
    /// How many different languages, at least 1.
    pub count: u32,
    /// Which languages count; `None`: every one.
    pub of: Option<Vec<LanguageTag>>,
    /// Which do not.
    pub except: Vec<LanguageTag>,
}

/// Courses completed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrainingRule {
    /// Each of these.
    pub all_of: Vec<CourseId>,
    /// One of these, where there are any.
    pub any_of: Vec<CourseId>,
    /// How long a completion counts; `None`: forever.
    pub within_months: Option<u32>,
    /// The score that counts; a completion without a score does not then.
    pub min_score: Option<Decimal>,
}

/// A monthly measure over the latest closed months.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MetricRule {
    /// Which metric.
    pub metric: MetricId,
    /// How many of the latest closed months, at least 1.
    pub months: u32,
    /// What the aggregate must meet.
    pub bound: Bound,
    /// How the months make one number.
    pub aggregate: Aggregate,
    /// How many of them must have a value; `None`: all.
    pub min_months: Option<u32>,
    /// What their samples must add up to.
    pub min_sample: Option<u32>,
}

/// The side of a number to be on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Bound {
    /// This or more.
    AtLeast(Decimal),
    /// This or less.
    AtMost(Decimal),
}

choice! {
    /// How months make one number.
    Aggregate {
        /// The mean, weighted by sample where every month has one over 0.
        Average = "average",
        /// The smallest.
        Minimum = "minimum",
        /// The largest.
        Maximum = "maximum",
        /// That of the latest month with a value.
        Latest = "latest",
    }
}
