//! The jobs, certifications, courses, metrics, skills and activities that a company knows.

use compact_str::CompactString;
use serde::{Deserialize, Serialize};

use crate::choice::choice;

/// A thing with a code and a title.
pub trait Entry {
    /// As files and criteria name it.
    fn code(&self) -> &str;
    /// As people read it.
    fn title(&self) -> &str;
}

/// Declares a kind of catalogue entry's id: its place in the catalogue.
macro_rules! entry {
    ($entry:ident, $id:ident, $($doc:literal)?) => {
        #[doc = concat!("Which ", $($doc,)? " it is: the place in the catalogue's list.")]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $id(pub u16);

        impl $id {
            /// The place in the catalogue's list.
            pub fn index(self) -> usize {
                usize::from(self.0)
            }
        }

        impl Entry for $entry {
            fn code(&self) -> &str {
                &self.code
            }
            fn title(&self) -> &str {
                &self.title
            }
        }
    };
}

entry!(Job, JobId, "job");
entry!(Certification, CertificationId, "certification");
entry!(Course, CourseId, "course");
entry!(Metric, MetricId, "metric");
entry!(Skill, SkillId, "skill");
entry!(Activity, ActivityId, "activity");

/// Everything that criteria and facts can name, each list in the order of the ladder file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Catalogue {
    /// Jobs.
    pub jobs: Vec<Job>,
    /// Certifications.
    pub certifications: Vec<Certification>,
    /// Courses.
    pub courses: Vec<Course>,
    /// Metrics.
    pub metrics: Vec<Metric>,
    /// Skills.
    pub skills: Vec<Skill>,
    /// Activities.
    pub activities: Vec<Activity>,
}

impl Catalogue {
    /// The job of that id. As all of these, it panics on an id of another catalogue.
    pub fn job(&self, id: JobId) -> &Job {
        &self.jobs[id.index()]
    }
    /// The certification of that id.
    pub fn certification(&self, id: CertificationId) -> &Certification {
        &self.certifications[id.index()]
    }
    /// The course of that id.
    pub fn course(&self, id: CourseId) -> &Course {
        &self.courses[id.index()]
    }
    /// The metric of that id.
    pub fn metric(&self, id: MetricId) -> &Metric {
        &self.metrics[id.index()]
    }
    /// The skill of that id.
    pub fn skill(&self, id: SkillId) -> &Skill {
        &self.skills[id.index()]
    }
    /// The activity of that id.
    pub fn activity(&self, id: ActivityId) -> &Activity {
        &self.activities[id.index()]
    }
}

/// A kind of job.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Job {
    /// Its code.
    pub code: CompactString,
    /// Its title.
    pub title: String,
    /// Its height on the ladder, where given; 1 is entry.
    pub level: Option<u32>,
}

/// A kind of certification.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certification {
    /// Its code.
    pub code: CompactString,
    /// Its title.
    pub title: String,
    /// Who issues it.
    pub issuer: Option<String>,
    /// Those of one family are ranked: a higher one also counts as a lower.
    pub family: Option<CompactString>,
    /// The rank within the family.
    pub rank: Option<u32>,
    /// How long it is valid where the credential itself does not say.
    pub validity_months: Option<u32>,
    /// How many days it takes to earn.
    pub lead_days: Option<u32>,
}

/// A course.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Course {
    /// Its code.
    pub code: CompactString,
    /// Its title.
    pub title: String,
    /// How many days it takes to get done.
    pub lead_days: Option<u32>,
}

/// A monthly measure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Metric {
    /// Its code.
    pub code: CompactString,
    /// Its title.
    pub title: String,
    /// Its unit; with `%` no bound may pass 100.
    pub unit: Option<CompactString>,
    /// Which way is better.
    pub better: Option<Better>,
    /// How many days after its last day a month closes; until then the month before counts.
    pub closes_after_days: u32,
}

choice! {
    /// Which way of a metric is better.
    Better { Higher = "higher", Lower = "lower" }
}

/// A skill, judged 1 to 5.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Skill {
    /// Its code.
    pub code: CompactString,
    /// Its title.
    pub title: String,
}

/// An activity that is counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Activity {
    /// Its code.
    pub code: CompactString,
    /// Its title.
    pub title: String,
}
