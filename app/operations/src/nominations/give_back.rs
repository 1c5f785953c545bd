//! A reviewer gives a nomination back, to be written better.

use model::{NominationAct, Said};
use policy::Context;
use store::Store;

use super::step::{At, Saved, With, find, save};
use crate::Error;

/// Back to its nominator, with a reason.
pub async fn give_back(store: &Store, ctx: &Context, at: At, said: &Said) -> Result<Saved, Error> {
    let act = NominationAct::Return;
    store
        .write(ctx, async |tx| {
            let found = find(tx, ctx, at).await?;
            let (permit, next) = found.step(ctx, act)?;
            save(tx, ctx, (permit, act), &found, next, With { said: Some(said), evidence: None }).await
        })
        .await
}
