//! HR decides. Nominator, candidate and who decides are three people.

use jiff::SignedDuration;
use model::letter::{Matter, Writer, Written};
use model::{Frozen, Moment, NominationAct, Refusal, Said, Subject};
use policy::{Act, Actor, Context, Sight, authorize_system};
use rules::Day;
use store::{Store, Tx};

use super::assessed::{assess, freeze};
use super::letter::{as_assessed, write};
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
    approval: (Day, &Placement, &Said),
    writer: &dyn Writer,
) -> Result<Saved, Error> {
    let saved = store.write(ctx, async |tx| Ok::<_, Error>(approve_in(tx, ctx, at, approval, writer).await?.0)).await?;
    if approval.0 > ctx.today { Ok(saved) } else { made_today(store, ctx, saved).await }
}

pub(super) async fn approve_in(
    tx: &mut Tx,
    ctx: &Context,
    at: At,
    (effective_on, placement, said): (Day, &Placement, &Said),
    writer: &dyn Writer,
) -> Result<(Saved, Written), Error> {
    let act = NominationAct::Approve;
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
    let evidence = freeze(tx, ctx, &permit, next.id, Moment::Decision, &assessed, writer).await?;
    let matter = Matter::Selected { effective_on, assessed: &as_assessed(&evidence.packet) };
    let letter = write(tx, ctx, &found, matter, writer).await?;
    let with = With { evidence: Some(&evidence), letter: Some(&letter), ..With::said(said) };
    Ok((save(tx, ctx, (permit, act), &found, next, with).await?, letter))
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
pub async fn decline(store: &Store, ctx: &Context, at: At, said: &Said, writer: &dyn Writer) -> Result<Saved, Error> {
    store.write(ctx, async |tx| Ok(decline_in(tx, ctx, at, said, writer).await?.0)).await
}

pub(super) async fn decline_in(
    tx: &mut Tx,
    ctx: &Context,
    at: At,
    said: &Said,
    writer: &dyn Writer,
) -> Result<(Saved, Written), Error> {
    let act = NominationAct::Decline;
    let found = find(tx, ctx, at).await?;
    let (permit, mut next) = found.step(ctx, act)?;
    let assessed = assess(tx, next.employee, &next.track, ctx.today).await?;
    next.decider = ctx.actor.account();
    next.frozen = Some(Frozen { revision: assessed.revision, attention: assessed.attention() });
    let evidence = freeze(tx, ctx, &permit, next.id, Moment::Decision, &assessed, writer).await?;
    let matter = Matter::NotSelected {
        reasons: &Sight::Own.reasons(&said.reasons),
        next_step: &said.words,
        assessed: &as_assessed(&evidence.packet),
        appeal_by: next.appeal_by().filter(|_| !next.once.appealed),
    };
    let letter = write(tx, ctx, &found, matter, writer).await?;
    let with = With { evidence: Some(&evidence), letter: Some(&letter), ..With::said(said) };
    Ok((save(tx, ctx, (permit, act), &found, next, with).await?, letter))
}
