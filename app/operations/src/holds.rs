//! Holds on people's moves: placed by a manager in the line, for a reason and at most ninety days; renewed once by HR; the
//! employee sees them.

use model::{Event, Hold, HoldReason, LONGEST_HOLD_DAYS, Refusal, Subject};
use policy::{About, Act, Context, Permit, authorize};
use rules::Day;
use store::{Revised, Store, Tx};

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

/// The holds on a person's moves in the viewer's scope, the latest first; the employee's own among them.
pub async fn holds_of_person(store: &Store, ctx: &Context, number: &str) -> Result<Vec<Hold>, Error> {
    let viewer = viewer(ctx)?;
    store
        .read(ctx, async |tx| {
            let person = find(tx, viewer, number).await?;
            Ok(tx.holds().of_person(&person, MOST).await?)
        })
        .await
}

/// The one that holds today.
pub(crate) async fn in_force(tx: &mut Tx, ctx: &Context, person: &Revised) -> Result<Option<Hold>, Error> {
    let holds = tx.holds().of_person(person, MOST).await?;
    Ok(holds.into_iter().find(|hold| hold.holds_on(ctx.today)))
}

async fn person(tx: &mut Tx, ctx: &Context, number: &str, act: Act) -> Result<(Revised, Permit), Error> {
    let viewer = viewer(ctx)?;
    let person = find(tx, viewer, number).await?;
    let above = tx.employees().above(viewer, person.employee.id).await?;
    let about = About { employee: person.employee.id, site: person.employee.site.as_deref(), above };
    let permit = authorize(&ctx.actor, act, Subject::Employee(person.employee.id), Some(about))?;
    Ok((person, permit))
}
