//! Inviting somebody to set a password, by a one-time address.

use jiff::SignedDuration;
use model::{Account, Event, Instant};
use policy::{Act, Context, Permit};
use store::{Store, Tx};

use super::find_account::find_account;
use super::token::Token;
use crate::{Error, Obstacle};

/// How long a one-time address can be used.
const LASTS: SignedDuration = SignedDuration::from_hours(14 * 24);

/// A one-time address. It is shown once, to whoever hands it on.
#[derive(Clone, Debug)]
pub struct Invitation {
    /// The name to sign in by.
    pub sign_in_name: String,
    /// The name of the person, where it is known.
    pub full_name: Option<String>,
    /// What the address ends in.
    pub token: Token,
    /// Until when it can be used.
    pub expires_at: Instant,
}

/// Invites the owner of an open account; addresses from before can no longer be used. The password, if there is one,
/// stays until another is set.
pub async fn invite(store: &Store, ctx: &Context, name: &str) -> Result<Invitation, Error> {
    store
        .write(ctx, async |tx| {
            let (account, permit) = find_account(tx, ctx, Act::ManageAccounts, name).await?;
            if account.disabled_at.is_some() {
                return Err(Obstacle::Closed(account.sign_in_name).into());
            }
            issue(tx, ctx, &permit, &account, None).await
        })
        .await
}

/// Issues an address for an account.
pub(super) async fn issue(
    tx: &mut Tx,
    ctx: &Context,
    permit: &Permit,
    account: &Account,
    full_name: Option<String>,
) -> Result<Invitation, Error> {
    let (token, expires_at) = (Token::new()?, ctx.now + LASTS);
    tx.invitations().issue(permit, account.id, token.hash(), expires_at).await?;
    tx.record(Event::AccountInvited { account: account.id });
    Ok(Invitation { sign_in_name: account.sign_in_name.clone(), full_name, token, expires_at })
}
