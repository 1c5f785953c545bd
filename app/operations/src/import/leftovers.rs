//! What imports that were cut off, or given up, had put aside: it never counted, and goes by pieces.

use jiff::SignedDuration;
use model::{ChangeId, Instant, Subject};
use policy::{Act, Context, authorize};
use store::Store;

use crate::Error;

/// After how long without a sign of life an import is taken for dead. A running one gives one with every piece.
const DEAD_AFTER: SignedDuration = SignedDuration::from_mins(10);
/// How many rows go in one transaction.
const PIECE: u32 = 10_000;

/// Removes what dead imports had put aside.
pub(super) async fn drop_abandoned(store: &Store, ctx: &Context, now: Instant) -> Result<(), Error> {
    let permit = authorize(&ctx.actor, Act::Import, Subject::Company, None)?;
    let since = now.checked_sub(DEAD_AFTER).unwrap_or(now);
    let abandoned =
        store.prepare(ctx, async |tx| Ok::<_, Error>(tx.changes().abandoned(&permit, since).await?)).await?;
    for change in abandoned {
        drop_change(store, ctx, change).await?;
    }
    Ok(())
}

/// Removes what a change that was never applied had put aside, if it had.
pub(super) async fn drop_change(store: &Store, ctx: &Context, change: ChangeId) -> Result<(), Error> {
    let permit = authorize(&ctx.actor, Act::Import, Subject::Change(change), None)?;
    loop {
        let left = store
            .prepare(ctx, async |preparation| {
                // Of a change that stands nothing is removed, whoever asks.
                if !preparation.changes().renew(&permit, change, ctx.now).await? {
                    return Ok::<_, Error>(0);
                }
                let dropped = preparation.facts().drop_some(&permit, change, PIECE).await?;
                if dropped == 0 {
                    preparation.conflicts().drop(&permit, change).await?;
                    preparation.changes().drop(&permit, change).await?;
                }
                Ok(dropped)
            })
            .await?;
        if left == 0 {
            return Ok(());
        }
    }
}
