//! Stored assessments kept true: by every write, by the day's sweep, by the worker after a large change.

use std::collections::HashMap;

use files::RowReader;
use model::{EmployeeId, Event, Fact, Subject};
use policy::{Act, Context, Permit, authorize_system};
use rules::{Assessment, Day, Engine, Facts, Ladder, Status};
use store::{Revised, Store, StoredAssessment, Tx};

use crate::Error;
use crate::kept::person_of;
use crate::ladder::{InForce, in_force};

/// How many people one transaction assesses: others get their turn in between.
const PIECE: u32 = 200;

/// Assesses everyone whose facts changed, and everyone for whom a day has come on which something changes; how many.
/// Safe to run from any number of processes, and to cut off at any moment.
pub async fn bring_up_to_date(store: &Store, ctx: &Context) -> Result<u64, Error> {
    let mut people = 0;
    loop {
        let done = store.write(ctx, async |tx| assess_some(tx, ctx).await).await;
        match done {
            Ok(0) | Err(Error::Store(store::Error::NoEvent)) => return Ok(people),
            Ok(some) => people += some,
            Err(error) => return Err(error),
        }
    }
}

/// Assesses the next people who need it; records nothing where nobody does.
async fn assess_some(tx: &mut Tx, ctx: &Context) -> Result<u64, Error> {
    let permit = authorize_system(Act::Assess, Subject::Company);
    let InForce { id: ladder_id, ladder } = in_force(tx).await?;
    let mut awaiting = tx.employees().awaiting(&permit, PIECE).await?;
    if awaiting.is_empty() {
        awaiting = tx.employees().stale(&permit, ctx.today, PIECE).await?;
    }
    if awaiting.is_empty() {
        return Ok(0);
    }
    let ids: Vec<EmployeeId> = awaiting.iter().map(|one| one.employee.id).collect();
    let mut facts = facts_by_person(tx, &permit, &ids).await?;
    let (engine, reader) = (Engine::new(&ladder), RowReader::new(&ladder));
    for revised in &awaiting {
        let own = facts.remove(&revised.employee.id).unwrap_or_default();
        let person = person_of(&reader, &revised.employee.number, &own)?.facts();
        let (stored, stale_on) = stored(&engine, &person, ctx.today);
        tx.assessments().save(&permit, revised.employee.id, &stored).await?;
        tx.employees().mark_assessed(&permit, revised, ladder_id, stale_on).await?;
    }
    let people = awaiting.len() as u64;
    tx.record(Event::DaySwept { day: ctx.today.to_string(), people });
    Ok(people)
}

/// What is kept of a person: the tracks that apply, and the first day on which the same facts could say otherwise,
/// also of a track that does not apply yet or of a person who is still to come.
fn stored(engine: &Engine<'_>, facts: &Facts, today: Day) -> (Vec<StoredAssessment>, Option<Day>) {
    let ladder = engine.ladder();
    let Some(subject) = engine.person(facts, today) else {
        return (Vec::new(), facts.employments.iter().map(|row| row.hired_on).min());
    };
    let (mut stored, mut stale_on) = (Vec::new(), None);
    let mut see = |day: Option<Day>| stale_on = [stale_on, day].into_iter().flatten().min();
    for id in ladder.track_ids() {
        let track = ladder.track(id);
        let Some((decision, effective_from)) = subject.decide(id).zip(subject.effective_from(id)) else {
            see(track.versions.first().map(|version| version.effective_from));
            continue;
        };
        see(decision.stale_on);
        if decision.status != Status::NotApplicable {
            let track = track.code.to_string();
            stored.push(StoredAssessment { track, as_of: today, criteria_effective_from: effective_from, decision });
        }
    }
    (stored, stale_on)
}

async fn facts_by_person(
    tx: &mut Tx,
    permit: &Permit,
    people: &[EmployeeId],
) -> Result<HashMap<EmployeeId, Vec<Fact>>, Error> {
    let mut by_person: HashMap<EmployeeId, Vec<Fact>> = HashMap::new();
    for (id, _, known) in tx.facts().current_of(permit, people).await? {
        by_person.entry(id).or_default().push(known.fact);
    }
    Ok(by_person)
}

/// Assesses everyone whole, by number, from what is kept: what the command line prints.
pub async fn assess_all(
    store: &Store,
    ctx: &Context,
    mut each: impl FnMut(&str, &Assessment, &Ladder) -> Result<(), Error>,
) -> Result<u64, Error> {
    let permit = authorize_system(Act::Assess, Subject::Company);
    let ladder = crate::ladder_in_force(store, ctx).await?.ladder;
    let (engine, reader) = (Engine::new(&ladder), RowReader::new(&ladder));
    let (mut after, mut people) = (String::new(), 0);
    loop {
        let (some, mut facts) = everyone_after(store, ctx, &permit, &after).await?;
        let Some(last) = some.last() else { return Ok(people) };
        after = last.employee.number.clone();
        for revised in &some {
            let own = facts.remove(&revised.employee.id).unwrap_or_default();
            let person = person_of(&reader, &revised.employee.number, &own)?.facts();
            let Some(subject) = engine.person(&person, ctx.today) else { continue };
            for assessment in ladder.track_ids().filter_map(|track| subject.explain(track)) {
                each(&revised.employee.number, &assessment, &ladder)?;
            }
            people += 1;
        }
    }
}

pub(crate) type PeopleAndFacts = (Vec<Revised>, HashMap<EmployeeId, Vec<Fact>>);

/// The next people by number, with their facts.
pub(crate) async fn everyone_after(
    store: &Store,
    ctx: &Context,
    permit: &Permit,
    after: &str,
) -> Result<PeopleAndFacts, Error> {
    store
        .read(ctx, async |tx| {
            let some = tx.employees().after(permit, after, PIECE).await?;
            let ids: Vec<EmployeeId> = some.iter().map(|one| one.employee.id).collect();
            let facts = facts_by_person(tx, permit, &ids).await?;
            Ok((some, facts))
        })
        .await
}
