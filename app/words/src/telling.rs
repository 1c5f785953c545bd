//! To whom something is told, about which track, as of which day.

use rules::{Day, Entry, Ladder, TrackVersion};

/// Who reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader<'a> {
    /// The person the record is about.
    Own,
    /// Somebody else; the person's name.
    Other(&'a str),
}

impl<'a> Reader<'a> {
    /// As messages select on it.
    pub fn code(self) -> &'static str {
        match self {
            Reader::Own => "own",
            Reader::Other(_) => "other",
        }
    }

    /// The name that messages put in where somebody else reads.
    pub fn name(self) -> &'a str {
        match self {
            Reader::Own => "",
            Reader::Other(name) => name,
        }
    }
}

/// What the sentences of one page have in common.
#[derive(Clone, Copy, Debug)]
pub struct Telling<'a> {
    /// Where titles come from.
    pub ladder: &'a Ladder,
    /// The version that judged.
    pub version: &'a TrackVersion,
    /// Who reads.
    pub reader: Reader<'a>,
    /// The day of the assessment.
    pub as_of: Day,
    /// The day that a cycle looks at, where there is one ahead.
    pub cut_off: Option<Day>,
}

impl<'a> Telling<'a> {
    /// The title of the job that the track leads to.
    pub fn job(&self) -> &'a str {
        self.ladder.catalogue.job(self.version.to).title()
    }
}
