//! What the clock does to nominations: answers that did not come, days that have come, candidates who are gone.

use model::{EmployeeId, NominationAct, Refusal, State, Subject};
use policy::{Act, Context, authorize, authorize_system};
use rules::NotApplicableReason;
use store::{Nominated, Store, Tx};
use uuid::Uuid;

use super::step::{Found, With, save};
use super::take_effect::take_effect;
use crate::Error;
use crate::assess::{Judge, facts_by_person};
use crate::ladder::in_force;
use crate::moves::make_due_moves;

/// So many are looked at, at a time.
pub(super) const PIECE: u32 = 200;

/// Does what the day brings: what nobody answered in time lapses, moves whose day has come are made, and what is under way
/// ends for those who left or moved otherwise. How many nominations and moves went a step.
pub async fn advance_nominations(store: &Store, ctx: &Context) -> Result<u64, Error> {
    authorize(&ctx.actor, Act::Move, Subject::Company, None)?;
    let lapsed = lapse(store, ctx).await?;
    let moved = take_effect(store, ctx).await? + make_due_moves(store, ctx).await?;
    Ok(lapsed + moved + end(store, ctx).await?)
}

async fn lapse(store: &Store, ctx: &Context) -> Result<u64, Error> {
    let permit = authorize_system(Act::Assess, Subject::Company);
    let mut lapsed = 0;
    loop {
        let over = async |tx: &mut Tx| tx.nominations().unanswered(&permit, ctx.today, PIECE).await;
        let over = store.read(ctx, over).await?;
        if over.is_empty() {
            return Ok(lapsed);
        }
        for one in over {
            lapsed += step(store, ctx, one, NominationAct::Lapse).await?;
        }
    }
}

/// What people were asked to look at again is theirs to end.
async fn end(store: &Store, ctx: &Context) -> Result<u64, Error> {
    let permit = authorize_system(Act::Assess, Subject::Company);
    let (mut ended, mut after) = (0, (EmployeeId(Uuid::nil()), String::new()));
    loop {
        let (person, track) = &after;
        let open = async |tx: &mut Tx| tx.nominations().open_after(&permit, (*person, track), PIECE).await;
        let open = store.read(ctx, open).await?;
        let Some(last) = open.last() else { return Ok(ended) };
        after = (last.nomination.employee, last.nomination.track.clone());
        let over = store.read(ctx, async |tx| over(tx, ctx, open).await).await?;
        for (one, act) in over {
            ended += step(store, ctx, one, act).await?;
        }
    }
}

/// Those whose candidates are gone, and how they end. Where the track is no longer on the ladder, people decide what
/// becomes of it.
async fn over(tx: &mut Tx, ctx: &Context, open: Vec<Nominated>) -> Result<Vec<(Nominated, NominationAct)>, Error> {
    let permit = authorize_system(Act::Assess, Subject::Company);
    let people: Vec<EmployeeId> = open.iter().map(|one| one.nomination.employee).collect();
    let facts = facts_by_person(tx, &permit, &people).await?;
    let ladder = in_force(tx).await?.ladder;
    let judge = Judge::new(&ladder);
    let mut over = Vec::new();
    for one in open {
        let is_peoples = one.nomination.reopened_for.is_some() || one.nomination.state == State::Approved;
        let track = ladder.track_ids().find(|id| ladder.track(*id).code == one.nomination.track);
        let (Some(track), Some(own)) = (track.filter(|_| !is_peoples), facts.get(&one.nomination.employee)) else {
            continue;
        };
        let known = judge.facts(&one.number, own)?;
        let reason = judge.engine.person(&known, ctx.today).and_then(|subject| subject.decide(track)?.reason);
        match reason {
            Some(NotApplicableReason::NotEmployed) => over.push((one, NominationAct::EndAsLeft)),
            Some(NotApplicableReason::NotInFromJob) => over.push((one, NominationAct::EndAsMoved)),
            Some(NotApplicableReason::OutsideWhere) | None => {}
        }
    }
    Ok(over)
}

/// One act of the clock, in a transaction of its own. Where somebody saved it in between, what they did stands, and the
/// clock comes by again. How many went: one or none.
async fn step(store: &Store, ctx: &Context, one: Nominated, act: NominationAct) -> Result<u64, Error> {
    let stepped = store
        .write(ctx, async |tx| {
            let found = Found::by_clock(one.clone());
            let (permit, next) = found.step(ctx, act)?;
            save(tx, ctx, (permit, act), &found, next, With::default()).await
        })
        .await;
    match stepped {
        Ok(_) => Ok(1),
        Err(Error::NotNow(Refusal::Stale { .. })) => Ok(0),
        Err(error) => Err(error),
    }
}
