//! Inviting some people, by their numbers or by e-mail.

use policy::Context;
use store::Store;

use super::add_account::{NewAccount, add_account};
use super::invite::{Invitation, invite};
use crate::Error;

/// Adds an account for each that has none, and invites each; the one-time addresses, in the order asked. Each is
/// invited for itself: why not, where one cannot be.
pub async fn invite_people(
    store: &Store,
    ctx: &Context,
    people: &[NewAccount],
) -> Result<Vec<Result<Invitation, Error>>, Error> {
    let mut invited = Vec::with_capacity(people.len());
    for person in people {
        match invite_one(store, ctx, person).await {
            Err(error @ (Error::Hidden | Error::Refused(_))) => invited.push(Err(error)),
            other => invited.push(Ok(other?)),
        }
    }
    Ok(invited)
}

async fn invite_one(store: &Store, ctx: &Context, person: &NewAccount) -> Result<Invitation, Error> {
    match add_account(store, ctx, person).await {
        Ok(invitation) => invitation.ok_or(Error::Hidden),
        // There is one already.
        Err(Error::Refused(why)) => match invite(store, ctx, &person.sign_in_name).await {
            Err(Error::Hidden) => Err(Error::Refused(why)),
            other => other,
        },
        Err(error) => Err(error),
    }
}
