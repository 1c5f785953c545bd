//! What comes in: a bundle, or a foreign export through its mapping, and the ladder that judges it.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;
use files::{Bundle, Mapping, NewJob, default_ladder};
use operations::InForce;
use operations::import::{Told, Workforce, open_bundle, open_export, own_ladder};
use rules::Ladder;

use crate::outcome::Stop;
use crate::output::tell;
use crate::progress::Progress;

/// Where people and ladder come from.
#[derive(Args)]
pub(crate) struct Source {
    /// A folder or .zip of CSV files; with --map, the foreign export
    #[arg(long, value_name = "DIR|ZIP")]
    pub(crate) bundle: Option<PathBuf>,
    /// How the export's columns become a bundle
    #[arg(long, value_name = "MAPPING.toml", requires = "bundle")]
    map: Option<PathBuf>,
    /// The ladder file to judge by
    #[arg(long, value_name = "FILE")]
    pub(crate) ladder: Option<PathBuf>,
}

/// Which ladder counts where the bundle carries one and another is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Precedence {
    /// The bundle's own, as section 3 of the rules says.
    Own,
    /// The one named, to find out whether the bundle fits it.
    Named,
}

impl Source {
    /// Opens the bundle, or maps the export to one, and checks all of it.
    pub(crate) fn open(
        &self,
        bundle: &Path,
        precedence: Precedence,
        progress: &mut Progress,
    ) -> Result<Workforce, Stop> {
        let named = self.ladder.as_deref().map(read_ladder).transpose();
        let Some(map) = &self.map else {
            let bundle = Bundle::open(bundle).map_err(Stop::unreadable)?;
            let (named, own) = both(named, own_ladder(&bundle).map_err(Stop::from))?;
            let ladder = choose_ladder(named, own, precedence);
            return Ok(open_bundle(bundle, ladder, &mut |told| hear(told, "", progress))?);
        };
        let (named, mapping) = both(named, read_mapping(map))?;
        let ladder = named.unwrap_or_else(|| default_ladder().clone());
        let export = bundle.display().to_string();
        Ok(open_export(bundle, &mapping, ladder, &mut |told| hear(told, &export, progress))?)
    }
}

/// Opens a feed for a database, by the ladder in force there. A bundle's own counts where none was published yet.
pub(crate) fn open_feed(
    feed: &Path,
    map: Option<&Path>,
    in_force: &InForce,
    progress: &mut Progress,
) -> Result<Workforce, Stop> {
    let mapping = map.map(read_mapping).transpose()?;
    let export = feed.display().to_string();
    let opened =
        operations::import::open_feed(feed, mapping.as_ref(), in_force, &mut |told| hear(told, &export, progress));
    Ok(opened?)
}

/// Tells what is worth telling while a feed is opened.
fn hear(told: Told<'_>, export: &str, progress: &mut Progress) {
    match told {
        Told::Step(step) => progress.step(step.file, step.rows, None),
        Told::OtherLadder => tell("the ladder in force in the database is used, not the bundle's own ladder.toml"),
        Told::Stranger(problem) | Told::LeftEmpty(problem) => tell(problem),
        Told::Ignored(file, column) => tell(format_args!("{file}: the column `{column}` is not known and is ignored")),
        Told::NewJob(NewJob { job, rows }) => {
            tell(format_args!("{export}: a new job, `{}`, from the title `{}` (rows: {rows})", job.code, job.title));
        }
        Told::Mapped(mapped) => {
            let skipped = mapped.skipped.iter().map(|skipped| format!(", {} skipped ({})", skipped.rows, skipped.why));
            tell(format_args!(
                "{export}: {} rows: {} taken{}, {} refused",
                mapped.rows,
                mapped.taken,
                skipped.collect::<String>(),
                mapped.refused_rows
            ));
        }
    }
}

/// Both, or the findings of both: until these are mended no row is looked at.
fn both<A, B>(one: Result<A, Stop>, other: Result<B, Stop>) -> Result<(A, B), Stop> {
    match (one, other) {
        (Ok(one), Ok(other)) => Ok((one, other)),
        (Err(Stop::Findings(mut problems, more)), Err(Stop::Findings(others, still_more))) => {
            problems.extend(others);
            Err(Stop::Findings(problems, more + still_more))
        }
        (Err(stop), _) | (_, Err(stop)) => Err(stop),
    }
}

/// The ladder that counts, told where it is not the one named.
fn choose_ladder(named: Option<Ladder>, own: Option<Ladder>, precedence: Precedence) -> Ladder {
    match (named, own, precedence) {
        (Some(_), Some(own), Precedence::Own) => {
            tell("the bundle's own ladder.toml is used, not the one named with --ladder");
            own
        }
        (Some(named), Some(_), Precedence::Named) => {
            tell("codes are checked against the ladder named with --ladder; assess uses the bundle's own ladder.toml");
            named
        }
        (Some(one), None, _) | (None, Some(one), _) => one,
        (None, None, _) => default_ladder().clone(),
    }
}

fn read_mapping(path: &Path) -> Result<Mapping, Stop> {
    let text = fs::read_to_string(path).map_err(|error| Stop::cannot(path, error))?;
    Ok(Mapping::read(&text, &path.display().to_string())?)
}

/// Reads a ladder file.
pub(crate) fn read_ladder(path: &Path) -> Result<Ladder, Stop> {
    let text = fs::read_to_string(path).map_err(|error| Stop::cannot(path, error))?;
    Ok(files::read_ladder(&text, &path.display().to_string())?)
}
