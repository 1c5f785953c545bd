//! The situations as HR writes them: `tests/situations/*.toml`, and the catalogue that they share.
//! Names of columns and criteria are those of sections 3 and 4.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::value::Datetime;

/// A file of situations.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    pub(super) situation: Vec<Situation>,
}

/// A person, what is asked, and what is expected on some days.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Situation {
    pub(super) name: String,
    /// The clause, in words: why the answer must be this one.
    pub(super) why: String,
    pub(super) person: Person,
    /// In force since 2020; for several versions there is `versions`.
    pub(super) criteria: Option<Vec<Criterion>>,
    pub(super) versions: Option<Vec<Version>>,
    /// The version that the caller names.
    pub(super) judged_by: Option<Datetime>,
    #[serde(rename = "where")]
    pub(super) limits: Option<Limits>,
    pub(super) on: Vec<Expected>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Version {
    pub(super) effective_from: Datetime,
    pub(super) criteria: Vec<Criterion>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub(super) struct Limits {
    pub(super) site: Option<Vec<String>>,
    pub(super) country: Option<Vec<String>>,
    pub(super) unit: Option<Vec<String>>,
    pub(super) work_mode: Option<Vec<String>>,
}

/// One of these, with its `id`.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Criterion {
    pub(super) id: Option<String>,
    pub(super) tenure: Option<Tenure>,
    pub(super) time_in_job: Option<TimeInJob>,
    pub(super) certification: Option<Certification>,
    pub(super) language: Option<Language>,
    pub(super) training: Option<Training>,
    pub(super) metric: Option<Metric>,
    pub(super) rating: Option<Rating>,
    pub(super) skill: Option<Skill>,
    pub(super) activity: Option<Activity>,
    pub(super) clear_conduct: Option<ClearConduct>,
    pub(super) employment: Option<Employment>,
    pub(super) all: Option<Vec<Criterion>>,
    pub(super) any: Option<Vec<Criterion>>,
    pub(super) at_least: Option<AtLeast>,
}

/// Declares what stands inside a criterion or a row: every key known, missing lists empty.
macro_rules! keys {
    ($($name:ident { $($field:ident: $kind:ty),+ $(,)? })+) => { $(
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        pub(super) struct $name { $(pub(super) $field: $kind),+ }
    )+ };
}

keys! {
    Tenure { months: u32, clock: Option<String> }
    TimeInJob { months: u32, jobs: Option<Vec<String>> }
    Certification { any_of: Option<Vec<String>>, family: Option<String>, at_least: Option<String> }
    Language { at_least: String, count: Option<u32>, of: Option<Vec<String>>, except: Option<Vec<String>> }
    Training { all_of: Option<Vec<String>>, any_of: Option<Vec<String>>, within_months: Option<u32>, min_score: Option<f64> }
    Metric {
        metric: String,
        months: u32,
        at_least: Option<f64>,
        at_most: Option<f64>,
        aggregate: Option<String>,
        min_months: Option<u32>,
        min_sample: Option<u32>,
    }
    Rating { at_least: f64, reviews: Option<u32> }
    Skill { skill: String, at_least: u8, assessor: Option<String> }
    Activity { activity: String, count: u32, within_months: Option<u32> }
    ClearConduct { months: u32 }
    Employment { any_of: Vec<String> }
    AtLeast { count: u32, of: Vec<Criterion> }

    EmploymentRow { hired_on: Datetime, left_on: Option<Datetime>, employment: Option<String> }
    AssignmentRow { job: String, started_on: Datetime, ended_on: Option<Datetime> }
    LeaveRow { started_on: Datetime, ended_on: Option<Datetime>, counts_toward_tenure: Option<bool> }
    CertificationRow {
        certification: String,
        issued_on: Datetime,
        expires_on: Option<Datetime>,
        status: Option<String>,
        revoked_on: Option<Datetime>,
    }
    LanguageRow { language: String, level: String, assessed_on: Datetime, expires_on: Option<Datetime>, status: Option<String> }
    TrainingRow {
        course: String,
        status: String,
        completed_on: Option<Datetime>,
        planned_on: Option<Datetime>,
        score: Option<f64>,
    }
    MetricRow { metric: String, month: String, value: f64, sample: Option<u32> }
    ReviewRow { reviewed_on: Datetime, rating: f64 }
    SkillRow { skill: String, level: u8, assessed_on: Datetime, assessor: Option<String> }
    ActivityRow { activity: String, occurred_on: Datetime, count: Option<u32> }
    ConductRow { issued_on: Datetime, closed_on: Option<Datetime> }
    WaiverRow { criterion: String, from_on: Datetime, until_on: Datetime, track: Option<String> }

    ExpectedAction { path: String, start_by: Datetime, lead_days: u32 }
    ExpectedVersion { effective_from: Datetime, status: String, earliest_on: Moment }
}

/// The row of `employees.csv` and the rows of the other files.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Person {
    pub(super) hired_on: Datetime,
    pub(super) left_on: Option<Datetime>,
    pub(super) service_date: Option<Datetime>,
    pub(super) employment: Option<String>,
    pub(super) job: Option<String>,
    pub(super) job_started_on: Option<Datetime>,
    pub(super) site: Option<String>,
    pub(super) country: Option<String>,
    pub(super) unit: Option<String>,
    pub(super) work_mode: Option<String>,
    #[serde(default)]
    pub(super) employments: Vec<EmploymentRow>,
    #[serde(default)]
    pub(super) assignments: Vec<AssignmentRow>,
    #[serde(default)]
    pub(super) leaves: Vec<LeaveRow>,
    #[serde(default)]
    pub(super) certifications: Vec<CertificationRow>,
    #[serde(default)]
    pub(super) languages: Vec<LanguageRow>,
    #[serde(default)]
    pub(super) trainings: Vec<TrainingRow>,
    #[serde(default)]
    pub(super) metrics: Vec<MetricRow>,
    #[serde(default)]
    pub(super) reviews: Vec<ReviewRow>,
    #[serde(default)]
    pub(super) skills: Vec<SkillRow>,
    #[serde(default)]
    pub(super) activities: Vec<ActivityRow>,
    #[serde(default)]
    pub(super) conduct: Vec<ConductRow>,
    #[serde(default)]
    pub(super) waivers: Vec<WaiverRow>,
}

/// A date, or `"never"`, or `"none"`.
#[derive(Deserialize)]
#[serde(untagged)]
pub(super) enum Moment {
    On(Datetime),
    Not(String),
}

/// What the next version says, or `"none"`.
#[derive(Deserialize)]
#[serde(untagged)]
pub(super) enum NextVersion {
    Says(ExpectedVersion),
    Not(String),
}

/// What must be so on a day; what is not named is not looked at.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Expected {
    pub(super) day: Datetime,
    /// `false`: there is no assessment.
    pub(super) assessed: Option<bool>,
    pub(super) status: Option<String>,
    pub(super) reason: Option<String>,
    pub(super) criteria_effective_from: Option<Datetime>,
    pub(super) eligible_since: Option<Moment>,
    pub(super) earliest_on: Option<Moment>,
    pub(super) earliest_on_if_verified: Option<Moment>,
    pub(super) earliest_on_if_known: Option<Moment>,
    pub(super) lapses_on: Option<Moment>,
    pub(super) next_change_on: Option<Moment>,
    pub(super) stale_on: Option<Moment>,
    pub(super) next_version: Option<NextVersion>,
    pub(super) progress: Option<f64>,
    pub(super) binding: Option<Vec<String>>,
    pub(super) timeline: Option<Vec<Vec<Datetime>>>,
    /// By path.
    #[serde(default)]
    pub(super) states: BTreeMap<String, String>,
    /// By path.
    #[serde(default)]
    pub(super) progresses: BTreeMap<String, f64>,
    /// By path: `[[from, until], …]`, the last without `until` where it is open.
    #[serde(default)]
    pub(super) timelines: BTreeMap<String, Vec<Vec<Datetime>>>,
    pub(super) plan: Option<ExpectedPlan>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ExpectedPlan {
    pub(super) eligible_on: Moment,
    #[serde(default)]
    pub(super) actions: Vec<ExpectedAction>,
    #[serde(default)]
    pub(super) blocked_by: Vec<String>,
}

/// The jobs, certifications, courses and so on that situations may name: `catalogue.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Catalogue {
    pub(super) job: Vec<CatalogueEntry>,
    pub(super) certification: Vec<CatalogueEntry>,
    pub(super) course: Vec<CatalogueEntry>,
    pub(super) metric: Vec<CatalogueEntry>,
    pub(super) skill: Vec<CatalogueEntry>,
    pub(super) activity: Vec<CatalogueEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CatalogueEntry {
    pub(super) code: String,
    pub(super) family: Option<String>,
    pub(super) rank: Option<u32>,
    pub(super) validity_months: Option<u32>,
    pub(super) lead_days: Option<u32>,
    pub(super) closes_after_days: Option<u32>,
}
