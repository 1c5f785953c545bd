//! A row of one of the bundle's files: its values by column, each refused where it cannot be what the column asks.

use std::fmt;
use std::str::FromStr;

use rules::{Day, Decimal};

use super::codes::Codes;
use super::columns::{Column, File};
use super::header::Header;
use super::problems::{Problems, shown};
use super::records::Record;

/// A row being read.
pub(crate) struct Row<'a> {
    file: File,
    record: &'a Record,
    header: &'a Header,
    problems: &'a mut Problems,
    refused: bool,
}

impl<'a> Row<'a> {
    /// The row that a record is; one that is malformed is refused from the start.
    pub(crate) fn new(file: File, record: &'a Record, header: &'a Header, problems: &'a mut Problems) -> Row<'a> {
        let mut row = Row { file, record, header, problems, refused: false };
        if let Some(malformed) = &record.malformed {
            let in_field =
                |column: &&Column| malformed.field.is_some() && header.place(column.place) == malformed.field;
            let column = file.table().columns.iter().find(in_field).copied();
            row.refuse_at(column, &malformed.reason);
        }
        if !row.is_whole() && !row.refused {
            let (fields, width) = (record.len(), header.width);
            row.refuse_at(None, format!("{fields} fields where the header has {width}"));
        }
        row
    }

    /// Whether its values stand under their columns.
    pub(crate) fn is_whole(&self) -> bool {
        self.record.len() == self.header.width
    }

    /// Whether anything in it was refused.
    pub(crate) fn is_refused(&self) -> bool {
        self.refused
    }

    /// The line on which it begins.
    pub(crate) fn line(&self) -> u64 {
        self.record.line
    }

    /// Refuses the row for the value of a column.
    pub(crate) fn refuse(&mut self, column: Column, reason: impl Into<String>) {
        self.refuse_at(Some(column), reason);
    }

    /// The same with words that take some time to find.
    pub(crate) fn refuse_with(&mut self, column: Column, reason: impl FnOnce() -> String) {
        let reason = if self.problems.is_full(self.file) { String::new() } else { reason() };
        self.refuse(column, reason);
    }

    fn refuse_at(&mut self, column: Option<Column>, reason: impl Into<String>) {
        self.refused = true;
        self.problems.add(self.file, Some(self.record.line), column, reason);
    }

    /// The value, if the row has one there: no judgement.
    pub(crate) fn peek(&self, column: Column) -> Option<&'a str> {
        self.record.get(self.header.place(column.place)?).filter(|value| !value.is_empty())
    }

    /// The value, if there is one; refused where one is required.
    pub(crate) fn text(&mut self, column: Column) -> Option<&'a str> {
        let malformed = self.record.malformed.as_ref().and_then(|malformed| malformed.field);
        if malformed.is_some() && malformed == self.header.place(column.place) {
            return None;
        }
        let value = self.peek(column).filter(|value| !column.required || !value.chars().all(char::is_whitespace));
        if value.is_none() && column.required {
            self.refuse(column, "a value is required");
        }
        value
    }

    /// The value as what `read` makes of it.
    pub(crate) fn read<T, E: fmt::Display>(
        &mut self,
        column: Column,
        read: impl FnOnce(&'a str) -> Result<T, E>,
    ) -> Option<T> {
        let text = self.text(column)?;
        match read(text) {
            Ok(value) => Some(value),
            Err(reason) => {
                self.refuse(column, reason.to_string());
                None
            }
        }
    }

    /// A day, month or number, as the rules write them.
    pub(crate) fn value<T: FromStr<Err = rules::NotThat>>(&mut self, column: Column) -> Option<T> {
        self.read(column, |text| text.parse::<T>().map_err(|wrong| format!("{wrong}, not {}", shown(text))))
    }

    /// The last day of something that started on another column's day: not before it.
    pub(crate) fn end(&mut self, column: Column, start: Option<Day>) -> Option<Day> {
        let end = self.value(column)?;
        if let Some(start) = start.filter(|start| end < *start) {
            self.refuse(column, format!("{end} is before the start, {start}"));
        }
        Some(end)
    }

    /// A whole number within bounds.
    pub(crate) fn whole(&mut self, column: Column, least: u32, most: u32) -> Option<u32> {
        self.read(column, |text| {
            let digits = text.bytes().all(|byte| byte.is_ascii_digit());
            let number = text.parse().ok().filter(|number| digits && (least..=most).contains(number));
            number.ok_or_else(|| format!("a whole number from {least} to {most} is needed, not {}", shown(text)))
        })
    }

    /// A number that is not negative.
    pub(crate) fn amount(&mut self, column: Column) -> Option<Decimal> {
        let amount = self.value(column)?;
        if amount < Decimal::default() {
            self.refuse(column, format!("{amount} is negative"));
        }
        Some(amount)
    }

    /// One of a closed list.
    pub(crate) fn choice<T: Copy>(&mut self, column: Column, all: &[T], code: impl Fn(T) -> &'static str) -> Option<T> {
        self.read(column, |text| {
            let found = all.iter().copied().find(|choice| code(*choice) == text);
            found.ok_or_else(|| {
                let codes: Vec<_> = all.iter().copied().map(code).collect();
                format!("one of {} is needed, not {}", codes.join(", "), shown(text))
            })
        })
    }

    /// A code that the ladder defines.
    pub(crate) fn code<Id: Copy>(&mut self, column: Column, codes: &Codes<'_, Id>) -> Option<Id> {
        let text = self.text(column)?;
        let id = codes.find(text);
        if id.is_none() {
            self.refuse_with(column, || codes.unknown(text));
        }
        id
    }
}
