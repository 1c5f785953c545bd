//! `audit verify`: whether the audit trail is what was sealed, and what a checkpoint says.

use std::fs::File;
use std::io::{BufReader, Write};
use std::path::{Path, PathBuf};

use clap::Args;
use files::{Checkpoint, PublicKey, SignedCheckpoint, verify_trail};
use model::Seal;

use super::{told, verdict};
use crate::database::DatabaseArgs;
use crate::outcome::{Answer, Outcome, Stop};
use crate::output::{answers, tell};

/// Walk through the whole audit trail, and name the first entry that is not what was sealed
#[derive(Args)]
#[command(after_help = "Examples:
  nextrung audit verify
  nextrung audit verify --database sqlite:nextrung.db
  nextrung audit verify --checkpoint friday --key signing.key.pub
  nextrung audit verify --checkpoint friday --key signing.key.pub --database sqlite:nextrung.db
  nextrung audit verify --checkpoint friday --key signing.key.pub --trail friday.jsonl

Says how far the chain holds, its head, and how many entries wait to be sealed. Whoever can write to all
of the database's tables could make the chain anew: that is found by a checkpoint that was signed before
and kept where they cannot get at it, or by a head that was noted (--head). Of a checkpoint alone it says
whether it was signed with that key; with --database or --trail also whether the trail still holds what it
says, at its number. Exit code 1: the trail is broken, or the checkpoint is not to be believed.")]
pub(crate) struct Verify {
    /// A head that was said earlier, as NUMBER:HASH: the chain must still hold it
    #[arg(long, value_name = "HEAD", conflicts_with = "checkpoint")]
    head: Option<Seal>,
    /// What `nextrung audit checkpoint` wrote: the chain must still hold its head
    #[arg(long, value_name = "FILE", requires = "key")]
    checkpoint: Option<PathBuf>,
    /// The public key, or the file that holds it
    #[arg(long, value_name = "PUBLIC", requires = "checkpoint")]
    key: Option<String>,
    /// What `nextrung audit export` wrote, instead of a database
    #[arg(long, value_name = "FILE")]
    trail: Option<PathBuf>,
    /// sqlite:PATH or postgres://…
    #[arg(long, value_name = "URL", env = "NEXTRUNG_DATABASE", hide_env_values = true)]
    database: Option<String>,
}

impl Verify {
    pub(crate) fn run(self) -> Outcome {
        let mut noted = self.head;
        if let (Some(path), Some(key)) = (&self.checkpoint, &self.key) {
            let Some(checkpoint) = believed(path, &public_key(key)?)? else { return Ok(Answer::No) };
            noted = Some(checkpoint.head);
            if self.trail.is_none() && self.database.is_none() {
                return Ok(Answer::Yes);
            }
        }
        let found = match &self.trail {
            Some(path) => {
                let file = File::open(path).map_err(|error| Stop::cannot(path, error))?;
                let found = verify_trail(BufReader::new(file), &path.display().to_string(), noted);
                found.map_err(|problem| Stop::Findings(vec![problem], 0))?
            }
            None => {
                let database = DatabaseArgs::at(self.database.as_deref()).open_existing()?;
                database.run(async |store, ctx| operations::verify_audit(store, ctx, noted).await)?
            }
        };
        let mut answers = answers();
        writeln!(answers, "{}", told(&found))?;
        answers.flush()?;
        Ok(verdict(&found))
    }
}

/// In digits, or in a file of them.
fn public_key(key: &str) -> Result<PublicKey, Stop> {
    if let Ok(key) = key.parse() {
        return Ok(key);
    }
    let path = Path::new(key);
    let text = std::fs::read_to_string(path).map_err(|error| Stop::cannot(path, error))?;
    text.parse().map_err(|error| Stop::Usage(format!("{key}: {error}")))
}

/// A checkpoint that was signed with that key; what is wrong with another is told.
fn believed(path: &Path, key: &PublicKey) -> Result<Option<Checkpoint>, Stop> {
    let text = std::fs::read_to_string(path).map_err(|error| Stop::cannot(path, error))?;
    let file = path.display().to_string();
    let signed = SignedCheckpoint::read(&text, &file).map_err(|problem| Stop::Findings(vec![problem], 0))?;
    match signed.verified(key) {
        Ok(checkpoint) => {
            let Checkpoint { company, head, taken_at } = checkpoint;
            let entries = head.sequence;
            let mut answers = answers();
            writeln!(answers, "{file}: {company}, {taken_at}: {entries} entries, head {head}; the signature holds")?;
            answers.flush()?;
            Ok(Some(checkpoint.clone()))
        }
        Err(not) => {
            tell(format_args!("{file}: {not}"));
            Ok(None)
        }
    }
}
