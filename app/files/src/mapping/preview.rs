//! What a mapping would do with an export, column by column, seen on its first rows.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

use super::export::{Export, fields};
use super::field::Source;
use super::{FedFile, Mapping};
use crate::problem::Problem;

/// How much of an export is looked at to see how it is written.
const HEAD: u64 = 64 << 10;
/// How long a value is shown.
const SHOWN: usize = 60;

/// What a mapping would do with an export.
#[derive(Clone, Debug, Default)]
pub struct Preview {
    /// The columns, in their order.
    pub columns: Vec<PreviewColumn>,
    /// What is wrong with the mapping, or between the two.
    pub problems: Vec<Problem>,
    delimiter: u8,
    encoding: Option<&'static Encoding>,
}

/// A column of an export.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreviewColumn {
    /// Its name.
    pub name: String,
    /// What becomes of it.
    pub becomes: Becomes,
    /// Its first values.
    pub values: Vec<String>,
}

/// What becomes of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Becomes {
    /// It feeds these fields, each by file and column of the bundle.
    Fields(Vec<(&'static str, &'static str)>),
    /// It says which rows are skipped, and nothing else.
    Skips,
    /// Nothing, on purpose.
    Ignored,
    /// The mapping does not know it.
    Unknown,
}

/// What a mapping would do with an export; without one, what there is in the export.
pub fn preview(mapping: Option<&Mapping>, export: &Path, rows: usize) -> Preview {
    let read = match mapping {
        Some(mapping) => columns(mapping, export, rows),
        None => sniffed(export).and_then(|mapping| columns(&mapping, export, rows)),
    };
    read.unwrap_or_else(|problems| Preview { problems, ..Preview::default() })
}

/// A mapping to begin with: every column ignored, the fields that every bundle has still to be fed.
pub fn mapping_to_begin_with(preview: &Preview) -> String {
    let mut text = "[export]\n".to_owned();
    match preview.delimiter {
        b'\t' => text.push_str("delimiter = \"tab\"\n"),
        b',' => {}
        other => text.push_str(&format!("delimiter = \"{}\"\n", char::from(other))),
    }
    if let Some(encoding) = preview.encoding.filter(|encoding| *encoding != UTF_8) {
        text.push_str(&format!("encoding = \"{}\"\n", encoding.name().to_ascii_lowercase()));
    }
    let names: Vec<String> =
        preview.columns.iter().map(|column| toml::Value::from(column.name.as_str()).to_string()).collect();
    text.push_str(&format!("ignore = [{}]\n\n[employees]\n", names.join(", ")));
    for column in crate::BUNDLE_FILES[0].columns.iter().filter(|column| column.required) {
        text.push_str(&format!("{} = \"\"\n", column.name));
    }
    text
}

fn columns(mapping: &Mapping, export: &Path, rows: usize) -> Result<Preview, Vec<Problem>> {
    let (mut export, problems) = Export::open_any(mapping, export)?;
    // A mapping without a file is none: what is there is not its business.
    let problems = if mapping.files.is_empty() { Vec::new() } else { problems };
    let column =
        |name: &String| PreviewColumn { name: name.clone(), becomes: mapping.becomes(name), values: Vec::new() };
    let mut columns: Vec<PreviewColumn> = export.columns.iter().map(column).collect();
    for _ in 0..rows {
        let Some(record) = export.next()? else { break };
        for (column, value) in columns.iter_mut().zip(fields(record)) {
            column.values.push(value.trim().chars().take(SHOWN).collect());
        }
    }
    Ok(Preview { columns, problems, delimiter: mapping.delimiter, encoding: Some(mapping.encoding) })
}

/// How an export is written, as its beginning looks.
fn sniffed(export: &Path) -> Result<Mapping, Vec<Problem>> {
    let mut head = Vec::new();
    let read = File::open(export).and_then(|file| file.take(HEAD).read_to_end(&mut head));
    let cannot = |error: io::Error| {
        vec![Problem::in_file(super::export::name_of(export), format!("it cannot be read: {error}"))]
    };
    read.map_err(cannot)?;
    let is_utf8 = std::str::from_utf8(&head).err().is_none_or(|error| error.error_len().is_none());
    let line = head.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let count = |delimiter: &u8| line.iter().filter(|byte| *byte == delimiter).count();
    // The last of equals is taken.
    let delimiter = [b'|', b'\t', b';', b','].into_iter().max_by_key(count).unwrap_or(b',');
    let encoding = if is_utf8 { UTF_8 } else { WINDOWS_1252 };
    Ok(Mapping { delimiter, encoding, ignore: Vec::new(), skip: Vec::new(), files: Vec::new() })
}

impl Mapping {
    fn becomes(&self, column: &str) -> Becomes {
        let fed = |part: &FedFile| {
            let feeds = part.fields.iter().filter(|field| match &field.source {
                Source::Columns(columns) => columns.iter().any(|one| one == column),
                Source::Constant(_) => false,
            });
            feeds.map(|field| (part.file.name, field.target.name)).collect::<Vec<_>>()
        };
        let mut fields: Vec<(&str, &str)> = Vec::new();
        for one in self.files.iter().flat_map(fed) {
            // Every file has the number of whose row it is; that is told once.
            let is_told = one.1 == "employee_number" && fields.iter().any(|told| told.1 == one.1);
            if !is_told && !fields.contains(&one) {
                fields.push(one);
            }
        }
        match () {
            () if !fields.is_empty() => Becomes::Fields(fields),
            () if self.skip.iter().any(|skip| skip.column == column) => Becomes::Skips,
            () if self.ignore.iter().any(|ignored| ignored == column) => Becomes::Ignored,
            () => Becomes::Unknown,
        }
    }
}
