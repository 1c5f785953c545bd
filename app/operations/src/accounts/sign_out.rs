//! Signing out.

use model::Event;
use policy::Context;
use store::Store;

use super::find_account::{own, signed_in};
use super::token::Token;
use crate::Error;

/// Ends the session that a browser holds, if it is one of whoever is signed in.
pub async fn sign_out(store: &Store, ctx: &Context, session: &Token) -> Result<(), Error> {
    let account = signed_in(ctx)?;
    store
        .write(ctx, async |tx| {
            if !tx.sessions().end(own(ctx, account)?, account, session.hash()).await? {
                return Err(Error::Hidden);
            }
            tx.record(Event::SignedOut { account });
            Ok(())
        })
        .await
}
