//! Closing the accounts of people whose employment has ended: part of the day's sweep, and of every import.

use model::Subject;
use policy::{Act, Context, authorize_system};
use store::Store;

use super::disable_account::close;
use crate::Error;

/// How many are closed in one transaction.
const PIECE: u32 = 200;
/// The reason that the audit trail has.
const REASON: &str = "employment ended";

/// Closes the open accounts of everyone whose last day is before today; how many. Until it runs, nobody can sign in or
/// go on by them either: that is looked at each time. Safe to run from any number of processes.
pub async fn disable_those_who_left(store: &Store, ctx: &Context) -> Result<u64, Error> {
    let mut closed = 0;
    loop {
        let done = store
            .write(ctx, async |tx| {
                let permit = authorize_system(Act::ManageAccounts, Subject::Company);
                let some = tx.accounts().of_leavers(&permit, ctx.today, PIECE).await?;
                for account in &some {
                    let permit = authorize_system(Act::ManageAccounts, Subject::Account(account.id));
                    close(tx, ctx, permit, account, REASON).await?;
                }
                Ok(some.len() as u64)
            })
            .await;
        match done {
            Ok(some) => closed += some,
            Err(Error::Store(store::Error::NoEvent)) => return Ok(closed),
            Err(error) => return Err(error),
        }
    }
}
