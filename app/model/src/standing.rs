//! How people stand on a track, as they are looked for.

use rules::{Day, Decision, Status};

/// How many days ahead is soon.
const SOON_DAYS: i32 = 90;

/// How people stand on a track, as they are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// Eligible now.
    Now,
    /// Not yet, but within 90 days.
    Soon,
    /// Eligible now, and within 90 days no longer.
    Lapsing,
    /// Something is not known.
    CannotTell,
    /// Somebody has to act.
    NeedsAction,
}

/// What a standing asks of an assessment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// This status.
    pub status: Status,
    /// Eligible no later than on that day, where given.
    pub earliest_by: Option<Day>,
    /// Not eligible any longer from no later than that day, where given.
    pub lapses_by: Option<Day>,
}

impl Standing {
    /// Every one, in the order in which they are offered.
    pub const ALL: &[Standing] =
        &[Standing::Now, Standing::Soon, Standing::Lapsing, Standing::CannotTell, Standing::NeedsAction];

    /// As addresses of pages write it.
    pub const fn code(self) -> &'static str {
        match self {
            Standing::Now => "now",
            Standing::Soon => "soon",
            Standing::Lapsing => "lapsing",
            Standing::CannotTell => "cannot-tell",
            Standing::NeedsAction => "needs-action",
        }
    }

    /// The one with this code.
    pub fn from_code(code: &str) -> Option<Standing> {
        Standing::ALL.iter().copied().find(|standing| standing.code() == code)
    }

    /// What it asks on a day.
    pub fn asked(self, today: Day) -> Asked {
        let soon = today.plus_days(SOON_DAYS);
        let (status, earliest_by, lapses_by) = match self {
            Standing::Now => (Status::Eligible, None, None),
            Standing::Soon => (Status::OnCourse, Some(soon), None),
            Standing::Lapsing => (Status::Eligible, None, Some(soon)),
            Standing::CannotTell => (Status::CannotTell, None, None),
            Standing::NeedsAction => (Status::NeedsAction, None, None),
        };
        Asked { status, earliest_by, lapses_by }
    }

    /// Whether a decision is so on a day.
    pub fn fits(self, decision: &Decision, today: Day) -> bool {
        let asked = self.asked(today);
        let by = |limit: Option<Day>, day: Option<Day>| limit.is_none_or(|limit| day.is_some_and(|day| day <= limit));
        decision.status == asked.status
            && by(asked.earliest_by, decision.earliest_on)
            && by(asked.lapses_by, decision.lapses_on)
    }
}
