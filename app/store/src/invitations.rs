//! One-time addresses: whoever holds one sets the account's password.

use model::{AccountId, Instant, TokenHash};
use policy::Permit;
use uuid::Uuid;

use crate::accounts::{manages, owns};
use crate::error::Error;
use crate::statement::{run, statement};
use crate::tx::Tx;
use crate::value::{SqlInstant, bytes, instant};

/// The invitations, in a transaction.
pub struct Invitations<'t>(&'t mut Tx);

/// An invitation that can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Invited {
    /// The account whose password it sets.
    pub account: AccountId,
    /// Until when.
    pub expires_at: Instant,
}

#[derive(sqlx::FromRow)]
struct Row {
    account_id: Uuid,
    expires_at: SqlInstant,
}

impl Tx {
    /// The invitations.
    pub fn invitations(&mut self) -> Invitations<'_> {
        Invitations(self)
    }
}

impl Invitations<'_> {
    /// What an address invites to, if it can still be used.
    pub async fn find(&mut self, token_hash: TokenHash) -> Result<Option<Invited>, Error> {
        let now = instant(self.0.ctx.now);
        let row = run!(self.0, optional Row, statement!("invitations/find"), bytes(token_hash), now)?;
        Ok(row.map(|row| Invited { account: AccountId(row.account_id), expires_at: row.expires_at.to_jiff() }))
    }

    /// Issues an address for an account; those issued before can no longer be used.
    pub async fn issue(
        &mut self,
        permit: &Permit,
        account: AccountId,
        token_hash: TokenHash,
        expires_at: Instant,
    ) -> Result<(), Error> {
        self.void(permit, account).await?;
        let now = instant(self.0.ctx.now);
        let expires_at = instant(expires_at);
        run!(self.0, execute statement!("invitations/issue"), bytes(token_hash), account.0, now, expires_at)?;
        Ok(())
    }

    /// Makes the addresses issued for an account useless.
    pub async fn void(&mut self, permit: &Permit, account: AccountId) -> Result<u64, Error> {
        manages(permit, account)?;
        run!(self.0, execute statement!("invitations/void"), account.0)
    }

    /// Uses an address. Whether it could be: once.
    pub async fn spend(&mut self, permit: &Permit, account: AccountId, token_hash: TokenHash) -> Result<bool, Error> {
        owns(permit, account)?;
        let now = instant(self.0.ctx.now);
        Ok(run!(self.0, execute statement!("invitations/use"), bytes(token_hash), now)? == 1)
    }
}
