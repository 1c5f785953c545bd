//! `export`: everything that is known, as a bundle, or everyone's assessments as CSV.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use files::{BundleWriter, Person};
use operations::ladder_in_force;
use rules::Engine;
use words::English;

use crate::database::{Database, DatabaseArgs};
use crate::outcome::{Answer, Outcome, Stop};
use crate::output::{answers, refuse_what_is_there};
use crate::progress::Progress;
use crate::report::{CsvLines, Report};

/// Write what the database knows: a bundle that can be imported again, or everyone's assessments as CSV
#[derive(Args)]
#[command(after_help = "Examples:
  nextrung export --format bundle everyone.zip
  nextrung export --format csv assessments.csv

A bundle carries its ladder.toml. People come by employee number; it is what was known at one moment,
whatever is written meanwhile. The CSV has the columns of `nextrung assess --format csv`, as of today.")]
pub(crate) struct Export {
    /// What to write
    #[arg(long)]
    format: Format,
    /// A new folder, .zip or file
    out: PathBuf,
    #[command(flatten)]
    database: DatabaseArgs,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// A folder or .zip of CSV files
    Bundle,
    /// Everyone's assessments
    Csv,
}

impl Export {
    pub(crate) fn run(self) -> Outcome {
        refuse_what_is_there(&self.out)?;
        let database = self.database.open_existing()?;
        let people = match self.format {
            Format::Bundle => self.bundle(&database)?,
            Format::Csv => self.csv(&database)?,
        };
        let mut answers = answers();
        writeln!(answers, "{}: {people} people", self.out.display())?;
        answers.flush()?;
        Ok(Answer::Yes)
    }

    fn bundle(&self, database: &Database) -> Result<u64, Stop> {
        let ladder = database.run(ladder_in_force)?.ladder;
        let cannot = |error| Stop::cannot(&self.out, error);
        let mut writer = BundleWriter::create(&self.out, &ladder).map_err(cannot)?;
        writer.write_ladder().map_err(cannot)?;
        let mut progress = Progress::start();
        let mut done = 0;
        let people = database.run(async |store, ctx| {
            let each = |person: &Person| {
                progress.step("writing", done, None);
                done += 1;
                Ok(writer.write(person)?)
            };
            operations::export(store, ctx, &ladder, each).await
        })?;
        writer.finish().map_err(cannot)?;
        Ok(people)
    }

    fn csv(&self, database: &Database) -> Result<u64, Stop> {
        let ladder = database.run(ladder_in_force)?.ladder;
        let (engine, words) = (Engine::new(&ladder), English::new());
        let file = File::create_new(&self.out).map_err(|error| Stop::cannot(&self.out, error))?;
        let mut report = Box::new(CsvLines::new(&ladder, &words, Box::new(BufWriter::new(file))));
        let mut progress = Progress::start();
        let mut done = 0;
        let people = database.run(async |store, ctx| {
            let each = |person: &Person| {
                progress.step("assessing", done, None);
                done += 1;
                let facts = person.facts();
                let subject = engine.person(&facts, ctx.today);
                let assessments = subject.iter().flat_map(|one| ladder.track_ids().filter_map(|id| one.explain(id)));
                Ok(assessments.into_iter().try_for_each(|one| report.line(person, &one))?)
            };
            operations::export(store, ctx, &ladder, each).await
        })?;
        report.finish()?;
        Ok(people)
    }
}
