//! `ladder publish`: another ladder comes into force, after a look at what it does.

use std::io::{self, BufRead, IsTerminal, Write};
use std::path::PathBuf;

use clap::Args;
use operations::{Comparison, Moved, Proposal, compare_ladders, propose_ladder, publish_ladder};
use rules::Day;

use crate::database::DatabaseArgs;
use crate::input;
use crate::outcome::{Answer, Outcome, Stop};
use crate::output::{answers, tell};
use crate::progress::Progress;

/// Publish a ladder file: shows who gains, who loses and whose day moves, then asks
#[derive(Args)]
#[command(after_help = "Example:
  nextrung ladder publish ladder.toml --yes

A published version never changes and never goes: to ask for something else, add a version of the track with
a later effective_from. Each version takes effect on its day. The first ladder that is published comes in place
of the one that ships with the program, and may say whatever it likes.")]
pub(super) struct PublishLadder {
    /// The ladder file (TOML)
    file: PathBuf,
    /// Publish without asking
    #[arg(long)]
    yes: bool,
    #[command(flatten)]
    database: DatabaseArgs,
}

impl PublishLadder {
    pub(super) fn run(self) -> Outcome {
        let ladder = input::read_ladder(&self.file)?;
        let database = self.database.open()?;
        let proposal = database.run(async |store, ctx| propose_ladder(store, ctx, ladder).await)?;
        if !proposal.refusals.is_empty() {
            proposal.refusals.iter().for_each(|refusal| tell(format_args!("{}: {refusal}", self.file.display())));
            return Ok(Answer::No);
        }
        if proposal.changes_nothing() {
            writeln!(answers(), "nothing to publish: this is the ladder in force")?;
            return Ok(Answer::Yes);
        }
        let mut progress = Progress::start();
        let comparisons = database.run(async |store, ctx| {
            compare_ladders(store, ctx, &proposal, |done| progress.step("comparing", done, None)).await
        })?;
        drop(progress);
        show(&proposal, &comparisons)?;
        if !self.yes && !asked()? {
            writeln!(answers(), "nothing was published")?;
            return Ok(Answer::No);
        }
        let id = database.write(async |store, ctx| publish_ladder(store, ctx, &proposal).await)?;
        writeln!(answers(), "published: {id}")?;
        Ok(Answer::Yes)
    }
}

fn show(proposal: &Proposal, comparisons: &[Comparison]) -> io::Result<()> {
    let mut answers = answers();
    for (track, on) in &proposal.new_versions {
        writeln!(answers, "new: {track}, effective from {on}")?;
    }
    for one in comparisons {
        let Comparison { track, on, gain, lose, sooner, later, .. } = one;
        writeln!(answers, "{track} on {on}: {gain} gain, {lose} lose, {sooner} sooner, {later} later")?;
        for Moved { employee_number, full_name, before, after } in &one.named {
            writeln!(answers, "  {employee_number} {full_name}: {} → {}", day(*before), day(*after))?;
        }
        let more = (gain + lose + sooner + later).saturating_sub(one.named.len() as u64);
        if more > 0 {
            writeln!(answers, "  and {more} more")?;
        }
    }
    answers.flush()
}

fn day(day: Option<Day>) -> String {
    day.map_or_else(|| "never".to_owned(), |day| day.to_string())
}

/// Asks on a terminal; where there is none, somebody has to have said yes.
fn asked() -> Result<bool, Stop> {
    if !io::stdin().is_terminal() {
        return Err(Stop::Usage("nobody can be asked here: say --yes to publish".to_owned()));
    }
    let mut answers = answers();
    write!(answers, "Publish? [y/N] ")?;
    answers.flush()?;
    let mut line = String::new();
    io::stdin().lock().read_line(&mut line)?;
    Ok(matches!(line.trim(), "y" | "Y" | "yes"))
}
