//! What the engine answers: statuses, states, findings, evidence and the plan. Typed; `words` makes sentences.

use std::fmt;

use compact_str::CompactString;
use serde::{Serialize, Serializer};
use smallvec::SmallVec;

use crate::choice::choice;
use crate::day::{Day, Month};
use crate::decimal::Decimal;
use crate::facts::{EmploymentKind, LanguageTag, Level};
use crate::ladder::{ActivityId, CertificationId, CourseId, JobId, Kind, MetricId, SkillId, TrackId};
use crate::progress::Progress;
use crate::timeline::Timeline;

choice! {
    /// Where a person stands on a track, on a day.
    Status {
        /// Not employed, not in a job it leads from, or outside its `where`.
        NotApplicable = "not_applicable",
        /// Every criterion holds.
        Eligible = "eligible",
        /// Not today, but on a later day, if nothing changes.
        OnCourse = "on_course",
        /// It hangs on what is not known.
        CannotTell = "cannot_tell",
        /// Somebody has to act.
        NeedsAction = "needs_action",
    }
}

choice! {
    /// Why a track does not apply: the first of these.
    NotApplicableReason {
        /// Not employed on the day.
        NotEmployed = "not_employed",
        /// In none of the jobs that the track leads from.
        NotInFromJob = "not_in_from_job",
        /// Outside the track's `where`.
        OutsideWhere = "outside_where",
    }
}

choice! {
    /// How a criterion stands on a day.
    State {
        /// It holds.
        Met = "met",
        /// It is waived.
        Waived = "waived",
        /// It would hold if claims were verified.
        Unverified = "unverified",
        /// There is nothing on record.
        NoEvidence = "no_evidence",
        /// There is too little on record.
        Insufficient = "insufficient",
        /// Of a group: it hangs on parts that are unknown.
        CannotTell = "cannot_tell",
        /// Time, or a booking, will do it.
        NotYet = "not_yet",
        /// Someone has to act.
        Unmet = "unmet",
    }
}

impl State {
    /// The flag: met or waived.
    pub fn is_met(self) -> bool {
        matches!(self, State::Met | State::Waived)
    }

    /// Neither true nor untrue.
    pub fn is_unknown(self) -> bool {
        matches!(self, State::Unverified | State::NoEvidence | State::Insufficient | State::CannotTell)
    }
}

/// Where a criterion stands in its track: positions from the top, counted from 0, as in `1.0`.
/// Ordered number by number, a group before its parts.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Path(SmallVec<[u16; 8]>);

impl Path {
    /// The path of a part of the criterion at this one (of the track itself: at the empty path).
    pub fn part(&self, position: usize) -> Path {
        let mut path = self.clone();
        path.0.push(position as u16);
        path
    }

    /// The positions, from the top.
    pub fn positions(&self) -> &[u16] {
        &self.0
    }

    /// Whether it is one of the track's own criteria, not a part of a group.
    pub fn is_top_level(&self) -> bool {
        self.0.len() == 1
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, position) in self.0.iter().enumerate() {
            let dot = if at > 0 { "." } else { "" };
            write!(f, "{dot}{position}")?;
        }
        Ok(())
    }
}

impl Serialize for Path {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

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

/// The person's side of a criterion on `as_of`; the rule's own side is in the criterion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Measure {
    /// `tenure` and `time_in_job`: from when, how much counted so far (leave days left out), and those left out.
    /// `since` is empty where the person is not employed, or not in such a job.
    Service {
        /// The first day that counts.
        since: Option<Day>,
        /// Whole months counted.
        months: u32,
        /// And days.
        days: u32,
        /// Leave days since then that did not count.
        leave_days: u32,
    },
    /// `certification`: the one that counts, or the best there is.
    Certification {
        /// The credential in force, else the latest that would do.
        held: Option<HeldCredential>,
    },
    /// `language`: how many languages are at the level.
    Language {
        /// At the level, verified, not expired.
        at_level: Vec<LanguageTag>,
        /// At the level only by claim.
        claimed: Vec<LanguageTag>,
    },
    /// `training`: what is still to do.
    Training {
        /// Of `all_of`, those that do not count on the day.
        missing: Vec<CourseId>,
        /// Whether one of `any_of` counts (true where none is asked).
        any_done: bool,
        /// The last booking that will do what is missing, if bookings do all of it.
        booked_for: Option<Day>,
    },
    /// `metric`: the aggregate, rounded half up to 4 decimals, and what it rests on.
    Metric {
        /// Empty where no month in the window has a value.
        value: Option<Decimal>,
        /// The first and last month of the window.
        window: (Month, Month),
        /// How many months of the window have a value.
        months: u32,
        /// What their samples add up to.
        sample: u64,
    },
    /// `rating`: how many of the latest reviews there are, and how many reach.
    Rating {
        /// Up to as many as are asked.
        on_record: u32,
        /// Of these, those that reach.
        reaching: u32,
        /// The latest rating.
        latest: Option<Decimal>,
    },
    /// `skill`: the latest level.
    Skill {
        /// 1 to 5.
        level: Option<u8>,
    },
    /// `activity`: how many are in force.
    Activity {
        /// The sum of counts.
        count: u64,
    },
    /// `clear_conduct`: whether an action is open, and the first clear day where there is one.
    ClearConduct {
        /// An action without an end is running.
        open: bool,
        /// The first day on which none blocks.
        clear_on: Option<Day>,
    },
    /// `employment`: how the person is employed.
    Employment {
        /// Empty where not employed.
        kind: Option<EmploymentKind>,
    },
    /// A group: how many of its parts are met or waived.
    Group {
        /// Of the parts.
        met: u32,
        /// How many there are.
        parts: u32,
    },
}

/// A credential as a finding names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeldCredential {
    /// Which certification.
    pub certification: CertificationId,
    /// The first day in force.
    pub issued_on: Day,
    /// The first day without it, by expiry or by being revoked; empty: it does not end.
    pub until: Option<Day>,
    /// What stands behind it on the day.
    pub standing: HeldStanding,
}

choice! {
    /// How a credential stands on a day.
    HeldStanding {
        /// Verified and in force.
        InForce = "in_force",
        /// Verified, but past its end.
        Expired = "expired",
        /// Taken back.
        Revoked = "revoked",
        /// Only claimed.
        Claimed = "claimed",
    }
}

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
