//! Interest is answered: by the direct manager, or after fourteen days by HR.

use model::{NominationAct, Said};
use policy::Context;
use store::Store;

use super::step::{At, Saved, With, act, find, save};
use crate::Error;

/// Interest becomes a draft of who endorses it.
pub async fn endorse(store: &Store, ctx: &Context, at: At) -> Result<Saved, Error> {
    store
        .write(ctx, async |tx| {
            let found = find(tx, ctx, at).await?;
            let (permit, mut next) = found.step(ctx, NominationAct::Endorse)?;
            (next.nominator, next.on_behalf_of) = (ctx.actor.account(), found.on_behalf_of());
            save(tx, ctx, (permit, NominationAct::Endorse), &found, next, With::default()).await
        })
        .await
}

/// Interest is answered with no, by code and in words.
pub async fn decline_interest(store: &Store, ctx: &Context, at: At, said: &Said) -> Result<Saved, Error> {
    act(store, ctx, at, NominationAct::DeclineInterest, Some(said)).await
}

/// After the manager's no the employee may ask HR, once.
pub async fn ask_hr(store: &Store, ctx: &Context, at: At, said: &Said) -> Result<Saved, Error> {
    act(store, ctx, at, NominationAct::AskHr, Some(said)).await
}
