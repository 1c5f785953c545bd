//! Signing in with a name and a password.

use model::{AccountId, Event};
use policy::{Context, Viewer};
use store::Store;

use super::find_account::{own, sign_in_name, viewer_of};
use super::password::{Checked, Password};
use super::throttle::{Attempt, Subject};
use super::token::Token;
use crate::Error;

/// Somebody is signed in.
#[derive(Clone, Debug)]
pub struct Welcome {
    /// What the browser is given, and nobody else.
    pub session: Token,
    /// Who it is; where a password is to be changed first, somebody who may do nothing else.
    pub viewer: Viewer,
    /// What to do before anything else.
    pub must_change_password: bool,
}

/// Signs somebody in who comes from a network address: [`Error::NotSignedIn`] whatever was not right,
/// [`Error::Wait`] where too many have failed. It takes as long where there is no such account.
pub async fn sign_in(
    store: &Store,
    ctx: &Context,
    name: &str,
    password: &Password,
    address: &str,
) -> Result<Welcome, Error> {
    let name = sign_in_name(name);
    let attempt = Attempt::begin(store, ctx, [Subject::Name(&name), Subject::Address(address)]).await?;
    let known = store
        .read(ctx, async |tx| {
            let Some(known) = tx.accounts().credentials(&name).await? else { return Ok(None) };
            let viewer = viewer_of(tx, &known.account, ctx.today).await?;
            Ok::<_, Error>(known.is_open(ctx.today).then_some((known, viewer)))
        })
        .await?;
    let checked = password.check(known.as_ref().and_then(|(known, _)| known.password_hash.clone())).await?;
    let (Some((known, viewer)), Checked::Right { looked_at, hash }) = (known, checked) else {
        return Err(Error::NotSignedIn);
    };
    let (ctx, session) = (&ctx.of(viewer.clone()), Token::new()?);
    store
        .write(ctx, async |tx| {
            let account = known.account.id;
            let permit = own(ctx, account)?;
            if !tx.accounts().confirm_password(&permit, account, &looked_at, &hash).await? {
                return Err(Error::NotSignedIn);
            }
            tx.sessions().open(permit, account, session.hash()).await?;
            tx.record(Event::SignedIn { account });
            Ok(())
        })
        .await?;
    attempt.succeeded(store, ctx).await?;
    Ok(Welcome { session, viewer, must_change_password: known.account.must_change_password })
}

/// Opens a session for somebody who has just chosen a password, in place of all that there were.
pub(super) async fn open_session(tx: &mut store::Tx, ctx: &Context, account: AccountId) -> Result<Token, Error> {
    let session = Token::new()?;
    let permit = own(ctx, account)?;
    tx.sessions().end_all(&permit, account).await?;
    tx.sessions().open(permit, account, session.hash()).await?;
    Ok(session)
}
