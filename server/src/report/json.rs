//! JSON Lines: one assessment a line, in the shape of section 9 of the rules.

use std::io::{self, BufWriter, Stdout, Write};

use files::Person;
use rules::{Assessment, AssessmentJson, Ladder, Sentences};

use super::Report;
use crate::output::answers;

pub(crate) struct JsonLines<'a> {
    ladder: &'a Ladder,
    words: &'a dyn Sentences,
    out: BufWriter<Stdout>,
}

impl<'a> JsonLines<'a> {
    pub(crate) fn new(ladder: &'a Ladder, words: &'a dyn Sentences) -> JsonLines<'a> {
        JsonLines { ladder, words, out: answers() }
    }
}

impl Report for JsonLines<'_> {
    fn line(&mut self, person: &Person, assessment: &Assessment) -> io::Result<()> {
        let json = AssessmentJson::new(&person.employee.employee_number, assessment, self.ladder, self.words);
        serde_json::to_writer(&mut self.out, &json)?;
        self.out.write_all(b"\n")
    }

    fn finish(mut self: Box<Self>) -> io::Result<()> {
        self.out.flush()
    }
}
