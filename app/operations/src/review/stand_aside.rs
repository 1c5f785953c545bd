//! A reviewer stands aside: from then on they have no say in it.

use model::{Event, NominationId, Recusal, Refusal, ReviewAct};
use policy::Context;
use store::Store;

use super::{review, written};
use crate::Error;
use crate::people::viewer;

/// The viewer stands aside, for a reason, once and for all.
pub async fn stand_aside(store: &Store, ctx: &Context, id: NominationId, reason: &str) -> Result<(), Error> {
    store
        .write(ctx, async |tx| {
            let (nominated, permit) = review(tx, ctx, id, ReviewAct::StandAside).await?;
            let (account, reason) = (viewer(ctx)?.account, written(reason)?);
            let recusal = Recusal { nomination: id, account, reason, recused_at: ctx.now };
            if !tx.review().stand_aside(permit?, &recusal).await? {
                return Err(Refusal::AsideAlready.into());
            }
            let employee = nominated.nomination.employee;
            tx.record(Event::ReviewerRecused { nomination: id, employee, reason: recusal.reason });
            Ok(())
        })
        .await
}
