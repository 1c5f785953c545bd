//! `ladder`: what can be done with a ladder.

mod check;
mod export;
mod publish;

use clap::{Args, Subcommand};

use crate::outcome::Outcome;

/// Work on a ladder: the jobs, the tracks between them and what they ask
#[derive(Args)]
#[command(after_help = "Example:\n  nextrung ladder check ladder.toml")]
pub(crate) struct Ladder {
    #[command(subcommand)]
    act: Act,
}

#[derive(Subcommand)]
enum Act {
    Check(check::CheckLadder),
    Publish(publish::PublishLadder),
    Export(export::ExportLadder),
}

impl Ladder {
    pub(crate) fn run(self) -> Outcome {
        match self.act {
            Act::Check(check) => check.run(),
            Act::Publish(publish) => publish.run(),
            Act::Export(export) => export.run(),
        }
    }
}
