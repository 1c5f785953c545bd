//! What the files of a bundle have in common: rows that are read, staged, listed by person and written.

use std::fmt::{Display, Write};
use std::io;

use rules::Ladder;

use super::codes::KnownCodes;
use super::columns::{Column, File};
use super::gathered::{Gathered, Listed};
use super::packed::Packed;
use super::records;
use super::roster::Roster;
use super::row::Row;
use crate::Person;

/// A row of one of the files. To add a file: its columns, its row's `Sheet` and `Packed`, its list in `Gathered`
/// and `Person`, and a line in `every_sheet`.
pub(crate) trait Sheet: Packed {
    /// Which file.
    const FILE: File;
    /// The column to point at where a natural key is there twice, and the key in words.
    const KEY: (Column, &'static str);

    /// The columns of that key; where several stand for each other, the first that has a value.
    const KEY_COLUMNS: &'static [&'static [Column]];

    /// The natural key, beside the employee.
    type Key<'a>: Ord
    where
        Self: 'a;

    /// This row's natural key.
    fn key(&self) -> Self::Key<'_>;
    /// Reads a row; every value in it that cannot be is refused.
    fn read(row: &mut Row<'_>, known: &Known<'_>) -> Option<Self>;
    /// Writes a row, without the employee's number.
    fn write(&self, cells: &mut Cells, ladder: &Ladder);
    /// A person's rows.
    fn of(person: &Person) -> &[Self];
    /// The same while they are gathered.
    fn list(gathered: &mut Gathered) -> &mut Listed<Self>;
}

/// What a row may name.
pub(crate) struct Known<'a> {
    pub(crate) codes: KnownCodes<'a>,
    pub(crate) roster: Roster,
}

/// Does the same for the rows of every file, in order.
macro_rules! every_sheet {
    ($sheet:ident => $body:expr) => {
        $crate::bundle::sheet::every_sheet!($sheet => $body;
            $crate::Employee, $crate::EmploymentRow, $crate::AssignmentRow, $crate::LeaveRow, $crate::CredentialRow,
            rules::Proficiency, rules::Training, rules::MonthlyResult, rules::Review, rules::SkillAssessment,
            rules::ActivityEvent, $crate::ConductRow, rules::Waiver)
    };
    ($sheet:ident => $body:expr; $($type:ty),+) => {
        $({
            type $sheet = $type;
            $body
        })+
    };
}

pub(crate) use every_sheet;

/// The lists of a row's type in `Person` and `Gathered`, which have one name.
macro_rules! lists {
    ($field:ident) => {
        fn of(person: &crate::Person) -> &[Self] {
            &person.$field
        }

        fn list(gathered: &mut crate::bundle::gathered::Gathered) -> &mut crate::bundle::gathered::Listed<Self> {
            &mut gathered.$field
        }
    };
}

pub(crate) use lists;

/// The values of a row being written, by column.
#[derive(Debug, Default)]
pub(crate) struct Cells {
    values: Vec<String>,
}

impl Cells {
    /// Begins a row of a file.
    pub(crate) fn begin(&mut self, file: File) {
        self.values.resize_with(file.table().columns.len(), String::new);
        self.values.iter_mut().for_each(String::clear);
    }

    /// Sets a value.
    pub(crate) fn put(&mut self, column: Column, value: impl Display) {
        // Writing to a `String` cannot fail.
        let _ = write!(self.values[column.place], "{value}");
    }

    /// Sets a value, if there is one.
    pub(crate) fn put_some(&mut self, column: Column, value: Option<impl Display>) {
        if let Some(value) = value {
            self.put(column, value);
        }
    }

    /// The values, where a reader would take them.
    pub(crate) fn values(&self) -> io::Result<&[String]> {
        match self.values.iter().find_map(|value| records::odd(value.as_bytes())) {
            Some(reason) => Err(io::Error::new(io::ErrorKind::InvalidInput, reason)),
            None => Ok(&self.values),
        }
    }
}
