//! Finding the account that an act is about.

use model::{Account, AccountId, Grant, Subject, fold};
use policy::{Act, Actor, Context, Permit, Viewer, authorize};
use rules::Day;
use store::Tx;

use crate::Error;

/// Longer ones are nobody's.
const LONGEST: usize = 320;

/// A name to sign in by, an e-mail address or an employee number, as accounts have it: folded.
pub fn sign_in_name(text: &str) -> String {
    let plain: String = text.chars().filter(|letter| !letter.is_control()).take(LONGEST).collect();
    fold(&plain)
}

/// The account of that name, for whoever may do that act to it. Who may not is told before it is looked for.
pub(super) async fn find_account(tx: &mut Tx, ctx: &Context, act: Act, name: &str) -> Result<(Account, Permit), Error> {
    let permit = authorize(&ctx.actor, act, Subject::Company, None)?;
    let account = tx.accounts().named(&permit, &sign_in_name(name)).await?.ok_or(Error::Hidden)?;
    let permit = authorize(&ctx.actor, act, Subject::Account(account.id), None)?;
    Ok((account, permit))
}

/// What the owner of an account sees and may do on a day. Who has still to change their password may do that only.
pub(super) async fn viewer_of(tx: &mut Tx, account: &Account, on: Day) -> Result<Viewer, Error> {
    Ok(viewer_with(account, tx.grants().of_account(account.id).await?, on))
}

/// The same, of an account whose grants are known.
pub(super) fn viewer_with(account: &Account, grants: Vec<Grant>, on: Day) -> Viewer {
    if account.must_change_password {
        return Viewer::new(account.id, None, on, Vec::new());
    }
    Viewer::new(account.id, account.employee, on, grants)
}

/// Leave for whoever acts to do something to their own account.
pub(super) fn own(ctx: &Context, account: AccountId) -> Result<Permit, Error> {
    Ok(authorize(&ctx.actor, Act::ManageOwnAccount, Subject::Account(account), None)?)
}

/// The account of whoever is signed in.
pub(super) fn signed_in(ctx: &Context) -> Result<AccountId, Error> {
    match &ctx.actor {
        Actor::Person(viewer) => Ok(viewer.account),
        Actor::Visitor | Actor::System => Err(Error::NotSignedIn),
    }
}
