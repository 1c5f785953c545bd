//! The case is written, and saved as one types.

use model::{Case, NominationAct, Refusal, Subject};
use policy::{Act, Context, authorize_system};
use store::{Store, Tx};

use super::step::{At, Saved, With, find, save};
use crate::Error;

/// A case is at most so long.
pub(super) const LONGEST_CASE: usize = 20_000;

/// Saves the case, with the facts that were picked from the record. Whoever built on an older save is told, and keeps
/// what they wrote.
pub async fn edit_case(store: &Store, ctx: &Context, at: At, case: &Case) -> Result<Saved, Error> {
    let act = NominationAct::EditCase;
    store
        .write(ctx, async |tx| {
            let found = find(tx, ctx, at).await?;
            let (permit, mut next) = found.step(ctx, act)?;
            if case.text.len() > LONGEST_CASE {
                return Err(Refusal::CaseTooLong { longest: LONGEST_CASE }.into());
            }
            must_be_of_the_candidate(tx, &next, case).await?;
            next.case = case.clone();
            save(tx, ctx, (permit, act), &found, next, With::default()).await
        })
        .await
}

/// A fact of somebody else, or one that is no longer known, cannot be picked.
async fn must_be_of_the_candidate(tx: &mut Tx, next: &model::Nomination, case: &Case) -> Result<(), Error> {
    if case.facts.is_empty() {
        return Ok(());
    }
    let permit = authorize_system(Act::Assess, Subject::Employee(next.employee));
    let known = tx.facts().current_of(&permit, &[next.employee]).await?;
    let may_be_picked =
        |id| known.iter().any(|(_, _, known)| known.id == id && policy::Sight::Line.picks(known.fact.kind));
    if case.facts.iter().all(|id| may_be_picked(*id)) { Ok(()) } else { Err(Error::Hidden) }
}
