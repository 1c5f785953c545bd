//! How a feed is meant, and what it came to.

use std::collections::{BTreeMap, BTreeSet};

use model::{ChangeId, FactKind, Instant, LadderId};
use rules::Ladder;

use super::difference::Difference;

/// How many lines of a difference are kept for telling.
const MOST_LINES: usize = 1000;

/// How a feed is meant.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// What it is called in the trail.
    pub name: String,
    /// The kinds of which it is the whole truth: rows gone from it end, and who is gone from `employees` has left. Of
    /// the others, nothing ends for being missing.
    pub replace: BTreeSet<FactKind>,
    /// Only say what would change.
    pub dry_run: bool,
    /// Take it although it has more than 10 % fewer rows of a replaced kind than last time.
    pub accept_fewer: bool,
    /// The ladder that its codes are of, where that is not simply the one in force.
    pub ladder: Option<FeedLadder>,
    /// The clock, so that a long import can show that it is alive; without one it is the instant of the request.
    pub clock: Option<fn() -> Instant>,
}

/// The ladder that a feed was checked by. Where it is not the one in force, it is published with the import.
#[derive(Clone, Debug)]
pub struct FeedLadder {
    /// The ladder itself.
    pub checked_by: Ladder,
    /// The one that was in force at that time.
    pub in_force: LadderId,
}

/// What became of a row, or of a fact that a feed has not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// It was not known.
    Added,
    /// Something else was known.
    Corrected,
    /// It was recorded here, and now the feed says so too.
    Confirmed,
    /// It holds no more.
    Ended,
    /// What was corrected or decided here stands against it.
    Conflict,
}

impl What {
    /// In a word.
    pub const fn code(self) -> &'static str {
        match self {
            What::Added => "added",
            What::Corrected => "corrected",
            What::Confirmed => "confirmed",
            What::Ended => "ended",
            What::Conflict => "conflict",
        }
    }
}

/// One line of a difference: names of columns, never their values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What became of it.
    pub what: What,
    /// Whose, by number.
    pub number: String,
    /// Which file.
    pub kind: FactKind,
    /// Which row.
    pub key: String,
    /// The columns that differ.
    pub columns: Vec<String>,
}

/// What a feed came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// The change that it became; none where it changed nothing, or was only tried.
    pub change: Option<ChangeId>,
    /// The SHA-256 of what it says, in hexadecimal.
    pub digest: String,
    /// People in it.
    pub people: u64,
    /// People not known before.
    pub new_people: u64,
    /// Rows in it, by kind.
    pub rows: BTreeMap<&'static str, u64>,
    /// Facts that it adds.
    pub added: u64,
    /// Facts that it corrects.
    pub corrected: u64,
    /// Facts recorded here that it now says too.
    pub confirmed: u64,
    /// Facts that it ends.
    pub ended: u64,
    /// Facts that stand as they were corrected or decided here, against what it says.
    pub conflicts: u64,
    /// The first 1000 of all these: conflicts, and where it was only tried, everything.
    pub lines: Vec<Line>,
    /// What would be written: facts, what they supersede, conflicts not told before.
    pub(super) written: u64,
}

impl Outcome {
    pub(super) fn changes_nothing(&self) -> bool {
        self.written == 0
    }

    pub(super) fn take_in(&mut self, found: &mut Difference) {
        for (what, facts) in std::mem::take(&mut found.counts) {
            *match what {
                What::Added => &mut self.added,
                What::Corrected => &mut self.corrected,
                What::Confirmed => &mut self.confirmed,
                What::Ended => &mut self.ended,
                What::Conflict => &mut self.conflicts,
            } += facts;
        }
        self.written += (found.insert.len() + found.supersede.len() + found.conflicts.len()) as u64;
        let room = MOST_LINES.saturating_sub(self.lines.len());
        self.lines.extend(std::mem::take(&mut found.lines).into_iter().take(room));
    }

    /// What the trail and the next import are told.
    pub(super) fn counts(&self, replaced: &BTreeSet<FactKind>) -> serde_json::Value {
        let replaced: Vec<&str> = replaced.iter().map(|kind| kind.code()).collect();
        serde_json::json!({
            "people": self.people, "new_people": self.new_people, "rows": self.rows, "replaced": replaced,
            "added": self.added, "corrected": self.corrected, "confirmed": self.confirmed, "ended": self.ended,
            "conflicts": self.conflicts,
        })
    }
}
