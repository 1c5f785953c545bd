//! A feed's files as people without a problem: a bundle as it lies, an export through its mapping.

use std::fs::File;
use std::path::Path;

use files::{Bundle, Checked, Mapped, Mapping, NewJob, Problem, Refused, Step};
use rules::Ladder;
use tempfile::TempDir;

use crate::InForce;

/// People without a problem, and the ladder that their codes were checked against.
pub struct Workforce {
    /// That ladder.
    pub ladder: Ladder,
    /// The people.
    pub checked: Checked,
    /// What an export became: its files go away with this.
    _staged: Option<TempDir>,
}

/// What is worth telling while a feed is opened.
#[derive(Clone, Copy, Debug)]
pub enum Told<'a> {
    /// Where the reading stands.
    Step(Step<'a>),
    /// The bundle's own ladder is not the one in force, and is left aside.
    OtherLadder,
    /// A file that no bundle has.
    Stranger(&'a Problem),
    /// A column that the bundle does not know, and its file.
    Ignored(&'a str, &'a str),
    /// A name that nobody in the export has, left empty as the mapping asks.
    LeftEmpty(&'a Problem),
    /// A title that became a job.
    NewJob(&'a NewJob),
    /// What became of the export's rows.
    Mapped(&'a Mapped),
}

/// Why a feed was not opened.
#[derive(Debug)]
pub enum NotOpened {
    /// It cannot be opened or read at all.
    Unreadable(Problem),
    /// What is wrong with it.
    Refused(Refused),
}

impl From<Vec<Problem>> for NotOpened {
    fn from(problems: Vec<Problem>) -> NotOpened {
        NotOpened::Refused(Refused { problems, ..Refused::default() })
    }
}

impl From<Refused> for NotOpened {
    fn from(refused: Refused) -> NotOpened {
        NotOpened::Refused(refused)
    }
}

/// Opens a feed for a database, by the ladder in force there. A bundle's own counts where none was published yet.
pub fn open_feed(
    feed: &Path,
    mapping: Option<&Mapping>,
    in_force: &InForce,
    tell: &mut dyn FnMut(Told<'_>),
) -> Result<Workforce, NotOpened> {
    if let Some(mapping) = mapping {
        return open_export(feed, mapping, (*in_force.ladder).clone(), tell);
    }
    let bundle = Bundle::open(feed).map_err(NotOpened::Unreadable)?;
    let ladder = match own_ladder(&bundle)? {
        Some(own) if !in_force.is_published() => own,
        Some(own) if own != *in_force.ladder => {
            tell(Told::OtherLadder);
            (*in_force.ladder).clone()
        }
        Some(_) | None => (*in_force.ladder).clone(),
    };
    open_bundle(bundle, ladder, tell)
}

/// The ladder that a bundle carries, if it does.
pub fn own_ladder(bundle: &Bundle) -> Result<Option<Ladder>, NotOpened> {
    let Some(text) = bundle.ladder_text().map_err(NotOpened::Unreadable)? else { return Ok(None) };
    Ok(Some(files::read_ladder(&text, "ladder.toml")?))
}

/// Checks a bundle by a ladder.
pub fn open_bundle(bundle: Bundle, ladder: Ladder, tell: &mut dyn FnMut(Told<'_>)) -> Result<Workforce, NotOpened> {
    for stranger in &bundle.strangers().map_err(NotOpened::Unreadable)? {
        tell(Told::Stranger(stranger));
    }
    let checked = bundle.check(&ladder, &mut |step| tell(Told::Step(step)))?;
    for account in checked.accounts() {
        account.ignored.iter().for_each(|column| tell(Told::Ignored(account.name, column)));
    }
    Ok(Workforce { ladder, checked, _staged: None })
}

/// Maps an export to a bundle, by a ladder that grows by the jobs which the mapping makes of unknown titles.
pub fn open_export(
    export: &Path,
    mapping: &Mapping,
    ladder: Ladder,
    tell: &mut dyn FnMut(Told<'_>),
) -> Result<Workforce, NotOpened> {
    let unreadable = |path: &Path, error: std::io::Error| {
        NotOpened::Unreadable(Problem::in_file(path.display().to_string(), error.to_string()))
    };
    let folder = tempfile::tempdir().map_err(|error| unreadable(&std::env::temp_dir(), error))?;
    File::open(export).map_err(|error| unreadable(export, error))?;
    let mut mapped = mapping.apply(export, &ladder, folder.path())?;
    mapped.left_empty.iter().for_each(|problem| tell(Told::LeftEmpty(problem)));
    mapped.new_jobs.iter().for_each(|job| tell(Told::NewJob(job)));
    tell(Told::Mapped(&mapped));
    if mapped.refused_rows > 0 {
        return Err(mapped.refused.into());
    }
    let ladder = mapped.ladder.take().unwrap_or(ladder);
    let bundle = Bundle::open(folder.path()).map_err(NotOpened::Unreadable)?;
    match open_bundle(bundle, ladder, tell) {
        Ok(workforce) => Ok(Workforce { _staged: Some(folder), ..workforce }),
        Err(NotOpened::Refused(Refused { problems, more, accounts })) => {
            let problems = problems.iter().map(|problem| mapped.translate(problem)).collect();
            Err(Refused { problems, more, accounts }.into())
        }
        Err(unreadable) => Err(unreadable),
    }
}
