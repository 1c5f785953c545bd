//! An HR lead who had no part in a nomination answers an appeal.

use model::{Moment, NominationAct, Said};
use policy::Context;
use rules::Sentences;
use store::{Store, Tx};

use super::assessed::{assess, freeze};
use super::step::{At, Found, Saved, With, find, save};
use crate::Error;

/// The decision stays.
pub async fn uphold(
    store: &Store,
    ctx: &Context,
    at: At,
    said: &Said,
    sentences: &dyn Sentences,
) -> Result<Saved, Error> {
    store.write(ctx, async |tx| answer(tx, ctx, (at, NominationAct::Uphold), said, sentences).await).await
}

/// The decision is taken back: it is reviewed again.
pub async fn grant_appeal(
    store: &Store,
    ctx: &Context,
    at: At,
    said: &Said,
    sentences: &dyn Sentences,
) -> Result<Saved, Error> {
    store.write(ctx, async |tx| answer(tx, ctx, (at, NominationAct::GrantAppeal), said, sentences).await).await
}

/// With the facts as they are corrected by now, assessed as of the day of the decision.
async fn answer(
    tx: &mut Tx,
    ctx: &Context,
    (at, act): (At, NominationAct),
    said: &Said,
    sentences: &dyn Sentences,
) -> Result<Saved, Error> {
    let found = find(tx, ctx, at).await?;
    let (permit, next) = found.step(ctx, act)?;
    let original = day_of_the_decision(tx, &found).await?;
    let assessed = assess(tx, next.employee, &next.track, original).await?;
    let evidence = freeze(tx, ctx, &permit, next.id, Moment::Appeal, &assessed, sentences).await?;
    save(tx, ctx, (permit, act), &found, next, With { said: Some(said), evidence: Some(evidence) }).await
}

/// What was frozen with the decision says as of which day.
async fn day_of_the_decision(tx: &mut Tx, found: &Found) -> Result<rules::Day, Error> {
    let frozen = tx.evidence().of_nomination(&found.nominated).await?;
    let decided = frozen.iter().rev().find(|one| one.moment == Moment::Decision).ok_or(Error::Hidden)?;
    Ok(files::Packet::read(decided.document.as_bytes(), "evidence")?.as_of())
}
