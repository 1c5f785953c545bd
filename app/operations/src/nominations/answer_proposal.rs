//! The candidate answers: wants it, and it goes to HR with what is known today; or does not.

use model::{Frozen, Moment, NominationAct, Said};
use policy::Context;
use rules::Sentences;
use store::Store;

use super::assessed::{assess, freeze};
use super::step::{At, Saved, With, act, find, save};
use crate::Error;

/// The candidate wants it. What is known is frozen, and HR takes it from here.
pub async fn consent(store: &Store, ctx: &Context, at: At, sentences: &dyn Sentences) -> Result<Saved, Error> {
    let act = NominationAct::Consent;
    store
        .write(ctx, async |tx| {
            let found = find(tx, ctx, at).await?;
            let (permit, mut next) = found.step(ctx, act)?;
            let assessed = assess(tx, next.employee, &next.track, ctx.today).await?;
            next.frozen = Some(Frozen { revision: assessed.revision, attention: assessed.attention() });
            let evidence = freeze(tx, ctx, &permit, next.id, Moment::Consent, &assessed, sentences).await?;
            let with = With { evidence: Some(&evidence), ..With::default() };
            save(tx, ctx, (permit, act), &found, next, with).await
        })
        .await
}

/// The candidate does not want it; a reason is theirs to give.
pub async fn refuse(store: &Store, ctx: &Context, at: At, said: &Said) -> Result<Saved, Error> {
    act(store, ctx, at, NominationAct::Refuse, Some(said)).await
}
