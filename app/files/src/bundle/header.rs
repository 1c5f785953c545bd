//! The header row: which field of a record is which column.

use std::collections::HashSet;

use super::columns::File;
use super::problems::{Problems, near, shown};
use super::records::Record;

/// Where the columns of a file are.
#[derive(Debug)]
pub(crate) struct Header {
    /// For each column of the file's table, its place in the records.
    places: Vec<Option<usize>>,
    /// How many fields a record has.
    pub(crate) width: usize,
    /// Columns that the table does not know.
    pub(crate) ignored: Vec<String>,
}

impl Header {
    /// The header of a file with every column in its place.
    pub(crate) fn whole(file: File) -> Header {
        let width = file.table().columns.len();
        Header { places: (0..width).map(Some).collect(), width, ignored: Vec::new() }
    }

    /// Reads the header row; `None` where its columns cannot be told, which is then among the problems.
    pub(crate) fn read(file: File, record: &Record, problems: &mut Problems) -> Option<Header> {
        let columns = file.table().columns;
        let line = Some(record.line);
        let mut header = Header { places: vec![None; columns.len()], width: record.len(), ignored: Vec::new() };
        let mut sound = true;
        if let Some(malformed) = &record.malformed {
            let at = malformed.field.map(|place| format!("column {}", place + 1));
            problems.add_at(file, line, at, &malformed.reason);
            return None;
        }
        let mut seen = HashSet::new();
        for place in 0..record.len() {
            let name = record.get(place).unwrap_or_default();
            // Spreadsheets leave nameless columns behind; two of them are no doubt about a value.
            if !name.is_empty() && !seen.insert(name) {
                problems.add_at(file, line, Some(name_shown(name)), "this column is there twice: keep one");
                sound = false;
            }
            match columns.iter().find(|column| column.name == name) {
                Some(column) => header.places[column.place] = Some(place),
                None => header.ignored.push(name.to_owned()),
            }
        }
        for column in columns.iter().filter(|column| column.required && header.places[column.place].is_none()) {
            let candidates = header.ignored.iter().take(100).map(String::as_str);
            let reason = match near(column.name, candidates) {
                Some(near) => format!("this column is missing; is it the one called {}?", shown(near)),
                None => "this column is missing".to_owned(),
            };
            problems.add(file, line, Some(*column), reason);
            sound = false;
        }
        sound.then_some(header)
    }

    /// The place of a column of the table in the records, where the file has it.
    pub(crate) fn place(&self, column: usize) -> Option<usize> {
        self.places[column]
    }
}

fn name_shown(name: &str) -> String {
    shown(name).trim_matches('"').to_owned()
}
