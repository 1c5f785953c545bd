//! HR begins the review.

use model::NominationAct;
use policy::Context;
use store::Store;

use super::step::{At, Saved, With, find, save};
use crate::Error;

/// Takes up what was handed in.
pub async fn take_up(store: &Store, ctx: &Context, at: At) -> Result<Saved, Error> {
    let act = NominationAct::TakeUp;
    store
        .write(ctx, async |tx| {
            let found = find(tx, ctx, at).await?;
            let (permit, mut next) = found.step(ctx, act)?;
            next.reviewer = ctx.actor.account();
            save(tx, ctx, (permit, act), &found, next, With::default()).await
        })
        .await
}
