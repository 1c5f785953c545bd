//! Assessments on standard output: as JSON Lines, as CSV, as a table for people.

mod csv;
mod json;
mod table;

use std::io;

use files::Person;
use rules::{Assessment, Ladder, Sentences};

pub(crate) use csv::CsvLines;
pub(crate) use json::JsonLines;
pub(crate) use table::Table;

/// Takes assessments one by one and writes each as it comes.
pub(crate) trait Report {
    /// One person on one track.
    fn line(&mut self, person: &Person, assessment: &Assessment) -> io::Result<()>;
    /// Nothing more comes.
    fn finish(self: Box<Self>) -> io::Result<()>;
}

/// What to work on, a sentence for each binding criterion.
fn binding_sentences(ladder: &Ladder, words: &dyn Sentences, assessment: &Assessment) -> Vec<String> {
    let versions = &ladder.track(assessment.track).versions;
    let version = versions.iter().find(|version| version.effective_from == assessment.criteria_effective_from);
    let findings = assessment.findings.iter().filter(|finding| assessment.binding.contains(&finding.path));
    let sentence = |finding: &rules::Finding| {
        Some(words.finding(ladder, version?.criterion(&finding.path)?, finding, assessment.as_of))
    };
    findings.filter_map(sentence).collect()
}
