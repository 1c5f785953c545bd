//! `audit checkpoint`: the head of the trail, signed.

use std::fs::OpenOptions;
use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use files::Checkpoint;

use super::{key, verdict};
use crate::database::DatabaseArgs;
use crate::outcome::{Answer, Outcome, Stop};
use crate::output::answers;

/// Verify the audit trail, and sign where it stands
#[derive(Args)]
#[command(after_help = "Example:
  nextrung audit checkpoint monday --key signing.key --company Example

The file says how many entries there are, the hash of the last, when, and whose trail it is, and is
signed (Ed25519). Keep it, and let others keep it: `nextrung audit verify --checkpoint` shows without a
server whether it was signed with your key, and whether a trail still holds what it says. A trail that is
broken is not signed. Exit code 1: the trail is broken.")]
pub(crate) struct Take {
    /// A new file
    file: PathBuf,
    /// The key, as `nextrung audit key` made it
    #[arg(long, value_name = "FILE")]
    key: PathBuf,
    /// Whose trail it is, as you call yourselves
    #[arg(long, value_name = "NAME")]
    company: String,
    #[command(flatten)]
    database: DatabaseArgs,
}

impl Take {
    pub(crate) fn run(self) -> Outcome {
        let key = key::read(&self.key)?;
        let database = self.database.open_existing()?;
        let found = database.run(async |store, ctx| {
            operations::seal_audit(store, ctx).await?;
            operations::verify_audit(store, ctx, None).await
        })?;
        if let Answer::No = verdict(&found) {
            return Ok(Answer::No);
        }
        let checkpoint = Checkpoint { company: self.company, head: found.head, taken_at: database.ctx.now };
        let text = checkpoint.sign(&key).map_err(Stop::Usage)?;
        let cannot = |error| Stop::cannot(&self.file, error);
        let mut file = OpenOptions::new().write(true).create_new(true).open(&self.file).map_err(cannot)?;
        file.write_all(text.as_bytes()).and_then(|()| file.sync_all()).map_err(cannot)?;
        let mut answers = answers();
        let (entries, head) = (found.head.sequence, found.head);
        writeln!(answers, "{}: {entries} entries, head {head}, signed with {}", self.file.display(), key.public())?;
        answers.flush()?;
        Ok(Answer::Yes)
    }
}
