//! Closing an account.

use model::{Account, Event};
use policy::{Act, Context, Permit};
use store::{Store, Tx};

use super::find_account::find_account;
use crate::{Error, Obstacle};

/// Closes an account: its sessions end, its one-time addresses can no longer be used, nobody signs in by it.
pub async fn disable_account(store: &Store, ctx: &Context, name: &str, reason: &str) -> Result<(), Error> {
    store
        .write(ctx, async |tx| {
            let (account, permit) = find_account(tx, ctx, Act::ManageAccounts, name).await?;
            if account.disabled_at.is_some() {
                return Err(Obstacle::ClosedAlready(account.sign_in_name).into());
            }
            close(tx, ctx, permit, &account, reason).await
        })
        .await
}

pub(super) async fn close(
    tx: &mut Tx,
    ctx: &Context,
    permit: Permit,
    account: &Account,
    reason: &str,
) -> Result<(), Error> {
    let account = account.id;
    tx.sessions().end_all(&permit, account).await?;
    tx.invitations().void(&permit, account).await?;
    tx.accounts().disable(permit, account, ctx.now).await?;
    tx.record(Event::AccountDisabled { account, reason: reason.to_owned() });
    Ok(())
}
