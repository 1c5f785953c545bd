//! A waiver of one criterion for one person: asked for in a nomination, answered by another, and for a while. A granted
//! one is a fact of the person, which the rules join to the criterion's days.

use rules::Day;

use crate::{AccountId, EmployeeId, NominationId, Reason, WaiverId};

/// A waiver ends by itself after at most so many months.
pub const LONGEST_WAIVER_MONTHS: u32 = 12;

/// Where a waiver stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WaiverState {
    /// It waits for an answer.
    Asked,
    /// It counts on its days.
    Granted,
    /// It was refused, and why.
    Refused,
    /// The nomination was over, or decided, before somebody answered.
    Lapsed,
    /// It was granted, and ended before its last day.
    Ended,
}

impl WaiverState {
    /// Every state, in the order in which they are offered.
    pub const ALL: &[WaiverState] =
        &[WaiverState::Asked, WaiverState::Granted, WaiverState::Refused, WaiverState::Lapsed, WaiverState::Ended];

    /// As tables and addresses write it.
    pub const fn code(self) -> &'static str {
        match self {
            WaiverState::Asked => "asked",
            WaiverState::Granted => "granted",
            WaiverState::Refused => "refused",
            WaiverState::Lapsed => "lapsed",
            WaiverState::Ended => "ended",
        }
    }

    /// The one with this code.
    pub fn from_code(code: &str) -> Option<WaiverState> {
        WaiverState::ALL.iter().copied().find(|state| state.code() == code)
    }
}

/// A waiver of one criterion for one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiver {
    /// Which one.
    pub id: WaiverId,
    /// In which nomination it was asked for.
    pub nomination: NominationId,
    /// For whom.
    pub employee: EmployeeId,
    /// The code of the track.
    pub track: String,
    /// The criterion, by its written id.
    pub criterion: String,
    /// Why, by code.
    pub reason: Reason,
    /// Why, in words.
    pub words: String,
    /// First day.
    pub from_on: Day,
    /// Last day, inclusive.
    pub until_on: Day,
    /// By whom.
    pub asked_by: AccountId,
    /// Where it stands.
    pub state: WaiverState,
    /// Who answered.
    pub answered_by: Option<AccountId>,
    /// What they said.
    pub answer_words: Option<String>,
    /// Of an ended one: from this day on it counts no longer.
    pub ended_on: Option<Day>,
    /// Why it was ended.
    pub end_words: Option<String>,
}

impl Waiver {
    /// The last day that a waiver from a day on may have.
    pub fn longest_from(from_on: Day) -> Day {
        from_on.plus_months(LONGEST_WAIVER_MONTHS).previous()
    }

    /// Whether it counts, or will, on a day or later.
    pub fn is_ahead(&self, day: Day) -> bool {
        self.state == WaiverState::Granted && day <= self.until_on
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_waiver_covers_at_most_twelve_months_its_first_and_last_day_among_them() {
        let longest = |from: &str| Waiver::longest_from(from.parse().unwrap()).to_string();
        assert_eq!(longest("2026-11-22"), "2027-11-21");
        assert_eq!(longest("2026-01-01"), "2026-12-31");
        assert_eq!(longest("2028-02-29"), "2029-02-27");
    }
}
