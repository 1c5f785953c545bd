//! What reviewers say among themselves of a nomination.

use std::sync::Arc;

use model::{NominationId, ReviewAct};
use policy::{Context, authorize_review};
use rules::Ladder;
use store::{Nominated, NoteTold, RecusalTold, Store};

use super::reviewer;
use crate::Error;
use crate::ladder::in_force;
use crate::nominations::step::Found;

/// At most so many notes and recusals are told.
const MOST: u32 = 200;

/// What reviewers say among themselves of a nomination.
#[derive(Clone, Debug)]
pub struct Talk {
    /// What jobs and tracks are called.
    pub ladder: Arc<Ladder>,
    /// Which.
    pub nominated: Nominated,
    /// What they noted, the oldest first; nothing before the viewer has noted something.
    pub notes: Vec<NoteTold>,
    /// Who stands aside.
    pub recusals: Vec<RecusalTold>,
    /// Whether the viewer does.
    pub is_recused: bool,
    /// What the viewer can do.
    pub possible: Vec<ReviewAct>,
}

/// What reviewers say among themselves of a nomination to which the viewer is HR.
pub async fn talk(store: &Store, ctx: &Context, id: NominationId) -> Result<Talk, Error> {
    let viewer = reviewer(ctx)?;
    store
        .read(ctx, async |tx| {
            let nominated = tx.review().find(viewer, id).await?.ok_or(Error::Hidden)?;
            let notes = tx.review().notes(viewer, id, MOST).await?;
            let recusals = tx.review().recusals(&nominated, MOST).await?;
            let found = Found::of(tx, viewer, nominated).await?;
            let is_recused = recusals.iter().any(|told| told.recusal.account == viewer.account);
            let may = |act: &ReviewAct| authorize_review(&ctx.actor, *act, id, &found.involved()).is_ok();
            let is_new = |act: &ReviewAct| *act != ReviewAct::StandAside || !is_recused;
            let possible = ReviewAct::ALL.iter().copied().filter(may).filter(is_new).collect();
            let ladder = in_force(tx).await?.ladder;
            Ok(Talk { ladder, notes, recusals, is_recused, possible, nominated: found.nominated })
        })
        .await
}
