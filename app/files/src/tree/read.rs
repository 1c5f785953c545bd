//! Reading a tree value by value, and collecting everything that is wrong with it.

use rules::{Day, Decimal};

use super::{Field, Node, Value};
use crate::problem::{Problem, nearest};

/// After so many problems the rest is not worth listing.
const MOST_PROBLEMS: usize = 1_000;
/// Whole numbers in files end here: a thousand years in days is less.
const LARGEST_WHOLE: u32 = 1_000_000;
/// Among more candidates than these no nearest one is looked for.
const MOST_CANDIDATES: usize = 2_000;

/// A file being read, with every problem found so far.
///
/// What is faulty is reported and then read as if it were absent: as one problem refuses the whole file, nobody sees
/// what was made of the rest.
pub(crate) struct Reading {
    file: String,
    problems: Vec<Problem>,
}

impl Reading {
    pub(crate) fn of(file_name: &str) -> Reading {
        Reading { file: file_name.to_owned(), problems: Vec::new() }
    }

    /// What was read if nothing is wrong, else every problem in the order of lines.
    pub(crate) fn finish<T>(mut self, read: Option<T>) -> Result<T, Vec<Problem>> {
        match read {
            Some(read) if self.problems.is_empty() => Ok(read),
            _ => {
                self.problems.sort_by_key(|problem| problem.line);
                Err(self.problems)
            }
        }
    }

    /// Reports a problem of a value.
    pub(crate) fn at(&mut self, node: &Node, reason: impl Into<String>) {
        let path = (!node.path.is_empty()).then_some(node.path.as_str());
        self.at_line(node.line, path, reason);
    }

    pub(super) fn at_line(&mut self, line: u64, path: Option<&str>, reason: impl Into<String>) {
        match self.problems.len() {
            ..MOST_PROBLEMS => self.problems.push(Problem::at(&self.file, line, path, reason)),
            MOST_PROBLEMS => self.problems.push(Problem::in_file(&self.file, "there are more problems than these")),
            _ => {}
        }
    }

    /// Reports a word that is not among the known ones, with the nearest of them.
    pub(crate) fn unknown<'k>(
        &mut self,
        node: &Node,
        what: &str,
        word: &str,
        known: impl IntoIterator<Item = &'k str>,
    ) {
        self.at(node, there_is_no(what, word, known));
    }

    fn wrong_type(&mut self, node: &Node, wanted: &str) {
        self.at(node, format!("{wanted} is asked here, not {}", node.value.name()));
    }

    /// A table with no other keys than these.
    pub(crate) fn table<'n>(&mut self, node: &'n Node, known: &[&str]) -> Option<Table<'n>> {
        let table = self.any_table(node)?;
        self.known_keys(&table, known);
        Some(table)
    }

    /// Reports every key of a table that is none of these.
    pub(crate) fn known_keys(&mut self, table: &Table<'_>, known: &[&str]) {
        for field in table.fields.iter().filter(|field| !known.contains(&field.key.as_str())) {
            let reason = there_is_no("key", &field.key, known.iter().copied());
            self.at_line(field.line, Some(&field.value.path), reason);
        }
    }

    /// The tables of a list that may be absent: `[[job]]`.
    pub(crate) fn tables<'n>(&mut self, table: &Table<'n>, key: &str) -> Vec<Table<'n>> {
        let items = table.get(key).map_or(&[][..], |node| self.any_list(node));
        items.iter().filter_map(|item| self.any_table(item)).collect()
    }

    /// A table with whatever keys.
    pub(crate) fn any_table<'n>(&mut self, node: &'n Node) -> Option<Table<'n>> {
        match &node.value {
            Value::Table(fields) => Some(Table { node, fields }),
            _ => {
                self.wrong_type(node, "a table");
                None
            }
        }
    }

    /// A list, perhaps empty.
    pub(crate) fn any_list<'n>(&mut self, node: &'n Node) -> &'n [Node] {
        match &node.value {
            Value::List(items) => items,
            _ => {
                self.wrong_type(node, "a list");
                &[]
            }
        }
    }

    /// A list with something in it.
    pub(crate) fn list<'n>(&mut self, node: &'n Node) -> &'n [Node] {
        if matches!(&node.value, Value::List(items) if items.is_empty()) {
            self.at(node, "the list is empty: leave the key out, or name something");
        }
        self.any_list(node)
    }

    /// A list, not empty, each item read in the same way.
    pub(crate) fn list_of<T>(&mut self, node: &Node, mut item: impl FnMut(&mut Reading, &Node) -> Option<T>) -> Vec<T> {
        self.list(node).iter().filter_map(|node| item(self, node)).collect()
    }

    /// A pair in order: `[12, 18]`.
    pub(crate) fn pair<T: PartialOrd>(
        &mut self,
        node: &Node,
        mut item: impl FnMut(&mut Reading, &Node) -> Option<T>,
    ) -> Option<(T, T)> {
        let [low, high] = self.any_list(node) else {
            if matches!(node.value, Value::List(_)) {
                self.at(node, "two numbers are asked here, from and to, as in [12, 18]");
            }
            return None;
        };
        let (low, high) = (item(self, low), item(self, high));
        let (low, high) = (low?, high?);
        if low > high {
            self.at(node, "the first number is larger than the second");
        }
        Some((low, high))
    }

    /// A text that is not blank and has no control characters.
    pub(crate) fn text<'n>(&mut self, node: &'n Node) -> Option<&'n str> {
        let text = self.any_text(node)?;
        if text.trim().is_empty() {
            self.at(node, "the text is empty");
            return None;
        }
        Some(text)
    }

    /// A text without control characters, perhaps empty.
    pub(crate) fn any_text<'n>(&mut self, node: &'n Node) -> Option<&'n str> {
        let Value::Text(text) = &node.value else {
            self.wrong_type(node, "a text in quotes");
            return None;
        };
        if text.chars().any(char::is_control) {
            self.at(node, "the text has a control character in it");
            return None;
        }
        Some(text)
    }

    /// `true` or `false`.
    pub(crate) fn boolean(&mut self, node: &Node) -> Option<bool> {
        let Value::Boolean(boolean) = node.value else {
            self.wrong_type(node, "true or false");
            return None;
        };
        Some(boolean)
    }

    /// A whole number, not under `least`.
    pub(crate) fn whole(&mut self, node: &Node, least: u32) -> Option<u32> {
        let Value::Number(written) = &node.value else {
            self.wrong_type(node, "a whole number");
            return None;
        };
        match written.parse() {
            Ok(number) if (least..=LARGEST_WHOLE).contains(&number) => Some(number),
            _ => {
                let range = format!("a whole number from {least} to {LARGEST_WHOLE} is asked here");
                self.at(node, format!("{range}, not {}", quoted(written)));
                None
            }
        }
    }

    /// A number with at most four decimals, exactly as written.
    pub(crate) fn decimal(&mut self, node: &Node) -> Option<Decimal> {
        let Value::Number(written) = &node.value else {
            self.wrong_type(node, "a number");
            return None;
        };
        match written.parse() {
            Ok(number) => Some(number),
            Err(error) => {
                self.at(node, format!("{error}, not {}", quoted(written)));
                None
            }
        }
    }

    /// A date, with quotes or without.
    pub(crate) fn day(&mut self, node: &Node) -> Option<Day> {
        let (Value::Date(written) | Value::Text(written)) = &node.value else {
            self.wrong_type(node, "a date, as in 2026-01-01,");
            return None;
        };
        match written.parse() {
            Ok(day) => Some(day),
            Err(error) => {
                self.at(node, format!("{error}, not {}", quoted(written)));
                None
            }
        }
    }

    /// One of a closed list of words.
    pub(crate) fn choice<T: Copy>(&mut self, node: &Node, all: &[T], code: fn(T) -> &'static str) -> Option<T> {
        let word = self.text(node)?;
        let found = all.iter().copied().find(|choice| code(*choice) == word);
        if found.is_none() {
            let codes: Vec<_> = all.iter().map(|choice| quoted(code(*choice))).collect();
            self.at(node, format!("one of {} is asked here, not {}", codes.join(", "), quoted(word)));
        }
        found
    }
}

/// A table of the file.
#[derive(Clone, Copy)]
pub(crate) struct Table<'n> {
    /// Where it stands.
    pub(crate) node: &'n Node,
    /// Its keys and values.
    pub(crate) fields: &'n [Field],
}

impl<'n> Table<'n> {
    /// The value of a key, if it is there.
    pub(crate) fn get(&self, key: &str) -> Option<&'n Node> {
        self.fields.iter().find(|field| field.key == key).map(|field| &field.value)
    }

    /// The value of a key that must be there.
    pub(crate) fn required(&self, reading: &mut Reading, key: &str) -> Option<&'n Node> {
        let found = self.get(key);
        if found.is_none() {
            reading.at(self.node, format!("the key `{key}` is missing"));
        }
        found
    }
}

/// A word of the file as a refusal shows it: in backquotes, on one line, not too long.
pub(crate) fn quoted(word: &str) -> String {
    let visible = |letter: char| if letter.is_control() { '\u{fffd}' } else { letter };
    let mut shown: String = word.chars().take(60).map(visible).collect();
    if word.chars().nth(60).is_some() {
        shown.push('…');
    }
    format!("`{shown}`")
}

/// That a word is not known, with the nearest known one where that can be said quickly.
pub(crate) fn there_is_no<'k>(what: &str, word: &str, known: impl IntoIterator<Item = &'k str>) -> String {
    let short = |word: &&str| word.len() <= 100;
    let known = known.into_iter().filter(short).take(MOST_CANDIDATES);
    let hint = match Some(word).filter(short).and_then(|word| nearest(word, known)) {
        Some(known) => format!("; did you mean {}?", quoted(known)),
        None => String::new(),
    };
    format!("there is no {what} {}{hint}", quoted(word))
}
