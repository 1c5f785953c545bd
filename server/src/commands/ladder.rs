//! `ladder`: what can be done with a ladder file.

use std::io::Write;
use std::path::PathBuf;

use clap::{Args, Subcommand};

use crate::input;
use crate::outcome::{Answer, Outcome};
use crate::output::answers;

/// Work on a ladder file: the jobs, the tracks between them and what they ask
#[derive(Args)]
#[command(after_help = "Example:\n  nextrung ladder check ladder.toml")]
pub(crate) struct Ladder {
    #[command(subcommand)]
    act: Act,
}

#[derive(Subcommand)]
enum Act {
    Check(CheckLadder),
}

/// Check a ladder file: all problems at once, and what would be right
#[derive(Args)]
#[command(after_help = "Example:\n  nextrung ladder check ladder.toml")]
struct CheckLadder {
    /// The ladder file (TOML)
    file: PathBuf,
}

impl Ladder {
    pub(crate) fn run(self) -> Outcome {
        let Act::Check(CheckLadder { file }) = self.act;
        let ladder = input::read_ladder(&file)?;
        let mut answers = answers();
        let versions: usize = ladder.tracks.iter().map(|track| track.versions.len()).sum();
        let (jobs, tracks) = (ladder.catalogue.jobs.len(), ladder.tracks.len());
        writeln!(answers, "{}: {jobs} jobs, {tracks} tracks in {versions} versions", file.display())?;
        answers.flush()?;
        Ok(Answer::Yes)
    }
}
