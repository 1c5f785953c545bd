//! Choosing another password.

use model::Event;
use policy::Context;
use store::Store;

use super::find_account::{own, signed_in, viewer_of};
use super::password::{Checked, Password, PasswordFault};
use super::sign_in::{Welcome, open_session};
use super::throttle::{Attempt, Subject};
use crate::Error;

/// Changes the password of whoever is signed in, who says the current one too. All sessions end; the browser in hand
/// goes on with a new one.
pub async fn change_password(
    store: &Store,
    ctx: &Context,
    current: &Password,
    new: &Password,
    address: &str,
) -> Result<Welcome, Error> {
    let account = signed_in(ctx)?;
    let owner = store.read(ctx, async |tx| tx.accounts().credentials_of(account).await).await?;
    let owner = owner.filter(|owner| owner.is_open(ctx.today)).ok_or(Error::NotSignedIn)?;
    let name = &owner.account.sign_in_name;
    new.will_do_for(name)?;
    if new == current {
        return Err(PasswordFault::Unchanged.into());
    }
    let attempt = Attempt::begin(store, ctx, [Subject::Name(name), Subject::Address(address)]).await?;
    let Checked::Right { looked_at, .. } = current.check(owner.password_hash.clone()).await? else {
        return Err(Error::NotSignedIn);
    };
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
    attempt.succeeded(store, ctx).await?;
    Ok(Welcome { session, viewer, must_change_password: false })
}
