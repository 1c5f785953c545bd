//! Ending one session: it was left open somewhere.

use model::{Event, TokenHash};
use policy::Context;
use store::Store;

use super::find_account::{own, signed_in};
use crate::Error;

/// Ends one session of whoever is signed in, by the name that [`list_sessions`](super::list_sessions) gives it.
pub async fn end_session(store: &Store, ctx: &Context, session: TokenHash) -> Result<(), Error> {
    let account = signed_in(ctx)?;
    store
        .write(ctx, async |tx| {
            if !tx.sessions().end(own(ctx, account)?, account, session).await? {
                return Err(Error::Hidden);
            }
            tx.record(Event::SessionsEnded { account });
            Ok(())
        })
        .await
}
