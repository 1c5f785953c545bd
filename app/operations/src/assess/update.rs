//! Stored assessments brought up to date: of everyone whose facts changed or whom a new ladder judges, and of everyone
//! for whom a day has come on which something changes. One process at a time does it, by a lease; two would do no harm.

use jiff::SignedDuration;
use model::{Event, Subject};
use policy::{Act, Context, Permit, authorize};
use store::{Store, Tx};

use super::assess_people;
use crate::Error;
use crate::halt::Halt;

/// How many people one transaction assesses: others get their turn in between.
const PIECE: u32 = 500;
/// How long the work waits for a process that died over it.
const LEASE: SignedDuration = SignedDuration::from_secs(60);

/// What one step came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// So many people were assessed; there may be more.
    Assessed(u64),
    /// Another process is at it, or at the people who are left: come again later.
    Busy,
    /// Everyone is up to date for the day.
    Done,
}

/// Assesses the next people who need it. At start, on a new day and after a large change, whoever runs the program
/// calls it, each time with the instant it is, until it says that all is done.
pub async fn update_some(store: &Store, ctx: &Context) -> Result<Step, Error> {
    let permit = authorize(&ctx.actor, Act::Assess, Subject::Company, None)?;
    let is_done = async |tx: &mut Tx| {
        let left = left(tx, ctx).await?;
        Ok::<_, Error>(left == 0 && tx.company().get().await?.swept_on >= Some(ctx.today))
    };
    if store.read(ctx, is_done).await? {
        return Ok(Step::Done);
    }
    let written = store.write(ctx, async |tx| piece(tx, ctx, &permit).await).await;
    Ok(Halt::or_done(written)?.unwrap_or(Step::Busy))
}

/// Assesses everyone who needs it, as far as no other process is at it; how many that were.
pub async fn bring_up_to_date(store: &Store, ctx: &Context) -> Result<u64, Error> {
    let mut people = 0;
    while let Step::Assessed(some) = update_some(store, ctx).await? {
        people += some;
    }
    Ok(people)
}

/// How many people's stored assessments are still being updated: what lists say of themselves.
pub async fn people_to_update(store: &Store, ctx: &Context) -> Result<u64, Error> {
    store.read(ctx, async |tx| left(tx, ctx).await).await
}

/// How many people are still to be assessed anew.
pub(crate) async fn left(tx: &mut Tx, ctx: &Context) -> Result<u64, Error> {
    Ok(tx.employees().count_awaiting().await? + tx.employees().count_stale(ctx.today).await?)
}

/// One transaction's worth. What it records is that assessments were updated, a piece at a time, and once that a day
/// is done.
async fn piece(tx: &mut Tx, ctx: &Context, permit: &Permit) -> Result<Step, Halt> {
    if !tx.leases().take(permit, LEASE).await? {
        return Err(Halt::Stopped);
    }
    let mut people = tx.employees().awaiting(permit, PIECE).await?;
    if people.is_empty() {
        people = tx.employees().stale(permit, ctx.today, PIECE).await?;
    }
    if people.is_empty() {
        // Those whom others are writing to, or a day that is done.
        let is_done = left(tx, ctx).await? == 0 && tx.company().sweep(permit, ctx.today).await?;
        if !is_done {
            return Err(Halt::Stopped);
        }
        tx.record(Event::DaySwept { day: ctx.today.to_string() });
        tx.leases().release(permit).await?;
        return Ok(Step::Done);
    }
    assess_people(tx, ctx, permit, &people).await?;
    let assessed = people.len() as u64;
    tx.record(Event::AssessmentsUpdated { day: ctx.today.to_string(), people: assessed });
    if assessed < u64::from(PIECE) {
        tx.leases().release(permit).await?;
    }
    Ok(Step::Assessed(assessed))
}
