//! `backup` and `restore`: a copy of the database, made while it is written and checked, and a copy put back.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;
use store::{Contents, Counts};

use crate::commands::audit::{told, verdict};
use crate::database::DatabaseArgs;
use crate::outcome::Outcome;
use crate::output::answers;

/// Copy an SQLite database into a file while it is in use, and check the copy
#[derive(Args)]
#[command(after_help = "Examples:
  nextrung backup monday.db
  nextrung backup tuesday.db --database sqlite:nextrung.db

A file that is there is never written over. The copy has its name only once it was found sound. PostgreSQL
has tools of its own: pg_dump --format=custom --file=FILE URL")]
pub(crate) struct Backup {
    /// A new file
    file: PathBuf,
    #[command(flatten)]
    database: DatabaseArgs,
}

/// Put a backup where no database is yet
#[derive(Args)]
#[command(after_help = "Example:
  nextrung restore backup.db --database sqlite:restored.db

A database that is there is never written over. The backup is checked first. PostgreSQL has tools of its
own: pg_restore --exit-on-error --dbname=URL FILE")]
pub(crate) struct Restore {
    /// What `nextrung backup` wrote
    file: PathBuf,
    #[command(flatten)]
    database: DatabaseArgs,
}

impl Backup {
    pub(crate) fn run(self) -> Outcome {
        let database = self.database.open_existing()?;
        let contents = database.run(async |store, ctx| operations::back_up(store, ctx, &self.file).await)?;
        tell_contents(&self.file, &contents)
    }
}

impl Restore {
    pub(crate) fn run(self) -> Outcome {
        let contents = self.database.restore(&self.file)?;
        tell_contents(&self.file, &contents)
    }
}

fn tell_contents(file: &Path, contents: &Contents) -> Outcome {
    let Contents { version, counts: Counts { people, facts, entries }, trail } = contents;
    let mut answers = answers();
    writeln!(
        answers,
        "{}: version {version}, {people} people, {facts} facts, {entries} audit entries",
        file.display()
    )?;
    writeln!(answers, "{}", told(trail))?;
    answers.flush()?;
    Ok(verdict(trail))
}
