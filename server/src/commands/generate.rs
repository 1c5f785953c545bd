//! `generate`: a made-up workforce of any size.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use files::{BundleWriter, default_ladder};
use rules::Day;

use crate::outcome::{Answer, Outcome, Stop};
use crate::output::{answers, refuse_what_is_there, tell};
use crate::progress::Progress;

/// Write a made-up workforce of any size: believable, and the same bytes for the same seed and day
#[derive(Args)]
#[command(after_help = "Example:\n  nextrung generate --employees 1000 --seed 7 --census workforce

The same --employees, --seed and --as-of give the same bytes: assess it as of the same day.")]
pub(crate) struct Generate {
    /// How many people
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=100_000_000))]
    employees: u64,
    /// Which of the many workforces of that size
    #[arg(long, value_name = "S")]
    seed: u64,
    /// The day on which the workforce is as it is, YYYY-MM-DD
    #[arg(long, value_name = "DAY", default_value = demo::AS_OF)]
    as_of: Day,
    /// Assess everybody as well, and print how jobs, statuses and states are distributed (keeps all in memory)
    #[arg(long)]
    census: bool,
    /// A new folder, or a .zip
    out: PathBuf,
}

impl Generate {
    pub(crate) fn run(self) -> Outcome {
        let as_of = self.as_of;
        let ladder = default_ladder();
        refuse_what_is_there(&self.out)?;
        let cannot = |error| Stop::cannot(&self.out, error);
        let mut writer = BundleWriter::create(&self.out, ladder).map_err(cannot)?;
        let mut progress = Progress::start();
        let mut counted = Vec::new();
        for (done, person) in demo::generate(self.employees, self.seed, as_of, ladder).enumerate() {
            progress.step("writing", done as u64, Some(self.employees));
            writer.write(&person).map_err(cannot)?;
            if self.census {
                counted.push(person);
            }
        }
        writer.finish().map_err(cannot)?;
        drop(progress);
        tell(format_args!("{}: {} people, seed {}, as of {as_of}", self.out.display(), self.employees, self.seed));
        if self.census {
            let mut answers = answers();
            write!(answers, "{}", demo::Census::of(&counted, ladder, as_of))?;
            answers.flush()?;
        }
        Ok(Answer::Yes)
    }
}
