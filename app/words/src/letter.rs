//! Letters in words: what a decision says, why, on which facts, and what can be done now. Of the person it is written
//! to, and of nobody else.

use model::Reason;
use model::letter::{Answer, AsAssessed, Letter, Matter, Part, Withdrawer, Writer, Written};
use rules::Day;

use crate::English;

impl Writer for English {
    fn letter(&self, letter: &Letter<'_>) -> Written {
        let (title, told) = self.told(letter);
        let dear = match letter.to {
            Some(name) => self.letter_dear(name.to_owned()),
            None => self.letter_dear_nobody(),
        };
        let signed = match (letter.matter, letter.by) {
            (Matter::Withdrawn { .. }, _) => None,
            (_, Some(name)) => Some(Part::Text(self.letter_signed(name.to_owned()))),
            (_, None) => Some(Part::Text(self.letter_signed_hr())),
        };
        let body = [Part::Text(dear)].into_iter().chain(told).chain(signed).collect();
        Written { kind: letter.matter.kind(), language: self.page_language(), title, body }
    }
}

impl English {
    /// What a letter is called, and what stands between its first line and its last.
    fn told(&self, letter: &Letter<'_>) -> (String, Vec<Part>) {
        let (job, on) = (|| letter.job.to_owned(), || self.date(letter.on));
        let mut told = Vec::new();
        let title = match letter.matter {
            Matter::Selected { effective_on, assessed } => {
                told.push(Part::Text(self.letter_selected(on(), job(), self.date(effective_on))));
                told.push(Part::Text(self.letter_selected_until()));
                told.extend(self.assessed(assessed, self.as_of(assessed)));
                self.letter_selected_title(job())
            }
            Matter::NotSelected { reasons, next_step, assessed, appeal_by } => {
                told.push(Part::Text(self.letter_not_selected(on(), job())));
                told.extend(self.why(reasons));
                told.extend(self.assessed(assessed, self.as_of(assessed)));
                told.extend(said(self.letter_next_step(), next_step));
                told.push(Part::Heading(self.letter_appeal()));
                told.push(Part::Text(self.appeal(appeal_by, assessed.as_of)));
                self.letter_not_selected_title(job())
            }
            Matter::Returned { candidate, reasons, words } => {
                let candidate = || candidate.to_owned();
                told.push(Part::Text(self.letter_returned(on(), candidate(), job())));
                told.extend(self.why(reasons));
                told.extend(said(self.letter_in_words(), words));
                told.push(Part::Heading(self.letter_next_step()));
                told.push(Part::Text(self.letter_returned_next(candidate())));
                self.letter_returned_title(candidate(), job())
            }
            Matter::Withdrawn { by, words } => {
                let by = match by {
                    Withdrawer::Candidate => "candidate",
                    Withdrawer::Nominator => "nominator",
                };
                told.push(Part::Text(self.letter_withdrawn(on(), by, job())));
                told.extend(said(self.letter_in_words(), words));
                told.push(Part::Text(self.letter_withdrawn_next()));
                self.letter_withdrawn_title(job())
            }
            Matter::Appeal { answer, decided_on, reasons, words, assessed } => {
                let decided_on = self.date(decided_on);
                let (title, answered, next) = match answer {
                    Answer::Upheld => (
                        self.letter_upheld_title(job()),
                        self.letter_upheld(decided_on, job()),
                        self.letter_upheld_next(),
                    ),
                    Answer::Granted => (
                        self.letter_granted_title(job()),
                        self.letter_granted(decided_on, job()),
                        self.letter_granted_next(),
                    ),
                };
                let (as_of, criteria_of) = (self.date(assessed.as_of), self.date(assessed.criteria_of));
                told.push(Part::Text(answered));
                told.extend(self.why(reasons));
                told.extend(said(self.letter_in_words(), words));
                told.extend(self.assessed(assessed, self.letter_assessed_again_more(as_of, criteria_of)));
                told.push(Part::Heading(self.letter_next_step()));
                told.push(Part::Text(next));
                title
            }
        };
        (title, told)
    }

    fn why(&self, reasons: &[Reason]) -> Vec<Part> {
        let points: Vec<String> = reasons.iter().map(|reason| self.letter_reason(reason.code())).collect();
        if points.is_empty() {
            return Vec::new();
        }
        vec![Part::Heading(self.letter_why()), Part::Points(points)]
    }

    fn as_of(&self, assessed: &AsAssessed) -> String {
        self.letter_assessed_more(self.date(assessed.as_of), self.date(assessed.criteria_of))
    }

    fn assessed(&self, assessed: &AsAssessed, as_of: String) -> [Part; 3] {
        let criteria = assessed.criteria.iter().map(|(state, told)| (told.clone(), self.state(*state))).collect();
        [Part::Heading(self.letter_assessed()), Part::Text(as_of), Part::Criteria(criteria)]
    }

    fn appeal(&self, appeal_by: Option<Day>, as_of: Day) -> String {
        match appeal_by {
            Some(last) => self.letter_appeal_until(self.date(last), self.date(as_of)),
            None => self.letter_appeal_none(),
        }
    }
}

/// What somebody typed, line by line below its heading; nothing where they typed nothing.
fn said(heading: String, words: &str) -> Vec<Part> {
    let lines: Vec<Part> =
        words.lines().map(str::trim).filter(|line| !line.is_empty()).map(|line| Part::Text(line.to_owned())).collect();
    if lines.is_empty() { lines } else { [Part::Heading(heading)].into_iter().chain(lines).collect() }
}
