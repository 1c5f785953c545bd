//! A table for people: who stands where on which track, when, and what stands between.

use std::borrow::Cow;
use std::io::{self, BufWriter, Stdout, Write};

use console::{Term, measure_text_width, truncate_str};
use files::{Employee, Person};
use rules::{Assessment, Entry, Ladder, Sentences, Status};

use super::{Report, binding_sentences};
use crate::output::answers;

/// The width of the column of days.
const WHEN: usize = 22;
/// Where nobody says how wide a line is.
const LINE: usize = 160;
/// Where less than this is left beside the columns, what stands between comes below them.
const LEAST: usize = 40;
const INDENT: &str = "  ";

pub(crate) struct Table<'a> {
    ladder: &'a Ladder,
    words: &'a dyn Sentences,
    out: BufWriter<Stdout>,
    /// Also the tracks that do not apply.
    all: bool,
    /// The width of the longest track's code.
    track: usize,
    /// The width of a line.
    width: usize,
    /// Under whose name the next line would come.
    last: Option<String>,
    /// How many lines, by status.
    counts: [u64; Status::ALL.len()],
}

impl<'a> Table<'a> {
    pub(crate) fn new(ladder: &'a Ladder, words: &'a dyn Sentences, all: bool) -> Table<'a> {
        let track = ladder.tracks.iter().map(|track| measure_text_width(&track.code)).max().unwrap_or(0);
        let width = Term::stdout().size_checked().map_or(LINE, |(_, columns)| columns.into());
        Table { ladder, words, out: answers(), all, track, width, last: None, counts: [0; Status::ALL.len()] }
    }

    /// Once for each person: number, name and job.
    fn heading(&mut self, employee: &Employee) -> io::Result<()> {
        let number = employee.employee_number.as_str();
        if self.last.as_deref() != Some(number) {
            self.last = Some(number.to_owned());
            let job = self.ladder.catalogue.job(employee.job).title();
            writeln!(self.out, "{number}  {}, {job}", employee.full_name)?;
        }
        Ok(())
    }

    /// Three columns, and the text beside them where there is room, else below.
    fn row(&mut self, track: &str, status: &str, when: &str, text: &str) -> io::Result<()> {
        let columns = [fitted(track, self.track), fitted(status, STATUS), fitted(when, WHEN)].join(INDENT);
        let columns = format!("{INDENT}{columns}{INDENT}");
        let used = measure_text_width(&columns);
        let beside = self.width >= used + LEAST;
        let indent = if beside { used } else { INDENT.len() * 2 };
        let mut lines = wrapped(text, self.width.saturating_sub(indent)).into_iter().peekable();
        let first = lines.next_if(|_| beside).unwrap_or_default();
        writeln!(self.out, "{}", format!("{columns}{first}").trim_end())?;
        lines.try_for_each(|line| writeln!(self.out, "{:indent$}{line}", ""))
    }
}

/// The longest of `in_words`.
const STATUS: usize = 14;

/// A status as people say it.
fn in_words(status: Status) -> &'static str {
    match status {
        Status::NotApplicable => "not applicable",
        Status::Eligible => "eligible",
        Status::OnCourse => "on course",
        Status::CannotTell => "cannot tell",
        Status::NeedsAction => "needs action",
    }
}

/// The day that matters most for the status.
fn when(assessment: &Assessment) -> String {
    let decision = &assessment.decision;
    let day = match decision.status {
        Status::NotApplicable => {
            return decision.reason.map(|reason| reason.code().replace('_', " ")).unwrap_or_default();
        }
        Status::Eligible => match decision.lapses_on {
            Some(lapses_on) => Some(("until", lapses_on.previous())),
            None => decision.eligible_since.map(|since| ("since", since)),
        },
        Status::OnCourse => decision.earliest_on.map(|day| ("from", day)),
        Status::CannotTell => decision.earliest_on_if_known.map(|day| ("if known,", day)),
        Status::NeedsAction => assessment.plan.eligible_on.map(|day| ("by plan", day)),
    };
    day.map(|(word, day)| format!("{word} {day}")).unwrap_or_default()
}

impl Report for Table<'_> {
    fn line(&mut self, person: &Person, assessment: &Assessment) -> io::Result<()> {
        let status = assessment.decision.status;
        self.counts[status as usize] += 1;
        if status == Status::NotApplicable && !self.all {
            return Ok(());
        }
        self.heading(&person.employee)?;
        let track = &self.ladder.track(assessment.track).code;
        let sentences = match status {
            Status::NotApplicable | Status::Eligible => Vec::new(),
            Status::OnCourse | Status::CannotTell | Status::NeedsAction => {
                binding_sentences(self.ladder, self.words, assessment)
            }
        };
        self.row(track, in_words(status), &when(assessment), &sentences.join(" · "))
    }

    fn finish(mut self: Box<Self>) -> io::Result<()> {
        let counted = Status::ALL.iter().zip(self.counts).filter(|(_, count)| *count > 0);
        let counted: Vec<String> = counted.map(|(status, count)| format!("{count} {}", in_words(*status))).collect();
        let counted = if counted.is_empty() { "nobody to assess".to_owned() } else { counted.join(", ") };
        writeln!(self.out, "\n{counted}")?;
        self.out.flush()
    }
}

/// The text in exactly so many columns of a terminal.
fn fitted(text: &str, width: usize) -> String {
    let text = truncate_str(text, width, "…");
    let padding = width.saturating_sub(measure_text_width(&text));
    format!("{text}{:padding$}", "")
}

/// The text in lines of at most so many columns, broken between words.
fn wrapped(text: &str, width: usize) -> Vec<Cow<'_, str>> {
    let mut lines: Vec<Cow<'_, str>> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if measure_text_width(line) + 1 + measure_text_width(word) <= width => {
                let line = line.to_mut();
                line.push(' ');
                line.push_str(word);
            }
            Some(_) | None => lines.push(Cow::Borrowed(word)),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_line_up_whatever_script_a_code_is_in() {
        for name in ["Ana", "Przemysław Błażej Świętochowski-Wiśniewski", "山田 太郎 山田 太郎 山田 太郎 山田", "نور"]
        {
            assert_eq!(measure_text_width(&fitted(name, WHEN)), WHEN, "{name}");
        }
    }

    #[test]
    fn every_status_fits_its_column() {
        assert_eq!(Status::ALL.iter().map(|status| in_words(*status).len()).max(), Some(STATUS));
    }

    #[test]
    fn long_sentences_are_broken_between_words_and_lose_none() {
        let text = "12 months in the job: 9 months and 21 days so far";
        let lines = wrapped(text, 20);
        assert_eq!(lines, ["12 months in the", "job: 9 months and 21", "days so far"]);
        assert_eq!(lines.join(" "), text);
    }
}
