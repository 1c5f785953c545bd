//! What a feed says, compared with what is known, some people at a time.

use std::collections::{BTreeMap, HashMap};

use files::Person;
use model::{EmployeeId, Fact};
use policy::Permit;
use sha2::Digest;
use store::{Revised, Tx};

use super::difference::{Known, Said, Whose, difference};
use super::{Feed, Gathered, PIECE};
use crate::Error;
use crate::kept::{employee_of, facts_of};

impl Feed<'_> {
    /// Compares some people with what is known of them, and puts the differences aside.
    pub(super) async fn compare(
        &self,
        permit: &Permit,
        piece: Vec<Person>,
        gathered: &mut Gathered,
    ) -> Result<(), Error> {
        let numbers: Vec<&str> = piece.iter().map(|person| person.employee.employee_number.as_str()).collect();
        let numbers = &numbers;
        let known = self
            .store
            .read(self.ctx, async |tx| {
                let people = tx.employees().by_numbers(permit, numbers).await?;
                known(tx, permit, people).await
            })
            .await?;
        for person in &piece {
            let number = person.employee.employee_number.as_str();
            let facts = facts_of(person, self.ladder)?;
            for fact in &facts {
                *gathered.outcome.rows.entry(fact.kind.code()).or_default() += 1;
                let said = (number, fact.kind.code(), &fact.key, &fact.body);
                gathered.digest.update(serde_json::to_vec(&said).map_err(std::io::Error::other)?);
            }
            let of_person = known.get(number);
            let id = of_person.map_or_else(|| self.ids.next(), |known| known.revised.employee.id);
            gathered.outcome.people += 1;
            gathered.outcome.new_people += u64::from(of_person.is_none());
            gathered.ids.insert(number.to_owned(), id);
            self.differ(number, id, facts, of_person, gathered)?;
            // What was found before is being written meanwhile.
            tokio::task::yield_now().await;
        }
        Ok(())
    }

    /// Of the next people who are not in it at all, what is of a kind of which it is the whole truth ends; the number
    /// of the last.
    pub(super) async fn compare_missing(
        &self,
        permit: &Permit,
        after: &str,
        gathered: &mut Gathered,
    ) -> Result<Option<String>, Error> {
        let ids = &gathered.ids;
        let (last, known) = self
            .store
            .read(self.ctx, async |tx| {
                let mut people = tx.employees().after(permit, after, PIECE as u32).await?;
                let last = people.last().map(|last| last.employee.number.clone());
                people.retain(|one| !ids.contains_key(&one.employee.number));
                Ok::<_, Error>((last, known(tx, permit, people).await?))
            })
            .await?;
        for (number, known) in &known {
            let id = known.revised.employee.id;
            self.differ(number, id, Vec::new(), Some(known), gathered)?;
        }
        Ok(last)
    }

    /// Finds the difference of one person, and keeps what follows from it.
    fn differ(
        &self,
        number: &str,
        id: EmployeeId,
        facts: Vec<Fact>,
        known: Option<&Known>,
        gathered: &mut Gathered,
    ) -> Result<(), Error> {
        let (replace, tells_all) = (&self.options.replace, self.options.dry_run && gathered.outcome.has_room());
        let whose = Whose { id, number, replace, tells_all, ids: &self.ids, today: self.ctx.today };
        let mut found = difference(whose, facts, known);
        gathered.outcome.take_in(&mut found);
        if found.is_empty() || self.options.dry_run {
            return Ok(());
        }
        if let Some(known) = known {
            gathered.revisions.insert(id, known.revised.revision);
        }
        let manager = found.employee.get("manager_number").cloned();
        let before = known.and_then(|known| known.revised.employee.manager);
        gathered.saved.push((employee_of(id, number, &found.employee, before)?, manager));
        gathered.found.insert.append(&mut found.insert);
        gathered.found.supersede.append(&mut found.supersede);
        gathered.found.conflicts.append(&mut found.conflicts);
        Ok(())
    }
}

/// What is known of some people, by number.
async fn known(tx: &mut Tx, permit: &Permit, people: Vec<Revised>) -> Result<BTreeMap<String, Known>, Error> {
    let ids: Vec<EmployeeId> = people.iter().map(|one| one.employee.id).collect();
    if ids.is_empty() {
        return Ok(BTreeMap::new());
    }
    let mut by_id: HashMap<EmployeeId, Known> = people
        .into_iter()
        .map(|revised| (revised.employee.id, Known { revised, current: BTreeMap::new(), said: BTreeMap::new() }))
        .collect();
    for (id, origin, fact) in tx.facts().current_of(permit, &ids).await? {
        if let Some(known) = by_id.get_mut(&id) {
            known.current.insert((fact.fact.kind, fact.fact.key.clone()), (origin, fact));
        }
    }
    for (id, _, fact) in tx.facts().overruled_of(permit, &ids).await? {
        if let Some(known) = by_id.get_mut(&id) {
            let said = Said { body: fact.fact.body, told_in: fact.recorded_in, is_told: false };
            known.said.insert((fact.fact.kind, fact.fact.key), said);
        }
    }
    for (told_in, conflict) in tx.conflicts().of_people(permit, &ids).await? {
        let Some(known) = by_id.get_mut(&conflict.employee) else { continue };
        let place = (conflict.kind, conflict.key);
        if known.said.get(&place).is_none_or(|said| said.told_in <= told_in) {
            known.said.insert(place, Said { body: conflict.body, told_in, is_told: true });
        }
    }
    Ok(by_id.into_values().map(|known| (known.revised.employee.number.clone(), known)).collect())
}
