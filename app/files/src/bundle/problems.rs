//! Problems, found all at once and kept within bounds.

use super::columns::{Column, File};
use crate::{Problem, nearest};

/// How many problems of one file are kept; the rest are counted.
const KEPT: usize = 1000;

/// The problems of a bundle, by file.
#[derive(Debug, Default)]
pub(crate) struct Problems {
    kept: [Vec<Problem>; File::ALL.len()],
    more: u64,
}

impl Problems {
    /// Adds a problem, where it is one of the first of its file.
    pub(crate) fn add(&mut self, file: File, line: Option<u64>, column: Option<Column>, reason: impl Into<String>) {
        let at = column.map(|column| column.name.to_owned());
        self.add_at(file, line, at, reason);
    }

    /// The same for a column that only the file has.
    pub(crate) fn add_at(&mut self, file: File, line: Option<u64>, at: Option<String>, reason: impl Into<String>) {
        if !self.is_full(file) {
            self.kept[file as usize].push(Problem {
                file: file.table().name.to_owned(),
                line,
                at,
                reason: reason.into(),
            });
        } else {
            self.more += 1;
        }
    }

    /// Whether those of a file are only counted by now, so that no words need be found.
    pub(crate) fn is_full(&self, file: File) -> bool {
        self.kept[file as usize].len() == KEPT
    }

    /// All of them, by file and line; and how many more there are.
    pub(crate) fn into_sorted(mut self) -> (Vec<Problem>, u64) {
        for kept in &mut self.kept {
            kept.sort_by_key(|problem| problem.line);
        }
        (self.kept.into_iter().flatten().collect(), self.more)
    }
}

/// The nearest of what is known, of equally near ones the first by name. Only names of a sensible length are
/// compared: likeness takes time and memory by length.
pub(crate) fn near<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    const LENGTH: usize = 100;
    if written.len() > LENGTH {
        return None;
    }
    let mut known: Vec<_> = known.into_iter().filter(|name| name.len() <= LENGTH).collect();
    // The last of equals is taken.
    known.sort_by(|a, b| b.cmp(a));
    nearest(written, known)
}

/// A value as a message shows it: one line, and not all of a long one.
pub(crate) fn shown(value: &str) -> String {
    const LENGTH: usize = 40;
    let mut shown: String = value.chars().take(LENGTH).flat_map(char::escape_debug).collect();
    if value.chars().nth(LENGTH).is_some() {
        shown.push('…');
    }
    format!("\"{shown}\"")
}
