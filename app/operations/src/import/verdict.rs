//! What checking or applying an upload came to, as it is kept beside it.

use files::Problem;
use model::FactKind;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::outcome::{Fewer, Line, Outcome, What};
use crate::Error;

/// What checking or applying an upload came to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Verdict {
    /// Something in it is wrong: nothing of it can be taken.
    Refused {
        /// How many problems are kept, row by row.
        problems: u64,
        /// How many more there are.
        more: u64,
        /// What was told beside.
        notes: Vec<Note>,
    },
    /// What it would change.
    Difference {
        /// Whether it is anything.
        changes: bool,
        /// People in it.
        people: u64,
        /// People not known before.
        new_people: u64,
        /// How many of what, kind by kind.
        kinds: Vec<KindCount>,
        /// Replaced kinds that have more than 10 % fewer rows than last time.
        fewer: Vec<FewerRows>,
        /// What was told beside.
        notes: Vec<Note>,
    },
    /// It is true.
    Applied {
        /// The change that it became; none where all of it was known.
        change: Option<Uuid>,
    },
    /// Nothing was changed.
    Stopped {
        /// The rule that stood against it; none where it was a failure of ours.
        why: Option<Why>,
        /// Under which number that is in the log.
        incident: String,
    },
}

/// Why an import was stopped.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Why {
    /// Something stood in the way: its code, and what it is about.
    InTheWay {
        /// The code of the [`Obstacle`](crate::Obstacle).
        what: String,
        /// What it is about.
        about: String,
    },
    /// Something in the files or the ladder, in the words of the command line.
    Told(String),
}

impl From<&Error> for Why {
    fn from(error: &Error) -> Why {
        match error {
            Error::Refused(obstacle) => Why::InTheWay { what: obstacle.code().to_owned(), about: obstacle.about() },
            other => Why::Told(other.to_string()),
        }
    }
}

/// How many rows of a kind became what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the fields are what their names say")]
pub struct KindCount {
    pub kind: String,
    pub rows: u64,
    pub unchanged: u64,
    pub added: u64,
    pub corrected: u64,
    pub confirmed: u64,
    pub ended: u64,
    pub conflicts: u64,
}

/// A replaced kind that has more than 10 % fewer rows than last time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the fields are what their names say")]
pub struct FewerRows {
    pub kind: String,
    pub rows: u64,
    pub last: u64,
}

/// What is worth telling beside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "of", rename_all = "snake_case")]
#[allow(missing_docs, reason = "the fields are what their names say")]
pub enum Note {
    /// The bundle's own ladder is not the one in force, and is left aside.
    OtherLadder,
    /// A file that no bundle has.
    Stranger { file: String, reason: String },
    /// A column that the bundle does not know.
    Ignored { file: String, column: String },
    /// A name that nobody has, left empty.
    LeftEmpty { line: u64, reason: String },
    /// A title that became a job.
    NewJob { code: String, title: String, rows: u64 },
    /// What became of the rows of an export.
    Mapped { rows: u64, taken: u64, skipped: u64, refused: u64 },
}

/// A row, or a place in a file, that is wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the fields are what their names say")]
pub struct RefusedRow {
    pub file: String,
    pub line: Option<u64>,
    pub at: Option<String>,
    pub reason: String,
}

impl From<&Problem> for RefusedRow {
    fn from(problem: &Problem) -> RefusedRow {
        let Problem { file, line, at, reason } = problem.clone();
        RefusedRow { file, line, at, reason }
    }
}

/// A line of a difference.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the fields are what their names say")]
pub struct TellLine {
    pub what: String,
    pub number: String,
    pub name: String,
    pub kind: String,
    pub key: String,
    pub columns: Vec<String>,
    pub before: model::Body,
    pub after: model::Body,
}

/// Which lines of a difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// What changes.
    Changes,
    /// What stands as it was corrected or decided here.
    Conflicts,
}

impl Section {
    pub(super) const fn code(self) -> &'static str {
        match self {
            Section::Changes => "changes",
            Section::Conflicts => "conflicts",
        }
    }
}

impl From<&Line> for TellLine {
    fn from(line: &Line) -> TellLine {
        let Line { what, number, kind, key, columns, name, before, after } = line.clone();
        let (what, kind) = (what.code().to_owned(), kind.code().to_owned());
        TellLine { what, number, name, kind, key, columns, before, after }
    }
}

impl Verdict {
    pub(super) fn of(outcome: &Outcome, notes: Vec<Note>) -> Verdict {
        let count = |kind: FactKind| {
            let of = |what| outcome.by_kind.get(&(kind, what)).copied().unwrap_or(0);
            KindCount {
                kind: kind.code().to_owned(),
                rows: outcome.rows.get(kind.code()).copied().unwrap_or(0),
                unchanged: outcome.unchanged.get(&kind).copied().unwrap_or(0),
                added: of(What::Added),
                corrected: of(What::Corrected),
                confirmed: of(What::Confirmed),
                ended: of(What::Ended),
                conflicts: of(What::Conflict),
            }
        };
        let is_any = |one: &KindCount| one.rows + one.added + one.corrected + one.ended + one.conflicts > 0;
        let fewer =
            |fewer: &Fewer| FewerRows { kind: fewer.kind.code().to_owned(), rows: fewer.rows, last: fewer.last };
        Verdict::Difference {
            changes: !outcome.changes_nothing(),
            people: outcome.people,
            new_people: outcome.new_people,
            kinds: FactKind::ALL.iter().map(|kind| count(*kind)).filter(is_any).collect(),
            fewer: outcome.fewer.iter().map(fewer).collect(),
            notes,
        }
    }

    pub(super) fn to_json(&self) -> Result<String, Error> {
        Ok(serde_json::to_string(self).map_err(std::io::Error::other)?)
    }

    /// What is kept beside an upload, if it came to anything.
    pub fn read(result: Option<&str>) -> Result<Option<Verdict>, Error> {
        Ok(result.map(serde_json::from_str).transpose().map_err(std::io::Error::other)?)
    }
}
