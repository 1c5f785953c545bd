//! Which facts decided.

use crate::day::{Day, Month};
use crate::decimal::Decimal;
use crate::facts::{EmploymentKind, LanguageTag, Level};
use crate::ladder::{ActivityId, CertificationId, CourseId, JobId, MetricId, SkillId};

/// A fact that decided, by the names that files give its columns.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are the columns of section 3")]
pub enum Evidence {
    /// The service date of `employees.csv`.
    ServiceDate { service_date: Day },
    /// A span of employment.
    Employment { hired_on: Day, left_on: Option<Day>, employment: EmploymentKind },
    /// A period in a job.
    Assignment { job: JobId, started_on: Day, ended_on: Option<Day> },
    /// A leave that did not count.
    Leave { started_on: Day, ended_on: Option<Day> },
    /// A credential.
    Certification {
        certification: CertificationId,
        issued_on: Day,
        expires_on: Option<Day>,
        revoked_on: Option<Day>,
        claimed: bool,
    },
    /// A language assessment.
    Language { language: LanguageTag, level: Level, assessed_on: Day, expires_on: Option<Day>, claimed: bool },
    /// A completion.
    Completion { course: CourseId, completed_on: Day, score: Option<Decimal> },
    /// A booking.
    Booking { course: CourseId, planned_on: Day },
    /// A month of a metric.
    Metric { metric: MetricId, month: Month, value: Decimal, sample: Option<u32> },
    /// A review.
    Review { reviewed_on: Day, rating: Decimal },
    /// A judgement of a skill.
    Skill { skill: SkillId, level: u8, assessed_on: Day },
    /// An activity.
    Activity { activity: ActivityId, occurred_on: Day, count: u32 },
    /// A conduct action; its kind is never said.
    Conduct { issued_on: Day, closed_on: Option<Day> },
    /// A waiver.
    Waiver { from_on: Day, until_on: Day },
}
