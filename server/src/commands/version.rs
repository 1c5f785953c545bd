//! `version`: which one this is.

use std::io::Write;

use clap::Args;

use crate::outcome::{Answer, Outcome};
use crate::output::answers;

/// Which version this is
#[derive(Args)]
#[command(after_help = "Example:\n  nextrung version")]
pub(crate) struct Version {}

impl Version {
    pub(crate) fn run(self) -> Outcome {
        let mut answers = answers();
        writeln!(answers, "nextrung {}", env!("CARGO_PKG_VERSION"))?;
        answers.flush()?;
        Ok(Answer::Yes)
    }
}
