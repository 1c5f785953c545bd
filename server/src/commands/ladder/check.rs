//! `ladder check`: whether a ladder file is in order.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;

use crate::input;
use crate::outcome::{Answer, Outcome};
use crate::output::answers;

/// Check a ladder file: all problems at once, and what would be right
#[derive(Args)]
#[command(after_help = "Example:\n  nextrung ladder check ladder.toml")]
pub(super) struct CheckLadder {
    /// The ladder file (TOML)
    file: PathBuf,
}

impl CheckLadder {
    pub(super) fn run(self) -> Outcome {
        let ladder = input::read_ladder(&self.file)?;
        let mut answers = answers();
        let versions: usize = ladder.tracks.iter().map(|track| track.versions.len()).sum();
        let (jobs, tracks) = (ladder.catalogue.jobs.len(), ladder.tracks.len());
        writeln!(answers, "{}: {jobs} jobs, {tracks} tracks in {versions} versions", self.file.display())?;
        answers.flush()?;
        Ok(Answer::Yes)
    }
}
