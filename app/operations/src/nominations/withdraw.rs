//! Interest, or a nomination, is taken back.

use model::{NominationAct, Said};
use policy::Context;
use store::Store;

use super::step::{At, Saved, With, find, save};
use crate::Error;

/// Takes it back: the employee, or once it was handed in the nominator too.
pub async fn withdraw(store: &Store, ctx: &Context, at: At, said: &Said) -> Result<Saved, Error> {
    let act = NominationAct::Withdraw;
    store
        .write(ctx, async |tx| {
            let found = find(tx, ctx, at).await?;
            let (permit, next) = found.step(ctx, act)?;
            save(tx, ctx, (permit, act), &found, next, With { said: Some(said), evidence: None }).await
        })
        .await
}
