//! From what a browser holds to who is looking.

use policy::{Context, Viewer};
use store::Store;

use super::find_account::viewer_of;
use super::token::Token;
use crate::Error;

/// Who is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedIn {
    /// What they see and may do today; where a password is to be changed first, that and nothing else.
    pub viewer: Viewer,
    /// What to do before anything else.
    pub must_change_password: bool,
}

/// Who holds that session, on the day of the request; nobody where it has run out, was ended, or the account is closed.
pub async fn resume_session(store: &Store, ctx: &Context, session: &Token) -> Result<Option<SignedIn>, Error> {
    let found = store
        .read(ctx, async |tx| {
            let kept = tx.sessions().find(session.hash()).await?.filter(|kept| kept.is_alive(ctx.now));
            let Some(kept) = kept else { return Ok(None) };
            let owner = tx.accounts().credentials_of(kept.account).await?.filter(|owner| owner.is_open(ctx.today));
            let Some(owner) = owner else { return Ok(None) };
            let viewer = viewer_of(tx, &owner.account, ctx.today).await?;
            let signed_in = SignedIn { viewer, must_change_password: owner.account.must_change_password };
            Ok::<_, Error>(Some((signed_in, kept)))
        })
        .await?;
    let Some((signed_in, kept)) = found else { return Ok(None) };
    if kept.is_worth_noting(ctx.now) {
        store
            .upkeep(ctx, async |upkeep| Ok::<_, Error>(upkeep.sessions().see(kept.token_hash, ctx.now).await?))
            .await?;
    }
    Ok(Some(signed_in))
}
