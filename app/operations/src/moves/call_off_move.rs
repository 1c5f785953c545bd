//! A move that HR planned is called off before its day.

use model::{Event, MoveId, MoveState, NominationAct, Refusal, Subject};
use policy::{About, Act, Context, authorize, authorize_system};
use store::Store;

use crate::Error;
use crate::people::{find, viewer};

/// Calls it off, with a reason. One that was approved with a nomination is called off there.
pub async fn call_off_move(store: &Store, ctx: &Context, id: MoveId, reason: &str) -> Result<(), Error> {
    let looks = authorize_system(Act::Assess, Subject::Company);
    store
        .write(ctx, async |tx| {
            let planned = tx.moves().find(&looks, id).await?.ok_or(Error::Hidden)?;
            let person = find(tx, viewer(ctx)?, &planned.number).await?.employee;
            let about = About { employee: person.id, site: person.site.as_deref(), above: None };
            let permit = authorize(&ctx.actor, Act::RecordMove, Subject::Employee(person.id), Some(about))?;
            let (planned, reason) = (planned.told, reason.trim());
            if planned.nomination.is_some() {
                return Err(Refusal::MoveOfNomination.into());
            }
            if reason.is_empty() {
                return Err(Refusal::MoveWithoutReason.into());
            }
            if planned.state == MoveState::Planned && planned.effective_on <= ctx.today {
                let last = planned.effective_on.previous();
                return Err(Refusal::TooLate { act: NominationAct::CallOff, last }.into());
            }
            if !tx.moves().end(&permit, &planned, MoveState::CalledOff, Some(reason)).await? {
                return Err(Refusal::MoveOver.into());
            }
            tx.record(Event::MoveCalledOff { move_id: id, employee: person.id, reason: reason.to_owned() });
            Ok(())
        })
        .await
}
