//! Somebody else of HR grants or refuses a waiver that was asked for.

use model::{Event, NominationAct, Refusal, Said, Subject, Waiver, WaiverId, WaiverState};
use policy::{About, Act, Context, Permit, authorize};
use store::{Store, Tx, WaiverTold};

use super::fact;
use super::list::find;
use crate::Error;
use crate::assess::assess_person;
use crate::nominations::assessed::assess;
use crate::nominations::step::{Found, note};

/// Grants it: from then on it is a fact of the person, and counts on its days.
pub async fn grant_waiver(store: &Store, ctx: &Context, id: WaiverId, words: &str) -> Result<(), Error> {
    let act = NominationAct::GrantWaiver;
    store
        .write(ctx, async |tx| {
            let (asked, found, permit) = to_answer(tx, ctx, id, act).await?;
            let waiver = &asked.told;
            if waiver.until_on < ctx.today {
                return Err(Refusal::TooLate { act, last: waiver.until_on }.into());
            }
            let site = found.nominated.site.as_deref();
            let about = About { employee: waiver.employee, site, above: None };
            let waives = authorize(&ctx.actor, Act::Waive, Subject::Employee(waiver.employee), Some(about))?;
            tx.employees().bump(&waives, waiver.employee).await?;
            let assessed = assess(tx, waiver.employee, &waiver.track, ctx.today).await?;
            assessed.must_have_to_waive(&waiver.criterion, (waiver.from_on, waiver.until_on))?;
            answer(tx, ctx, (permit, act), (waiver, &found), words).await?;
            let change = fact::grant(tx, ctx, waives, &asked).await?;
            assess_person(tx, ctx, waiver.employee).await?;
            let Waiver { id: waiver, nomination, employee, track, criterion, .. } = asked.told;
            tx.record(Event::WaiverGranted { waiver, nomination, employee, change, track, criterion });
            Ok(())
        })
        .await
}

/// Refuses it, and says why.
pub async fn refuse_waiver(store: &Store, ctx: &Context, id: WaiverId, words: &str) -> Result<(), Error> {
    let act = NominationAct::RefuseWaiver;
    store
        .write(ctx, async |tx| {
            let (asked, found, permit) = to_answer(tx, ctx, id, act).await?;
            answer(tx, ctx, (permit, act), (&asked.told, &found), words).await?;
            let Waiver { id: waiver, nomination, employee, track, criterion, .. } = asked.told;
            tx.record(Event::WaiverRefused { waiver, nomination, employee, track, criterion });
            Ok(())
        })
        .await
}

/// What waits for an answer, in a nomination that is under way, and leave to give it.
async fn to_answer(
    tx: &mut Tx,
    ctx: &Context,
    id: WaiverId,
    act: NominationAct,
) -> Result<(WaiverTold, Found, Permit), Error> {
    let (asked, found) = find(tx, ctx, id).await?;
    let permit = found.authorize(ctx, act)?;
    if asked.told.state != WaiverState::Asked {
        return Err(Refusal::WaiverOver.into());
    }
    found.nomination().after(act, ctx.today)?;
    Ok((asked, found, permit))
}

/// Of two who answer at once the second is told that it is answered.
async fn answer(
    tx: &mut Tx,
    ctx: &Context,
    (permit, act): (Permit, NominationAct),
    (waiver, found): (&Waiver, &Found),
    words: &str,
) -> Result<(), Error> {
    let act_id = note(tx, ctx, (&permit, act), found, &Said::words(words)).await?;
    tx.news().tell(&permit, waiver.asked_by, act_id).await?;
    let words = Some(words.trim()).filter(|words| !words.is_empty());
    let is_answered = tx.waivers().answer(permit, waiver, words).await?;
    if is_answered { Ok(()) } else { Err(Refusal::WaiverOver.into()) }
}
