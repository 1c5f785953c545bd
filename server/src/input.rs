//! What comes in: a bundle, or a foreign export through its mapping, and the ladder that judges it.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;
use files::{Bundle, Checked, Mapped, Mapping, NewJob, default_ladder};
use operations::InForce;
use rules::Ladder;
use tempfile::TempDir;

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

/// People without a problem, and the ladder that their codes were checked against.
pub(crate) struct Workforce {
    /// That ladder.
    pub(crate) ladder: Ladder,
    /// The people.
    pub(crate) checked: Checked,
    /// What an export became: its files go away with this.
    _staged: Option<Staged>,
}

/// An export as a bundle in a folder that goes away.
struct Staged {
    mapped: Mapped,
    folder: TempDir,
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
            let (named, own) = both(named, own_ladder(&bundle))?;
            let ladder = choose_ladder(named, own, precedence);
            let checked = check(bundle, &ladder, progress)?;
            return Ok(Workforce { ladder, checked, _staged: None });
        };
        let (named, mapping) = both(named, read_mapping(map))?;
        open_mapped(bundle, &mapping, named.unwrap_or_else(|| default_ladder().clone()), progress)
    }
}

/// Opens a feed for a database, by the ladder in force there. A bundle's own counts where none was published yet.
pub(crate) fn open_feed(
    feed: &Path,
    map: Option<&Path>,
    in_force: &InForce,
    progress: &mut Progress,
) -> Result<Workforce, Stop> {
    if let Some(map) = map {
        return open_mapped(feed, &read_mapping(map)?, (*in_force.ladder).clone(), progress);
    }
    let bundle = Bundle::open(feed).map_err(Stop::unreadable)?;
    let ladder = match own_ladder(&bundle)? {
        Some(own) if !in_force.is_published() => own,
        Some(own) if own != *in_force.ladder => {
            tell("the ladder in force in the database is used, not the bundle's own ladder.toml");
            (*in_force.ladder).clone()
        }
        Some(_) | None => (*in_force.ladder).clone(),
    };
    let checked = check(bundle, &ladder, progress)?;
    Ok(Workforce { ladder, checked, _staged: None })
}

/// Maps an export to a bundle, by a ladder that grows by the jobs which the mapping makes of unknown titles.
fn open_mapped(export: &Path, mapping: &Mapping, ladder: Ladder, progress: &mut Progress) -> Result<Workforce, Stop> {
    let mut staged = stage(export, mapping, &ladder)?;
    let ladder = staged.mapped.ladder.take().unwrap_or(ladder);
    let bundle = Bundle::open(staged.folder.path()).map_err(Stop::unreadable)?;
    let checked = check(bundle, &ladder, progress).map_err(|stop| staged.in_terms_of_the_export(stop))?;
    Ok(Workforce { ladder, checked, _staged: Some(staged) })
}

impl Staged {
    fn in_terms_of_the_export(&self, stop: Stop) -> Stop {
        match stop {
            Stop::Findings(problems, more) => {
                Stop::Findings(problems.iter().map(|problem| self.mapped.translate(problem)).collect(), more)
            }
            Stop::Refused(_) | Stop::Usage(_) | Stop::Cannot(_) | Stop::NobodyReads => stop,
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

fn own_ladder(bundle: &Bundle) -> Result<Option<Ladder>, Stop> {
    let Some(text) = bundle.ladder_text().map_err(Stop::unreadable)? else { return Ok(None) };
    Ok(Some(files::read_ladder(&text, "ladder.toml")?))
}

fn check(bundle: Bundle, ladder: &Ladder, progress: &mut Progress) -> Result<Checked, Stop> {
    bundle.strangers().map_err(Stop::unreadable)?.iter().for_each(tell);
    let checked = bundle.check(ladder, &mut |step| progress.step(step.file, step.rows, None))?;
    for account in checked.accounts() {
        for column in &account.ignored {
            tell(format_args!("{}: the column `{column}` is not known and is ignored", account.name));
        }
    }
    Ok(checked)
}

/// Maps an export, accounts for every row of it, and stops where one was refused.
fn stage(export: &Path, mapping: &Mapping, ladder: &Ladder) -> Result<Staged, Stop> {
    let folder = tempfile::tempdir().map_err(|error| Stop::cannot(&std::env::temp_dir(), error))?;
    fs::File::open(export).map_err(|error| Stop::cannot(export, error))?;
    let mapped = mapping.apply(export, ladder, folder.path())?;
    mapped.left_empty.iter().for_each(tell);
    for NewJob { job, rows } in &mapped.new_jobs {
        tell(format_args!(
            "{}: a new job, `{}`, from the title `{}` (rows: {rows})",
            export.display(),
            job.code,
            job.title
        ));
    }
    let skipped = mapped.skipped.iter().map(|skipped| format!(", {} skipped ({})", skipped.rows, skipped.why));
    tell(format_args!(
        "{}: {} rows: {} taken{}, {} refused",
        export.display(),
        mapped.rows,
        mapped.taken,
        skipped.collect::<String>(),
        mapped.refused_rows
    ));
    if mapped.refused_rows > 0 {
        return Err(Stop::Findings(mapped.refused, 0));
    }
    Ok(Staged { mapped, folder })
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
