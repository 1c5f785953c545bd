//! Everyone assessed whole, from what is kept.

use std::collections::HashMap;

use model::{EmployeeId, Fact, Subject};
use policy::{Act, Context, Permit, authorize};
use rules::{Assessment, Ladder};
use store::{Revised, Store, Tx};

use super::{Judge, facts_by_person};
use crate::Error;

/// How many people are read at a time.
const PIECE: u32 = 500;

/// Assesses everyone whole, by number, from what is kept: what the command line prints.
pub async fn assess_all(
    store: &Store,
    ctx: &Context,
    mut each: impl FnMut(&str, &Assessment, &Ladder) -> Result<(), Error>,
) -> Result<u64, Error> {
    let permit = authorize(&ctx.actor, Act::Assess, Subject::Company, None)?;
    let ladder = crate::ladder_in_force(store, ctx).await?.ladder;
    let judge = Judge::new(&ladder);
    let (mut after, mut people) = (String::new(), 0);
    loop {
        let (some, mut facts) = store.read(ctx, async |tx| everyone_after(tx, &permit, &after).await).await?;
        let Some(last) = some.last() else { return Ok(people) };
        after = last.employee.number.clone();
        for revised in &some {
            let own = facts.remove(&revised.employee.id).unwrap_or_default();
            let person = judge.facts(&revised.employee.number, &own)?;
            let Some(subject) = judge.engine.person(&person, ctx.today) else { continue };
            for assessment in ladder.track_ids().filter_map(|track| subject.explain(track)) {
                each(&revised.employee.number, &assessment, &ladder)?;
            }
            people += 1;
        }
    }
}

pub(crate) type PeopleAndFacts = (Vec<Revised>, HashMap<EmployeeId, Vec<Fact>>);

/// The next people by number, with their facts.
pub(crate) async fn everyone_after(tx: &mut Tx, permit: &Permit, after: &str) -> Result<PeopleAndFacts, Error> {
    let some = tx.employees().after(permit, after, PIECE).await?;
    let ids: Vec<EmployeeId> = some.iter().map(|one| one.employee.id).collect();
    let facts = facts_by_person(tx, permit, &ids).await?;
    Ok((some, facts))
}
