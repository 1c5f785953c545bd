//! What is known of people, in two times.

use std::collections::BTreeSet;

use model::{Body, ChangeId, EmployeeId, Fact, FactId, FactKind, KnownFact, Origin, Subject};
use policy::{Act, Permit};
use serde_json::json;
use uuid::Uuid;

use crate::error::Error;
use crate::reporting_lines::forget_who_never_came;
use crate::statement::{run, statement};
use crate::tx::Tx;
use crate::value::read_rows;

const TABLE: &str = "facts";

/// The facts, in a transaction.
pub struct Facts<'t>(&'t mut Tx);

/// A fact to be recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewFact {
    /// Its id.
    pub id: FactId,
    /// Of whom.
    pub employee: EmployeeId,
    /// What it says.
    pub fact: Fact,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    employee_id: Uuid,
    kind: String,
    key: String,
    body: String,
    recorded_in: Uuid,
    origin: String,
}

impl Row {
    fn read(self) -> Result<(EmployeeId, Origin, KnownFact), Error> {
        let body = serde_json::from_str(&self.body).map_err(|_| corrupt(self.id, "the body"))?;
        let Row { id, employee_id, kind, key, recorded_in, origin, .. } = self;
        CurrentRow { id, employee_id, kind, key, body, recorded_in, origin }.read()
    }
}

/// As it is read with many others.
#[derive(serde::Deserialize)]
struct CurrentRow {
    id: Uuid,
    employee_id: Uuid,
    kind: String,
    key: String,
    body: Body,
    recorded_in: Uuid,
    origin: String,
}

impl CurrentRow {
    fn read(self) -> Result<(EmployeeId, Origin, KnownFact), Error> {
        let kind = FactKind::from_code(&self.kind).ok_or_else(|| corrupt(self.id, "the kind"))?;
        let origin = Origin::from_code(&self.origin).ok_or_else(|| corrupt(self.id, "the origin"))?;
        let fact = Fact { kind, key: self.key, body: self.body };
        let known = KnownFact { id: FactId(self.id), fact, recorded_in: ChangeId(self.recorded_in) };
        Ok((EmployeeId(self.employee_id), origin, known))
    }
}

fn corrupt(fact: Uuid, what: &str) -> Error {
    Error::Corrupt { table: TABLE, what: format!("{what} of {fact}") }
}

impl Tx {
    /// The facts.
    pub fn facts(&mut self) -> Facts<'_> {
        Facts(self)
    }
}

fn hex(id: Uuid) -> String {
    id.simple().to_string()
}

/// Facts as the statement takes them that records them.
fn rows(facts: &[NewFact]) -> serde_json::Result<String> {
    let rows = facts.iter().map(|NewFact { id, employee, fact }| {
        let body = serde_json::to_string(&fact.body)?;
        Ok((id.0.simple(), employee.0.simple(), fact.kind.code(), fact.key.as_str(), body))
    });
    serde_json::to_string(&rows.collect::<serde_json::Result<Vec<_>>>()?)
}

/// Facts that are being prepared: they count from the moment their change is applied.
pub struct PreparedFacts<'t>(pub(crate) &'t mut Tx);

impl PreparedFacts<'_> {
    /// Records facts. They count from the moment their change is applied.
    pub async fn insert(&mut self, permit: &Permit, change: ChangeId, facts: &[NewFact]) -> Result<(), Error> {
        covers(permit, change)?;
        let of_others = |new: &NewFact| permit.subject() != Subject::Employee(new.employee);
        if is_of_a_person(permit) && facts.iter().any(of_others) {
            return Err(Error::WrongPermit(permit.act().code()));
        }
        for some in facts.chunks(2000) {
            let rows = rows(some).map_err(|error| Error::Corrupt { table: TABLE, what: error.to_string() })?;
            run!(self.0, execute statement!("facts/insert", split), rows, change.0)?;
        }
        Ok(())
    }

    /// Notes that facts are superseded, from the moment the change is applied.
    pub async fn supersede(&mut self, permit: &Permit, change: ChangeId, facts: &[FactId]) -> Result<(), Error> {
        covers(permit, change)?;
        for some in facts.chunks(5000) {
            let ids: Vec<String> = some.iter().map(|id| hex(id.0)).collect();
            run!(self.0, execute statement!("facts/supersede", split), json!(ids).to_string(), change.0)?;
        }
        Ok(())
    }

    /// Removes at most so many facts, and as many notes of what is superseded, of a change that never counted, and the
    /// lines of those people who never came; how many facts and notes.
    pub async fn drop_some(&mut self, permit: &Permit, change: ChangeId, limit: u32) -> Result<u64, Error> {
        if permit.act() != Act::Import {
            return Err(Error::WrongPermit(permit.act().code()));
        }
        let limit = i64::from(limit);
        let notes = run!(self.0, execute statement!("facts/drop_supersessions"), change.0, limit)?;
        let facts = run!(self.0, all(Uuid,), statement!("facts/drop_some"), change.0, limit)?;
        let dropped = facts.len() as u64;
        let people: BTreeSet<EmployeeId> = facts.into_iter().map(|(id,)| EmployeeId(id)).collect();
        forget_who_never_came(self.0, &people.into_iter().collect::<Vec<_>>()).await?;
        Ok(notes + dropped)
    }
}

impl Facts<'_> {
    /// What is known now of those people, by person, kind and key, for the program's own work.
    pub async fn current_of(
        &mut self,
        _permit: &Permit,
        people: &[EmployeeId],
    ) -> Result<Vec<(EmployeeId, Origin, KnownFact)>, Error> {
        let ids: Vec<String> = people.iter().map(|id| hex(id.0)).collect();
        let current_of = statement!("facts/current_of", split);
        let (rows,) = run!(self.0, one(String,), current_of, json!(ids).to_string())?;
        let rows: Vec<CurrentRow> = read_rows(TABLE, &rows)?;
        rows.into_iter().map(CurrentRow::read).collect()
    }

    /// Facts by their ids, also those that were superseded since, by kind and key, for the program's own work.
    pub async fn named(&mut self, _permit: &Permit, facts: &[FactId]) -> Result<Vec<KnownFact>, Error> {
        let ids: Vec<String> = facts.iter().map(|id| hex(id.0)).collect();
        let rows = run!(self.0, all Row, statement!("facts/named", split), json!(ids).to_string())?;
        rows.into_iter().map(|row| Ok(row.read()?.2)).collect()
    }

    /// Everything that was ever recorded, by id, after an id, for the program's own work.
    pub async fn page(&mut self, _permit: &Permit, after: FactId, limit: u32) -> Result<Vec<KnownFact>, Error> {
        let rows = run!(self.0, all Row, statement!("facts/page"), after.0, i64::from(limit))?;
        rows.into_iter().map(|row| Ok(row.read()?.2)).collect()
    }

    /// What feeds had last said of those people where it was corrected or ended here, the oldest first.
    pub async fn overruled_of(
        &mut self,
        _permit: &Permit,
        people: &[EmployeeId],
    ) -> Result<Vec<(EmployeeId, Origin, KnownFact)>, Error> {
        let ids: Vec<String> = people.iter().map(|id| hex(id.0)).collect();
        let rows = run!(self.0, all Row, statement!("facts/overruled_of", split), json!(ids).to_string())?;
        rows.into_iter().map(Row::read).collect()
    }

    /// Whose facts a change recorded or superseded, after an id.
    pub async fn touched_by(
        &mut self,
        _permit: &Permit,
        change: ChangeId,
        after: EmployeeId,
        limit: u32,
    ) -> Result<Vec<EmployeeId>, Error> {
        let rows = run!(self.0, all(Uuid,), statement!("facts/touched_by"), change.0, after.0, i64::from(limit))?;
        Ok(rows.into_iter().map(|(id,)| EmployeeId(id)).collect())
    }

    /// How many facts that a change recorded were superseded by others that stand.
    pub async fn superseded_later(&mut self, _permit: &Permit, change: ChangeId) -> Result<u64, Error> {
        let (count,) = run!(self.0, one(i64,), statement!("facts/superseded_later"), change.0)?;
        Ok(count.unsigned_abs())
    }
}

/// A correction, a move or a waiver: it writes to the facts of one person.
fn is_of_a_person(permit: &Permit) -> bool {
    matches!(permit.act(), Act::CorrectFact | Act::Move | Act::Waive)
}

fn covers(permit: &Permit, change: ChangeId) -> Result<(), Error> {
    let allowed = permit.covers(Act::Import, Subject::Change(change)) || is_of_a_person(permit);
    if allowed { Ok(()) } else { Err(Error::WrongPermit(permit.act().code())) }
}
