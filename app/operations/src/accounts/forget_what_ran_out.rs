//! Tidying up after sign-ins and sessions: part of the day's sweep.

use model::IDLE_LIMIT;
use policy::Context;
use store::Store;

use super::throttle::WINDOW;
use crate::Error;

/// Forgets the sessions and failed sign-ins that no longer count; how many.
pub async fn forget_what_ran_out(store: &Store, ctx: &Context) -> Result<u64, Error> {
    store
        .upkeep(ctx, async |upkeep| {
            let sessions = upkeep.sessions().drop_idle(ctx.now - IDLE_LIMIT).await?;
            let failures = upkeep.sign_in_failures().drop_old(ctx.now - WINDOW).await?;
            Ok(sessions + failures)
        })
        .await
}
