//! A waiver as the fact of the person that it becomes: a row of `waivers.csv`.

use files::RowReader;
use model::{Body, Change, ChangeId, Fact, FactKind, KnownFact, Origin, Refusal, Waiver};
use policy::{Context, Permit};
use rules::Day;
use store::{NewFact, Tx, WaiverTold};

use crate::Error;
use crate::kept::{facts_of, person_of};
use crate::ladder::in_force;

/// Records a granted one, in place of a shorter one from the same day.
pub(super) async fn grant(tx: &mut Tx, ctx: &Context, permit: Permit, granted: &WaiverTold) -> Result<ChangeId, Error> {
    let waiver = &granted.told;
    let (known, before) = known(tx, &permit, waiver).await?;
    let fact = fact(tx, known, granted, waiver.until_on).await?;
    record(tx, ctx, permit, (waiver, &waiver.words), (before, Some(fact))).await
}

/// Puts in place of a granted one what it covered before today; nothing, where it covered no day.
pub(super) async fn end(
    tx: &mut Tx,
    ctx: &Context,
    permit: Permit,
    granted: &WaiverTold,
    reason: &str,
) -> Result<ChangeId, Error> {
    let waiver = &granted.told;
    let (known, before) = known(tx, &permit, waiver).await?;
    let before = before.ok_or(Refusal::WaiverOver)?;
    let rest =
        if waiver.from_on < ctx.today { Some(fact(tx, known, granted, ctx.today.previous()).await?) } else { None };
    record(tx, ctx, permit, (waiver, reason), (Some(before), rest)).await
}

/// What is known of the person beside it, and what is known in its place.
async fn known(tx: &mut Tx, permit: &Permit, waiver: &Waiver) -> Result<(Vec<KnownFact>, Option<KnownFact>), Error> {
    let known = tx.facts().current_of(permit, &[waiver.employee]).await?;
    let known = known.into_iter().map(|(_, _, known)| known);
    let (mut own, others): (Vec<_>, Vec<_>) = known.partition(|known| is_in_place_of(&known.fact, waiver));
    Ok((others, own.pop()))
}

/// Whether a fact has the natural key of a waiver.
fn is_in_place_of(fact: &Fact, waiver: &Waiver) -> bool {
    let says = |column: &str, value: &str| fact.body.get(column).is_some_and(|said| said == value);
    fact.kind == FactKind::Waiver
        && says("track", &waiver.track)
        && says("criterion", &waiver.criterion)
        && says("from_on", &waiver.from_on.to_string())
}

/// The row, as a bundle would have it: with all that is known beside, the person reads.
async fn fact(tx: &mut Tx, known: Vec<KnownFact>, granted: &WaiverTold, until_on: Day) -> Result<Fact, Error> {
    let waiver = &granted.told;
    let columns = [
        ("track", waiver.track.clone()),
        ("criterion", waiver.criterion.clone()),
        ("from_on", waiver.from_on.to_string()),
        ("until_on", until_on.to_string()),
    ];
    let body: Body = columns.map(|(column, value)| (column.to_owned(), value)).into_iter().collect();
    let ladder = in_force(tx).await?.ladder;
    let row = Fact { kind: FactKind::Waiver, key: String::new(), body };
    let facts = known.iter().map(|known| &known.fact).chain([&row]);
    let read = person_of(&RowReader::new(&ladder), &granted.number, facts)?;
    let found = facts_of(&read, &ladder)?.into_iter().find(|fact| is_in_place_of(fact, waiver));
    Ok(found.ok_or(Refusal::NoSuchCriterion)?)
}

/// Puts one in place of the other, at once.
async fn record(
    tx: &mut Tx,
    ctx: &Context,
    permit: Permit,
    (waiver, reason): (&Waiver, &str),
    (before, after): (Option<KnownFact>, Option<Fact>),
) -> Result<ChangeId, Error> {
    let change = Change {
        id: tx.new_id(),
        origin: Origin::Account,
        recorded_by: ctx.actor.account(),
        recorded_at: ctx.now,
        reason: Some(reason.to_owned()),
        digest: None,
        counts: None,
    };
    let new: Vec<NewFact> =
        after.into_iter().map(|fact| NewFact { id: tx.new_id(), employee: waiver.employee, fact }).collect();
    let gone: Vec<_> = before.iter().map(|known| known.id).collect();
    let mut preparation = tx.preparation();
    preparation.changes().begin(&permit, &change).await?;
    preparation.facts().insert(&permit, change.id, &new).await?;
    preparation.facts().supersede(&permit, change.id, &gone).await?;
    tx.changes().apply(permit, change.id, ctx.now, None, "{}").await?;
    Ok(change.id)
}
