//! A move: from a day on somebody holds another job, or works elsewhere or under somebody else.

use rules::{Day, Decimal};

use crate::{AccountId, ChangeId, EmployeeId, Instant, MoveId, NominationId};

/// What kind of move.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MoveKind {
    /// Up.
    Promotion,
    /// Across.
    Lateral,
    /// Down.
    Demotion,
    /// It should have been so.
    Correction,
}

impl MoveKind {
    /// Every kind, in the order in which they are offered.
    pub const ALL: &[MoveKind] = &[MoveKind::Promotion, MoveKind::Lateral, MoveKind::Demotion, MoveKind::Correction];

    /// As tables and forms write it.
    pub const fn code(self) -> &'static str {
        match self {
            MoveKind::Promotion => "promotion",
            MoveKind::Lateral => "lateral",
            MoveKind::Demotion => "demotion",
            MoveKind::Correction => "correction",
        }
    }

    /// The one with this code.
    pub fn from_code(code: &str) -> Option<MoveKind> {
        MoveKind::ALL.iter().copied().find(|kind| kind.code() == code)
    }
}

/// What became of a move.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MoveState {
    /// Its day is still to come.
    Planned,
    /// It was made.
    Made,
    /// Somebody called it off before its day.
    CalledOff,
    /// It was not made: the person was employed no longer on its day.
    Left,
    /// It was not made: the person held another job on its day.
    Moved,
}

impl MoveState {
    /// Every state.
    pub const ALL: &[MoveState] =
        &[MoveState::Planned, MoveState::Made, MoveState::CalledOff, MoveState::Left, MoveState::Moved];

    /// As tables write it.
    pub const fn code(self) -> &'static str {
        match self {
            MoveState::Planned => "planned",
            MoveState::Made => "made",
            MoveState::CalledOff => "called_off",
            MoveState::Left => "left",
            MoveState::Moved => "moved",
        }
    }

    /// The one with this code.
    pub fn from_code(code: &str) -> Option<MoveState> {
        MoveState::ALL.iter().copied().find(|state| state.code() == code)
    }
}

/// Somebody who is told of a move that HR recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MoveAudience {
    /// Who moves.
    Employee,
    /// Who led them before.
    ManagerBefore,
    /// Who leads them from then on.
    ManagerAfter,
    /// Who recorded it.
    Recorder,
}

/// Who is told what became of a move that HR recorded without a nomination. Until it is made it is HR's; whoever acted
/// knows, and is told of nothing.
pub const fn told_of_move(became: MoveState) -> &'static [MoveAudience] {
    use MoveAudience::{Employee, ManagerAfter, ManagerBefore, Recorder};
    match became {
        MoveState::Planned | MoveState::CalledOff => &[],
        MoveState::Made => &[Employee, ManagerBefore, ManagerAfter],
        MoveState::Left | MoveState::Moved => &[Recorder],
    }
}

/// The least and the most by which pay can rise with a move, in percent: what is beyond is a slip of the hand, and what
/// a refusal of such a pay would say is nobody's to know.
pub const RISES: (i32, i32) = (-50, 200);

/// Where somebody works, and under whom.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Post {
    /// At which site.
    pub site: Option<String>,
    /// In which unit.
    pub unit: Option<String>,
    /// Under whom.
    pub manager: Option<EmployeeId>,
}

impl Post {
    /// Whether it says nothing: all stays as it is.
    pub fn is_empty(&self) -> bool {
        *self == Post::default()
    }
}

/// What somebody earns in a year. Sensitive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pay {
    /// In major units.
    pub annual: Decimal,
    /// ISO 4217; empty where it is not kept.
    pub currency: Option<String>,
}

/// A move of a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move {
    /// Which one.
    pub id: MoveId,
    /// Whose.
    pub employee: EmployeeId,
    /// With which nomination it was approved; empty: HR recorded it without one.
    pub nomination: Option<NominationId>,
    /// Which kind.
    pub kind: MoveKind,
    /// The code of the job that is left.
    pub from_job: String,
    /// The code of the job that is taken.
    pub job: String,
    /// Of one that was made: where they worked before, and under whom.
    pub from: Post,
    /// Where they work from then on, and under whom; what is empty stays as it is.
    pub to: Post,
    /// By how many percent pay rises, where it is kept and a rise was agreed.
    pub rise_percent: Option<Decimal>,
    /// Of one that was made with a rise: what pay came to. Sensitive.
    pub pay: Option<Pay>,
    /// Why, in words.
    pub reason: Option<String>,
    /// The first day of it.
    pub effective_on: Day,
    /// What became of it.
    pub state: MoveState,
    /// Of one that was called off: why, in words.
    pub ended_because: Option<String>,
    /// By whom it was planned; empty: the program itself.
    pub planned_by: Option<AccountId>,
    /// When it was planned.
    pub planned_at: Instant,
    /// Of one that was made: the change that recorded its facts.
    pub change: Option<ChangeId>,
}
