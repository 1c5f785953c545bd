//! People as lists know them.

mod list;

use std::collections::BTreeSet;

use model::{Employee, EmployeeId, LadderId, Subject};
use policy::{Above, Act, Permit, Viewer};
use rules::Day;
use serde_json::json;
use uuid::Uuid;

use crate::error::Error;
use crate::nominations::{hear_of, hear_of_all};
use crate::statement::{run, scoped, statement};
use crate::tx::Tx;
use crate::value::{SqlDay, day, read_day, read_optional_day};

const TABLE: &str = "employees";

/// The people, in a transaction.
pub struct Employees<'t>(pub(crate) &'t mut Tx);

/// A person with the revision of their facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revised {
    /// The person.
    pub employee: Employee,
    /// Raised by every write to their facts.
    pub revision: i64,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    number: String,
    full_name: String,
    job: String,
    manager_id: Option<Uuid>,
    site: Option<String>,
    country: Option<String>,
    unit: Option<String>,
    hired_on: SqlDay,
    left_on: Option<SqlDay>,
    revision: i64,
}

impl TryFrom<Row> for Revised {
    type Error = Error;

    fn try_from(row: Row) -> Result<Revised, Error> {
        let employee = Employee {
            id: EmployeeId(row.id),
            number: row.number,
            full_name: row.full_name,
            job: row.job,
            manager: row.manager_id.map(EmployeeId),
            site: row.site,
            country: row.country,
            unit: row.unit,
            hired_on: read_day(TABLE, row.hired_on)?,
            left_on: read_optional_day(TABLE, row.left_on)?,
        };
        Ok(Revised { employee, revision: row.revision })
    }
}

/// Ids as statements take them.
pub(crate) fn ids(people: &[EmployeeId]) -> String {
    let ids: Vec<String> = people.iter().map(|id| id.0.simple().to_string()).collect();
    json!(ids).to_string()
}

impl Tx {
    /// The people.
    pub fn employees(&mut self) -> Employees<'_> {
        Employees(self)
    }
}

impl Employees<'_> {
    /// The person of that number, if they are in the viewer's scope.
    pub async fn find(&mut self, viewer: &Viewer, number: &str) -> Result<Option<Revised>, Error> {
        let find = scoped!(viewer, "employees/find");
        let row = run!(
            self.0,
            optional Row,
            find,
            viewer.employee.map(|id| id.0),
            viewer.account.0,
            day(viewer.on),
            number,
        )?;
        row.map(Revised::try_from).transpose()
    }

    /// Who of some people is in the viewer's scope.
    pub async fn seen(&mut self, viewer: &Viewer, people: &[EmployeeId]) -> Result<BTreeSet<EmployeeId>, Error> {
        let seen = scoped!(viewer, "employees/seen", split);
        let own = viewer.employee.map(|id| id.0);
        let rows = run!(self.0, all(Uuid,), seen, own, viewer.account.0, day(viewer.on), ids(people))?;
        Ok(rows.into_iter().map(|(id,)| EmployeeId(id)).collect())
    }

    /// The people of those numbers, for the program's own work.
    pub async fn by_numbers(&mut self, _permit: &Permit, numbers: &[&str]) -> Result<Vec<Revised>, Error> {
        let rows = run!(self.0, all Row, statement!("employees/by_numbers", split), json!(numbers).to_string())?;
        rows.into_iter().map(Revised::try_from).collect()
    }

    /// The people of those ids, for the program's own work.
    pub async fn by_ids(&mut self, _permit: &Permit, people: &[EmployeeId]) -> Result<Vec<Revised>, Error> {
        let rows = run!(self.0, all Row, statement!("employees/by_ids", split), ids(people))?;
        rows.into_iter().map(Revised::try_from).collect()
    }

    /// The revisions of those people, who stay locked until the transaction ends.
    pub async fn lock(&mut self, _permit: &Permit, people: &[EmployeeId]) -> Result<Vec<(EmployeeId, i64)>, Error> {
        let rows = run!(self.0, all(Uuid, i64), statement!("employees/lock", split), ids(people))?;
        Ok(rows.into_iter().map(|(id, revision)| (EmployeeId(id), revision)).collect())
    }

    /// How much else names those people: reports of theirs beside them, sign-ins, deputies.
    pub async fn count_resting(&mut self, _permit: &Permit, people: &[EmployeeId]) -> Result<u64, Error> {
        let (count,) = run!(self.0, one(i64,), statement!("employees/count_resting", split), ids(people))?;
        Ok(count.unsigned_abs())
    }

    /// Everyone by number, after a number, for the program's own work.
    pub async fn after(&mut self, _permit: &Permit, number: &str, limit: u32) -> Result<Vec<Revised>, Error> {
        let rows = run!(self.0, all Row, statement!("employees/after"), number, i64::from(limit))?;
        rows.into_iter().map(Revised::try_from).collect()
    }

    /// Those whose facts have changed since they were last assessed, for the program's own work. In a transaction that
    /// writes they stay locked; who is locked by another is left to it.
    pub async fn awaiting(&mut self, _permit: &Permit, limit: u32) -> Result<Vec<Revised>, Error> {
        let rows = run!(self.0, all Row, statement!("employees/awaiting", split), i64::from(limit))?;
        rows.into_iter().map(Revised::try_from).collect()
    }

    /// Those for whom a day has come on which something changes, for the program's own work; locked likewise.
    pub async fn stale(&mut self, _permit: &Permit, on: Day, limit: u32) -> Result<Vec<Revised>, Error> {
        let rows = run!(self.0, all Row, statement!("employees/stale", split), day(on), i64::from(limit))?;
        rows.into_iter().map(Revised::try_from).collect()
    }

    /// How many are still to be assessed again: what lists say of themselves.
    pub async fn count_awaiting(&mut self) -> Result<u64, Error> {
        let (count,) = run!(self.0, one(i64,), statement!("employees/count_awaiting"))?;
        Ok(count.unsigned_abs())
    }

    /// For how many a day has come on which something changes.
    pub async fn count_stale(&mut self, on: Day) -> Result<u64, Error> {
        let (count,) = run!(self.0, one(i64,), statement!("employees/count_stale"), day(on))?;
        Ok(count.unsigned_abs())
    }

    /// The person of that id, for the program's own work.
    pub async fn find_by_id(&mut self, _permit: &Permit, id: EmployeeId) -> Result<Option<Revised>, Error> {
        let row = run!(self.0, optional Row, statement!("employees/find_by_id"), id.0)?;
        row.map(Revised::try_from).transpose()
    }

    /// The viewer's own record.
    pub async fn own(&mut self, viewer: &Viewer) -> Result<Option<Revised>, Error> {
        let Some(own) = viewer.employee else { return Ok(None) };
        let row = run!(self.0, optional Row, statement!("employees/find_by_id"), own.0)?;
        row.map(Revised::try_from).transpose()
    }

    /// How the viewer stands above a person today, by their own line or that of somebody for whom they stand in.
    pub async fn above(&mut self, viewer: &Viewer, person: EmployeeId) -> Result<Option<Above>, Error> {
        let Some(own) = viewer.employee else { return Ok(None) };
        let nearest = statement!("employees/above");
        let row = run!(self.0, optional(i64, Option<Uuid>), nearest, own.0, day(viewer.on), person.0)?;
        Ok(row.map(|(depth, on_behalf_of)| Above {
            depth: u32::try_from(depth).unwrap_or(u32::MAX),
            on_behalf_of: on_behalf_of.map(EmployeeId),
        }))
    }

    /// Raises a person's revision, which locks them until the transaction ends.
    pub async fn bump(&mut self, permit: &Permit, employee: EmployeeId) -> Result<i64, Error> {
        if ![Act::CorrectFact, Act::Move, Act::Waive].iter().any(|act| permit.covers(*act, Subject::Employee(employee)))
        {
            return Err(Error::WrongPermit(permit.act().code()));
        }
        let (revision,) = run!(self.0, one(i64,), statement!("employees/bump"), employee.0)?;
        hear_of(self.0, &[employee]).await?;
        Ok(revision)
    }

    /// Raises everyone's revision: a new ladder judges them all.
    pub async fn bump_all(&mut self, permit: &Permit) -> Result<u64, Error> {
        if permit.act() != Act::PublishLadder {
            return Err(Error::WrongPermit(permit.act().code()));
        }
        let bumped = run!(self.0, execute statement!("employees/bump_all"))?;
        hear_of_all(self.0).await?;
        Ok(bumped)
    }

    /// About so many people, spread evenly over everyone by number, for the program's own work.
    pub async fn sample(&mut self, _permit: &Permit, people: u64) -> Result<Vec<EmployeeId>, Error> {
        let wanted = i64::try_from(people).unwrap_or(i64::MAX).max(1);
        let rows = run!(self.0, all(Uuid,), statement!("employees/sample"), wanted)?;
        Ok(rows.into_iter().map(|(id,)| EmployeeId(id)).collect())
    }

    /// Those of some people whose stored assessments are up to date for a day, for the program's own work.
    pub async fn up_to_date(
        &mut self,
        _permit: &Permit,
        on: Day,
        people: &[EmployeeId],
    ) -> Result<Vec<Revised>, Error> {
        let rows = run!(self.0, all Row, statement!("employees/up_to_date", split), ids(people), day(on))?;
        rows.into_iter().map(Revised::try_from).collect()
    }

    /// How many of some people are still to be assessed for a day.
    pub async fn count_to_assess(&mut self, _permit: &Permit, on: Day, people: &[EmployeeId]) -> Result<u64, Error> {
        let count = statement!("employees/count_to_assess", split);
        let (count,) = run!(self.0, one(i64,), count, ids(people), day(on))?;
        Ok(count.unsigned_abs())
    }

    /// Notes which revisions and which ladder the stored assessments of people are of, and until when they are true.
    pub async fn mark_assessed(
        &mut self,
        permit: &Permit,
        ladder: LadderId,
        people: &[(&Revised, Option<Day>)],
    ) -> Result<(), Error> {
        if permit.act() != Act::Assess {
            return Err(Error::WrongPermit(permit.act().code()));
        }
        let row = |(person, stale_on): &(&Revised, Option<Day>)| {
            json!([person.employee.id.0.simple().to_string(), person.revision, stale_on.map(|day| day.to_string())])
        };
        let rows = serde_json::Value::Array(people.iter().map(row).collect()).to_string();
        run!(self.0, execute statement!("employees/mark_assessed", split), rows, ladder.0)?;
        Ok(())
    }
}
