//! Naming somebody to stand in for a manager.

use model::{Deputy, DeputyId, EmployeeId, Event, Subject};
use policy::{Act, Context, Permit, authorize};
use rules::Day;
use store::{Store, Tx};

use crate::{Error, Obstacle};

/// Names a deputy for a manager, both by their numbers, from a day to a day (inclusive). The deputy signs in anew.
pub async fn name_deputy(
    store: &Store,
    ctx: &Context,
    manager: &str,
    deputy: &str,
    (from_on, until_on): (Day, Day),
) -> Result<DeputyId, Error> {
    store
        .write(ctx, async |tx| {
            let (manager, stands_in, permit) = both(tx, ctx, manager, deputy).await?;
            if manager == stands_in || until_on < from_on {
                return Err(Obstacle::NoDeputy.into());
            }
            let deputy = Deputy { id: tx.new_id(), manager, deputy: stands_in, from_on, until_on };
            tx.deputies().name(&permit, &deputy).await?;
            end_sessions_of(tx, &permit, stands_in).await?;
            tx.record(Event::DeputyNamed {
                deputy: deputy.id,
                manager,
                stands_in,
                from_on: from_on.to_string(),
                until_on: until_on.to_string(),
            });
            Ok(deputy.id)
        })
        .await
}

/// The two people, and leave to say who stands in; nobody says so of themselves.
pub(super) async fn both(
    tx: &mut Tx,
    ctx: &Context,
    manager: &str,
    deputy: &str,
) -> Result<(EmployeeId, EmployeeId, Permit), Error> {
    let permit = authorize(&ctx.actor, Act::GiveAccess, Subject::Company, None)?;
    let found = tx.employees().by_numbers(&permit, &[manager, deputy]).await?;
    let of = |number: &str| found.iter().find(|one| one.employee.number == number).map(|one| one.employee.id);
    let (manager, deputy) = of(manager).zip(of(deputy)).ok_or(Error::Hidden)?;
    Ok((manager, deputy, authorize(&ctx.actor, Act::GiveAccess, Subject::Employee(deputy), None)?))
}

pub(super) async fn end_sessions_of(tx: &mut Tx, permit: &Permit, person: EmployeeId) -> Result<(), Error> {
    if let Some(account) = tx.accounts().of_employee(permit, person).await? {
        tx.sessions().end_all(permit, account.id).await?;
    }
    Ok(())
}
