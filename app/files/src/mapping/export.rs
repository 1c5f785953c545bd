//! The export: its header, its records, and where the columns of the mapping are.

use std::collections::{HashMap, HashSet};
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;

use encoding_rs::UTF_8;

use super::Mapping;
use super::field::{Field, Source};
use crate::bundle::{Record, Records};
use crate::problem::Problem;
use crate::tree::there_is_no;

/// An opened export.
pub(super) struct Export {
    /// Its name, for refusals.
    pub(super) name: String,
    /// Its columns.
    pub(super) columns: Vec<String>,
    records: Records<Box<dyn BufRead>>,
}

/// The name by which refusals call a file.
pub(super) fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

impl Export {
    /// Opens an export whose columns are those that the mapping knows.
    pub(super) fn open(mapping: &Mapping, path: &Path) -> Result<Export, Vec<Problem>> {
        let (export, problems) = Export::open_any(mapping, path)?;
        if problems.is_empty() { Ok(export) } else { Err(problems) }
    }

    /// Opens an export and compares its columns with the mapping's: what is wrong between them comes with it.
    pub(super) fn open_any(mapping: &Mapping, path: &Path) -> Result<(Export, Vec<Problem>), Vec<Problem>> {
        let name = name_of(path);
        let cannot = |error: std::io::Error| vec![Problem::in_file(&name, format!("it cannot be read: {error}"))];
        let file = File::open(path).map_err(cannot)?;
        // UTF-8 is read as it is, so that a byte that is none is refused where it stands.
        let text: Box<dyn BufRead> = if mapping.encoding == UTF_8 {
            Box::new(BufReader::new(file))
        } else {
            Box::new(super::decode::Decoded::new(file, mapping.encoding))
        };
        let mut records = Records::delimited(text, mapping.delimiter);
        let Some(record) = records.next().map_err(cannot)? else {
            return Err(vec![Problem::at(&name, 1, None, "the file is empty: the header row is missing")]);
        };
        if let Some(malformed) = &record.malformed {
            return Err(vec![Problem::at(&name, record.line, None, &malformed.reason)]);
        }
        let columns: Vec<String> = fields(record).map(|field| field.trim().to_owned()).collect();
        let problems = compared(mapping, &columns, &name, record.line);
        Ok((Export { name, columns, records }, problems))
    }

    /// The next row; `None` at the end.
    pub(super) fn next(&mut self) -> Result<Option<&Record>, Vec<Problem>> {
        let name = &self.name;
        self.records.next().map_err(|error| vec![Problem::in_file(name, format!("it cannot be read: {error}"))])
    }

    /// The place of a column of the mapping.
    pub(super) fn place(&self, column: &str) -> usize {
        // Every column that the mapping uses was found when the export was opened.
        self.columns.iter().position(|known| known == column).unwrap_or(usize::MAX)
    }

    /// The places of the columns that feed a field.
    pub(super) fn places(&self, field: &Field) -> Vec<usize> {
        match &field.source {
            Source::Columns(columns) => columns.iter().map(|column| self.place(column)).collect(),
            Source::Constant(_) => Vec::new(),
        }
    }
}

/// The fields of a record.
pub(super) fn fields(record: &Record) -> impl Iterator<Item = &str> {
    (0..record.len()).map(|place| record.get(place).unwrap_or_default())
}

/// What is wrong between the columns of an export and those of the mapping.
fn compared(mapping: &Mapping, columns: &[String], name: &str, line: u64) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut count: HashMap<&str, usize> = HashMap::new();
    for column in columns {
        *count.entry(column).or_default() += 1;
    }
    let mut used: HashSet<&str> = HashSet::new();
    for column in mapping.used_columns() {
        if !used.insert(column) {
            continue;
        }
        match count.get(column) {
            None => {
                let reason = there_is_no("column", column, columns.iter().map(String::as_str));
                problems.push(Problem::at(name, line, Some(column), reason + " (the mapping uses it)"));
            }
            Some(1) => {}
            Some(_) => problems.push(Problem::at(name, line, Some(column), "this column is there twice: keep one")),
        }
    }
    let ignored = |column: &str| mapping.ignore.iter().any(|ignored| ignored == column);
    for column in columns.iter().filter(|column| !used.contains(column.as_str()) && !ignored(column)) {
        let reason = "the mapping neither uses nor ignores this column: name it in one of its fields or in `ignore`";
        problems.push(Problem::at(name, line, Some(column), reason));
    }
    problems
}
