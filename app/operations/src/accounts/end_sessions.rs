//! Ending other sessions: one was left open somewhere.

use model::{AccountId, Event};
use policy::Context;
use store::Store;

use super::find_account::own;
use super::token::Token;
use crate::Error;

/// Ends all sessions of an account, by its owner, but the one that is in use; how many.
pub async fn end_sessions(store: &Store, ctx: &Context, account: AccountId, but: &Token) -> Result<u64, Error> {
    store
        .write(ctx, async |tx| {
            let permit = own(ctx, account)?;
            let ended = tx.sessions().end_others(&permit, account, but.hash()).await?;
            tx.record(Event::SessionsEnded { account });
            Ok(ended)
        })
        .await
}
