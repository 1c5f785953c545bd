//! A nomination begins: a manager writes a draft, or an employee shows interest.

use model::{Nomination, NominationAct, NominationId, Refusal, State};
use policy::{Context, Involved, Permit, authorize_nomination};
use store::{Nominated, Revised, Store, Tx};

use super::assessed::{Assessed, assess};
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
            let ready = ready(tx, ctx, &person, track, NominationAct::Start).await?;
            begin_ready(tx, ctx, &person, ready).await
        })
        .await
}

/// An employee says that they would like to: the manager answers.
pub async fn show_interest(store: &Store, ctx: &Context, track: &str) -> Result<Saved, Error> {
    store
        .write(ctx, async |tx| {
            let own = tx.employees().own(viewer(ctx)?).await?.ok_or(Error::Hidden)?;
            let ready = ready(tx, ctx, &own, track, NominationAct::ShowInterest).await?;
            begin_ready(tx, ctx, &own, ready).await
        })
        .await
}

/// What a nomination would begin with.
pub(super) struct Ready {
    permit: Permit,
    act: NominationAct,
    new: Nomination,
    pub(super) assessed: Assessed,
}

/// Whether one could begin: whose act it is, whether somebody holds their moves, whether the track leads on from their
/// job, whether another is under way.
pub(super) async fn ready(
    tx: &mut Tx,
    ctx: &Context,
    person: &Revised,
    track: &str,
    act: NominationAct,
) -> Result<Ready, Error> {
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
        recused: &[],
    };
    let permit = authorize_nomination(&ctx.actor, act, id, &involved)?;
    let mut new = Nomination::begin(id, (employee.id, track), act, ctx.today)?;
    if new.state == State::Draft {
        (new.nominator, new.on_behalf_of) = (ctx.actor.account(), above.and_then(|above| above.on_behalf_of));
        if let Some(hold) = in_force(tx, ctx, person).await? {
            return Err(Refusal::OnHold { until_on: hold.until_on }.into());
        }
    }
    let assessed = assess(tx, employee.id, track, ctx.today).await?;
    assessed.must_be_in_from_job()?;
    if tx.nominations().is_open(&permit, employee.id, track).await? {
        return Err(Refusal::AlreadyOpen.into());
    }
    Ok(Ready { permit, act, new, assessed })
}

pub(super) async fn begin_ready(tx: &mut Tx, ctx: &Context, person: &Revised, ready: Ready) -> Result<Saved, Error> {
    let employee = &person.employee;
    let candidate = Nominated {
        nomination: ready.new.clone(),
        number: employee.number.clone(),
        full_name: employee.full_name.clone(),
        job: employee.job.clone(),
        site: employee.site.clone(),
        left_on: employee.left_on,
        manager: employee.manager,
        employee_revision: person.revision,
    };
    begin(tx, ctx, (ready.permit, ready.act), ready.new, &candidate).await
}
