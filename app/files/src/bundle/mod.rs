//! The bundle: a folder or .zip of CSV files, as section 3 of the rules describes it. Read, checked and written.

use std::path::Path;

use rules::Ladder;

use crate::{Person, Problem};

/// An opened folder or .zip with at least an `employees.csv`.
#[derive(Debug)]
pub struct Bundle {}

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
    accounts: Vec<FileAccount>,
}

impl Bundle {
    /// Opens a folder or .zip that has an `employees.csv`.
    pub fn open(path: &Path) -> Result<Bundle, Problem> {
        Err(Problem::in_file(path.display().to_string(), "bundles cannot be read yet"))
    }

    /// Its `ladder.toml`, if it carries one.
    pub fn ladder_text(&self) -> Result<Option<String>, Problem> {
        Ok(None)
    }

    /// Reads and checks everything; all problems at once.
    pub fn check(self, _ladder: &Ladder, _progress: &mut dyn FnMut(Step<'_>)) -> Result<Checked, Refused> {
        Ok(Checked { accounts: Vec::new() })
    }
}

impl Checked {
    /// What was read, for each file that is there.
    pub fn accounts(&self) -> &[FileAccount] {
        &self.accounts
    }

    /// How many people there are.
    #[expect(clippy::len_without_is_empty, reason = "an empty bundle is nothing special")]
    pub fn len(&self) -> usize {
        0
    }

    /// The people, in the order of `employees.csv`.
    pub fn people(self) -> impl Iterator<Item = std::io::Result<Person>> {
        std::iter::empty()
    }
}

/// Writes a bundle, one person at a time: all its files, with every column.
#[derive(Debug)]
pub struct BundleWriter {}

impl BundleWriter {
    /// Into a folder, which is made where it is missing, or into a .zip where the path ends so.
    pub fn create(_path: &Path, _ladder: &Ladder) -> std::io::Result<BundleWriter> {
        Ok(BundleWriter {})
    }

    /// Writes one person's rows.
    pub fn write(&mut self, _person: &Person) -> std::io::Result<()> {
        Ok(())
    }

    /// Ends the files.
    pub fn finish(self) -> std::io::Result<()> {
        Ok(())
    }
}
