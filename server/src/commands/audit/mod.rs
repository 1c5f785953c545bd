//! `audit`: whether the audit trail is what was sealed, and what shows so where the database is not.

mod checkpoint;
mod export;
mod key;
mod verify;

use clap::{Args, Subcommand};
use model::{Break, Tampering, Verification};

use crate::outcome::{Answer, Outcome};
use crate::output::tell;

/// Verify the audit trail, sign where it stands, and take it out
#[derive(Args)]
#[command(after_help = "Examples:
  nextrung audit verify
  nextrung audit key signing.key
  nextrung audit checkpoint monday --key signing.key --company Example
  nextrung audit verify --checkpoint monday --key signing.key.pub --database sqlite:nextrung.db

A checkpoint is the head of the trail, signed with a key that is kept where nobody of the database's gets
to. Whoever has one can show for ever that the trail still begins as it did then.")]
pub(crate) struct Audit {
    #[command(subcommand)]
    act: Act,
}

#[derive(Subcommand)]
enum Act {
    Verify(verify::Verify),
    Key(key::Key),
    Checkpoint(checkpoint::Take),
    Export(export::Export),
}

impl Audit {
    pub(crate) fn run(self) -> Outcome {
        match self.act {
            Act::Verify(verify) => verify.run(),
            Act::Key(key) => key.run(),
            Act::Checkpoint(take) => take.run(),
            Act::Export(export) => export.run(),
        }
    }
}

/// Yes for a trail that is whole; else what is wrong with it is told.
pub(crate) fn verdict(found: &Verification) -> Answer {
    match &found.broken {
        None => Answer::Yes,
        Some(broken) => {
            tell(format_args!("the audit trail is broken: {}", place(broken)));
            Answer::No
        }
    }
}

/// How far the chain holds.
pub(crate) fn told(found: &Verification) -> String {
    let Verification { head, unsealed, .. } = found;
    let holds = match head.sequence {
        0 => "no entry is sealed".to_owned(),
        last => format!("{last} sealed entries hold, head {head}"),
    };
    format!("{holds}; {unsealed} wait to be sealed")
}

fn place(broken: &Break) -> String {
    let entry = broken.entry.map_or_else(|| "an entry".to_owned(), |id| format!("entry {id}"));
    let at = broken.sequence.map_or_else(|| "outside the chain".to_owned(), |number| format!("at number {number}"));
    match broken.tampering {
        Tampering::Changed => format!("{entry} {at}, or the seal before it, was changed"),
        Tampering::Dropped => match broken.entry {
            Some(id) => format!("an entry {at} was dropped, at or before entry {id}"),
            None => format!("an entry {at} was dropped"),
        },
        Tampering::Inserted => format!("{entry} {at} was inserted"),
        Tampering::Reordered => format!("{entry} {at} was put there from another place"),
        Tampering::Truncated => format!("the entries from number {} on are gone", broken.sequence.unwrap_or(1)),
        Tampering::Rewritten => format!("the chain was made anew {at} or before: it does not hold the head noted"),
    }
}
