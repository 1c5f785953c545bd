//! Nominator or reviewer asks that a criterion be waived.

use model::{Event, NominationAct, Reason, Refusal, Said, Waiver, WaiverId, WaiverState};
use policy::Context;
use rules::Day;
use store::Store;

use super::check_days;
use crate::Error;
use crate::nominations::assessed::assess;
use crate::nominations::step::{At, With, find, save};
use crate::people::viewer;

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewWaiver {
    /// The criterion, by its written id.
    pub criterion: String,
    /// Why, by code.
    pub reason: Reason,
    /// Why, in words; everybody involved reads them.
    pub words: String,
    /// First day: today, or one to come, from which on it counts.
    pub from_on: Day,
    /// Last day, inclusive.
    pub until_on: Day,
}

/// Asks for a waiver of a criterion that does not hold on all of those days. One question a person, track and criterion
/// at a time. Whoever asks does not decide in that nomination.
pub async fn ask_waiver(store: &Store, ctx: &Context, at: At, new: &NewWaiver) -> Result<WaiverId, Error> {
    let act = NominationAct::AskWaiver;
    let said = Said { reasons: vec![new.reason], words: new.words.clone() };
    store
        .write(ctx, async |tx| {
            let found = find(tx, ctx, at).await?;
            let (permit, next) = found.step(ctx, act)?;
            let waiver = Waiver {
                id: tx.new_id(),
                nomination: next.id,
                employee: next.employee,
                track: next.track.clone(),
                criterion: new.criterion.clone(),
                reason: new.reason,
                words: new.words.trim().to_owned(),
                from_on: new.from_on,
                until_on: new.until_on,
                asked_by: viewer(ctx)?.account,
                state: WaiverState::Asked,
                answered_by: None,
                answer_words: None,
                ended_on: None,
                end_words: None,
            };
            check_days(&waiver, ctx.today)?;
            let assessed = assess(tx, next.employee, &next.track, ctx.today).await?;
            assessed.must_have_to_waive(&waiver.criterion, (waiver.from_on, waiver.until_on))?;
            if !tx.waivers().ask(&permit, &waiver).await? {
                return Err(Refusal::WaiverAsked.into());
            }
            save(tx, ctx, (permit, act), &found, next, With::said(&said)).await?;
            tx.record(asked(&waiver));
            Ok(waiver.id)
        })
        .await
}

fn asked(waiver: &Waiver) -> Event {
    Event::WaiverAsked {
        waiver: waiver.id,
        nomination: waiver.nomination,
        employee: waiver.employee,
        track: waiver.track.clone(),
        criterion: waiver.criterion.clone(),
        reason: waiver.reason.code().to_owned(),
        from_on: waiver.from_on.to_string(),
        until_on: waiver.until_on.to_string(),
    }
}
