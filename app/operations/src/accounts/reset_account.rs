//! Giving an account back to its owner.

use model::Event;
use policy::{Act, Context};
use store::Store;

use super::find_account::find_account;
use super::invite::{Invitation, issue};
use crate::{Error, Obstacle};

/// Forgets an account's password, ends its sessions, opens it again where it was closed, and gives a new one-time
/// address. An account of somebody who has left stays closed.
pub async fn reset_account(store: &Store, ctx: &Context, name: &str) -> Result<Invitation, Error> {
    store
        .write(ctx, async |tx| {
            let (account, permit) = find_account(tx, ctx, Act::ManageAccounts, name).await?;
            let known = tx.accounts().credentials_of(account.id).await?.ok_or(Error::Hidden)?;
            if known.left_on.is_some_and(|left_on| left_on < ctx.today) {
                return Err(Obstacle::HasLeft(account.sign_in_name).into());
            }
            tx.sessions().end_all(&permit, account.id).await?;
            tx.accounts().reset(&permit, account.id).await?;
            tx.record(Event::AccountReset { account: account.id });
            issue(tx, ctx, &permit, &account, None).await
        })
        .await
}
