//! People who are new, made ready before the import becomes true: who is above whom is worked out, and the lines in which
//! they stand are written. A line to somebody who is not there yet is seen by nobody.

use std::collections::{HashMap, HashSet};

use model::{Employee, EmployeeId};
use policy::Permit;
use store::{NewLine, Tx};

use super::apply::PIECE;
use super::{Feed, Gathered, now};
use crate::halt::Halt;
use crate::{Error, Obstacle};

/// Nobody stands lower than this; it is what the store goes through too.
const DEEPEST: usize = 64;
/// How many lines are written in one transaction: others get their turn in between.
const LINES: usize = 5000;

/// That somebody stands above one of the new people. They sort as the database keeps them, so that those which are
/// written together stand together there.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Line {
    manager: EmployeeId,
    /// Which of the new people, who are in the order of their ids.
    place: usize,
    depth: usize,
}

/// The people who are new, and what their lines rest on.
pub(super) struct Ahead {
    /// With their managers, who come before them.
    pub(super) people: Vec<Employee>,
    /// Those of their managers who were known.
    managers: Vec<EmployeeId>,
    /// Who stood above these.
    above: HashMap<EmployeeId, Vec<EmployeeId>>,
}

impl Gathered {
    /// Those who are written when the import becomes true, with the numbers of their managers.
    pub(super) fn not_put_aside(&self) -> impl Iterator<Item = &(Employee, Option<String>)> {
        self.saved.iter().filter(|(employee, _)| self.ahead.is_none() || self.revisions.contains_key(&employee.id))
    }

    /// The numbers of managers who are not in the feed.
    pub(super) fn managers_elsewhere(&self) -> Vec<&str> {
        let named = self.saved.iter().filter_map(|(_, number)| number.as_deref());
        let mut missing: Vec<&str> = named.filter(|number| !self.ids.contains_key(*number)).collect();
        missing.sort_unstable();
        missing.dedup();
        missing
    }
}

impl Feed<'_> {
    /// Makes the new people ready. Not where they stand in a circle: then the lines are worked out when the import
    /// becomes true.
    pub(super) async fn put_new_people_aside(&self, permit: &Permit, gathered: &mut Gathered) -> Result<(), Error> {
        let mut people = self.new_people(permit, gathered).await?;
        let own_managers: HashMap<EmployeeId, Option<EmployeeId>> =
            people.iter().map(|employee| (employee.id, employee.manager)).collect();
        let named = own_managers.values().flatten().filter(|manager| !own_managers.contains_key(*manager));
        let managers: Vec<EmployeeId> = named.copied().collect::<HashSet<_>>().into_iter().collect();
        let above = self.store.read(self.ctx, async |tx| above(tx, permit, &managers).await).await?;
        people.sort_by_key(|employee| employee.id);
        let (mut lines, mut depths) = (Vec::new(), HashMap::new());
        for (place, employee) in people.iter().enumerate() {
            let Some(above) = everyone_above(employee, &own_managers, &above) else { return Ok(()) };
            depths.insert(employee.id, above.len());
            lines.extend(above.into_iter().zip(1..).map(|(manager, depth)| Line { manager, place, depth }));
        }
        lines.sort_unstable();
        for some in lines.chunks(LINES) {
            self.write_lines(permit, &people, some).await?;
        }
        people.sort_by_key(|employee| depths.get(&employee.id).copied());
        gathered.ahead = Some(Ahead { people, managers, above });
        Ok(())
    }

    /// Those who are new, with their managers, who are in the feed or known.
    async fn new_people(&self, permit: &Permit, gathered: &Gathered) -> Result<Vec<Employee>, Error> {
        let missing = gathered.managers_elsewhere();
        let elsewhere = self.store.read(self.ctx, async |tx| {
            let mut ids: HashMap<String, EmployeeId> = HashMap::new();
            for some in missing.chunks(PIECE) {
                let found = tx.employees().by_numbers(permit, some).await?;
                ids.extend(found.into_iter().map(|one| (one.employee.number, one.employee.id)));
            }
            Ok::<_, Error>(ids)
        });
        let elsewhere = elsewhere.await?;
        let id = |number: &String| gathered.ids.get(number).or_else(|| elsewhere.get(number)).copied();
        let new = gathered.saved.iter().filter(|(employee, _)| !gathered.revisions.contains_key(&employee.id));
        let with_manager = |(employee, number): &(Employee, Option<String>)| Employee {
            manager: number.as_ref().and_then(id),
            ..employee.clone()
        };
        Ok(new.map(with_manager).collect())
    }

    async fn write_lines(&self, permit: &Permit, people: &[Employee], lines: &[Line]) -> Result<(), Error> {
        let new = |line: &Line| {
            let employee = &people[line.place];
            NewLine { manager: line.manager, employee: employee.id, depth: line.depth, name_key: employee.name_key() }
        };
        let lines: Vec<NewLine> = lines.iter().map(new).collect();
        let lines = &lines;
        let at = now(self.options, self.ctx);
        let written = self.store.prepare(self.ctx, async |preparation| {
            let is_there = preparation.changes().renew(permit, self.change, at).await?;
            if is_there {
                preparation.reporting_lines().insert(permit, self.change, lines).await?;
            }
            Ok::<_, Error>(is_there)
        });
        if written.await? { Ok(()) } else { Err(Obstacle::TakenForDead.into()) }
    }
}

impl Ahead {
    /// That the managers who were known are there, and stand where they stood: no other import moved anybody above the
    /// new people since.
    pub(super) async fn see_that_it_holds(&self, tx: &mut Tx, permit: &Permit) -> Result<(), Halt> {
        let there = tx.employees().lock(permit, &self.managers).await?;
        let holds = there.len() == self.managers.len() && above(tx, permit, &self.managers).await? == self.above;
        if holds { Ok(()) } else { Err(Halt::Stopped) }
    }
}

/// Who stands above people, the nearest first.
async fn above(
    tx: &mut Tx,
    permit: &Permit,
    people: &[EmployeeId],
) -> Result<HashMap<EmployeeId, Vec<EmployeeId>>, Error> {
    let mut all: HashMap<EmployeeId, Vec<EmployeeId>> = HashMap::new();
    for some in people.chunks(PIECE) {
        for (id, above) in tx.reporting_lines().above(permit, some).await? {
            all.entry(id).or_default().push(above);
        }
    }
    Ok(all)
}

/// Who stands above somebody new: those who are new too, and then whoever stands above them. None where it is a circle.
fn everyone_above(
    employee: &Employee,
    own_managers: &HashMap<EmployeeId, Option<EmployeeId>>,
    above: &HashMap<EmployeeId, Vec<EmployeeId>>,
) -> Option<Vec<EmployeeId>> {
    let (mut all, mut next) = (Vec::new(), employee.manager);
    while let Some(manager) = next {
        all.push(manager);
        next = match own_managers.get(&manager) {
            Some(above_that) => *above_that,
            None => {
                all.extend(above.get(&manager).into_iter().flatten());
                None
            }
        };
        if all.len() > DEEPEST {
            return None;
        }
    }
    Some(all)
}
