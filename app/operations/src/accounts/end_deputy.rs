//! Ending a deputy's days before their time.

use model::Event;
use policy::Context;
use rules::Day;
use store::Store;

use super::name_deputy::{both, end_sessions_of};
use crate::{Error, Obstacle};

/// Ends what a deputy does for a manager, both by their numbers, with a last day (inclusive); without one it has ended
/// by today.
pub async fn end_deputy(
    store: &Store,
    ctx: &Context,
    manager: &str,
    deputy: &str,
    last_day: Option<Day>,
) -> Result<(), Error> {
    let last_day = last_day.unwrap_or_else(|| ctx.today.previous());
    store
        .write(ctx, async |tx| {
            let (manager, stands_in, permit) = both(tx, ctx, manager, deputy).await?;
            let mut named = tx.deputies().of_manager(&permit, manager).await?;
            named.retain(|one| one.deputy == stands_in && last_day < one.until_on);
            if named.is_empty() {
                return Err(Obstacle::NoSuchDeputy.into());
            }
            for one in named {
                tx.deputies().end(&permit, &one, last_day).await?;
                tx.record(Event::DeputyEnded { deputy: one.id, stands_in });
            }
            end_sessions_of(tx, &permit, stands_in).await
        })
        .await
}
