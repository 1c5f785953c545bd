//! A draft is thrown away.

use model::NominationAct;
use policy::Context;
use store::Store;

use super::step::{At, Saved, With, find, save};
use crate::Error;

/// The draft is over; its history stays.
pub async fn discard(store: &Store, ctx: &Context, at: At) -> Result<Saved, Error> {
    let act = NominationAct::Discard;
    store
        .write(ctx, async |tx| {
            let found = find(tx, ctx, at).await?;
            let (permit, next) = found.step(ctx, act)?;
            save(tx, ctx, (permit, act), &found, next, With::default()).await
        })
        .await
}
