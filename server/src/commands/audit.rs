//! `audit verify`: whether the audit trail is what was sealed.

use std::io::Write;

use clap::{Args, Subcommand};
use model::{Break, Seal, Tampering, Verification};

use crate::database::DatabaseArgs;
use crate::outcome::{Answer, Outcome};
use crate::output::{answers, tell};

/// Work on the audit trail
#[derive(Args)]
#[command(after_help = "Example:\n  nextrung audit verify")]
pub(crate) struct Audit {
    #[command(subcommand)]
    act: Act,
}

#[derive(Subcommand)]
enum Act {
    Verify(Verify),
}

/// Walk through the whole audit trail, and name the first entry that is not what was sealed
#[derive(Args)]
#[command(after_help = "Examples:
  nextrung audit verify
  nextrung audit verify --database sqlite:nextrung.db

Says how far the chain holds, its head, and how many entries wait to be sealed. Whoever can write to all
of the database's tables could make the chain anew; note the head where they cannot, and give it with
--head the next time: then that is found, too. Exit code 1: the trail is broken.")]
struct Verify {
    /// A head that was said earlier, as NUMBER:HASH: the chain must still hold it
    #[arg(long, value_name = "HEAD")]
    head: Option<Seal>,
    #[command(flatten)]
    database: DatabaseArgs,
}

impl Audit {
    pub(crate) fn run(self) -> Outcome {
        let Act::Verify(Verify { head, database }) = self.act;
        let database = database.open_existing()?;
        let found = database.run(async |store, ctx| operations::verify_audit(store, ctx, head).await)?;
        let mut answers = answers();
        writeln!(answers, "{}", told(&found))?;
        answers.flush()?;
        Ok(verdict(&found))
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
