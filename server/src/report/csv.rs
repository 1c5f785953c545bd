//! CSV: one assessment a line. The header is stable: columns may be added at the end, none goes or changes meaning.

use std::borrow::Cow;
use std::io::{self, Write};

use ::csv::Writer;
use files::Person;
use rules::{Assessment, Day, Decimal, Ladder, Sentences};

use super::{Report, binding_sentences};

/// What each column holds is said in section 5 of the rules, under the same name; several values of one are
/// separated by a blank, sentences by a semicolon.
const HEADER: [&str; 20] = [
    "employee",
    "full_name",
    "track",
    "as_of",
    "criteria_effective_from",
    "status",
    "reason",
    "progress",
    "eligible_since",
    "earliest_on",
    "earliest_on_if_verified",
    "earliest_on_if_known",
    "lapses_on",
    "next_change_on",
    "stale_on",
    "next_version_effective_from",
    "next_version_status",
    "plan_eligible_on",
    "binding",
    "binding_summary",
];

pub(crate) struct CsvLines<'a> {
    ladder: &'a Ladder,
    words: &'a dyn Sentences,
    out: Writer<Box<dyn Write + Send>>,
    begun: bool,
}

impl<'a> CsvLines<'a> {
    pub(crate) fn new(ladder: &'a Ladder, words: &'a dyn Sentences, out: Box<dyn Write + Send>) -> CsvLines<'a> {
        CsvLines { ladder, words, out: Writer::from_writer(out), begun: false }
    }

    fn begin(&mut self) -> io::Result<()> {
        if !std::mem::replace(&mut self.begun, true) {
            self.out.write_record(HEADER).map_err(of_writing)?;
        }
        Ok(())
    }
}

impl Report for CsvLines<'_> {
    fn line(&mut self, person: &Person, assessment: &Assessment) -> io::Result<()> {
        self.begin()?;
        let day = |day: Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
        let decision = &assessment.decision;
        let next = decision.next_version;
        let paths: Vec<String> = assessment.binding.iter().map(ToString::to_string).collect();
        let cells = [
            person.employee.employee_number.to_string(),
            person.employee.full_name.clone(),
            self.ladder.track(assessment.track).code.to_string(),
            assessment.as_of.to_string(),
            assessment.criteria_effective_from.to_string(),
            decision.status.to_string(),
            decision.reason.map(|reason| reason.to_string()).unwrap_or_default(),
            Decimal::from_units(assessment.progress.ten_thousandths().into()).to_string(),
            day(decision.eligible_since),
            day(decision.earliest_on),
            day(decision.earliest_on_if_verified),
            day(decision.earliest_on_if_known),
            day(decision.lapses_on),
            day(decision.next_change_on),
            day(decision.stale_on),
            day(next.map(|next| next.effective_from)),
            next.map(|next| next.status.to_string()).unwrap_or_default(),
            day(assessment.plan.eligible_on),
            paths.join(" "),
            binding_sentences(self.ladder, self.words, assessment).join("; "),
        ];
        self.out.write_record(cells.iter().map(|cell| harmless(cell).into_owned())).map_err(of_writing)
    }

    fn finish(mut self: Box<Self>) -> io::Result<()> {
        self.begin()?;
        self.out.flush()
    }
}

/// The error as it was on the way to standard output: a reader that is gone must be told from a full disk.
fn of_writing(error: ::csv::Error) -> io::Error {
    match error.into_kind() {
        ::csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

/// A cell that a spreadsheet would take for a formula gets an apostrophe in front.
fn harmless(cell: &str) -> Cow<'_, str> {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_that_starts_a_formula_is_text_in_a_spreadsheet() {
        for formula in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"] {
            assert_eq!(harmless(formula), format!("'{formula}"));
        }
        assert_eq!(harmless("O'Neill, Ann-Marie"), "O'Neill, Ann-Marie");
    }
}
