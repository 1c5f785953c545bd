//! The move that an approval plans.

use model::{Move, MoveKind, MoveState, Nomination, NominationId, Refusal, Said};
use policy::{Context, Permit};
use rules::{Day, Entry, TrackKind, TrackVersion};
use store::Tx;

use super::assessed::Assessed;
use crate::Error;
use crate::moves::{Mover, Placement, planned_event};

/// Plans the move of a nomination that is being approved, with the same permit. A rise outside what the track says has
/// its reason.
pub(super) async fn plan(
    tx: &mut Tx,
    ctx: &Context,
    permit: &Permit,
    (nomination, assessed): (&Nomination, &Assessed),
    (on, placement, said): (Day, &Placement, &Said),
) -> Result<(), Error> {
    let track = assessed.ladder.track(assessed.assessment.track);
    let version = track.version_on(on).ok_or(Error::Hidden)?;
    let words = said.words.trim();
    if words.is_empty() {
        see_that_it_is_in_range(version, placement)?;
    }
    let mover = Mover::read(tx, nomination.employee).await?;
    let kind = match version.kind {
        TrackKind::Promotion => MoveKind::Promotion,
        TrackKind::Lateral => MoveKind::Lateral,
    };
    let planned = Move {
        id: tx.new_id(),
        employee: nomination.employee,
        nomination: Some(nomination.id),
        kind,
        from_job: mover.employee.job.clone(),
        job: assessed.ladder.catalogue.job(version.to).code().to_owned(),
        from: Default::default(),
        to: placement.post(tx, ctx, nomination.employee, on).await?,
        rise_percent: placement.rise_percent,
        pay: None,
        reason: (!words.is_empty()).then(|| words.to_owned()),
        effective_on: on,
        state: MoveState::Planned,
        ended_because: None,
        planned_by: ctx.actor.account(),
        planned_at: ctx.now,
        change: None,
    };
    mover.rehearse(&planned)?;
    if let Some(other) = tx.moves().planned(permit, planned.employee).await? {
        return Err(Refusal::MovePlanned { on: other.effective_on }.into());
    }
    if !tx.moves().plan(permit, &planned).await? {
        return Err(Refusal::MovePlanned { on }.into());
    }
    tx.record(planned_event(&planned));
    Ok(())
}

fn see_that_it_is_in_range(version: &TrackVersion, placement: &Placement) -> Result<(), Error> {
    match (placement.rise_percent, version.pay_increase_percent) {
        (Some(rise), Some((from, to))) if rise < from || rise > to => Err(Refusal::RiseOutOfRange { from, to }.into()),
        _ => Ok(()),
    }
}

/// The move that is planned with a nomination.
pub(super) async fn planned(tx: &mut Tx, permit: &Permit, nomination: &Nomination) -> Result<Option<Move>, Error> {
    let id: NominationId = nomination.id;
    let planned = tx.moves().planned(permit, nomination.employee).await?;
    Ok(planned.filter(|planned| planned.nomination == Some(id)))
}
