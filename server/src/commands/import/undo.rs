//! `import --list` and `import --undo`: the imports that there were, and one of them taken back.

use std::io::Write;
use std::str::FromStr;

use model::{Change, ChangeId};
use operations::Error;
use operations::import::{ImportCounts, imports, list_imports, undo};

use crate::database::DatabaseArgs;
use crate::outcome::{Answer, Outcome, Stop};
use crate::output::answers;

/// How many imports are listed.
const LISTED: u32 = 100;

/// Which import is taken back.
#[derive(Clone, Copy, Debug)]
pub(super) enum Which {
    /// The latest that stands.
    Last,
    /// The one of that id.
    One(ChangeId),
}

impl FromStr for Which {
    type Err = String;

    fn from_str(text: &str) -> Result<Which, String> {
        match text {
            "last" => Ok(Which::Last),
            id => id
                .parse()
                .map(|id| Which::One(ChangeId(id)))
                .map_err(|_| "neither `last` nor an import's id".to_owned()),
        }
    }
}

/// Says which imports there were, the latest first, and whether they stand.
pub(super) fn list(database: &DatabaseArgs) -> Outcome {
    let database = database.open_existing()?;
    let all = database.run(async |store, ctx| list_imports(store, ctx, None, LISTED).await)?;
    let mut answers = answers();
    if all.is_empty() {
        writeln!(answers, "nothing was imported yet")?;
    }
    for import in all {
        let ImportCounts { people, added, corrected, ended, .. } = ImportCounts::of(&import);
        let undone = if import.undone_at.is_some() { "; taken back" } else { "" };
        let Change { id, recorded_at, reason, .. } = import.change;
        let name = reason.unwrap_or_default();
        writeln!(
            answers,
            "{id} {recorded_at} {name}: {people} people; facts: {added} added, {corrected} corrected, {ended} ended{undone}"
        )?;
    }
    answers.flush()?;
    Ok(Answer::Yes)
}

/// Takes one back.
pub(super) fn take_back(which: Which, database: &DatabaseArgs) -> Outcome {
    let database = database.open_existing()?;
    let id = match which {
        Which::One(id) => id,
        Which::Last => {
            let last = database.run(async |store, ctx| imports(store, ctx, 1).await)?;
            let last: &Change = last.first().ok_or_else(|| Stop::Refused("no import stands here".to_owned()))?;
            last.id
        }
    };
    let undone = database.write(async |store, ctx| {
        undo(store, ctx, id).await.map_err(|error| match error {
            Error::Hidden => {
                Stop::Refused(format!("no import {id} stands here: `nextrung import --list` says which do"))
            }
            error => Stop::from(error),
        })
    });
    undone?;
    let mut answers = answers();
    writeln!(answers, "import {id} is taken back: what it had corrected or ended holds again")?;
    Ok(answers.flush().map(|()| Answer::Yes)?)
}
