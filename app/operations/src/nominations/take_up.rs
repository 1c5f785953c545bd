//! HR begins the review.

use model::NominationAct;
use policy::Context;
use store::{Store, Tx};

use super::step::{At, Saved, With, find, save};
use crate::Error;

/// Takes up what was handed in.
pub async fn take_up(store: &Store, ctx: &Context, at: At) -> Result<Saved, Error> {
    store.write(ctx, async |tx| take_up_in(tx, ctx, at).await).await
}

/// The same, in a transaction.
pub(super) async fn take_up_in(tx: &mut Tx, ctx: &Context, at: At) -> Result<Saved, Error> {
    let act = NominationAct::TakeUp;
    let found = find(tx, ctx, at).await?;
    let (permit, mut next) = found.step(ctx, act)?;
    next.reviewer = ctx.actor.account();
    save(tx, ctx, (permit, act), &found, next, With::default()).await
}
