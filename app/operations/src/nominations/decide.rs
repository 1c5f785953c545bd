//! HR decides. Nominator, candidate and who decides are three people.

use jiff::SignedDuration;
use model::{Frozen, Moment, NominationAct, Refusal, Said, Subject};
use policy::{Act, Actor, Context, authorize_system};
use rules::{Day, Sentences};
use store::{Store, Tx};

use super::assessed::{assess, freeze};
use super::planned::plan;
use super::step::{At, Saved, With, find, save};
use super::take_effect::effect;
use crate::Error;
use crate::moves::Placement;

/// For it, from a day on: the move is planned, and made on that day; where that is today, at once. On that day the
/// candidate is still eligible, or it is said why it goes on all the same.
pub async fn approve(
    store: &Store,
    ctx: &Context,
    at: At,
    (effective_on, placement, said): (Day, &Placement, &Said),
    sentences: &dyn Sentences,
) -> Result<Saved, Error> {
    let act = NominationAct::Approve;
    let saved = store
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
            plan(tx, ctx, &permit, (&next, &assessed), (effective_on, placement, said)).await?;
            let evidence = freeze(tx, ctx, &permit, next.id, Moment::Decision, &assessed, sentences).await?;
            save(tx, ctx, (permit, act), &found, next, With { said: Some(said), evidence: Some(evidence) }).await
        })
        .await?;
    if effective_on > ctx.today { Ok(saved) } else { made_today(store, ctx, saved).await }
}

/// The clock has been here today: what it would do tomorrow is done now, by the program itself.
async fn made_today(store: &Store, ctx: &Context, saved: Saved) -> Result<Saved, Error> {
    // After the approval, in its history too.
    let now = ctx.now.checked_add(SignedDuration::from_millis(1)).unwrap_or(ctx.now);
    let clock = Context { actor: Actor::System, now, ..ctx.clone() };
    let permit = authorize_system(Act::Assess, Subject::Nomination(saved.id));
    let read = async |tx: &mut Tx| tx.nominations().find_by_id(&permit, saved.id).await;
    let Some(approved) = store.read(&clock, read).await? else { return Ok(saved) };
    if effect(store, &clock, &approved).await? == 0 {
        return Ok(saved);
    }
    let now = store.read(&clock, read).await?.ok_or(Error::Hidden)?.nomination;
    Ok(Saved { id: now.id, revision: now.revision, state: now.state })
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
