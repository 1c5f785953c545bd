//! Where somebody is signed in.

use model::Session;
use policy::Context;
use store::Store;

use super::find_account::{own, signed_in};
use super::token::Token;
use crate::Error;

/// More are of no use to look at.
const MOST: u32 = 50;

/// A session of whoever is signed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OwnSession {
    /// The session.
    pub session: Session,
    /// Whether it is the one in use.
    pub is_this: bool,
}

/// The sessions of whoever is signed in, the last in use first; `this` is the one in use.
pub async fn list_sessions(store: &Store, ctx: &Context, this: &Token) -> Result<Vec<OwnSession>, Error> {
    let account = signed_in(ctx)?;
    let this = this.hash();
    let sessions = store
        .read(ctx, async |tx| Ok::<_, Error>(tx.sessions().of_account(&own(ctx, account)?, account, MOST).await?))
        .await?;
    let own = |session: Session| OwnSession { session, is_this: session.token_hash == this };
    Ok(sessions.into_iter().map(own).collect())
}
