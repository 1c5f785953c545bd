//! Ending access.

use model::{Access, Event};
use policy::{Act, Context};
use rules::Day;
use store::Store;

use super::find_account::find_account;
use crate::{Error, Obstacle};

/// Ends an account's access of a kind, and site where it has one, with a last day (inclusive); without one it has
/// ended by today. Its sessions end too.
pub async fn end_access(
    store: &Store,
    ctx: &Context,
    name: &str,
    (access, site): (Access, Option<&str>),
    last_day: Option<Day>,
) -> Result<(), Error> {
    let last_day = last_day.unwrap_or_else(|| ctx.today.previous());
    store
        .write(ctx, async |tx| {
            let (account, permit) = find_account(tx, ctx, Act::GiveAccess, name).await?;
            let mut grants = tx.grants().of_account(account.id).await?;
            grants.retain(|grant| grant.access == access && grant.site.as_deref() == site);
            grants.retain(|grant| grant.until_on.is_none_or(|until_on| last_day < until_on));
            if grants.is_empty() {
                return Err(Obstacle::NoSuchAccess(account.sign_in_name).into());
            }
            for grant in grants {
                tx.grants().end(&permit, &grant, last_day).await?;
                tx.record(Event::AccessEnded { grant: grant.id, account: account.id });
            }
            tx.sessions().end_all(&permit, account.id).await?;
            Ok(())
        })
        .await
}
