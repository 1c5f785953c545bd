//! What is known about one person, as section 3 of the rules lists it. Plain data, sorted slices.
//!
//! End dates are kept as files write them: the **last day inclusive**; `revoked_on` is the first day without.

use compact_str::CompactString;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::choice::choice;
use crate::day::{Day, Month};
use crate::decimal::Decimal;
use crate::ladder::{ActivityId, CertificationId, CourseId, JobId, MetricId, SkillId, TrackId};

choice! {
    /// How a person is employed.
    EmploymentKind { FullTime = "full_time", PartTime = "part_time", Gig = "gig" }
}

choice! {
    /// Where a person works.
    WorkMode { OnSite = "on_site", Remote = "remote", Hybrid = "hybrid" }
}

choice! {
    /// A level of a language: the CEFR's six, and native above them.
    Level { A1 = "A1", A2 = "A2", B1 = "B1", B2 = "B2", C1 = "C1", C2 = "C2", Native = "native" }
}

choice! {
    /// Who judged a skill.
    Assessor { Manager = "manager", Peer = "peer", Myself = "self" }
}

/// A BCP 47 tag, compared whole and ignoring case: kept in its customary case (`pt-BR`, `zh-Hant`).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LanguageTag(CompactString);

impl LanguageTag {
    /// A tag of 2 to 35 letters, digits and hyphens that begins with 2 to 8 letters.
    pub fn new(tag: &str) -> Option<LanguageTag> {
        let mut parts = tag.split('-');
        let primary = parts.next()?;
        let well_formed = tag.len() <= 35
            && (2..=8).contains(&primary.len())
            && primary.bytes().all(|byte| byte.is_ascii_alphabetic())
            && parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()));
        well_formed.then(|| LanguageTag(customary_case(tag)))
    }

    /// The tag in its customary case.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Serialize for LanguageTag {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for LanguageTag {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<LanguageTag, D::Error> {
        let tag = CompactString::deserialize(deserializer)?;
        LanguageTag::new(&tag).ok_or_else(|| serde::de::Error::custom("no language tag"))
    }
}

/// RFC 5646, 2.1.1: regions upper, scripts titled, all else lower; after a single letter all lower.
fn customary_case(tag: &str) -> CompactString {
    let mut cased = CompactString::default();
    let mut after_singleton = false;
    for (at, part) in tag.split('-').enumerate() {
        if at > 0 {
            cased.push('-');
        }
        let upper = at > 0 && !after_singleton && part.len() == 2;
        let titled = at > 0 && !after_singleton && part.len() == 4;
        for (place, letter) in part.chars().enumerate() {
            let up = upper || (titled && place == 0);
            cased.push(if up { letter.to_ascii_uppercase() } else { letter.to_ascii_lowercase() });
        }
        after_singleton |= part.len() == 1;
    }
    cased
}

/// Everything the rules may know of one person. Each list is sorted as its comment says; [`Facts::sort`] does it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    /// The date from which service counts, where it is not the hire date.
    pub service_date: Option<Day>,
    /// Where the person works, for the `where` of tracks.
    pub place: Place,
    /// Spans of employment, by `hired_on`; at least one, none overlapping.
    pub employments: Vec<Employment>,
    /// Job history, by `started_on`, none overlapping. `assignments.csv`, or the one that `employees.csv` gives.
    pub assignments: Vec<Assignment>,
    /// Leaves, by `started_on`; they may overlap.
    pub leaves: Vec<Leave>,
    /// Credentials, by `certification` and `issued_on`.
    pub credentials: Vec<Credential>,
    /// Language assessments, by `language` and `assessed_on`.
    pub proficiencies: Vec<Proficiency>,
    /// Courses completed or booked, by `course` and date.
    pub trainings: Vec<Training>,
    /// Monthly results, by `metric` and `month`.
    pub results: Vec<MonthlyResult>,
    /// Reviews, by `reviewed_on`.
    pub reviews: Vec<Review>,
    /// Skill assessments, by `skill`, `assessor` and `assessed_on`.
    pub skills: Vec<SkillAssessment>,
    /// Activities, by `activity` and `occurred_on`.
    pub activities: Vec<ActivityEvent>,
    /// Conduct actions, by `issued_on`.
    pub conduct: Vec<ConductAction>,
    /// Waivers, by `track`, `criterion` and `from_on`.
    pub waivers: Vec<Waiver>,
}

impl Facts {
    /// Puts every list into the order that the engine reads it in.
    pub fn sort(&mut self) {
        self.employments.sort_by_key(|row| row.hired_on);
        self.assignments.sort_by_key(|row| row.started_on);
        self.leaves.sort_by_key(|row| row.started_on);
        self.credentials.sort_by_key(|row| (row.certification, row.issued_on));
        self.proficiencies.sort_by(|a, b| (&a.language, a.assessed_on).cmp(&(&b.language, b.assessed_on)));
        self.trainings.sort_by_key(|row| (row.course, row.status.day()));
        self.results.sort_by_key(|row| (row.metric, row.month));
        self.reviews.sort_by_key(|row| row.reviewed_on);
        self.skills.sort_by_key(|row| (row.skill, row.assessor, row.assessed_on));
        self.activities.sort_by_key(|row| (row.activity, row.occurred_on));
        self.conduct.sort_by_key(|row| row.issued_on);
        self.waivers.sort_by(|a, b| (a.track, &a.criterion, a.from_on).cmp(&(b.track, &b.criterion, b.from_on)));
    }
}

/// Where a person works, as `employees.csv` says today; it counts on all days.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// Site, free text.
    pub site: Option<CompactString>,
    /// Country, free text.
    pub country: Option<CompactString>,
    /// Organisational unit, free text.
    pub unit: Option<CompactString>,
    /// On site, remote or hybrid.
    pub work_mode: Option<WorkMode>,
}

/// A span of employment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Employment {
    /// First day.
    pub hired_on: Day,
    /// Last day, inclusive.
    pub left_on: Option<Day>,
    /// Full time, part time or gig.
    pub kind: EmploymentKind,
}

/// A period of a person in a job.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assignment {
    /// The job held.
    pub job: JobId,
    /// First day.
    pub started_on: Day,
    /// Last day, inclusive.
    pub ended_on: Option<Day>,
}

/// A leave of absence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Leave {
    /// First day.
    pub started_on: Day,
    /// Last day, inclusive; may lie ahead.
    pub ended_on: Option<Day>,
    /// Whether its days count as service.
    pub counts_toward_tenure: bool,
}

/// A certification held, or said to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Credential {
    /// Which one.
    pub certification: CertificationId,
    /// First day in force.
    pub issued_on: Day,
    /// Last day in force, inclusive; where empty, the catalogue's validity says.
    pub expires_on: Option<Day>,
    /// Verified, claimed or revoked.
    pub standing: Standing,
}

/// What stands behind a credential.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Standing {
    /// Somebody entitled has seen the evidence.
    Verified,
    /// The person says so.
    Claimed,
    /// It was verified, and taken back: the first day without.
    RevokedOn(Day),
}

/// One assessment of a language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proficiency {
    /// Which language.
    pub language: LanguageTag,
    /// The level found.
    pub level: Level,
    /// First day it counts.
    pub assessed_on: Day,
    /// Last day it counts, inclusive.
    pub expires_on: Option<Day>,
    /// Whether it was verified or is only claimed.
    pub basis: Basis,
}

choice! {
    /// Whether a statement was verified.
    Basis { Verified = "verified", Claimed = "claimed" }
}

/// A course completed, booked or given up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Training {
    /// Which course.
    pub course: CourseId,
    /// What became of it.
    pub status: TrainingStatus,
    /// The score, where there is one.
    pub score: Option<Decimal>,
}

/// What became of a course.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TrainingStatus {
    /// Done on that day.
    CompletedOn(Day),
    /// Booked, to be done on that day.
    PlannedOn(Day),
    /// Given up; counts for nothing. The day it had been planned for, if any.
    Withdrawn(Option<Day>),
}

impl TrainingStatus {
    /// The day of the completion or booking.
    pub fn day(self) -> Option<Day> {
        match self {
            TrainingStatus::CompletedOn(day) | TrainingStatus::PlannedOn(day) => Some(day),
            TrainingStatus::Withdrawn(day) => day,
        }
    }
}

/// The value of a metric in a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MonthlyResult {
    /// Which metric.
    pub metric: MetricId,
    /// The month measured.
    pub month: Month,
    /// The value.
    pub value: Decimal,
    /// How many contacts, surveys or reviews it rests on.
    pub sample: Option<u32>,
}

/// A performance review.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    /// The day it was given.
    pub reviewed_on: Day,
    /// The rating.
    pub rating: Decimal,
}

/// A judgement of a skill, 1 to 5.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SkillAssessment {
    /// Which skill.
    pub skill: SkillId,
    /// Who judged.
    pub assessor: Assessor,
    /// The day.
    pub assessed_on: Day,
    /// 1 to 5.
    pub level: u8,
}

/// Something a person did: coached, audited, mentored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActivityEvent {
    /// Which activity.
    pub activity: ActivityId,
    /// The day.
    pub occurred_on: Day,
    /// How often on that day.
    pub count: u32,
}

/// A conduct action. Its kind stays in the files: no rule asks for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConductAction {
    /// The day it was issued.
    pub issued_on: Day,
    /// Its last day, inclusive.
    pub closed_on: Option<Day>,
}

/// A criterion that does not stand against this person for a while.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waiver {
    /// For which track.
    pub track: TrackId,
    /// The criterion's written `id`.
    pub criterion: CompactString,
    /// First day.
    pub from_on: Day,
    /// Last day, inclusive.
    pub until_on: Day,
}
