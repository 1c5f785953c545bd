//! The few words that the result takes: the browser has them from the page, the page from the word file.

use rules::{Day, State, Status};
use serde::{Deserialize, Serialize};

use super::fields::Fault;

/// Where a pattern has its day, its number or its name.
pub(crate) const HOLE: &str = "{}";

/// The words of the result, some with a hole.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Wording {
    /// By [`Status::ALL`].
    pub(crate) statuses: Vec<String>,
    /// By [`State::ALL`].
    pub(crate) states: Vec<String>,
    /// By [`Fault::ALL`].
    pub(crate) faults: Vec<String>,
    /// From January.
    pub(crate) months: Vec<String>,
    /// Titles of the tracks asked about, in their order.
    pub(crate) tracks: Vec<String>,
    /// Titles of the first track's criteria, by place.
    pub(crate) criteria: Vec<String>,
    /// Where the icons are.
    pub(crate) icons: String,
    pub(crate) caption: String,
    pub(crate) answer: String,
    pub(crate) criterion: String,
    pub(crate) today: String,
    pub(crate) with_changes: String,
    pub(crate) no_difference: String,
    pub(crate) nothing_assumed: String,
    /// With a hole for a day.
    pub(crate) from: String,
    pub(crate) until: String,
    pub(crate) on_day: String,
    pub(crate) eligible_then: String,
    pub(crate) not_eligible_then: String,
    /// With a hole for the place of a change.
    pub(crate) change: String,
    pub(crate) later_day: String,
}

impl Wording {
    pub(crate) fn status(&self, status: Status) -> String {
        of(&self.statuses, Status::ALL.iter().position(|one| *one == status))
    }

    pub(crate) fn state(&self, state: State) -> String {
        of(&self.states, State::ALL.iter().position(|one| *one == state))
    }

    pub(crate) fn fault(&self, fault: Fault) -> String {
        of(&self.faults, Fault::ALL.iter().position(|one| *one == fault))
    }

    /// A day as pages write it.
    pub(crate) fn day(&self, day: Day) -> String {
        let (year, month, day) = day.ymd();
        let month = of(&self.months, usize::try_from(month).ok().and_then(|month| month.checked_sub(1)));
        format!("{day}\u{a0}{month}\u{a0}{year}")
    }
}

fn of(list: &[String], at: Option<usize>) -> String {
    at.and_then(|at| list.get(at)).cloned().unwrap_or_default()
}

/// A pattern with its hole filled.
pub(crate) fn filled(pattern: &str, with: &str) -> String {
    pattern.replacen(HOLE, with, 1)
}
