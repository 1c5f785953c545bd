//! Nominations as those read them who have a part in them.

use std::sync::Arc;

use model::{KnownFact, NominationAct, NominationId};
use policy::{Context, Sight};
use rules::Ladder;
use store::{ActTold, FrozenEvidence, Nominated, Store};

use super::edit_case::{offered, picked};
use super::step::{At, Found, find};
use crate::Error;
use crate::ladder::in_force;
use crate::people::{MOST_ON_A_PAGE, find as find_person, viewer};

/// A page of nominations.
#[derive(Clone, Debug)]
pub struct NominationList {
    /// What jobs and tracks are called.
    pub ladder: Arc<Ladder>,
    /// The latest first.
    pub nominations: Vec<Nominated>,
    /// Before which the next page begins, if there is one.
    pub next: Option<NominationId>,
}

/// One nomination, from its beginning.
#[derive(Clone, Debug)]
pub struct Story {
    /// What jobs and tracks are called.
    pub ladder: Arc<Ladder>,
    /// Where it stands.
    pub nominated: Nominated,
    /// As whom the reader looks at the candidate.
    pub sight: Sight,
    /// Whether the candidate's record is in the reader's scope beside.
    pub sees_record: bool,
    /// What was done, the oldest first.
    pub acts: Vec<ActTold>,
    /// What was frozen, the oldest first; empty where the reader may not see it whole.
    pub evidence: Vec<FrozenEvidence>,
    /// The facts that were picked for the case.
    pub picked: Vec<KnownFact>,
    /// What else of the record could be picked, where the reader can write the case.
    pub offered: Vec<KnownFact>,
    /// What the reader can do now: legal in its state, and theirs to do.
    pub possible: Vec<NominationAct>,
}

/// Those in which the viewer has a part, the latest first.
pub async fn list_nominations(
    store: &Store,
    ctx: &Context,
    before: Option<NominationId>,
    limit: u32,
) -> Result<NominationList, Error> {
    let (viewer, limit) = (viewer(ctx)?, limit.clamp(1, MOST_ON_A_PAGE));
    store
        .read(ctx, async |tx| {
            let mut nominations = tx.nominations().list(viewer, before, limit + 1).await?;
            let is_more = nominations.len() > limit as usize;
            nominations.truncate(limit as usize);
            let next = nominations.last().filter(|_| is_more).map(|last| last.nomination.id);
            Ok(NominationList { ladder: in_force(tx).await?.ladder, nominations, next })
        })
        .await
}

/// Those of a person in the viewer's scope in which the viewer has a part, the latest first.
pub async fn nominations_of_person(store: &Store, ctx: &Context, number: &str) -> Result<Vec<Nominated>, Error> {
    let viewer = viewer(ctx)?;
    store
        .read(ctx, async |tx| {
            let person = find_person(tx, viewer, number).await?.employee.id;
            Ok(tx.nominations().of_person(viewer, person, MOST_ON_A_PAGE).await?)
        })
        .await
}

/// One in which the viewer has a part, with its history and what was frozen.
pub async fn nomination(store: &Store, ctx: &Context, id: NominationId) -> Result<Story, Error> {
    let viewer = viewer(ctx)?;
    store
        .read(ctx, async |tx| {
            let seen = tx.nominations().find(viewer, id).await?.ok_or(Error::Hidden)?.nomination.revision;
            let found = find(tx, ctx, At { id, seen }).await?;
            let sight = viewer.sight_of_candidate(found.nomination().employee, found.nominated.site.as_deref());
            let acts = tx.nomination_acts().of_nomination(&found.nominated).await?;
            let evidence = match sight {
                Sight::Own | Sight::Hr => tx.evidence().of_nomination(&found.nominated).await?,
                Sight::Line => Vec::new(),
            };
            let sees_record = tx.employees().find(viewer, &found.nominated.number).await?.is_some();
            let ladder = in_force(tx).await?.ladder;
            let possible = possible(ctx, &found);
            let picked = picked(tx, found.nomination()).await?;
            let offered = if possible.contains(&NominationAct::EditCase) {
                offered(tx, found.nomination().employee).await?
            } else {
                Vec::new()
            };
            let nominated = found.nominated;
            Ok(Story { ladder, sight, sees_record, acts, evidence, picked, offered, possible, nominated })
        })
        .await
}

/// Legal in its state, in time, and theirs to do.
fn possible(ctx: &Context, found: &Found) -> Vec<NominationAct> {
    let is_possible = |act: &NominationAct| found.step(ctx, *act).is_ok();
    found.nomination().state.acts().filter(is_possible).collect()
}
