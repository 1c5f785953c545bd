//! The bundle: a folder or .zip of CSV files, as section 3 of the rules describes it. Read, checked and written.
//!
//! It is read in two passes. The first goes file by file: each row becomes typed values, or problems, and is staged
//! under its person ([`staging`]); of everybody only the number and the manager are kept ([`roster`]). The second goes
//! person by person, with all rows of each in hand ([`gathered`]), and checks them against each other ([`check`]).
//! Memory is bounded whatever comes in: by a field's and a line's length, by what staging holds before it spills, by
//! the rows of one person, by the number of employees and by the problems kept.

mod check;
mod codes;
pub(crate) mod columns;
mod gathered;
mod header;
mod packed;
mod problems;
mod reading;
mod records;
mod roster;
mod row;
mod rows;
mod sheet;
mod sheets;
mod source;
mod staging;
mod writer;

use std::path::Path;

use rules::Ladder;

pub use columns::{BUNDLE_FILES, BundleFile, Column};
pub(crate) use records::{Record, Records};
pub use rows::{RowReader, TextRow, rows_of};
pub use writer::BundleWriter;

use crate::{Person, Problem, nearest};
use gathered::Gathered;
use source::Source;
use staging::Staging;

/// How many bytes of rows memory holds before they go to a temporary file.
const STAGING_BUDGET: usize = 64 << 20;
/// The longest `ladder.toml`.
const LADDER_LIMIT: u64 = 16 << 20;

/// An opened folder or .zip with at least an `employees.csv`.
#[derive(Debug)]
pub struct Bundle {
    source: Source,
    budget: usize,
}

/// Where the reading stands.
#[derive(Clone, Copy, Debug)]
pub struct Step<'a> {
    /// The file being read; `people` while their rows are compared with each other.
    pub file: &'a str,
    /// Rows (or people) so far.
    pub rows: u64,
}

/// What was read of one file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FileAccount {
    /// Its name.
    pub name: &'static str,
    /// Rows read, refused ones included.
    pub rows: u64,
    /// Columns that the bundle does not know, ignored.
    pub ignored: Vec<String>,
}

/// Why a bundle was not taken: everything that is wrong with it, in the order of files and lines.
#[derive(Clone, Debug, Default)]
pub struct Refused {
    /// The problems, at most 1000 a file.
    pub problems: Vec<Problem>,
    /// How many more there are.
    pub more: u64,
    /// What was read all the same.
    pub accounts: Vec<FileAccount>,
}

/// A bundle without a problem, its people ready to be read.
#[derive(Debug)]
pub struct Checked {
    staging: Staging,
    people: usize,
    accounts: Vec<FileAccount>,
}

impl Bundle {
    /// Opens a folder or .zip that has an `employees.csv`.
    pub fn open(path: &Path) -> Result<Bundle, Problem> {
        Ok(Bundle { source: Source::open(path)?, budget: STAGING_BUDGET })
    }

    /// A bundle of files that are in memory already, by name.
    pub fn in_memory(files: Vec<(String, Vec<u8>)>) -> Bundle {
        Bundle { source: Source::Memory(files), budget: STAGING_BUDGET }
    }

    /// With so many bytes of rows in memory before they go to a temporary file, in place of 64 MiB.
    pub fn with_memory(self, bytes: usize) -> Bundle {
        Bundle { budget: bytes, ..self }
    }

    /// Its `ladder.toml`, if it carries one.
    pub fn ladder_text(&self) -> Result<Option<String>, Problem> {
        self.source.text("ladder.toml", LADDER_LIMIT)
    }

    /// The CSV files in it that no bundle has, and so are not read: mostly a name misspelt.
    pub fn strangers(&self) -> Result<Vec<Problem>, Problem> {
        let known = || BUNDLE_FILES.iter().map(|file| file.name);
        let names = self.source.names().map_err(|error| Problem::in_file("", format!("cannot be listed: {error}")))?;
        let is_csv = |name: &String| name.to_ascii_lowercase().ends_with(".csv");
        let strangers = names.into_iter().filter(|name| is_csv(name) && !known().any(|file| file == name));
        let stranger = |name: String| {
            let meant = nearest(&name, known()).map_or(String::new(), |near| format!("; is it {near}?"));
            Problem::in_file(name, format!("no file of a bundle has this name, and it is not read{meant}"))
        };
        Ok(strangers.map(stranger).collect())
    }

    /// Reads and checks everything; all problems at once. `progress` hears of it now and then.
    pub fn check(self, ladder: &Ladder, progress: &mut dyn FnMut(Step<'_>)) -> Result<Checked, Refused> {
        reading::read(&self.source, self.budget, ladder, progress)
    }
}

impl Checked {
    /// What was read, for each file that is there.
    pub fn accounts(&self) -> &[FileAccount] {
        &self.accounts
    }

    /// How many people there are.
    pub fn len(&self) -> usize {
        self.people
    }

    /// Whether there is nobody.
    pub fn is_empty(&self) -> bool {
        self.people == 0
    }

    /// The people, in the order of `employees.csv`. Nobody comes after an error, which is one of the temporary file.
    pub fn people(mut self) -> impl Iterator<Item = std::io::Result<Person>> {
        let mut failed = false;
        std::iter::from_fn(move || {
            let next = if failed { None } else { self.next_person() };
            failed = matches!(next, Some(Err(_)));
            next
        })
    }

    /// The next of them.
    pub fn next_person(&mut self) -> Option<std::io::Result<Person>> {
        let mut gathered = Gathered::default();
        match gathered.next(&mut self.staging) {
            Ok(person) => person.and_then(|_| gathered.into_person()).map(Ok),
            Err(error) => Some(Err(error)),
        }
    }

    /// Goes back to the first of them.
    pub fn rewind(&mut self) -> std::io::Result<()> {
        self.staging.rewind()
    }
}
