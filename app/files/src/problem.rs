//! What is wrong with a file: where, and what would be right. One line each.

use std::fmt;

/// A refusal that points: `employees.csv:12: hired_on: a date is written YYYY-MM-DD …`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Problem {
    /// The file, by the name the reader gave it.
    pub file: String,
    /// The line in it, counted from 1, where the record or value begins.
    pub line: Option<u64>,
    /// The column of a CSV file, or the key of a TOML file.
    pub at: Option<String>,
    /// What is wrong and what would be right.
    pub reason: String,
}

impl Problem {
    /// A problem of a whole file.
    pub fn in_file(file: impl Into<String>, reason: impl Into<String>) -> Problem {
        Problem { file: file.into(), line: None, at: None, reason: reason.into() }
    }

    /// A problem at a line, and a column or key of it where there is one.
    pub fn at(file: impl Into<String>, line: u64, at: Option<&str>, reason: impl Into<String>) -> Problem {
        Problem { file: file.into(), line: Some(line), at: at.map(str::to_owned), reason: reason.into() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        if let Some(at) = &self.at {
            write!(f, ": {at}")?;
        }
        write!(f, ": {}", self.reason)
    }
}

impl std::error::Error for Problem {}

/// How much two words look alike: 1 where they are the same, 0 where they have nothing in common.
pub fn likeness(one: &str, other: &str) -> f64 {
    strsim::normalized_damerau_levenshtein(one, other)
}

/// The candidate that is nearest to what was written, if any is near: "did you mean".
pub fn nearest<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    nearest_by(known, 0.4, |candidate| likeness(written, candidate))
}

/// The candidate of which what was written is a misspelling, most likely, whatever the case. What has another number is
/// another thing.
pub fn misspelled<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let number = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let lower = written.to_lowercase();
    let known = known.into_iter().filter(|candidate| number(candidate) == number(written));
    nearest_by(known, 0.75, |candidate| likeness(&lower, &candidate.to_lowercase()))
}

fn nearest_by<'a>(
    known: impl IntoIterator<Item = &'a str>,
    least: f64,
    likeness: impl Fn(&str) -> f64,
) -> Option<&'a str> {
    let likely = known.into_iter().map(|candidate| (likeness(candidate), candidate));
    let likely = likely.filter(|(likeness, _)| *likeness >= least);
    likely.max_by(|one, other| one.0.total_cmp(&other.0)).map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_hand_is_a_misspelling_and_another_name_or_number_is_not() {
        let units = ["Night", "Orders", "Team 12"];
        for (written, meant) in [
            ("nihgt", Some("Night")),
            ("Orderes", Some("Orders")),
            ("Teem 12", Some("Team 12")),
            ("Team 13", None),
            ("Returns", None),
        ] {
            assert_eq!(misspelled(written, units), meant, "{written}");
        }
    }
}
