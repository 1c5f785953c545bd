//! A ladder or mapping as a tree in which every value knows its line and its path: `track[2].criteria[0].metric`.
//!
//! The readers of the ladder and of the mapping walk this tree and not TOML's own, so that the same shape in JSON
//! needs only another way to make it.

mod read;
mod toml_tree;

pub(crate) use read::{Reading, Table, quoted, there_is_no};

/// A value with its place.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    /// Counted from 1.
    pub(crate) line: u64,
    /// From the root, as in `track[2].to`.
    pub(crate) path: String,
    /// What stands there.
    pub(crate) value: Value,
}

impl Node {
    /// The text, where it is one.
    pub(crate) fn as_text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The items, where it is a list.
    pub(crate) fn as_list(&self) -> Option<&[Node]> {
        match &self.value {
            Value::List(items) => Some(items),
            _ => None,
        }
    }
}

/// What stands in a place.
#[derive(Clone, Debug)]
pub(crate) enum Value {
    /// A string.
    Text(String),
    /// A number, as it is written: it never passes through a binary float.
    Number(String),
    /// `true` or `false`.
    Boolean(bool),
    /// A date, perhaps with a time, as it is written.
    Date(String),
    /// A list.
    List(Vec<Node>),
    /// Keys with values, in the order of the file.
    Table(Vec<Field>),
}

impl Value {
    /// What it is called in a refusal.
    fn name(&self) -> &'static str {
        match self {
            Value::Text(_) => "a text",
            Value::Number(_) => "a number",
            Value::Boolean(_) => "true or false",
            Value::Date(_) => "a date",
            Value::List(_) => "a list",
            Value::Table(_) => "a table",
        }
    }
}

/// A key with its value.
#[derive(Clone, Debug)]
pub(crate) struct Field {
    /// The key.
    pub(crate) key: String,
    /// The line of the key.
    pub(crate) line: u64,
    /// The value.
    pub(crate) value: Node,
}
