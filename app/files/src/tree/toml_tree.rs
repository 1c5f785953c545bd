//! From TOML's text to the tree.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::read::{Reading, quoted};
use super::{Field, Node, Value};

/// A file of this size is no ladder and no mapping.
const LARGEST: usize = 4 << 20;

impl Reading {
    /// The tree of a TOML text. Every error of syntax is reported; then there is no tree.
    pub(crate) fn toml(&mut self, text: &str) -> Option<Node> {
        if text.len() > LARGEST {
            self.at_line(1, None, "the file is larger than 4 MiB");
            return None;
        }
        let lines = Lines::of(text);
        let (root, errors) = DeTable::parse_recoverable(text);
        for error in &errors {
            let line = lines.line(error.span().unwrap_or_default().start);
            self.at_line(line, None, format!("not TOML: {}", error.message()));
        }
        errors.is_empty().then(|| Node {
            line: 1,
            path: String::new(),
            value: Value::Table(fields(root.into_inner(), "", &lines)),
        })
    }
}

fn fields(table: DeTable<'_>, path: &str, lines: &Lines) -> Vec<Field> {
    let mut fields: Vec<(usize, Field)> = table
        .into_iter()
        .map(|(key, value)| {
            let start = key.span().start;
            let key = key.into_inner().into_owned();
            let path = if path.is_empty() { shown(&key) } else { format!("{path}.{}", shown(&key)) };
            let line = lines.line(start);
            (start, Field { key, line, value: node(value, path, lines) })
        })
        .collect();
    fields.sort_by_key(|(start, _)| *start);
    fields.into_iter().map(|(_, field)| field).collect()
}

fn node(value: Spanned<DeValue<'_>>, path: String, lines: &Lines) -> Node {
    let Range { start, .. } = value.span();
    let value = match value.into_inner() {
        DeValue::String(text) => Value::Text(text.into_owned()),
        DeValue::Integer(number) => Value::Number(unsigned(&number.to_string())),
        DeValue::Float(number) => Value::Number(unsigned(&number.to_string())),
        DeValue::Boolean(boolean) => Value::Boolean(boolean),
        DeValue::Datetime(date) => Value::Date(date.to_string()),
        DeValue::Array(items) => Value::List(
            items.into_iter().enumerate().map(|(at, item)| node(item, format!("{path}[{at}]"), lines)).collect(),
        ),
        DeValue::Table(table) => Value::Table(fields(table, &path, lines)),
    };
    Node { line: lines.line(start), path, value }
}

/// A key as paths show it.
fn shown(key: &str) -> String {
    let bare = key.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
    if bare && key.len() <= 60 { key.to_owned() } else { quoted(key) }
}

/// TOML allows a plus; our numbers have none.
fn unsigned(number: &str) -> String {
    number.strip_prefix('+').unwrap_or(number).to_owned()
}

/// Where the lines of a text begin.
struct Lines(Vec<usize>);

impl Lines {
    fn of(text: &str) -> Lines {
        Lines(text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at).collect())
    }

    /// The line, counted from 1, of a byte of the text.
    fn line(&self, byte: usize) -> u64 {
        self.0.partition_point(|newline| *newline < byte) as u64 + 1
    }
}
