//! What became of an export.

use std::collections::HashMap;

use rules::Ladder;

use super::FedFile;
use super::jobs::NewJob;
use crate::problem::Problem;

/// An export turned into a bundle, every row accounted for: `rows` is `taken`, `refused_rows` and those skipped.
#[derive(Debug)]
pub struct Mapped {
    /// Rows of the export, without its header.
    pub rows: u64,
    /// Rows that are in the bundle.
    pub taken: u64,
    /// Rows that were skipped, by reason.
    pub skipped: Vec<Skipped>,
    /// Rows that are not in the bundle because something in them is wrong.
    pub refused_rows: u64,
    /// What is wrong with them, in the export's lines and columns: the first 1000 problems.
    pub refused: Vec<Problem>,
    /// Names of managers that nobody in the export has, left empty as the mapping asks; one line a name.
    pub left_empty: Vec<Problem>,
    /// Titles that became jobs, in the order of their first rows.
    pub new_jobs: Vec<NewJob>,
    /// The ladder in use with the new jobs, where there are any; the bundle carries it too.
    pub ladder: Option<Ladder>,
    pub(super) export: String,
    pub(super) provenance: Provenance,
}

/// Rows that were skipped for one reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skipped {
    /// The reason.
    pub why: String,
    /// How many.
    pub rows: u64,
}

impl Mapped {
    /// What the bundle's reader found, in the lines and columns of the export.
    pub fn translate(&self, problem: &Problem) -> Problem {
        if !self.provenance.rows.contains_key(problem.file.as_str()) {
            return problem.clone();
        }
        let origin = problem.line.and_then(|line| self.origin(&problem.file, line));
        let field = problem.at.as_deref();
        let column = match (field, origin) {
            (Some(field), Some(origin)) => self.provenance.parts[origin.part].get(field).cloned(),
            (Some(field), None) => self.provenance.parts.iter().find_map(|columns| columns.get(field).cloned()),
            (None, _) => None,
        };
        let place = match field {
            Some(field) => format!("{field} of {}", problem.file),
            None => problem.file.clone(),
        };
        let reason = self.lines_translated(&problem.reason, &problem.file);
        Problem {
            file: self.export.clone(),
            line: origin.map(|origin| origin.line),
            at: column,
            reason: format!("{reason} ({place})"),
        }
    }

    /// A reason that tells of other lines, as in "is already on line 12": with the lines of the export.
    fn lines_translated(&self, reason: &str, file: &str) -> String {
        const LINE: &str = "line ";
        let mut translated = String::new();
        let mut rest = reason;
        while let Some(at) = rest.find(LINE) {
            let (before, after) = rest.split_at(at + LINE.len());
            let digits = after.len() - after.trim_start_matches(|digit: char| digit.is_ascii_digit()).len();
            let (number, after) = after.split_at(digits);
            translated.push_str(before);
            // The line of the file named last before it, else of the problem's own.
            let so_far = &reason[..reason.len() - after.len()];
            let named = self.provenance.rows.keys().filter_map(|name| Some((so_far.rfind(name)?, *name))).max();
            let origin = number.parse().ok().and_then(|line| self.origin(named.map_or(file, |(_, name)| name), line));
            match origin {
                Some(origin) => translated.push_str(&origin.line.to_string()),
                None => translated.push_str(number),
            }
            rest = after;
        }
        translated + rest
    }

    /// Where a line of one of the bundle's files came from.
    fn origin(&self, file: &str, line: u64) -> Option<Origin> {
        let place = usize::try_from(line.checked_sub(2)?).ok()?;
        self.provenance.rows.get(file)?.get(place).copied()
    }
}

/// Where the rows of a bundle came from.
#[derive(Debug, Default)]
pub(super) struct Provenance {
    /// By file, one for each row; a row is a line, as no value has a line break.
    rows: HashMap<&'static str, Vec<Origin>>,
    /// For each part of the mapping, the columns that feed each field.
    parts: Vec<HashMap<&'static str, String>>,
}

/// Where a row came from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Origin {
    /// The line of the export.
    pub(super) line: u64,
    /// The part of the mapping.
    pub(super) part: usize,
}

impl Provenance {
    pub(super) fn add_part(&mut self, fed: &FedFile) {
        self.rows.entry(fed.file.name).or_default();
        let columns = fed.fields.iter().filter_map(|field| Some((field.target.name, field.columns()?)));
        self.parts.push(columns.collect());
    }

    pub(super) fn add_row(&mut self, file: &'static str, origin: Origin) {
        self.rows.entry(file).or_default().push(origin);
    }
}

/// Names that nobody has, left empty on request: each with its first place and how often it came.
#[derive(Debug, Default)]
pub(super) struct LeftEmpty {
    names: Vec<Name>,
    places: HashMap<String, usize>,
}

#[derive(Debug)]
struct Name {
    name: String,
    line: u64,
    column: String,
    rows: u64,
}

impl LeftEmpty {
    pub(super) fn note(&mut self, line: u64, column: &str, name: &str) {
        let place = *self.places.entry(name.to_owned()).or_insert_with(|| {
            self.names.push(Name { name: name.to_owned(), line, column: column.to_owned(), rows: 0 });
            self.names.len() - 1
        });
        self.names[place].rows += 1;
    }

    pub(super) fn into_problems(self, export: &str) -> Vec<Problem> {
        let problem = |name: Name| {
            let shown = crate::tree::quoted(&name.name);
            let rows = if name.rows == 1 {
                "in this row only".to_owned()
            } else {
                format!("in {} rows, this the first", name.rows)
            };
            let reason = format!("nobody in the export has the name {shown}: left empty, {rows}");
            Problem::at(export, name.line, Some(&name.column), reason)
        };
        self.names.into_iter().map(problem).collect()
    }
}
