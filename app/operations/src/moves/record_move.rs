//! HR records a move without a nomination: up, across, down, or as it should have been.

use model::{Event, Move, MoveId, MoveKind, MoveState, Refusal, Subject};
use policy::{About, Act, Context, authorize};
use rules::{Day, Entry, Ladder};
use store::{Store, Tx};

use super::{Mover, Placement};
use crate::Error;
use crate::holds::in_force;
use crate::people::{find, viewer};

/// What HR records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewMove {
    /// Which kind.
    pub kind: MoveKind,
    /// The code of the job that is taken; empty: the one that is held.
    pub job: Option<String>,
    /// Where, and under whom.
    pub placement: Placement,
    /// The first day of it: today, or one to come.
    pub effective_on: Day,
    /// Why, in words.
    pub reason: String,
}

/// Records a move: one from today on is made at once, one of a day to come waits for it. One is planned at a time.
pub async fn record_move(store: &Store, ctx: &Context, number: &str, new: &NewMove) -> Result<MoveId, Error> {
    store.write(ctx, async |tx| record(tx, ctx, number, new).await).await
}

async fn record(tx: &mut Tx, ctx: &Context, number: &str, new: &NewMove) -> Result<MoveId, Error> {
    let person = find(tx, viewer(ctx)?, number).await?;
    let about = About { employee: person.employee.id, site: person.employee.site.as_deref(), above: None };
    let permit = authorize(&ctx.actor, Act::RecordMove, Subject::Employee(person.employee.id), Some(about))?;
    let reason = new.reason.trim();
    if reason.is_empty() {
        return Err(Refusal::MoveWithoutReason.into());
    }
    if new.effective_on < ctx.today {
        return Err(Refusal::DayPassed { on: new.effective_on }.into());
    }
    let is_wanted = matches!(new.kind, MoveKind::Promotion | MoveKind::Lateral);
    if let Some(hold) = in_force(tx, ctx, &person).await?.filter(|hold| is_wanted && hold.holds_on(new.effective_on)) {
        return Err(Refusal::OnHold { until_on: hold.until_on }.into());
    }
    let mover = Mover::lock(tx, person.employee.id).await?;
    let to = new.placement.post(tx, ctx, mover.employee.id, new.effective_on).await?;
    let planned = Move {
        id: tx.new_id(),
        employee: mover.employee.id,
        nomination: None,
        kind: new.kind,
        from_job: mover.employee.job.clone(),
        job: new.job.clone().unwrap_or_else(|| mover.employee.job.clone()),
        from: Default::default(),
        to,
        rise_percent: new.placement.rise_percent,
        pay: None,
        reason: Some(reason.to_owned()),
        effective_on: new.effective_on,
        state: MoveState::Planned,
        ended_because: None,
        planned_by: ctx.actor.account(),
        planned_at: ctx.now,
        change: None,
    };
    see_that_it_is_one(&planned, &mover)?;
    if mover.hindered(new.effective_on, &[&planned.from_job]).is_some() {
        return Err(Refusal::NotEmployedOn { on: new.effective_on }.into());
    }
    mover.rehearse(&planned)?;
    if let Some(other) = tx.moves().planned(&permit, planned.employee).await? {
        return Err(Refusal::MovePlanned { on: other.effective_on }.into());
    }
    if !tx.moves().plan(&permit, &planned).await? {
        return Err(Refusal::MovePlanned { on: planned.effective_on }.into());
    }
    tx.record(planned_event(&planned));
    if planned.effective_on == ctx.today {
        mover.make(tx, ctx, &planned).await?;
    } else {
        crate::assess::assess_person(tx, ctx, planned.employee).await?;
    }
    Ok(planned.id)
}

/// That a move is planned, for the trail.
pub(crate) fn planned_event(planned: &Move) -> Event {
    Event::MovePlanned {
        move_id: planned.id,
        employee: planned.employee,
        kind: planned.kind.code().to_owned(),
        from_job: planned.from_job.clone(),
        job: planned.job.clone(),
        effective_on: planned.effective_on.to_string(),
    }
}

/// Something changes, and a promotion leads up, a demotion down, where the ladder says what is above what.
fn see_that_it_is_one(planned: &Move, mover: &Mover) -> Result<(), Error> {
    if planned.job == planned.from_job && planned.to.is_empty() {
        return Err(Refusal::MoveChangesNothing.into());
    }
    let level = |code: &str| level(&mover.ladder, code);
    let fits = match (planned.kind, level(&planned.from_job).zip(level(&planned.job))) {
        (MoveKind::Promotion, Some((from, to))) => from < to,
        (MoveKind::Demotion, Some((from, to))) => from > to,
        (MoveKind::Promotion | MoveKind::Demotion, None) => planned.job != planned.from_job,
        (MoveKind::Lateral | MoveKind::Correction, _) => true,
    };
    if fits { Ok(()) } else { Err(Refusal::NotThatKind { kind: planned.kind }.into()) }
}

fn level(ladder: &Ladder, code: &str) -> Option<u32> {
    ladder.catalogue.jobs.iter().find(|job| job.code() == code).and_then(|job| job.level)
}
