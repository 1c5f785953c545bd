//! The accounts, for administrators.

use model::{Account, Grant, Subject};
use policy::{Act, Context, authorize};
use store::Store;

use crate::Error;

/// An account with its access, past and to come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountWithAccess {
    /// The account.
    pub account: Account,
    /// Its access.
    pub grants: Vec<Grant>,
}

/// The accounts by name, after a name; at most `limit`.
pub async fn list_accounts(
    store: &Store,
    ctx: &Context,
    after: &str,
    limit: u32,
) -> Result<Vec<AccountWithAccess>, Error> {
    store
        .read(ctx, async |tx| {
            let permit = authorize(&ctx.actor, Act::ManageAccounts, Subject::Company, None)?;
            let mut listed = Vec::new();
            for account in tx.accounts().list(&permit, after, limit).await? {
                let grants = tx.grants().of_account(account.id).await?;
                listed.push(AccountWithAccess { account, grants });
            }
            Ok(listed)
        })
        .await
}
