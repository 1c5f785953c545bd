//! How a feed is meant, and what it came to.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::Arc;

use model::{Body, ChangeId, FactKind, Instant, LadderId, UploadId};
use rules::Ladder;
use uuid::Uuid;

use super::difference::Difference;

/// How many lines of a difference are kept for telling: of conflicts, and of all else.
pub(super) const MOST_LINES: u64 = 1000;

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
    pub clock: Option<Clock>,
    /// The upload that it comes from, and the run that applies it: what that came to is noted in the same transaction.
    pub upload: Option<(UploadId, Uuid)>,
}

/// A clock, for what takes longer than an instant.
#[derive(Clone)]
pub struct Clock(Arc<dyn Fn() -> Instant + Send + Sync>);

impl Clock {
    /// A clock that is read like this.
    pub fn new(now: impl Fn() -> Instant + Send + Sync + 'static) -> Clock {
        Clock(Arc::new(now))
    }

    /// This instant.
    pub fn now(&self) -> Instant {
        (self.0)()
    }
}

impl fmt::Debug for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Clock")
    }
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

/// One line of a difference.
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
    /// The name of whose it is.
    pub name: String,
    /// What is known, of the columns that differ, or the whole row where it ends. Of pay, gender and birth year nothing.
    pub before: Body,
    /// What the feed says, of the same, or the whole row where it is new.
    pub after: Body,
}

/// A feed that has fewer rows of a kind than last time, by more than 10 %.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fewer {
    /// Which file.
    pub kind: FactKind,
    /// How many it has.
    pub rows: u64,
    /// How many there were last time.
    pub last: u64,
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
    /// The first 1000 conflicts, and where it was only tried, the first 1000 of all else.
    pub lines: Vec<Line>,
    /// How many of what, by kind.
    pub by_kind: BTreeMap<(FactKind, What), u64>,
    /// Rows that say what is known, by kind.
    pub unchanged: BTreeMap<FactKind, u64>,
    /// The replaced kinds of which it has more than 10 % fewer rows than last time.
    pub fewer: Vec<Fewer>,
    /// What would be written: facts, what they supersede, conflicts not told before.
    pub(super) written: u64,
    /// Lines kept: of changes, and of conflicts.
    told: (u64, u64),
}

impl Outcome {
    /// Whether all of it was known.
    pub fn changes_nothing(&self) -> bool {
        self.written == 0
    }

    /// Whether further changes, that are no conflicts, would be told of.
    pub(super) fn has_room(&self) -> bool {
        self.told.0 < MOST_LINES
    }

    pub(super) fn take_in(&mut self, found: &mut Difference) {
        for ((kind, what), facts) in std::mem::take(&mut found.counts) {
            *self.by_kind.entry((kind, what)).or_default() += facts;
            *match what {
                What::Added => &mut self.added,
                What::Corrected => &mut self.corrected,
                What::Confirmed => &mut self.confirmed,
                What::Ended => &mut self.ended,
                What::Conflict => &mut self.conflicts,
            } += facts;
        }
        self.written += (found.insert.len() + found.supersede.len() + found.conflicts.len()) as u64;
        for (kind, facts) in std::mem::take(&mut found.unchanged) {
            *self.unchanged.entry(kind).or_default() += facts;
        }
        for line in std::mem::take(&mut found.lines) {
            let told = if line.what == What::Conflict { &mut self.told.1 } else { &mut self.told.0 };
            if *told < MOST_LINES {
                *told += 1;
                self.lines.push(line);
            }
        }
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
