//! A person's rows as text by column: what a database keeps of a bundle, and what a person is read from again.

use std::io;

use rules::Ladder;

use super::codes::KnownCodes;
use super::columns::{Column, File};
use super::gathered::Gathered;
use super::header::Header;
use super::problems::Problems;
use super::records::Record;
use super::roster::Roster;
use super::row::Row;
use super::sheet::{Cells, Known, Sheet, every_sheet};
use crate::{Person, Problem};

/// One row of one of the bundle's files, as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextRow {
    /// The file's name without its ending.
    pub file: &'static str,
    /// The values that are not empty, by column; the employee's number is left out.
    pub values: Vec<(&'static str, String)>,
    /// The natural key beside the employee, as text.
    pub key: String,
}

/// A person's rows of all files, in their order.
pub fn rows_of(person: &Person, ladder: &Ladder) -> io::Result<Vec<TextRow>> {
    let (mut rows, mut cells) = (Vec::new(), Cells::default());
    every_sheet!(S => for row in S::of(person) {
        cells.begin(S::FILE);
        row.write(&mut cells, ladder);
        let columns = S::FILE.table().columns;
        let values: Vec<(&'static str, String)> = columns
            .iter()
            .zip(cells.values()?)
            .filter(|(_, value)| !value.is_empty())
            .map(|(column, value)| (column.name, value.clone()))
            .collect();
        rows.push(TextRow { file: S::FILE.stem(), key: key(S::KEY_COLUMNS, cells.values()?), values });
    });
    Ok(rows)
}

/// The values of the key's columns; of columns that stand for each other, the first that has one.
fn key(columns: &[&[Column]], values: &[String]) -> String {
    let value =
        |one: &&[Column]| one.iter().map(|column| values[column.place].as_str()).find(|value| !value.is_empty());
    let parts: Vec<&str> = columns.iter().map(|one| value(one).unwrap_or_default()).collect();
    parts.join(" ")
}

/// Reads people from their rows again, against the ladder whose codes they name.
pub struct RowReader<'l> {
    known: Known<'l>,
    headers: Vec<Header>,
}

impl<'l> RowReader<'l> {
    /// For rows that name this ladder's codes.
    pub fn new(ladder: &'l Ladder) -> RowReader<'l> {
        let known = Known { codes: KnownCodes::new(ladder), roster: Roster::default() };
        RowReader { known, headers: File::ALL.iter().map(|file| Header::whole(*file)).collect() }
    }

    /// The person of that number with these rows, each the file's name without its ending and a value by column.
    /// What no reader of a bundle would take is a problem.
    pub fn person<'r, V>(&self, number: &str, rows: impl IntoIterator<Item = (&'r str, V)>) -> Result<Person, Problem>
    where
        V: Fn(&str) -> Option<&'r str>,
    {
        let mut gathered = Gathered::default();
        let mut problems = Problems::default();
        for (stem, value) in rows {
            let Some(file) = File::ALL.iter().copied().find(|file| file.stem() == stem) else {
                return Err(Problem::in_file(stem, "no file of a bundle"));
            };
            let columns = file.table().columns.iter().enumerate();
            let values =
                columns.map(|(at, column)| if at == 0 { number } else { value(column.name).unwrap_or_default() });
            let record = Record::of(values);
            let mut row = Row::new(file, &record, &self.headers[file as usize], &mut problems);
            every_sheet!(S => if file == S::FILE {
                let read = S::read(&mut row, &self.known);
                S::list(&mut gathered).rows.extend(read);
            });
        }
        if let Some(problem) = problems.into_sorted().0.into_iter().next() {
            return Err(Problem { at: Some(format!("{number}: {}", problem.at.unwrap_or_default())), ..problem });
        }
        gathered.into_person().ok_or_else(|| Problem::in_file("employees.csv", format!("{number} has no row")))
    }
}
