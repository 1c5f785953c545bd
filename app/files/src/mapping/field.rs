//! A field of the bundle: which columns feed it, and how what they say becomes what a bundle says.

use std::collections::HashMap;

use super::date::{DatePattern, Part};
use super::jobs::Jobs;
use super::mapped::LeftEmpty;
use super::names::{Meant, Names, first_last};
use super::number::NumberPattern;
use crate::bundle::Column;
use crate::tree::{quoted, there_is_no};

/// A field of one of the bundle's files.
#[derive(Clone, Debug)]
pub(super) struct Field {
    /// The column of the bundle's file.
    pub(super) target: &'static Column,
    /// Where its values come from.
    pub(super) source: Source,
    /// Values that mean that there is none.
    pub(super) empty: Vec<String>,
    /// Values that are written otherwise.
    pub(super) values: HashMap<String, String>,
    /// How other values are read.
    pub(super) how: How,
}

/// Where the values of a field come from.
#[derive(Clone, Debug)]
pub(super) enum Source {
    /// These columns of the export, with blanks between.
    Columns(Vec<String>),
    /// The same in every row.
    Constant(String),
}

/// How a value that is not in the table is read.
#[derive(Clone, Debug)]
pub(super) enum How {
    /// As it is.
    Kept,
    /// Not at all: the table says all values.
    Refused,
    /// As a date.
    Date(DatePattern, Part),
    /// As a number.
    Number(NumberPattern),
    /// As a name written "Last, First".
    LastFirst,
    /// As the code or title of a job; one that is not known becomes a new one, or not.
    Job { new: bool },
    /// As the name of somebody in the export; a name that nobody has is left empty, or not.
    Person { or_empty: bool },
}

/// What reading a value may need beside it.
pub(super) struct Context<'a> {
    pub(super) jobs: Jobs<'a>,
    pub(super) names: Names,
    /// Names that nobody has, left empty on request.
    pub(super) left_empty: LeftEmpty,
}

impl Field {
    /// Whether it has the same value in every row.
    pub(super) fn is_constant(&self) -> bool {
        matches!(self.source, Source::Constant(_))
    }

    /// The columns that feed it, as refusals name them.
    pub(super) fn columns(&self) -> Option<String> {
        match &self.source {
            Source::Columns(columns) => Some(columns.join(", ")),
            Source::Constant(_) => None,
        }
    }

    /// What the bundle says for what the export says; `None` where jobs or people have to be asked.
    pub(super) fn simple_value(&self, said: &str) -> Option<Result<String, String>> {
        if said.is_empty() || self.empty.iter().any(|empty| empty == said) {
            return Some(Ok(String::new()));
        }
        if let Some(value) = self.values.get(said) {
            return Some(Ok(value.clone()));
        }
        match &self.how {
            How::Kept => Some(Ok(said.to_owned())),
            How::Refused => {
                let known = self.values.keys().map(String::as_str);
                Some(Err(there_is_no("value", said, known) + " (in the mapping's table)"))
            }
            How::Date(pattern, part) => Some(pattern.read(said, *part)),
            How::Number(pattern) => Some(pattern.read(said)),
            How::LastFirst => {
                let error = || format!("a name is written Last, First in this column, not {}", quoted(said));
                Some(first_last(said).ok_or_else(error))
            }
            How::Job { .. } | How::Person { .. } => None,
        }
    }

    /// What the bundle says for what the export says on a line.
    pub(super) fn value(&self, said: &str, line: u64, context: &mut Context<'_>) -> Result<String, String> {
        match (self.simple_value(said), &self.how) {
            (Some(value), _) => value,
            (None, How::Job { new }) => context.jobs.code(said, *new),
            (None, How::Person { or_empty }) => self.person(said, line, *or_empty, context),
            (None, How::Kept | How::Refused | How::Date(..) | How::Number(_) | How::LastFirst) => Ok(said.to_owned()),
        }
    }

    fn person(&self, said: &str, line: u64, or_empty: bool, context: &mut Context<'_>) -> Result<String, String> {
        let shown = quoted(said);
        match context.names.find(said) {
            Meant::One(number) => Ok(number.to_owned()),
            Meant::Several(numbers) => {
                Err(format!("{shown} is the name of {}: say which in the table `values`", numbers.join(", ")))
            }
            Meant::Nobody if or_empty => {
                context.left_empty.note(line, &self.columns().unwrap_or_default(), said);
                Ok(String::new())
            }
            Meant::Nobody => Err(format!("nobody in the export has the name {shown}")),
        }
    }
}
