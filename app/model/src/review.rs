//! What waits for HR and in which order, what reviewers note of it, and who stands aside.

use std::fmt;
use std::str::FromStr;

use rules::Day;
use uuid::Uuid;

use crate::{AccountId, Attention, Instant, Nomination, NominationId, ReviewNoteId, State};

/// A note, or why somebody stands aside, is no longer than so many bytes.
pub const LONGEST_NOTE: usize = 8000;

/// What puts one nomination before others that wait for HR: what needs a human most comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Turn {
    /// Something is not known.
    Unknown,
    /// A criterion is waived.
    Waived,
    /// Something was recorded of the candidate since it was frozen.
    Changed,
    /// It holds, but not for long.
    NearBound,
    /// Nothing more than any.
    Usual,
}

impl Turn {
    /// The first first.
    pub const ALL: &[Turn] = &[Turn::Unknown, Turn::Waived, Turn::Changed, Turn::NearBound, Turn::Usual];

    /// As tables write it: the lower, the sooner.
    pub const fn rank(self) -> i64 {
        match self {
            Turn::Unknown => 0,
            Turn::Waived => 1,
            Turn::Changed => 2,
            Turn::NearBound => 3,
            Turn::Usual => 4,
        }
    }

    /// The one of this rank.
    pub fn from_rank(rank: i64) -> Option<Turn> {
        Turn::ALL.iter().copied().find(|turn| turn.rank() == rank)
    }

    /// As messages select on it.
    pub const fn code(self) -> &'static str {
        match self {
            Turn::Unknown => "unknown",
            Turn::Waived => "waived",
            Turn::Changed => "changed",
            Turn::NearBound => "near_bound",
            Turn::Usual => "usual",
        }
    }
}

impl From<Attention> for Turn {
    fn from(attention: Attention) -> Turn {
        match attention {
            Attention::Unknown => Turn::Unknown,
            Attention::Waived => Turn::Waived,
            Attention::NearBound => Turn::NearBound,
            Attention::None => Turn::Usual,
        }
    }
}

impl State {
    /// Those in which a nomination waits for HR.
    pub const WITH_HR: &[State] = &[State::Submitted, State::InReview, State::Appealed];
}

impl Nomination {
    /// What puts it before others, of one that waits for HR; whether something was recorded since it was frozen is for
    /// whoever knows the candidate's revision.
    pub fn turn(&self) -> Option<Turn> {
        let attention = self.frozen.map_or(Attention::None, |frozen| frozen.attention);
        State::WITH_HR.contains(&self.state).then(|| attention.into())
    }
}

/// A place in the queue: what is after it comes later.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// What needs a human first.
    pub turn: Turn,
    /// Then what has waited longest.
    pub since_on: Day,
    /// And of one day, what was begun first.
    pub id: NominationId,
}

impl Place {
    /// Before everything.
    pub const START: Place = Place { turn: Turn::Unknown, since_on: Day::FIRST, id: NominationId(Uuid::nil()) };
}

/// As addresses write it.
impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}_{}_{}", self.turn.rank(), self.since_on, self.id)
    }
}

/// What is no place in the queue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoPlace;

impl FromStr for Place {
    type Err = NoPlace;

    fn from_str(text: &str) -> Result<Place, NoPlace> {
        let mut parts = text.splitn(3, '_');
        let mut next = || parts.next().ok_or(NoPlace);
        let turn = next()?.parse().ok().and_then(Turn::from_rank).ok_or(NoPlace)?;
        let since_on = next()?.parse().map_err(|_| NoPlace)?;
        let id = next()?.parse().map(NominationId).map_err(|_| NoPlace)?;
        Ok(Place { turn, since_on, id })
    }
}

/// What a reviewer thinks, as they wrote it: it is added to, never changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewNote {
    /// Which one.
    pub id: ReviewNoteId,
    /// Of which nomination.
    pub nomination: NominationId,
    /// By whom.
    pub account: AccountId,
    /// As they wrote it.
    pub words: String,
    /// When.
    pub written_at: Instant,
}

/// Somebody who has no say in a nomination, by their own word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recusal {
    /// In which.
    pub nomination: NominationId,
    /// Who.
    pub account: AccountId,
    /// Why, in words.
    pub reason: String,
    /// Since when.
    pub recused_at: Instant,
}

/// What a reviewer does beside the acts of the workflow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReviewAct {
    /// Notes what they think.
    Note,
    /// Stands aside.
    StandAside,
}

impl ReviewAct {
    /// Both.
    pub const ALL: &[ReviewAct] = &[ReviewAct::Note, ReviewAct::StandAside];

    /// As forms and the permission table write it.
    pub const fn code(self) -> &'static str {
        match self {
            ReviewAct::Note => "note",
            ReviewAct::StandAside => "stand_aside",
        }
    }

    /// The one with this code.
    pub fn from_code(code: &str) -> Option<ReviewAct> {
        ReviewAct::ALL.iter().copied().find(|act| act.code() == code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_in_the_queue_is_read_as_it_is_written() {
        let id = NominationId(Uuid::from_u128(7));
        let place = Place { turn: Turn::Changed, since_on: Day::FIRST.plus_days(800_000), id };
        assert_eq!(place.to_string().parse(), Ok(place));
        for nonsense in ["", "2", "9_2026-11-22_00000000-0000-0000-0000-000000000007", "2_soon_7", "2_2026-11-22_x"] {
            assert_eq!(nonsense.parse::<Place>(), Err(NoPlace), "{nonsense}");
        }
    }

    #[test]
    fn what_needs_a_human_comes_first() {
        assert!(Turn::ALL.is_sorted() && Turn::ALL.is_sorted_by_key(|turn| turn.rank()));
        assert!(Attention::ALL.iter().rev().is_sorted_by_key(|attention| Turn::from(*attention)));
    }
}
