//! The candidate is asked.

use model::{NominationAct, Refusal};
use policy::Context;
use rules::Day;
use store::Store;

use super::assessed::assess;
use super::step::{At, Saved, With, find, save};
use crate::Error;

/// Asks the candidate, who is eligible on the day asked for: today, or a cut-off to come. A criterion that is not met
/// has its waiver by then.
pub async fn propose(store: &Store, ctx: &Context, at: At, asked_on: Option<Day>) -> Result<Saved, Error> {
    let act = NominationAct::Propose;
    store
        .write(ctx, async |tx| {
            let found = find(tx, ctx, at).await?;
            let (permit, mut next) = found.step(ctx, act)?;
            if next.case.is_empty() {
                return Err(Refusal::EmptyCase.into());
            }
            let on = asked_on.unwrap_or(ctx.today);
            if on < ctx.today {
                return Err(Refusal::DayPassed { on }.into());
            }
            let assessed = assess(tx, next.employee, &next.track, ctx.today).await?;
            assessed.must_be_in_from_job()?;
            assessed.must_be_eligible_on(on)?;
            next.asked_on = Some(on);
            save(tx, ctx, (permit, act), &found, next, With::default()).await
        })
        .await
}
