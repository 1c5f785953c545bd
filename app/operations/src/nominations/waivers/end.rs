//! HR ends a granted waiver before its last day. Whose it is and who asked for it are told.

use model::{Event, Refusal, Subject, Waiver, WaiverId};
use policy::{About, Act, Context, Permit, authorize};
use store::{Store, Tidings, TidingsOf, Tx};

use super::fact;
use super::list::find;
use crate::Error;
use crate::assess::assess_person;

/// Ends it: from today on it counts no longer. Whatever was decided with it stays as it was frozen.
pub async fn end_waiver(store: &Store, ctx: &Context, id: WaiverId, words: &str) -> Result<(), Error> {
    store
        .write(ctx, async |tx| {
            let (granted, _) = find(tx, ctx, id).await?;
            let waiver = &granted.told;
            let about = About { employee: waiver.employee, site: granted.site.as_deref(), above: None };
            let permit = authorize(&ctx.actor, Act::Waive, Subject::Employee(waiver.employee), Some(about))?;
            if !waiver.is_ahead(ctx.today) {
                return Err(Refusal::WaiverOver.into());
            }
            let reason = words.trim().to_owned();
            if reason.is_empty() {
                return Err(Refusal::WaiverWithoutReason.into());
            }
            tx.employees().bump(&permit, waiver.employee).await?;
            if !tx.waivers().end(&permit, waiver, ctx.today, &reason).await? {
                return Err(Refusal::WaiverOver.into());
            }
            tell(tx, ctx, &permit, waiver).await?;
            let change = fact::end(tx, ctx, permit, &granted, &reason).await?;
            assess_person(tx, ctx, waiver.employee).await?;
            let Waiver { employee, track, criterion, .. } = granted.told;
            tx.record(Event::WaiverEnded { waiver: id, employee, change, track, criterion, reason });
            Ok(())
        })
        .await
}

/// Whoever ended it knows.
async fn tell(tx: &mut Tx, ctx: &Context, permit: &Permit, waiver: &Waiver) -> Result<(), Error> {
    let what = Tidings { id: tx.new_id(), employee: waiver.employee, of: TidingsOf::Waiver(waiver.id) };
    tx.record_news().tell_person(permit, waiver.employee, &what).await?;
    if Some(waiver.asked_by) != ctx.actor.account() {
        tx.record_news().tell(permit, waiver.asked_by, &what).await?;
    }
    Ok(())
}
