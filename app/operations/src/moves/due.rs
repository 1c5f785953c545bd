//! The days of moves come that HR recorded without a nomination.

use model::{Event, Move, Refusal, Subject};
use policy::{Act, Context, authorize_system};
use store::{Store, Tx};

use super::{Mover, not_made};
use crate::Error;
use crate::assess::assess_person;

/// So many are looked at, at a time.
const PIECE: u32 = 200;

/// Makes those whose day has come, each in a transaction of its own, from that day on however late it is. How many.
pub(crate) async fn make_due_moves(store: &Store, ctx: &Context) -> Result<u64, Error> {
    let permit = authorize_system(Act::Move, Subject::Company);
    let mut all = 0;
    loop {
        let due = store.read(ctx, async |tx| tx.moves().due(&permit, ctx.today, PIECE).await).await?;
        let mut done = 0;
        for one in due {
            done += make(store, ctx, &one).await?;
        }
        if done == 0 {
            return Ok(all);
        }
        all += done;
    }
}

/// One of them; none where somebody else came first.
async fn make(store: &Store, ctx: &Context, due: &Move) -> Result<u64, Error> {
    let made = store.write(ctx, async |tx| make_in(tx, ctx, due).await).await;
    match made {
        Ok(()) => Ok(1),
        Err(Error::NotNow(Refusal::MoveOver)) => Ok(0),
        Err(error) => Err(error),
    }
}

async fn make_in(tx: &mut Tx, ctx: &Context, due: &Move) -> Result<(), Error> {
    let permit = authorize_system(Act::Move, Subject::Employee(due.employee));
    let mover = Mover::lock(tx, due.employee).await?;
    if tx.moves().planned(&permit, due.employee).await?.is_none_or(|planned| planned.id != due.id) {
        return Err(Refusal::MoveOver.into());
    }
    let Some(hindered) = mover.hindered(due.effective_on, &[&due.from_job]) else {
        return mover.make(tx, ctx, due).await;
    };
    let state = not_made(hindered);
    tx.moves().end(&permit, due, state, None).await?;
    assess_person(tx, ctx, due.employee).await?;
    tx.record(Event::MoveNotMade { move_id: due.id, employee: due.employee, state: state.code().to_owned() });
    Ok(())
}
