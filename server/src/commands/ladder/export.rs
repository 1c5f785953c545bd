//! `ladder export`: the ladder in force as a file.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use operations::ladder_in_force;

use crate::database::DatabaseArgs;
use crate::outcome::{Answer, Outcome, Stop};
use crate::output::{answers, refuse_what_is_there};

/// Write the ladder in force to a file, with all its versions
#[derive(Args)]
#[command(after_help = "Example:\n  nextrung ladder export ladder-in-force.toml")]
pub(super) struct ExportLadder {
    /// The file to write
    file: PathBuf,
    #[command(flatten)]
    database: DatabaseArgs,
}

impl ExportLadder {
    pub(super) fn run(self) -> Outcome {
        refuse_what_is_there(&self.file)?;
        let in_force = self.database.open_existing()?.run(ladder_in_force)?;
        let text = files::write_ladder(&in_force.ladder);
        std::fs::write(&self.file, text).map_err(|error| Stop::cannot(&self.file, error))?;
        let mut answers = answers();
        let published = if in_force.is_published() { "published" } else { "the one that the program ships with" };
        writeln!(answers, "{}: the ladder in force, {published}", self.file.display())?;
        answers.flush()?;
        Ok(Answer::Yes)
    }
}
