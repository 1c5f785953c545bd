//! An HR lead who had no part in a nomination answers an appeal.

use model::letter::{Answer, Matter, Writer, Written};
use model::{Moment, NominationAct, Said};
use policy::{Context, Sight};
use rules::Day;
use store::{FrozenEvidence, Store, Tx};

use super::assessed::{assess, freeze};
use super::letter::{as_assessed, write};
use super::step::{At, Saved, With, find, save};
use crate::Error;

/// The decision stays.
pub async fn uphold(store: &Store, ctx: &Context, at: At, said: &Said, writer: &dyn Writer) -> Result<Saved, Error> {
    store.write(ctx, async |tx| Ok(answer(tx, ctx, (at, NominationAct::Uphold), said, writer).await?.0)).await
}

/// The decision is taken back: it is reviewed again.
pub async fn grant_appeal(
    store: &Store,
    ctx: &Context,
    at: At,
    said: &Said,
    writer: &dyn Writer,
) -> Result<Saved, Error> {
    store.write(ctx, async |tx| Ok(answer(tx, ctx, (at, NominationAct::GrantAppeal), said, writer).await?.0)).await
}

/// With the facts as they are corrected by now, assessed as of the day of the decision.
pub(super) async fn answer(
    tx: &mut Tx,
    ctx: &Context,
    (at, act): (At, NominationAct),
    said: &Said,
    writer: &dyn Writer,
) -> Result<(Saved, Written), Error> {
    let found = find(tx, ctx, at).await?;
    let (permit, next) = found.step(ctx, act)?;
    let decided_on = day_of_the_decision(&tx.evidence().of_nomination(&found.nominated).await?)?;
    let assessed = assess(tx, next.employee, &next.track, decided_on).await?;
    let evidence = freeze(tx, ctx, &permit, next.id, Moment::Appeal, &assessed, writer).await?;
    let matter = Matter::Appeal {
        answer: if act == NominationAct::GrantAppeal { Answer::Granted } else { Answer::Upheld },
        decided_on,
        reasons: &Sight::Own.reasons(&said.reasons),
        words: &said.words,
        assessed: &as_assessed(&evidence.packet),
    };
    let letter = write(tx, ctx, &found, matter, writer).await?;
    let with = With { evidence: Some(&evidence), letter: Some(&letter), ..With::said(said) };
    Ok((save(tx, ctx, (permit, act), &found, next, with).await?, letter))
}

/// What was frozen with the decision says as of which day.
pub(super) fn day_of_the_decision(frozen: &[FrozenEvidence]) -> Result<Day, Error> {
    let decided = frozen.iter().rev().find(|one| one.moment == Moment::Decision).ok_or(Error::Hidden)?;
    Ok(files::Packet::read(decided.document.as_bytes(), "evidence")?.as_of())
}
