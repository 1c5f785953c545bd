//! The accounts, as an administrator looks through them.

use model::{AccountId, Grant, Subject};
use policy::{Act, Context, Permit, authorize};
use store::{ListedAccount, Store};

use crate::Error;

/// Whether somebody can sign in by an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccountState {
    /// Its owner has set a password.
    Active,
    /// Nobody has set a password yet.
    Invited,
    /// It is closed.
    Closed,
}

/// An account with its access, past and to come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundAccount {
    /// The account.
    pub listed: ListedAccount,
    /// Whether somebody can sign in by it.
    pub state: AccountState,
    /// Its access.
    pub grants: Vec<Grant>,
}

impl FoundAccount {
    fn new(listed: ListedAccount, grants: Vec<Grant>, ctx: &Context) -> FoundAccount {
        let has_left = listed.left_on.is_some_and(|left_on| left_on < ctx.today);
        let state = if listed.account.disabled_at.is_some() || has_left {
            AccountState::Closed
        } else if listed.has_password {
            AccountState::Active
        } else {
            AccountState::Invited
        };
        FoundAccount { listed, state, grants }
    }
}

/// A page of the accounts whose name to sign in by, or the name of whose they are, begins with a text; by the name to
/// sign in by, after one. And what the next page begins after, if there may be one.
pub async fn search_accounts(
    store: &Store,
    ctx: &Context,
    text: &str,
    after: Option<AccountId>,
    limit: u32,
) -> Result<(Vec<FoundAccount>, Option<AccountId>), Error> {
    let limit = limit.clamp(1, crate::MOST_ON_A_PAGE);
    store
        .read(ctx, async |tx| {
            let permit = look(ctx)?;
            let after = match after {
                Some(account) => tx.accounts().find(&permit, account).await?.ok_or(Error::Hidden)?.account.sign_in_name,
                None => String::new(),
            };
            let mut found = Vec::new();
            for listed in tx.accounts().search(&permit, text, &after, limit).await? {
                let grants = tx.grants().of_account(listed.account.id).await?;
                found.push(FoundAccount::new(listed, grants, ctx));
            }
            let last = found.last().filter(|_| found.len() == limit as usize);
            let next = last.map(|last| last.listed.account.id);
            Ok((found, next))
        })
        .await
}

/// One account.
pub async fn account_of(store: &Store, ctx: &Context, account: AccountId) -> Result<FoundAccount, Error> {
    store
        .read(ctx, async |tx| {
            let listed = tx.accounts().find(&look(ctx)?, account).await?.ok_or(Error::Hidden)?;
            let grants = tx.grants().of_account(account).await?;
            Ok(FoundAccount::new(listed, grants, ctx))
        })
        .await
}

fn look(ctx: &Context) -> Result<Permit, Error> {
    Ok(authorize(&ctx.actor, Act::ManageAccounts, Subject::Company, None)?)
}
