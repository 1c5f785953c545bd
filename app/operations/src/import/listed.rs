//! The imports that were made: who, when, how many, and whether they were taken back.

use model::{ChangeId, Instant};
use policy::Context;
use serde::Deserialize;
use store::{ListedImport, Store};

use super::uploads::permit;
use crate::Error;

/// How many of what an import changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
#[allow(missing_docs, reason = "the fields are what their names say")]
pub struct ImportCounts {
    pub people: u64,
    pub new_people: u64,
    pub added: u64,
    pub corrected: u64,
    pub confirmed: u64,
    pub ended: u64,
    pub conflicts: u64,
}

impl ImportCounts {
    /// As they were noted with it.
    pub fn of(import: &ListedImport) -> ImportCounts {
        let counts = import.change.counts.as_deref();
        counts.and_then(|counts| serde_json::from_str(counts).ok()).unwrap_or_default()
    }

    /// How many facts it added, corrected, confirmed or ended.
    pub fn changed(&self) -> u64 {
        self.added + self.corrected + self.confirmed + self.ended
    }
}

/// The imports, the latest first, before an instant and an id; at most `limit`.
pub async fn list_imports(
    store: &Store,
    ctx: &Context,
    before: Option<(Instant, ChangeId)>,
    limit: u32,
) -> Result<Vec<ListedImport>, Error> {
    let permit = permit(ctx)?;
    Ok(store.read(ctx, async |tx| tx.changes().listed(&permit, before, limit).await).await?)
}

/// An import, taken back or not.
pub async fn find_import(store: &Store, ctx: &Context, change: ChangeId) -> Result<ListedImport, Error> {
    let permit = permit(ctx)?;
    store.read(ctx, async |tx| tx.changes().told(&permit, change).await).await?.ok_or(Error::Hidden)
}

/// How many of an import's facts later changes corrected or ended: where there are any it cannot be taken back.
pub async fn what_rests_on(store: &Store, ctx: &Context, change: ChangeId) -> Result<u64, Error> {
    let permit = permit(ctx)?;
    Ok(store.read(ctx, async |tx| tx.facts().superseded_later(&permit, change).await).await?)
}
