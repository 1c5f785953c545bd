//! HR decides. Nominator, candidate and who decides are three people.

use model::{Frozen, Moment, NominationAct, Refusal, Said};
use policy::Context;
use rules::{Day, Sentences};
use store::Store;

use super::assessed::{assess, freeze};
use super::step::{At, Saved, With, find, save};
use crate::Error;

/// For it, from a day on. On that day the candidate is still eligible, or it is said why it goes on all the same.
pub async fn approve(
    store: &Store,
    ctx: &Context,
    at: At,
    (effective_on, said): (Day, &Said),
    sentences: &dyn Sentences,
) -> Result<Saved, Error> {
    let act = NominationAct::Approve;
    store
        .write(ctx, async |tx| {
            let found = find(tx, ctx, at).await?;
            let (permit, mut next) = found.step(ctx, act)?;
            if effective_on < ctx.today {
                return Err(Refusal::DayPassed { on: effective_on }.into());
            }
            let assessed = assess(tx, next.employee, &next.track, ctx.today).await?;
            assessed.must_be_in_from_job()?;
            if said.words.trim().is_empty() {
                assessed.must_be_eligible_on(effective_on)?;
            }
            (next.decider, next.effective_on) = (ctx.actor.account(), Some(effective_on));
            next.frozen = Some(Frozen { revision: assessed.revision, attention: assessed.attention() });
            let evidence = freeze(tx, ctx, &permit, next.id, Moment::Decision, &assessed, sentences).await?;
            save(tx, ctx, (permit, act), &found, next, With { said: Some(said), evidence: Some(evidence) }).await
        })
        .await
}

/// Against it: reasons by code, and in words the next step.
pub async fn decline(
    store: &Store,
    ctx: &Context,
    at: At,
    said: &Said,
    sentences: &dyn Sentences,
) -> Result<Saved, Error> {
    let act = NominationAct::Decline;
    store
        .write(ctx, async |tx| {
            let found = find(tx, ctx, at).await?;
            let (permit, mut next) = found.step(ctx, act)?;
            let assessed = assess(tx, next.employee, &next.track, ctx.today).await?;
            next.decider = ctx.actor.account();
            let evidence = freeze(tx, ctx, &permit, next.id, Moment::Decision, &assessed, sentences).await?;
            save(tx, ctx, (permit, act), &found, next, With { said: Some(said), evidence: Some(evidence) }).await
        })
        .await
}
