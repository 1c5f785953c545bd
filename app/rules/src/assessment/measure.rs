//! The person's side of a criterion, in numbers.

use crate::choice::choice;
use crate::day::{Day, Month};
use crate::decimal::Decimal;
use crate::facts::{EmploymentKind, LanguageTag};
use crate::ladder::{CertificationId, CourseId};

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
