//! An import taken back, as long as nothing rests on it: what it superseded holds again, who came with it is gone from
//! every list, and what was recorded is kept for whoever asks what was known when.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use model::{Body, Change, ChangeId, Employee, EmployeeId, Event, FactKind, Subject};
use policy::{Act, Context, Permit, authorize};
use store::{Store, Tx};
use uuid::Uuid;

use crate::kept::employee_of;
use crate::{Error, Obstacle};

/// How many people are looked at a time.
const PIECE: u32 = 1000;

/// The imports that stand, the latest first; at most `limit`.
pub async fn imports(store: &Store, ctx: &Context, limit: u32) -> Result<Vec<Change>, Error> {
    let permit = authorize(&ctx.actor, Act::Import, Subject::Company, None)?;
    store.read(ctx, async |tx| Ok(tx.changes().imports(&permit, None, limit).await?)).await
}

/// Takes an import back. Refused where a later change corrected or ended something of it, added to a person whom it
/// brought, or where somebody who came with it has a sign-in, reports or a deputy.
pub async fn undo(store: &Store, ctx: &Context, change: ChangeId) -> Result<(), Error> {
    store.write(ctx, async |tx| undo_in(tx, ctx, change).await).await
}

async fn undo_in(tx: &mut Tx, ctx: &Context, change: ChangeId) -> Result<(), Error> {
    let permit = || authorize(&ctx.actor, Act::Import, Subject::Change(change), None);
    let reading = permit()?;
    tx.company().lock().await?;
    tx.changes().find(&reading, change).await?.ok_or(Error::Hidden)?;
    let later = tx.facts().superseded_later(&reading, change).await?;
    if later > 0 {
        return Err(Obstacle::CorrectedLater(later).into());
    }
    tx.changes().undo(permit()?, change, ctx.now).await?;
    let writing = permit()?;
    let (mut gone, mut back) = (Vec::new(), Vec::new());
    let mut after = EmployeeId(Uuid::nil());
    loop {
        let people = tx.facts().touched_by(&writing, change, after, PIECE).await?;
        let Some(last) = people.last() else { break };
        after = *last;
        tx.employees().lock(&writing, &people).await?;
        look_at(tx, &writing, &people, &mut gone, &mut back).await?;
    }
    restore(tx, &writing, change, &back).await?;
    for some in gone.chunks(PIECE as usize) {
        // Above each other they may be still: nobody is, when they go.
        let nobody: Vec<_> = some.iter().map(|id| (*id, None)).collect();
        tx.employees().set_managers(&writing, change, &nobody).await?;
    }
    for some in gone.chunks(PIECE as usize) {
        if tx.employees().count_resting(&writing, some).await? > 0 {
            return Err(Obstacle::PeopleInUse.into());
        }
        tx.employees().forget(&writing, change, some).await?;
    }
    tx.record(Event::ImportUndone { change });
    Ok(())
}

/// Sorts people into those of whom nothing is known any more, and those who are as they were before.
async fn look_at(
    tx: &mut Tx,
    permit: &Permit,
    people: &[EmployeeId],
    gone: &mut Vec<EmployeeId>,
    back: &mut Vec<(Employee, Option<String>)>,
) -> Result<(), Error> {
    let mut rows: HashMap<EmployeeId, Body> = HashMap::new();
    let mut places = BTreeSet::new();
    for (id, _, known) in tx.facts().current_of(permit, people).await? {
        if !places.insert((id, known.fact.kind, known.fact.key)) {
            return Err(Obstacle::SaidOtherwise.into());
        }
        if known.fact.kind == FactKind::Employee {
            rows.insert(id, known.fact.body);
        }
    }
    let has_facts: BTreeSet<EmployeeId> = places.iter().map(|(id, _, _)| *id).collect();
    let revised = tx.employees().by_ids(permit, people).await?;
    for employee in revised.into_iter().map(|revised| revised.employee) {
        match rows.remove(&employee.id) {
            Some(body) => {
                let row = employee_of(employee.id, &employee.number, &body, employee.manager)?;
                back.push((row, body.get("manager_number").cloned()));
            }
            None if has_facts.contains(&employee.id) => {
                return Err(Obstacle::MoreKnown(employee.number).into());
            }
            None => gone.push(employee.id),
        }
    }
    Ok(())
}

/// Writes people as they were before.
async fn restore(
    tx: &mut Tx,
    permit: &Permit,
    change: ChangeId,
    back: &[(Employee, Option<String>)],
) -> Result<(), Error> {
    let rows: Vec<&Employee> = back.iter().map(|(employee, _)| employee).collect();
    tx.employees().save(permit, change, &rows).await?;
    let numbers: BTreeSet<&str> = back.iter().filter_map(|(_, number)| number.as_deref()).collect();
    let numbers: Vec<&str> = numbers.into_iter().collect();
    let mut ids: BTreeMap<String, EmployeeId> = BTreeMap::new();
    for some in numbers.chunks(PIECE as usize) {
        let found = tx.employees().by_numbers(permit, some).await?;
        ids.extend(found.into_iter().map(|one| (one.employee.number, one.employee.id)));
    }
    let moved: Vec<(EmployeeId, Option<EmployeeId>)> = back
        .iter()
        .map(|(employee, number)| (employee, number.as_ref().and_then(|number| ids.get(number).copied())))
        .filter(|(employee, manager)| employee.manager != *manager)
        .map(|(employee, manager)| (employee.id, manager))
        .collect();
    if !moved.is_empty() {
        tx.employees().set_managers(permit, change, &moved).await?;
    }
    Ok(())
}
