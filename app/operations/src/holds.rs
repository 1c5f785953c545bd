//! Holds on people's moves: placed by a manager in the line, for a reason and at most ninety days; renewed once by HR; the
//! employee sees them.

use model::{Employee, Event, Hold, HoldReason, LONGEST_HOLD_DAYS, Refusal, Subject};
use policy::{About, Act, Context, Permit, Sight, authorize};
use rules::Day;
use store::{HoldTold, Revised, Store, Tx};

use crate::Error;
use crate::people::{find, viewer};

/// At most so many are told, the latest first.
const MOST: u32 = 50;

/// What somebody holds moves for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewHold {
    /// Why.
    pub reason: HoldReason,
    /// Why, in words; the employee reads them.
    pub words: String,
    /// Last day, inclusive.
    pub until_on: Day,
}

/// Holds a person's moves from today on; one hold at a time.
pub async fn place_hold(store: &Store, ctx: &Context, number: &str, new: &NewHold) -> Result<Hold, Error> {
    store
        .write(ctx, async |tx| {
            let (person, permit) = person(tx, ctx, number, Act::Hold).await?;
            if new.until_on < ctx.today || new.until_on > ctx.today.plus_days(LONGEST_HOLD_DAYS - 1) {
                return Err(Refusal::HoldTooLong { longest: ctx.today.plus_days(LONGEST_HOLD_DAYS - 1) }.into());
            }
            if let Some(other) = in_force(tx, ctx, &person).await? {
                return Err(Refusal::OnHold { until_on: other.until_on }.into());
            }
            let words = new.words.trim();
            let above = tx.employees().above(viewer(ctx)?, person.employee.id).await?;
            let hold = Hold {
                id: tx.new_id(),
                employee: person.employee.id,
                reason: new.reason,
                words: (!words.is_empty()).then(|| words.to_owned()),
                placed_by: viewer(ctx)?.account,
                on_behalf_of: above.and_then(|above| above.on_behalf_of),
                from_on: ctx.today,
                until_on: new.until_on,
                renewed_by: None,
                ended_on: None,
            };
            tx.holds().place(permit, &hold).await?;
            let (reason, until_on) = (hold.reason.code().to_owned(), hold.until_on.to_string());
            let event = Event::HoldPlaced { employee: hold.employee, reason, until_on };
            tx.record_on_behalf_of(event, hold.on_behalf_of);
            Ok(hold)
        })
        .await
}

/// Lets the hold in force go on for at most ninety days from today, once.
pub async fn renew_hold(store: &Store, ctx: &Context, number: &str, until_on: Day) -> Result<(), Error> {
    store
        .write(ctx, async |tx| {
            let (person, permit) = person(tx, ctx, number, Act::RenewHold).await?;
            let hold = in_force(tx, ctx, &person).await?.ok_or(Refusal::NoHold)?;
            let longest = ctx.today.plus_days(LONGEST_HOLD_DAYS - 1);
            if until_on <= hold.until_on || until_on > longest {
                return Err(Refusal::HoldTooLong { longest }.into());
            }
            if !tx.holds().renew(permit, &hold, until_on, viewer(ctx)?.account).await? {
                return Err(Refusal::HoldRenewedBefore.into());
            }
            tx.record(Event::HoldRenewed { employee: hold.employee, until_on: until_on.to_string() });
            Ok(())
        })
        .await
}

/// Ends the hold in force today.
pub async fn end_hold(store: &Store, ctx: &Context, number: &str) -> Result<(), Error> {
    store
        .write(ctx, async |tx| {
            let (person, permit) = person(tx, ctx, number, Act::Hold).await?;
            let hold = in_force(tx, ctx, &person).await?.ok_or(Refusal::NoHold)?;
            if !tx.holds().end(permit, &hold, ctx.today, viewer(ctx)?.account).await? {
                return Err(Refusal::NoHold.into());
            }
            tx.record(Event::HoldEnded { employee: hold.employee });
            Ok(())
        })
        .await
}

/// What can be done about holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HoldAct {
    /// Hold somebody's moves.
    Place,
    /// Let the hold in force go on.
    Renew,
    /// End it.
    End,
}

/// The holds on somebody's moves, as far as they are told.
#[derive(Clone, Debug)]
pub struct PersonHolds {
    /// Whose moves.
    pub employee: Employee,
    /// As whom they were asked about.
    pub sight: Sight,
    /// The one in force today.
    pub in_force: Option<HoldTold>,
    /// The others, the latest first.
    pub others: Vec<HoldTold>,
    /// What who asks can do now.
    pub possible: Vec<HoldAct>,
}

/// The holds on the moves of a person in the viewer's scope; everybody is told of those on their own.
pub async fn holds_of_person(store: &Store, ctx: &Context, number: &str) -> Result<PersonHolds, Error> {
    store
        .read(ctx, async |tx| {
            let person = find(tx, viewer(ctx)?, number).await?;
            holds_of(tx, ctx, &person).await
        })
        .await
}

/// The same, of a person who was found in the viewer's scope.
pub(crate) async fn holds_of(tx: &mut Tx, ctx: &Context, person: &Revised) -> Result<PersonHolds, Error> {
    let mut others = tx.holds().of_person(person, MOST).await?;
    let at = others.iter().position(|told| told.hold.holds_on(ctx.today));
    let in_force = at.map(|at| others.remove(at));
    let mut possible = Vec::new();
    if may(tx, ctx, person, Act::Hold).await? {
        possible.push(if in_force.is_some() { HoldAct::End } else { HoldAct::Place });
    }
    let can_go_on = in_force.as_ref().is_some_and(|told| told.hold.renewed_by.is_none());
    if can_go_on && may(tx, ctx, person, Act::RenewHold).await? {
        possible.push(HoldAct::Renew);
    }
    let sight = viewer(ctx)?.sight_of(person.employee.id, person.employee.site.as_deref());
    Ok(PersonHolds { employee: person.employee.clone(), sight, in_force, others, possible })
}

/// The one that holds today.
pub(crate) async fn in_force(tx: &mut Tx, ctx: &Context, person: &Revised) -> Result<Option<Hold>, Error> {
    let holds = tx.holds().of_person(person, MOST).await?;
    Ok(holds.into_iter().map(|told| told.hold).find(|hold| hold.holds_on(ctx.today)))
}

async fn person(tx: &mut Tx, ctx: &Context, number: &str, act: Act) -> Result<(Revised, Permit), Error> {
    let person = find(tx, viewer(ctx)?, number).await?;
    let permit = leave(tx, ctx, &person, act).await?;
    Ok((person, permit))
}

async fn may(tx: &mut Tx, ctx: &Context, person: &Revised, act: Act) -> Result<bool, Error> {
    match leave(tx, ctx, person, act).await {
        Ok(_) => Ok(true),
        Err(Error::Denied(_)) => Ok(false),
        Err(error) => Err(error),
    }
}

async fn leave(tx: &mut Tx, ctx: &Context, person: &Revised, act: Act) -> Result<Permit, Error> {
    let employee = &person.employee;
    let above = tx.employees().above(viewer(ctx)?, employee.id).await?;
    let about = About { employee: employee.id, site: employee.site.as_deref(), above };
    Ok(authorize(&ctx.actor, act, Subject::Employee(employee.id), Some(about))?)
}
