//! The effective day of what was approved has come.

use model::{Closing, Move, NominationAct, Reason, Refusal, Said, Subject};
use policy::{Act, Context, authorize_system};
use rules::{Entry, Ladder};
use store::{Listed, Nominated, Store, Tx};

use super::clock::Advanced;
use super::planned::planned;
use super::step::{Found, With, save};
use crate::Error;
use crate::assess::assess_person;
use crate::moves::{Mover, not_made};

/// Makes the moves whose day has come, each in a transaction of its own, from that day on however late it is; what
/// cannot be made is reviewed again.
pub(super) async fn take_effect(store: &Store, ctx: &Context, advanced: &mut Advanced) -> Result<(), Error> {
    let permit = authorize_system(Act::Move, Subject::Company);
    loop {
        let piece = advanced.piece();
        let mut due = store.read(ctx, async |tx| tx.nominations().due(&permit, ctx.today, piece).await).await?;
        due.retain(|one| !advanced.has_failed(one.id));
        let before = (advanced.stepped, advanced.failed.len());
        for Listed { id, nominated, .. } in due {
            let done = match nominated {
                Ok(one) => effect(store, ctx, &one).await,
                Err(error) => Err(error.into()),
            };
            advanced.note(id, done)?;
        }
        if before == (advanced.stepped, advanced.failed.len()) {
            return Ok(());
        }
    }
}

/// One of them. Where somebody came first, what they did stands: one or none.
pub(super) async fn effect(store: &Store, ctx: &Context, one: &Nominated) -> Result<u64, Error> {
    let done = store.write(ctx, async |tx| effect_in(tx, ctx, one).await).await;
    match done {
        Ok(()) => Ok(1),
        Err(Error::NotNow(Refusal::Stale { .. } | Refusal::MoveOver)) => Ok(0),
        Err(error) => Err(error),
    }
}

async fn effect_in(tx: &mut Tx, ctx: &Context, one: &Nominated) -> Result<(), Error> {
    let permit = authorize_system(Act::Move, Subject::Employee(one.nomination.employee));
    let mover = Mover::lock(tx, one.nomination.employee).await?;
    let planned = planned(tx, &permit, &one.nomination).await?.ok_or(Refusal::MoveOver)?;
    let jobs = from_jobs(&mover.ladder, &one.nomination.track, &planned);
    match mover.hindered(planned.effective_on, &jobs.iter().map(String::as_str).collect::<Vec<_>>()) {
        None => {
            let act = NominationAct::TakeEffect;
            let found = Found::by_clock(one.clone());
            let (permit, next) = found.step(ctx, act)?;
            mover.make(tx, ctx, &planned).await?;
            save(tx, ctx, (permit, act), &found, next, With::default()).await?;
        }
        Some(hindered) => reopen(tx, ctx, one, &planned, hindered).await?,
    }
    Ok(())
}

/// The jobs from which the track leads on that day, and the one that was held when it was approved.
fn from_jobs(ladder: &Ladder, track: &str, planned: &Move) -> Vec<String> {
    let track = ladder.tracks.iter().find(|one| one.code == track);
    let version = track.and_then(|track| track.version_on(planned.effective_on));
    let from = version.into_iter().flat_map(|version| &version.from);
    let codes = from.map(|job| ladder.catalogue.job(*job).code().to_owned());
    codes.chain([planned.from_job.clone()]).collect()
}

/// It cannot be made: people look at it again, and are told why.
async fn reopen(tx: &mut Tx, ctx: &Context, one: &Nominated, planned: &Move, hindered: Closing) -> Result<(), Error> {
    let act = NominationAct::Reopen;
    let found = Found::by_clock(one.clone());
    let (permit, mut next) = found.step(ctx, act)?;
    (next.reopened_for, next.effective_on) = (Some(hindered), None);
    if !tx.moves().end(&permit, planned, not_made(hindered), None).await? {
        return Err(Refusal::MoveOver.into());
    }
    assess_person(tx, ctx, planned.employee).await?;
    let reason = if hindered == Closing::Left { Reason::CandidateLeft } else { Reason::CandidateMoved };
    let said = Said { reasons: vec![reason], words: String::new() };
    save(tx, ctx, (permit, act), &found, next, With::said(&said)).await?;
    Ok(())
}
