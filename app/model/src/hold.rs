//! A hold on a person's moves: by a manager in the line, for a reason, and for a while.

use rules::Day;

use crate::{AccountId, EmployeeId, HoldId};

/// A hold ends by itself after at most so many days.
pub const LONGEST_HOLD_DAYS: i32 = 90;

/// Why somebody's moves are held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HoldReason {
    /// Nobody else can do the work for now.
    Coverage,
    /// A project would fail without them.
    CriticalProject,
    /// A conduct matter is open.
    ConductPending,
    /// They are being trained for what they do.
    InTraining,
    /// The job they would leave is being reorganized.
    Reorganization,
}

impl HoldReason {
    /// Every reason, in the order in which they are offered.
    pub const ALL: &[HoldReason] = &[
        HoldReason::Coverage,
        HoldReason::CriticalProject,
        HoldReason::ConductPending,
        HoldReason::InTraining,
        HoldReason::Reorganization,
    ];

    /// As tables and forms write it.
    pub const fn code(self) -> &'static str {
        match self {
            HoldReason::Coverage => "coverage",
            HoldReason::CriticalProject => "critical_project",
            HoldReason::ConductPending => "conduct_pending",
            HoldReason::InTraining => "in_training",
            HoldReason::Reorganization => "reorganization",
        }
    }

    /// The one with this code.
    pub fn from_code(code: &str) -> Option<HoldReason> {
        HoldReason::ALL.iter().copied().find(|reason| reason.code() == code)
    }
}

/// A hold on a person's moves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hold {
    /// Which one.
    pub id: HoldId,
    /// Whose moves.
    pub employee: EmployeeId,
    /// Why.
    pub reason: HoldReason,
    /// Why, in words; the employee reads them.
    pub words: Option<String>,
    /// By whom.
    pub placed_by: AccountId,
    /// For whom they stood in.
    pub on_behalf_of: Option<EmployeeId>,
    /// First day.
    pub from_on: Day,
    /// Last day, inclusive.
    pub until_on: Day,
    /// The HR person who renewed it: once.
    pub renewed_by: Option<AccountId>,
    /// From this day on it holds no longer, whatever its last day.
    pub ended_on: Option<Day>,
}

impl Hold {
    /// Whether it holds on a day.
    pub fn holds_on(&self, day: Day) -> bool {
        self.from_on <= day && day <= self.until_on && self.ended_on.is_none_or(|ended| day < ended)
    }
}
