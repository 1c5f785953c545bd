//! Adding an account.

use model::{Account, Event, Subject};
use policy::{Act, Context, authorize};
use store::Store;

use super::find_account::sign_in_name;
use super::invite::{Invitation, issue};
use super::password::Password;
use crate::{Error, Obstacle};

/// An account to be.
#[derive(Clone, Debug, Default)]
pub struct NewAccount {
    /// An e-mail address or an employee number.
    pub sign_in_name: String,
    /// The number of the person whose it is.
    pub employee_number: Option<String>,
    /// A first password that somebody else knows: it is to be changed before anything else. Without one, the account
    /// is invited by a one-time address.
    pub first_password: Option<Password>,
}

/// Adds an account; the one-time address that invites its owner, unless a first password was given.
pub async fn add_account(store: &Store, ctx: &Context, new: &NewAccount) -> Result<Option<Invitation>, Error> {
    let name = sign_in_name(&new.sign_in_name);
    authorize(&ctx.actor, Act::ManageAccounts, Subject::Company, None)?;
    if name.is_empty() {
        return Err(Obstacle::NoSignInName.into());
    }
    let first_password_hash = match &new.first_password {
        Some(password) => {
            password.will_do_for(&name)?;
            Some(password.hash().await?)
        }
        None => None,
    };
    store
        .write(ctx, async |tx| {
            let permit = authorize(&ctx.actor, Act::ManageAccounts, Subject::Company, None)?;
            let person = match &new.employee_number {
                Some(number) => {
                    let found = tx.employees().by_numbers(&permit, &[number]).await?;
                    Some(found.into_iter().next().ok_or(Error::Hidden)?.employee)
                }
                None => None,
            };
            let account = Account {
                id: tx.new_id(),
                sign_in_name: name.clone(),
                employee: person.as_ref().map(|person| person.id),
                must_change_password: first_password_hash.is_some(),
                disabled_at: None,
            };
            let permit = authorize(&ctx.actor, Act::ManageAccounts, Subject::Account(account.id), None)?;
            if !tx.accounts().add(&permit, &account, first_password_hash.as_deref()).await? {
                return Err(Obstacle::HasAccount(name.clone()).into());
            }
            tx.record(Event::AccountAdded { account: account.id, sign_in_name: name.clone() });
            match first_password_hash {
                Some(_) => Ok(None),
                None => Ok(Some(issue(tx, ctx, &permit, &account, person.map(|person| person.full_name)).await?)),
            }
        })
        .await
}
