//! Stored assessments: made here, from what is kept of a person, by whoever makes them.

mod all;
mod sample;
mod update;

use std::collections::HashMap;

use files::RowReader;
use model::{EmployeeId, Fact, Subject};
use policy::{Act, Context, Permit, authorize_system};
use rules::{Day, Engine, Facts, Ladder, Status};
use store::{Revised, StoredAssessment, Tx};

use crate::Error;
use crate::kept::person_of;
use crate::ladder::in_force;

pub use all::assess_all;
pub(crate) use all::everyone_after;
pub use sample::{Deviation, check_sample};
pub(crate) use update::left;
pub use update::{Step, bring_up_to_date, people_to_update, update_some};

/// Assesses a person anew in the transaction that writes to their facts, after it has written them. It has raised
/// the person's revision before, so that nobody else writes to them until it ends.
pub(crate) async fn assess_person(tx: &mut Tx, ctx: &Context, id: EmployeeId) -> Result<(), Error> {
    let permit = authorize_system(Act::Assess, Subject::Employee(id));
    let revised = tx.employees().find_by_id(&permit, id).await?.ok_or(Error::Hidden)?;
    assess_people(tx, ctx, &permit, &[revised]).await
}

/// Assesses people anew who are locked by this transaction, and puts the result in place of what was stored. The
/// ladder is looked up after they were locked: who publishes another marks them for the next round.
async fn assess_people(tx: &mut Tx, ctx: &Context, permit: &Permit, people: &[Revised]) -> Result<(), Error> {
    let in_force = in_force(tx).await?;
    let ids: Vec<EmployeeId> = people.iter().map(|one| one.employee.id).collect();
    let facts = facts_by_person(tx, permit, &ids).await?;
    let judge = Judge::new(&in_force.ladder);
    let (mut assessed, mut stale) = (Vec::with_capacity(people.len()), Vec::with_capacity(people.len()));
    for revised in people {
        let own = facts.get(&revised.employee.id).map_or(&[][..], Vec::as_slice);
        let (stored, stale_on) = judge.stored(&revised.employee.number, own, ctx.today)?;
        assessed.push((revised.employee.id, stored));
        stale.push((revised, stale_on));
    }
    tx.assessments().save(permit, &assessed).await?;
    tx.employees().mark_assessed(permit, in_force.id, &stale).await?;
    Ok(())
}

/// A ladder made ready to assess what is kept of people.
pub(crate) struct Judge<'l> {
    pub(crate) engine: Engine<'l>,
    reader: RowReader<'l>,
}

impl<'l> Judge<'l> {
    pub(crate) fn new(ladder: &'l Ladder) -> Judge<'l> {
        Judge { engine: Engine::new(ladder), reader: RowReader::new(ladder) }
    }

    /// What the rules may know of a person.
    pub(crate) fn facts(&self, number: &str, own: &[Fact]) -> Result<Facts, Error> {
        Ok(person_of(&self.reader, number, own)?.facts())
    }

    /// What is stored of a person: the tracks that apply, and the first day on which the same facts could say
    /// otherwise, also of a track that does not apply yet or of a person who is still to come.
    fn stored(&self, number: &str, own: &[Fact], today: Day) -> Result<(Vec<StoredAssessment>, Option<Day>), Error> {
        let facts = self.facts(number, own)?;
        let Some(subject) = self.engine.person(&facts, today) else {
            return Ok((Vec::new(), facts.employments.iter().map(|row| row.hired_on).min()));
        };
        let (mut stored, mut stale_on) = (Vec::new(), None);
        let mut see = |day: Option<Day>| stale_on = [stale_on, day].into_iter().flatten().min();
        let ladder = self.engine.ladder();
        for id in ladder.track_ids() {
            let track = ladder.track(id);
            let Some((decision, effective_from)) = subject.decide(id).zip(subject.effective_from(id)) else {
                see(track.versions.first().map(|version| version.effective_from));
                continue;
            };
            see(decision.stale_on);
            if decision.status != Status::NotApplicable {
                let track = track.code.to_string();
                stored.push(StoredAssessment {
                    track,
                    as_of: today,
                    criteria_effective_from: effective_from,
                    decision,
                    states: subject.states(id).unwrap_or_default(),
                });
            }
        }
        Ok((stored, stale_on))
    }
}

/// What is known now of some people.
pub(crate) async fn facts_by_person(
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
