//! A nomination begins: a manager writes a draft, or an employee shows interest.

use model::{Nomination, NominationAct, NominationId, Refusal, State};
use policy::{Context, Involved, authorize_nomination};
use store::{Nominated, Revised, Store, Tx};

use super::assessed::assess;
use super::step::{Saved, begin};
use crate::Error;
use crate::holds::in_force;
use crate::people::{find, viewer};

/// A manager in the line, or who stands in for one, begins a draft for somebody in a job from which the track leads,
/// whose moves nobody holds. Of many at once exactly one begins.
pub async fn start(store: &Store, ctx: &Context, number: &str, track: &str) -> Result<Saved, Error> {
    store
        .write(ctx, async |tx| {
            let person = find(tx, viewer(ctx)?, number).await?;
            start_in(tx, ctx, &person, track).await
        })
        .await
}

/// An employee says that they would like to: the manager answers.
pub async fn show_interest(store: &Store, ctx: &Context, track: &str) -> Result<Saved, Error> {
    store
        .write(ctx, async |tx| {
            let own = tx.employees().own(viewer(ctx)?).await?.ok_or(Error::Hidden)?;
            begin_with(tx, ctx, &own, track, NominationAct::ShowInterest).await
        })
        .await
}

async fn start_in(tx: &mut Tx, ctx: &Context, person: &Revised, track: &str) -> Result<Saved, Error> {
    begin_with(tx, ctx, person, track, NominationAct::Start).await
}

async fn begin_with(
    tx: &mut Tx,
    ctx: &Context,
    person: &Revised,
    track: &str,
    act: NominationAct,
) -> Result<Saved, Error> {
    let (id, employee) = (tx.new_id::<NominationId>(), &person.employee);
    let above = tx.employees().above(viewer(ctx)?, employee.id).await?;
    let involved = Involved {
        candidate: employee.id,
        site: employee.site.as_deref(),
        above,
        state: None,
        nominator: None,
        reviewer: None,
        decider: None,
        asked_for_waiver: &[],
    };
    let permit = authorize_nomination(&ctx.actor, act, id, &involved)?;
    let mut new = Nomination::begin(id, (employee.id, track), act, ctx.today)?;
    if new.state == State::Draft {
        (new.nominator, new.on_behalf_of) = (ctx.actor.account(), above.and_then(|above| above.on_behalf_of));
        if let Some(hold) = in_force(tx, ctx, person).await? {
            return Err(Refusal::OnHold { until_on: hold.until_on }.into());
        }
    }
    assess(tx, employee.id, track, ctx.today).await?.must_be_in_from_job()?;
    let candidate = Nominated {
        nomination: new.clone(),
        number: employee.number.clone(),
        full_name: employee.full_name.clone(),
        job: employee.job.clone(),
        site: employee.site.clone(),
        left_on: employee.left_on,
        manager: employee.manager,
        employee_revision: person.revision,
    };
    begin(tx, ctx, (permit, act), new, &candidate).await
}
