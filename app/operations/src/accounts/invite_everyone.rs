//! Inviting everyone employed.

use model::{Account, Event, Subject};
use policy::{Act, Context, authorize};
use store::{Store, ToInvite, Tx};

use super::find_account::sign_in_name;
use super::invite::{Invitation, issue};
use crate::Error;

/// How many are invited in one transaction: others get their turn in between.
const PIECE: u32 = 200;

/// Who is invited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whom {
    /// Everyone employed who has no account.
    WithoutAccount,
    /// And everyone who never set a password: their addresses from before can no longer be used.
    WithoutPassword,
}

/// What inviting everyone came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InvitedEveryone {
    /// How many were invited.
    pub invited: u64,
    /// The numbers of people who were not, because somebody else signs in by them.
    pub taken: Vec<String>,
}

/// Adds an account, named by the employee number, for everyone employed today who has none, and hands over the
/// one-time addresses, by number, as soon as they are good.
pub async fn invite_everyone(
    store: &Store,
    ctx: &Context,
    whom: Whom,
    mut each: impl FnMut(&Invitation) -> Result<(), Error>,
) -> Result<InvitedEveryone, Error> {
    let (mut after, mut done) = (String::new(), InvitedEveryone::default());
    loop {
        let some = store
            .read(ctx, async |tx| {
                let permit = authorize(&ctx.actor, Act::ManageAccounts, Subject::Company, None)?;
                let again = whom == Whom::WithoutPassword;
                Ok::<_, Error>(tx.accounts().invitable(&permit, ctx.today, &after, again, PIECE).await?)
            })
            .await?;
        let Some(last) = some.last() else { return Ok(done) };
        after = last.number.clone();
        let invited = store.write(ctx, async |tx| invite_some(tx, ctx, &some).await).await;
        let invited = match invited {
            Err(Error::Store(store::Error::NoEvent)) => vec![None; some.len()],
            other => other?,
        };
        for (person, invitation) in some.into_iter().zip(invited) {
            match invitation {
                Some(invitation) => {
                    each(&invitation)?;
                    done.invited += 1;
                }
                None => done.taken.push(person.number),
            }
        }
    }
}

/// An invitation each, or none where the name is somebody else's.
async fn invite_some(tx: &mut Tx, ctx: &Context, some: &[ToInvite]) -> Result<Vec<Option<Invitation>>, Error> {
    let mut invited = Vec::with_capacity(some.len());
    for person in some {
        let (id, name) = person.account.clone().unwrap_or_else(|| (tx.new_id(), sign_in_name(&person.number)));
        let employee = Some(person.employee);
        let account = Account { id, sign_in_name: name, employee, must_change_password: false, disabled_at: None };
        let permit = authorize(&ctx.actor, Act::ManageAccounts, Subject::Account(id), None)?;
        if person.account.is_none() {
            if !tx.accounts().add(&permit, &account, None).await? {
                invited.push(None);
                continue;
            }
            tx.record(Event::AccountAdded { account: id, sign_in_name: account.sign_in_name.clone() });
        }
        invited.push(Some(issue(tx, ctx, &permit, &account, Some(person.full_name.clone())).await?));
    }
    Ok(invited)
}
