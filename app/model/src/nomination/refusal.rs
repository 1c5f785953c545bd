//! Why something was not done to a nomination, and what must happen first. `words` tells it.

use rules::{Day, Decimal, Status};

use super::{NominationAct, State};
use crate::MoveKind;

/// Why something was not done to a nomination.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is not an act of the state that it is in; nothing was begun where there is none.
    OutOfTurn {
        /// What was asked.
        act: NominationAct,
        /// Where it stands.
        state: Option<State>,
    },
    /// The last day for it is over.
    TooLate {
        /// What was asked.
        act: NominationAct,
        /// The last day on which it could be done.
        last: Day,
    },
    /// Its day has not come.
    TooEarly {
        /// What was asked.
        act: NominationAct,
        /// The first day on which it can be done.
        first: Day,
    },
    /// It can be done once, and was.
    OnceOnly {
        /// What was asked.
        act: NominationAct,
    },
    /// One nomination a person and track: another is under way.
    AlreadyOpen,
    /// The candidate holds no job from which the track leads.
    NotFromThere,
    /// Somebody in the line holds the candidate's moves.
    OnHold {
        /// The last day of it.
        until_on: Day,
    },
    /// A hold is from today to a day that is not too far away.
    HoldTooLong {
        /// The last day that it may have.
        longest: Day,
    },
    /// There is no hold that could be ended or renewed.
    NoHold,
    /// A hold is renewed once, and this one was.
    HoldRenewedBefore,
    /// The candidate does not meet the criteria on the day asked for, and no waiver covers it.
    NotEligible {
        /// The day asked for.
        on: Day,
        /// How they stand today.
        status: Status,
        /// The first day from today on, where there is one.
        earliest_on: Option<Day>,
        /// Which of the track's own criteria do not hold on the day asked for, each by its id, or where it has none by
        /// its path.
        unmet: Vec<String>,
    },
    /// The track asks for no criterion of that id.
    NoSuchCriterion,
    /// On all of these days the criterion holds as it is, or is waived.
    NothingToWaive,
    /// A waiver ends on its first day or later.
    WaiverEndsBefore,
    /// A waiver is for at most twelve months.
    WaiverTooLong {
        /// The last day that it may have.
        longest: Day,
    },
    /// One question a person, track and criterion: it was asked, and waits for its answer.
    WaiverAsked,
    /// It was answered, or is over.
    WaiverOver,
    /// Whoever ends a waiver says why.
    WaiverWithoutReason,
    /// There is no word in the case.
    EmptyCase,
    /// The case is longer than it may be.
    CaseTooLong {
        /// At most so many bytes.
        longest: usize,
    },
    /// A reason is asked for.
    ReasonMissing {
        /// Of what.
        act: NominationAct,
    },
    /// The first day in the new job is today at the earliest.
    DayPassed {
        /// The day that was given.
        on: Day,
    },
    /// One planned move a person: another is planned.
    MovePlanned {
        /// Its day.
        on: Day,
    },
    /// It is planned no longer: it was made, called off, or could not be made.
    MoveOver,
    /// It belongs to a nomination, with which it is called off.
    MoveOfNomination,
    /// A move that HR records, or calls off, says why.
    MoveWithoutReason,
    /// Job, place and manager would be what they are.
    MoveChangesNothing,
    /// A promotion leads up, a demotion down.
    NotThatKind {
        /// What it was called.
        kind: MoveKind,
    },
    /// Nobody of that number could be the manager on that day: there is none, or they have left, or they stand below.
    NotTheirManager,
    /// The person is not employed on that day.
    NotEmployedOn {
        /// The day.
        on: Day,
    },
    /// Nobody works at a site of that name, and there is no HR partner for it.
    NoSuchSite {
        /// What was written.
        site: String,
        /// The site that was meant, perhaps.
        nearest: Option<String>,
    },
    /// The unit is most likely a misspelling of another.
    UnitMisspelled {
        /// What was written.
        unit: String,
        /// What was meant.
        nearest: String,
    },
    /// No rise of pay is so small or so large.
    NoSuchRise {
        /// The least that can be agreed, in percent.
        least: i32,
        /// The most.
        most: i32,
    },
    /// The rise is not within what the track says, and it was not said why.
    RiseOutOfRange {
        /// The least, in percent.
        from: Decimal,
        /// The most, in percent.
        to: Decimal,
    },
    /// There is no word in what is to be written.
    NothingWritten,
    /// What is to be written is longer than it may be.
    TooLong {
        /// At most so many bytes.
        longest: usize,
    },
    /// More were chosen than can be decided at a time.
    TooMany {
        /// At most so many.
        most: usize,
    },
    /// Whoever stands aside does so once and for all.
    AsideAlready,
    /// Somebody saved it in between.
    Stale {
        /// The number of the save that was built on.
        seen: i64,
        /// The number of the last one.
        now: i64,
    },
}

impl std::fmt::Display for Refusal {
    /// For logs; what a person reads is in `words`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{self:?}")
    }
}

impl std::error::Error for Refusal {}
