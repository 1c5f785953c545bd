//! `audit export`: the whole trail as a file that can be verified without a database.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::PathBuf;

use clap::Args;
use files::write_trail_entry;
use operations::sealed_entries;

use crate::database::DatabaseArgs;
use crate::outcome::{Answer, Outcome, Stop};
use crate::output::{answers, refuse_what_is_there};

/// So many entries are in memory at a time.
const PIECE: u32 = 1000;

/// Write the sealed entries of the audit trail, a line of JSON each
#[derive(Args)]
#[command(after_help = "Example:
  nextrung audit export trail.jsonl

Each line has everything that its hash is over: `nextrung audit verify --trail FILE` walks through it
without a database, and with a checkpoint shows that it is the trail which was signed. A file that is there
is never written over.")]
pub(crate) struct Export {
    /// A new file
    out: PathBuf,
    #[command(flatten)]
    database: DatabaseArgs,
}

impl Export {
    pub(crate) fn run(self) -> Outcome {
        refuse_what_is_there(&self.out)?;
        let database = self.database.open_existing()?;
        let cannot = |error| Stop::cannot(&self.out, error);
        let mut out = BufWriter::new(File::create_new(&self.out).map_err(cannot)?);
        let mut last = 0;
        loop {
            let piece = database.run(async |store, ctx| sealed_entries(store, ctx, last, PIECE).await)?;
            let Some((seal, _)) = piece.last() else { break };
            last = seal.sequence;
            for (seal, entry) in &piece {
                write_trail_entry(&mut out, seal, entry).map_err(cannot)?;
            }
        }
        out.flush().and_then(|()| out.get_ref().sync_all()).map_err(cannot)?;
        let mut answers = answers();
        writeln!(answers, "{}: {last} entries", self.out.display())?;
        answers.flush()?;
        Ok(Answer::Yes)
    }
}
