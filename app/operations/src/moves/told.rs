//! Who is told what became of a move that HR recorded without a nomination.

use model::{EmployeeId, Move, MoveAudience, MoveState, told_of_move};
use policy::{Actor, Context, Permit};
use store::{Tidings, TidingsOf, Tx};

use crate::Error;

/// Tells them. Whoever acted knows; of a move that was approved with a nomination, whoever has a part in that is told.
pub(super) async fn tell(
    tx: &mut Tx,
    ctx: &Context,
    permit: &Permit,
    moved: &Move,
    (became, leads_after): (MoveState, Option<EmployeeId>),
) -> Result<(), Error> {
    if moved.nomination.is_some() {
        return Ok(());
    }
    let what = Tidings { id: tx.new_id(), employee: moved.employee, of: TidingsOf::Move(moved.id) };
    let acted = match &ctx.actor {
        Actor::Person(viewer) => viewer.employee,
        Actor::Visitor | Actor::System => None,
    };
    for audience in told_of_move(became) {
        let person = match audience {
            MoveAudience::Employee => Some(moved.employee),
            MoveAudience::ManagerBefore => moved.from.manager,
            MoveAudience::ManagerAfter => leads_after,
            MoveAudience::Recorder => {
                if let Some(recorder) = moved.planned_by.filter(|account| Some(*account) != ctx.actor.account()) {
                    tx.record_news().tell(permit, recorder, &what).await?;
                }
                None
            }
        };
        if let Some(person) = person.filter(|person| Some(*person) != acted) {
            tx.record_news().tell_person(permit, person, &what).await?;
        }
    }
    Ok(())
}
