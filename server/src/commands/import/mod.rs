//! `import`: a feed goes into the database, whole or not at all, and can be taken back.

mod undo;

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;
use files::FileAccount;
use model::FactKind;
use operations::import::{Clock, FeedLadder, Line, Options, Outcome as Imported, import};
use operations::ladder_in_force;

use crate::clock;
use crate::database::DatabaseArgs;
use crate::input::open_feed;
use crate::outcome::{Answer, Outcome, Stop};
use crate::output::{answers, tell};
use crate::progress::Progress;

/// Bring a bundle or an export into the database: all of it or nothing, and the same again changes nothing
#[derive(Args)]
#[command(after_help = "Examples:
  nextrung import people --dry-run
  nextrung import people
  nextrung import people.zip --replace employees --replace trainings --accept-fewer
  nextrung import --list
  nextrung import --undo last

A feed is merged: rows are added or corrected, and nothing ends because it is missing. A file named with
--replace is the whole truth of its kind: rows gone from it end. With more than 10 % fewer rows in it than
last time nothing is imported, unless --accept-fewer says that it is right.
What was corrected or decided here stands until the feed's own value changes, and is told as a conflict.
An import can be taken back as long as nothing rests on it.")]
pub(crate) struct Import {
    /// A folder or .zip of CSV files; with --map, the foreign export
    #[arg(value_name = "DIR|ZIP|CSV", required_unless_present_any = ["list", "undo"])]
    feed: Option<PathBuf>,
    /// How the export's columns become a bundle
    #[arg(long, value_name = "MAPPING.toml")]
    map: Option<PathBuf>,
    /// A file that is the whole truth of its kind, as in `trainings`; may be repeated
    #[arg(long, value_name = "FILE", value_parser = replaced)]
    replace: Vec<FactKind>,
    /// Only say what would change
    #[arg(long)]
    dry_run: bool,
    /// Take it although a replaced file has more than 10 % fewer rows than last time
    #[arg(long)]
    accept_fewer: bool,
    /// Say which imports there were, the latest first
    #[arg(long, conflicts_with_all = ["feed", "map", "replace", "dry_run", "accept_fewer", "undo"])]
    list: bool,
    /// Take an import back: its id, or `last`
    #[arg(long, value_name = "IMPORT", conflicts_with_all = ["feed", "map", "replace", "dry_run", "accept_fewer"])]
    undo: Option<undo::Which>,
    #[command(flatten)]
    database: DatabaseArgs,
}

/// A file of the bundle, with or without its ending.
fn replaced(file: &str) -> Result<FactKind, String> {
    let stem = file.strip_suffix(".csv").unwrap_or(file);
    let files = || files::BUNDLE_FILES.iter().map(|file| file.name.trim_end_matches(".csv"));
    match FactKind::from_code(stem).filter(|_| files().any(|known| known == stem)) {
        Some(kind) => Ok(kind),
        None => {
            let hint = files::nearest(stem, files()).map(|near| format!("; did you mean `{near}`?"));
            Err(format!("no file of a bundle{}", hint.unwrap_or_default()))
        }
    }
}

impl Import {
    pub(crate) fn run(self) -> Outcome {
        match (&self.feed, self.undo) {
            (Some(feed), _) => self.bring_in(feed),
            (None, Some(which)) => undo::take_back(which, &self.database),
            (None, None) => undo::list(&self.database),
        }
    }

    fn bring_in(&self, feed: &Path) -> Outcome {
        if self.map.is_none() && feed.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv")) {
            return Err(Stop::Usage(format!("{}: an export needs its --map MAPPING.toml", feed.display())));
        }
        let database = self.database.open()?;
        let in_force = database.run(ladder_in_force)?;
        let mut progress = Progress::start();
        let opened = open_feed(feed, self.map.as_deref(), &in_force, &mut progress);
        let mut workforce = opened.inspect_err(|_| tell("nothing was imported"))?;
        let accounts = workforce.checked.accounts().to_vec();
        let total = workforce.checked.len() as u64;
        let options = Options {
            name: name(feed),
            replace: self.replace.iter().copied().collect::<BTreeSet<_>>(),
            dry_run: self.dry_run,
            accept_fewer: self.accept_fewer,
            clock: Some(Clock::new(clock::now)),
            upload: None,
            ladder: Some(FeedLadder { checked_by: workforce.ladder.clone(), in_force: in_force.id }),
        };
        let source = &RefCell::new((&mut workforce.checked, &mut progress));
        let imported = database.write(async |store, ctx| {
            let people = || {
                source.borrow_mut().0.rewind()?;
                let mut done = 0;
                Ok(std::iter::from_fn(move || {
                    let (checked, progress) = &mut *source.borrow_mut();
                    progress.step("importing", done, Some(total));
                    done += 1;
                    checked.next_person()
                }))
            };
            import(store, ctx, &options, people).await
        })?;
        drop(progress);
        self.report(&accounts, &imported)?;
        Ok(Answer::Yes)
    }

    /// Every row accounted for, and what changed.
    fn report(&self, accounts: &[FileAccount], imported: &Imported) -> Result<(), Stop> {
        let mut answers = answers();
        for account in accounts {
            writeln!(answers, "{}: {} rows: {} taken, 0 refused", account.name, account.rows, account.rows)?;
        }
        for Line { what, number, kind, key, columns, .. } in &imported.lines {
            let place = [number.as_str(), kind.code(), key].join(" ");
            let columns = if columns.is_empty() { String::new() } else { format!(": {}", columns.join(", ")) };
            writeln!(answers, "{}: {}{columns}", what.code(), place.trim_end())?;
        }
        let Imported { people, new_people, added, corrected, confirmed, ended, conflicts, .. } = imported;
        let told = imported.lines.len() as u64;
        let all = if self.dry_run { added + corrected + confirmed + ended + conflicts } else { *conflicts };
        if all > told {
            writeln!(answers, "and {} more", all - told)?;
        }
        writeln!(answers, "people: {people}, of whom {new_people} are new")?;
        writeln!(
            answers,
            "facts: {added} added, {corrected} corrected, {confirmed} confirmed, {ended} ended, {conflicts} in conflict"
        )?;
        match imported.change {
            Some(change) => writeln!(answers, "import {change}")?,
            None if self.dry_run => writeln!(answers, "nothing was written: this was a dry run")?,
            None => writeln!(answers, "nothing was written: all of it was known")?,
        }
        Ok(answers.flush()?)
    }
}

/// What an import is called in the trail: the last part of its path.
fn name(feed: &Path) -> String {
    feed.file_name().map_or_else(|| feed.display().to_string(), |name| name.to_string_lossy().into_owned())
}
