//! `migrate`: the database's tables brought to what this program knows.

use std::io::Write;

use clap::Args;
use store::Migrated;

use crate::database::DatabaseArgs;
use crate::outcome::{Answer, Outcome};
use crate::output::answers;

/// Bring a database's tables up to date, as every command does that works on it; says from which version to which
#[derive(Args)]
#[command(after_help = "Example:
  nextrung migrate --database sqlite:nextrung.db

A database that a newer Nextrung has written is refused, untouched.")]
pub(crate) struct Migrate {
    #[command(flatten)]
    database: DatabaseArgs,
}

impl Migrate {
    pub(crate) fn run(self) -> Outcome {
        let mut answers = answers();
        match self.database.open()?.store.migrated() {
            Migrated { from: None, to } => writeln!(answers, "a new database, at version {to}")?,
            Migrated { from: Some(from), to } if from == to => writeln!(answers, "at version {to} already")?,
            Migrated { from: Some(from), to } => writeln!(answers, "from version {from} to version {to}")?,
        }
        answers.flush()?;
        Ok(Answer::Yes)
    }
}
