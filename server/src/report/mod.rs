//! Assessments on standard output: as JSON Lines, as CSV, as a table for people.

mod csv;
mod json;
mod table;

use std::io;

use files::Person;
use rules::{Assessment, Finding, Ladder, Path, Sentences};

pub(crate) use csv::CsvLines;
pub(crate) use json::JsonLines;
pub(crate) use table::Table;

/// Takes assessments one by one and writes each as it comes.
pub(crate) trait Report: Send {
    /// One person on one track.
    fn line(&mut self, person: &Person, assessment: &Assessment) -> io::Result<()>;
    /// Nothing more comes.
    fn finish(self: Box<Self>) -> io::Result<()>;
}

/// What to work on, a sentence for each binding criterion; for a group, with those of its parts that are not met.
fn binding_sentences(ladder: &Ladder, words: &dyn Sentences, assessment: &Assessment) -> Vec<String> {
    let versions = &ladder.track(assessment.track).versions;
    let version = versions.iter().find(|version| version.effective_from == assessment.criteria_effective_from);
    let binding = assessment.binding.iter().filter_map(|path| {
        sentence_at(
            path,
            &mut |finding| Some(words.finding(ladder, version?.criterion(&finding.path)?, finding, assessment.as_of)),
            &assessment.findings,
        )
    });
    binding.collect()
}

fn sentence_at(path: &Path, tell: &mut impl FnMut(&Finding) -> Option<String>, findings: &[Finding]) -> Option<String> {
    let sentence = tell(findings.iter().find(|finding| finding.path == *path)?)?;
    let is_part =
        |finding: &&Finding| finding.path.positions().split_last().is_some_and(|(_, group)| group == path.positions());
    let parts = findings.iter().filter(is_part).filter(|part| !part.state.is_met());
    let parts: Vec<String> = parts.filter_map(|part| sentence_at(&part.path, tell, findings)).collect();
    Some(if parts.is_empty() { sentence } else { format!("{sentence} ({})", parts.join("; ")) })
}
