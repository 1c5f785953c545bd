//! Where a nomination stands.

use rules::Day;

use super::{DAYS_TO_ANSWER, NominationAct, ROWS, Refusal};

/// Where a nomination stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// The employee would like to; the manager answers.
    Interest,
    /// The manager did not answer in time, or HR was asked: HR answers.
    InterestWithHr,
    /// The nominator writes the case.
    Draft,
    /// The candidate answers.
    Proposed,
    /// It waits for HR to take it up.
    Submitted,
    /// HR reviews it.
    InReview,
    /// Decided; it takes effect on its day.
    Approved,
    /// The move is made.
    Effective,
    /// The candidate appealed; an HR lead answers.
    Appealed,
    /// It is over.
    Closed(Closing),
}

/// How a nomination ended without a move.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Closing {
    /// The manager, or HR, declined the interest.
    InterestDeclined,
    /// The employee or the nominator took it back.
    Withdrawn,
    /// The draft was thrown away.
    Discarded,
    /// The candidate did not want it.
    Refused,
    /// The candidate did not answer in time.
    NoAnswer,
    /// HR decided against it.
    Declined,
    /// The approved move was called off.
    CalledOff,
    /// The candidate left.
    Left,
    /// The candidate moved otherwise.
    Moved,
    /// An appeal did not change it.
    Upheld,
}

impl Closing {
    /// Every way to end.
    pub const ALL: &[Closing] = &[
        Closing::InterestDeclined,
        Closing::Withdrawn,
        Closing::Discarded,
        Closing::Refused,
        Closing::NoAnswer,
        Closing::Declined,
        Closing::CalledOff,
        Closing::Left,
        Closing::Moved,
        Closing::Upheld,
    ];

    /// As tables write it.
    pub const fn code(self) -> &'static str {
        match self {
            Closing::InterestDeclined => "interest_declined",
            Closing::Withdrawn => "withdrawn",
            Closing::Discarded => "discarded",
            Closing::Refused => "refused",
            Closing::NoAnswer => "no_answer",
            Closing::Declined => "declined",
            Closing::CalledOff => "called_off",
            Closing::Left => "left",
            Closing::Moved => "moved",
            Closing::Upheld => "upheld",
        }
    }

    /// The one with this code.
    pub fn from_code(code: &str) -> Option<Closing> {
        Closing::ALL.iter().copied().find(|closing| closing.code() == code)
    }
}

impl State {
    /// Every state in which something can still happen by itself.
    pub const OPEN: &[State] = &[
        State::Interest,
        State::InterestWithHr,
        State::Draft,
        State::Proposed,
        State::Submitted,
        State::InReview,
        State::Approved,
        State::Appealed,
    ];

    /// Every state.
    pub fn all() -> impl Iterator<Item = State> {
        let closed = Closing::ALL.iter().copied().map(State::Closed);
        State::OPEN.iter().copied().chain([State::Effective]).chain(closed)
    }

    /// As tables write it; of a closed one how it ended.
    pub const fn code(self) -> &'static str {
        match self {
            State::Interest => "interest",
            State::InterestWithHr => "interest_with_hr",
            State::Draft => "draft",
            State::Proposed => "proposed",
            State::Submitted => "submitted",
            State::InReview => "in_review",
            State::Approved => "approved",
            State::Effective => "effective",
            State::Appealed => "appealed",
            State::Closed(closing) => closing.code(),
        }
    }

    /// The one with this code.
    pub fn from_code(code: &str) -> Option<State> {
        State::all().find(|state| state.code() == code)
    }

    /// Whether it is under way: one such a person and track.
    pub fn is_open(self) -> bool {
        State::OPEN.contains(&self)
    }

    /// The state after an act, or what is possible instead.
    pub fn after(from: Option<State>, act: NominationAct) -> Result<State, Refusal> {
        let row = ROWS.iter().find(|(state, legal, _)| *state == from && *legal == act);
        row.map(|(.., to)| *to).ok_or(Refusal::OutOfTurn { act, state: from })
    }

    /// The acts that the table has for it.
    pub fn acts(self) -> impl Iterator<Item = NominationAct> {
        ROWS.iter().filter(move |(from, ..)| *from == Some(self)).map(|(_, act, _)| *act)
    }

    /// Whether a waiver that was asked for can still be answered.
    pub fn answers_waivers(self) -> bool {
        self.acts().any(|act| act == NominationAct::GrantWaiver)
    }

    /// The last day of the answer that a state waits for, of one that began on a day.
    pub(super) fn answer_by(self, since: Day) -> Option<Day> {
        match self {
            State::Interest | State::Proposed => Some(since.plus_days(DAYS_TO_ANSWER)),
            State::InterestWithHr
            | State::Draft
            | State::Submitted
            | State::InReview
            | State::Approved
            | State::Effective
            | State::Appealed
            | State::Closed(_) => None,
        }
    }
}
