//! `check`: everything that is wrong with a bundle, an export or a ladder, at once.

use std::io::Write;

use clap::{ArgGroup, Args};

use crate::input::{self, Precedence, Source};
use crate::outcome::{Answer, Outcome, Stop};
use crate::output::answers;
use crate::progress::Progress;

/// Check a bundle, an export or a ladder: all problems at once, and what would be right
#[derive(Args)]
#[command(
    group = ArgGroup::new("what").args(["bundle", "ladder"]).required(true).multiple(true),
    after_help = "Examples:
  nextrung check --bundle people
  nextrung check --bundle people.zip --ladder ladder.toml
  nextrung check --bundle export.csv --map mapping.toml
  nextrung check --ladder ladder.toml

With both, the codes of the bundle are checked against that ladder, even where the bundle carries its own."
)]
pub(crate) struct Check {
    #[command(flatten)]
    source: Source,
}

impl Check {
    pub(crate) fn run(self) -> Outcome {
        let mut answers = answers();
        match (&self.source.bundle, &self.source.ladder) {
            (Some(bundle), _) => {
                let workforce = self.source.open(bundle, Precedence::Named, &mut Progress::start())?;
                for account in workforce.checked.accounts() {
                    writeln!(answers, "{}: {} rows, no problem", account.name, account.rows)?;
                }
            }
            (None, Some(ladder)) => {
                input::read_ladder(ladder)?;
                writeln!(answers, "{}: no problem", ladder.display())?;
            }
            (None, None) => return Err(Stop::Usage("name a --bundle or a --ladder".to_owned())),
        }
        answers.flush()?;
        Ok(Answer::Yes)
    }
}
