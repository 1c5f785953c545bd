//! A declined candidate appeals.

use model::{NominationAct, Said};
use policy::Context;
use store::Store;

use super::step::{At, Saved, With, find, save};
use crate::Error;

/// Says, once and within thirty days, why the decision was wrong.
pub async fn appeal(store: &Store, ctx: &Context, at: At, grounds: &Said) -> Result<Saved, Error> {
    let act = NominationAct::Appeal;
    store
        .write(ctx, async |tx| {
            let found = find(tx, ctx, at).await?;
            let (permit, next) = found.step(ctx, act)?;
            save(tx, ctx, (permit, act), &found, next, With { said: Some(grounds), evidence: None }).await
        })
        .await
}
