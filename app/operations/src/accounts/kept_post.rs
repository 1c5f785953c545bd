//! What was sent after a session had ended: kept for its owner, and shown after the next sign-in.

use model::POST_KEPT_FOR;
use policy::Context;
use store::{KeptPost, Store};

use super::find_account::{own, signed_in};
use super::token::Token;
use crate::Error;

/// Keeps a form that came with a session that counts no longer, for the account whose session it was; for nobody where
/// there never was such a session. Whether it was kept.
pub async fn keep_post(store: &Store, ctx: &Context, session: &Token, post: &KeptPost) -> Result<bool, Error> {
    let ended = store.read(ctx, async |tx| tx.sessions().find(session.hash()).await).await?;
    let Some(ended) = ended.filter(|session| !session.is_alive(ctx.now)) else { return Ok(false) };
    store.upkeep(ctx, async |upkeep| upkeep.kept_posts().keep(ended.account, post).await).await?;
    Ok(true)
}

/// What is kept for whoever is signed in.
pub async fn kept_post(store: &Store, ctx: &Context) -> Result<Option<KeptPost>, Error> {
    let account = signed_in(ctx)?;
    let permit = own(ctx, account)?;
    let after = ctx.now - POST_KEPT_FOR;
    Ok(store.upkeep(ctx, async |upkeep| upkeep.kept_posts().find(&permit, account, after).await).await?)
}

/// Forgets what is kept for whoever is signed in: they have seen it.
pub async fn forget_kept_post(store: &Store, ctx: &Context) -> Result<(), Error> {
    let account = signed_in(ctx)?;
    let permit = own(ctx, account)?;
    Ok(store.upkeep(ctx, async |upkeep| upkeep.kept_posts().drop(&permit, account).await).await?)
}
