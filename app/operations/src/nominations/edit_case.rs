//! The case is written, and saved as one types.

use model::{Case, EmployeeId, FactId, KnownFact, Nomination, NominationAct, Refusal, Subject};
use policy::{Act, Context, Sight, authorize_system};
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

/// A fact of somebody else cannot be picked, nor one that is no longer known unless it was picked before.
async fn must_be_of_the_candidate(tx: &mut Tx, next: &Nomination, case: &Case) -> Result<(), Error> {
    let kept = &next.case.facts;
    if case.facts.iter().all(|id| kept.contains(id)) {
        return Ok(());
    }
    let offered = offered(tx, next.employee).await?;
    let may_be_picked = |id: &FactId| kept.contains(id) || offered.iter().any(|fact| fact.id == *id);
    if case.facts.iter().all(may_be_picked) { Ok(()) } else { Err(Error::Hidden) }
}

/// What of a person's record can be picked for a case.
pub(super) async fn offered(tx: &mut Tx, employee: EmployeeId) -> Result<Vec<KnownFact>, Error> {
    let permit = authorize_system(Act::Assess, Subject::Employee(employee));
    let known = tx.facts().current_of(&permit, &[employee]).await?.into_iter().map(|(_, _, known)| known);
    Ok(known.filter(|known| Sight::Line.picks(known.fact.kind)).collect())
}

/// What was picked, as it was picked, though it be corrected since.
pub(super) async fn picked(tx: &mut Tx, one: &Nomination) -> Result<Vec<KnownFact>, Error> {
    if one.case.facts.is_empty() {
        return Ok(Vec::new());
    }
    let permit = authorize_system(Act::Assess, Subject::Employee(one.employee));
    Ok(tx.facts().named(&permit, &one.case.facts).await?)
}
