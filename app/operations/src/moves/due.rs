//! The days of moves come that HR recorded without a nomination.

use model::{Event, Move, Refusal, Subject};
use policy::{Act, Context, authorize_system};
use store::{DueMove, Store, Tx};

use super::told::tell;
use super::{Mover, not_made};
use crate::Error;
use crate::assess::assess_person;
use crate::nominations::Advanced;

/// Makes those whose day has come, each in a transaction of its own, from that day on however late it is. What cannot be
/// made keeps none of the others back.
pub(crate) async fn make_due_moves(store: &Store, ctx: &Context, advanced: &mut Advanced) -> Result<(), Error> {
    let permit = authorize_system(Act::Move, Subject::Company);
    loop {
        let piece = advanced.piece_of_moves();
        let mut due = store.read(ctx, async |tx| tx.moves().due(&permit, ctx.today, piece).await).await?;
        due.retain(|one| advanced.not_made.iter().all(|(failed, _)| *failed != one.id));
        let before = (advanced.stepped, advanced.not_made.len());
        for DueMove { id, planned } in due {
            let made = match planned {
                Ok(planned) => make(store, ctx, &planned).await,
                Err(error) => Err(error.into()),
            };
            advanced.note_move(id, made)?;
        }
        if before == (advanced.stepped, advanced.not_made.len()) {
            return Ok(());
        }
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
    tell(tx, ctx, &permit, due, (state, None)).await?;
    tx.record(Event::MoveNotMade { move_id: due.id, employee: due.employee, state: state.code().to_owned() });
    Ok(())
}
