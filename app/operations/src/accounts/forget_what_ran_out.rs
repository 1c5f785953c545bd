//! Tidying up after sign-ins and sessions: part of the day's sweep.

use model::{POST_KEPT_FOR, SESSION_LIMIT};
use policy::Context;
use store::Store;

use super::throttle::WINDOW;
use crate::Error;

/// Forgets the failed sign-ins that no longer count, what was kept of forms, and the sessions that have long ended (for a
/// while it is known whose they were: what their browsers still send is kept); how many.
pub async fn forget_what_ran_out(store: &Store, ctx: &Context) -> Result<u64, Error> {
    store
        .upkeep(ctx, async |upkeep| {
            let sessions = upkeep.sessions().drop_idle(ctx.now - SESSION_LIMIT).await?;
            let failures = upkeep.sign_in_failures().drop_old(ctx.now - WINDOW).await?;
            let posts = upkeep.kept_posts().drop_old(ctx.now - POST_KEPT_FOR).await?;
            Ok(sessions + failures + posts)
        })
        .await
}
