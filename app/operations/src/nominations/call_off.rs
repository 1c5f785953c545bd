//! An approved move is called off.

use model::{Event, MoveState, NominationAct, Said};
use policy::Context;
use store::Store;

use super::planned::planned;
use super::step::{At, Saved, With, find, save};
use crate::Error;

/// Calls it off before its day, with a reason.
pub async fn call_off(store: &Store, ctx: &Context, at: At, said: &Said) -> Result<Saved, Error> {
    let act = NominationAct::CallOff;
    store
        .write(ctx, async |tx| {
            let found = find(tx, ctx, at).await?;
            let (permit, next) = found.step(ctx, act)?;
            if let Some(planned) = planned(tx, &permit, found.nomination()).await? {
                let words = Some(said.words.trim()).filter(|words| !words.is_empty());
                tx.moves().end(&permit, &planned, MoveState::CalledOff, words).await?;
                let reason = words.unwrap_or_default().to_owned();
                tx.record(Event::MoveCalledOff { move_id: planned.id, employee: planned.employee, reason });
            }
            save(tx, ctx, (permit, act), &found, next, With::said(said)).await
        })
        .await
}
