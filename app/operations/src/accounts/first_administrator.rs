//! The first account of all.

use model::{Access, Account, Event, Grant, Subject};
use policy::{Act, Context, authorize};
use store::{Store, Tx};

use super::invite::{Invitation, issue};
use crate::{Error, Obstacle};

/// The name that the first administrator signs in by.
const NAME: &str = "administrator";

/// A one-time address for the first administrator, where there is no account yet but theirs, still without a password;
/// none where somebody has taken charge.
pub async fn first_administrator(store: &Store, ctx: &Context) -> Result<Option<Invitation>, Error> {
    let invited = store
        .write(ctx, async |tx| {
            let permit = authorize(&ctx.actor, Act::ManageAccounts, Subject::Company, None)?;
            let accounts = tx.accounts().list(&permit, "", 2).await?;
            let account = match accounts.as_slice() {
                [] => add(tx, ctx).await?,
                [one] if one.sign_in_name == NAME => one.clone(),
                _ => return Ok(None),
            };
            let known = tx.accounts().credentials(NAME).await?;
            if known.is_none_or(|known| known.password_hash.is_some() || !known.is_open(ctx.today)) {
                return Ok(None);
            }
            let permit = authorize(&ctx.actor, Act::ManageAccounts, Subject::Account(account.id), None)?;
            Ok(Some(issue(tx, ctx, &permit, &account, None).await?))
        })
        .await;
    match invited {
        Err(Error::Store(store::Error::NoEvent)) => Ok(None),
        other => other,
    }
}

async fn add(tx: &mut Tx, ctx: &Context) -> Result<Account, Error> {
    let sign_in_name = NAME.to_owned();
    let account =
        Account { id: tx.new_id(), sign_in_name, employee: None, must_change_password: false, disabled_at: None };
    let subject = Subject::Account(account.id);
    let permit = authorize(&ctx.actor, Act::ManageAccounts, subject, None)?;
    if !tx.accounts().add(&permit, &account, None).await? {
        return Err(Obstacle::OthersAddAccounts.into());
    }
    tx.record(Event::AccountAdded { account: account.id, sign_in_name: account.sign_in_name.clone() });
    let grant = Grant {
        id: tx.new_id(),
        account: account.id,
        access: Access::Administrator,
        site: None,
        from_on: ctx.today,
        until_on: None,
    };
    tx.grants().add(authorize(&ctx.actor, Act::GiveAccess, subject, None)?, &grant).await?;
    tx.record(super::give_access::granted(&grant));
    Ok(account)
}
