//! Choosing a password of one's own, after the first one that somebody else gave.

use model::Event;
use policy::Context;
use store::Store;

use super::find_account::{own, signed_in, viewer_of};
use super::password::{Checked, Password, PasswordFault};
use super::sign_in::{Welcome, open_session};
use crate::Error;

/// Sets the password of whoever has just signed in with a first one, which somebody else knows. All sessions end; the
/// browser in hand goes on with a new one. Who has a password of their own changes it with
/// [`change_password`](super::change_password).
pub async fn choose_password(store: &Store, ctx: &Context, new: &Password) -> Result<Welcome, Error> {
    let account = signed_in(ctx)?;
    let owner = store.read(ctx, async |tx| tx.accounts().credentials_of(account).await).await?;
    let owner = owner.filter(|owner| owner.is_open(ctx.today)).ok_or(Error::NotSignedIn)?;
    if !owner.account.must_change_password {
        return Err(Error::Hidden);
    }
    new.will_do_for(&owner.account.sign_in_name)?;
    let looked_at = owner.password_hash.clone().ok_or(Error::Hidden)?;
    if matches!(new.check(owner.password_hash.clone()).await?, Checked::Right { .. }) {
        return Err(PasswordFault::Unchanged.into());
    }
    let hash = new.hash().await?;
    let mut changed = owner.account.clone();
    changed.must_change_password = false;
    let viewer = store.read(ctx, async |tx| viewer_of(tx, &changed, ctx.today).await).await?;
    let session = store
        .write(ctx, async |tx| {
            let permit = own(ctx, account)?;
            let stands = tx.accounts().confirm_password(&permit, account, &looked_at, &hash).await?;
            if !stands || !tx.accounts().set_password(&permit, account, &hash).await? {
                return Err(Error::NotSignedIn);
            }
            tx.record(Event::PasswordChanged { account });
            open_session(tx, ctx, account).await
        })
        .await?;
    Ok(Welcome { session, viewer, must_change_password: false })
}
