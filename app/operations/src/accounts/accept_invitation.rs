//! Setting a password at a one-time address.

use model::{Account, Event};
use policy::Context;
use store::{Store, Tx};

use super::find_account::{own, viewer_of};
use super::password::Password;
use super::sign_in::{Welcome, open_session};
use super::token::Token;
use crate::Error;

/// Whom a one-time address invites: the name to sign in by. Hidden where it was used, has run out or never was.
pub async fn invited_as(store: &Store, ctx: &Context, address: &Token) -> Result<String, Error> {
    let account = store.read(ctx, async |tx| invited(tx, ctx, address).await).await?;
    Ok(account.sign_in_name)
}

/// Sets the password of the account that a one-time address is for, and signs its owner in.
pub async fn accept_invitation(
    store: &Store,
    ctx: &Context,
    address: &Token,
    password: &Password,
) -> Result<Welcome, Error> {
    let (account, viewer) = store
        .read(ctx, async |tx| {
            let mut account = invited(tx, ctx, address).await?;
            account.must_change_password = false;
            let viewer = viewer_of(tx, &account, ctx.today).await?;
            Ok::<_, Error>((account, viewer))
        })
        .await?;
    password.will_do_for(&account.sign_in_name)?;
    let (hash, account) = (password.hash().await?, account.id);
    let ctx = &ctx.of(viewer.clone());
    let session = store
        .write(ctx, async |tx| {
            let permit = own(ctx, account)?;
            let spent = tx.invitations().spend(&permit, account, address.hash()).await?;
            if !spent || !tx.accounts().set_password(&permit, account, &hash).await? {
                return Err(Error::Hidden);
            }
            tx.record(Event::PasswordChanged { account });
            tx.record(Event::SignedIn { account });
            open_session(tx, ctx, account).await
        })
        .await?;
    Ok(Welcome { session, viewer, must_change_password: false })
}

/// The open account that an address can still be used for.
async fn invited(tx: &mut Tx, ctx: &Context, address: &Token) -> Result<Account, Error> {
    let invited = tx.invitations().find(address.hash()).await?.ok_or(Error::Hidden)?;
    let owner = tx.accounts().credentials_of(invited.account).await?;
    let owner = owner.filter(|owner| owner.is_open(ctx.today)).ok_or(Error::Hidden)?;
    Ok(owner.account)
}
