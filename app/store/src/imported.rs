//! People as an import writes them, and takes them back; one of them as a move does.

use model::{ChangeId, Employee, EmployeeId, Subject};
use policy::{Act, Permit};
use rules::Day;
use serde_json::json;

use crate::employees::{Employees, ids};
use crate::error::Error;
use crate::nominations::hear_of;
use crate::reporting_lines::{follow_moves, follow_names};
use crate::statement::{run, statement};

/// People as statements take them that write them.
fn rows<'a>(people: impl IntoIterator<Item = &'a Employee>) -> String {
    let hex = |id: EmployeeId| id.0.simple().to_string();
    let on = |day: Day| day.to_string();
    let row = |employee: &Employee| {
        json!({
            "id": hex(employee.id), "number": employee.number, "full_name": employee.full_name,
            "name_key": employee.name_key(), "job": employee.job, "manager": employee.manager.map(hex),
            "site": employee.site, "country": employee.country, "unit": employee.unit,
            "hired_on": on(employee.hired_on), "left_on": employee.left_on.map(on),
        })
    };
    serde_json::Value::Array(people.into_iter().map(row).collect()).to_string()
}

fn covers(permit: &Permit, change: ChangeId) -> Result<(), Error> {
    let allowed = permit.covers(Act::Import, Subject::Change(change));
    if allowed { Ok(()) } else { Err(Error::WrongPermit(permit.act().code())) }
}

/// A move writes to whoever moves, and to nobody else.
fn covers_all(permit: &Permit, change: ChangeId, people: &[EmployeeId]) -> Result<(), Error> {
    match people {
        [one] if permit.covers(Act::Move, Subject::Employee(*one)) => Ok(()),
        _ => covers(permit, change),
    }
}

impl Employees<'_> {
    /// Writes people who are new, with their managers, who are there or come before them. The lines in which they stand
    /// were prepared.
    pub async fn add(&mut self, permit: &Permit, change: ChangeId, people: &[Employee]) -> Result<(), Error> {
        covers(permit, change)?;
        for some in people.chunks(1000) {
            run!(self.0, execute statement!("employees/add", split), rows(some))?;
        }
        Ok(())
    }

    /// Writes people as a change leaves them, new or known; raises their revisions.
    pub async fn save(&mut self, permit: &Permit, change: ChangeId, people: &[&Employee]) -> Result<(), Error> {
        let saved: Vec<EmployeeId> = people.iter().map(|employee| employee.id).collect();
        covers_all(permit, change, &saved)?;
        for some in people.chunks(1000) {
            run!(self.0, execute statement!("employees/save", split), rows(some.iter().copied()))?;
            let ids: Vec<EmployeeId> = some.iter().map(|employee| employee.id).collect();
            follow_names(self.0, &ids).await?;
            hear_of(self.0, &ids).await?;
        }
        Ok(())
    }

    /// Sets the managers of people that are all there by now, and the reporting lines that follow.
    pub async fn set_managers(
        &mut self,
        permit: &Permit,
        change: ChangeId,
        managers: &[(EmployeeId, Option<EmployeeId>)],
    ) -> Result<(), Error> {
        let moved: Vec<EmployeeId> = managers.iter().map(|(id, _)| *id).collect();
        covers_all(permit, change, &moved)?;
        let hex = |id: EmployeeId| id.0.simple().to_string();
        for some in managers.chunks(1000) {
            let rows: Vec<_> =
                some.iter().map(|(id, manager)| json!({ "id": hex(*id), "manager": manager.map(hex) })).collect();
            run!(self.0, execute statement!("employees/set_managers", split), json!(rows).to_string())?;
        }
        follow_moves(self.0, &moved).await
    }

    /// Takes people out of every list: nothing stands that tells of them, and they stand in nobody's line.
    pub async fn forget(&mut self, permit: &Permit, change: ChangeId, people: &[EmployeeId]) -> Result<(), Error> {
        covers(permit, change)?;
        let people = ids(people);
        run!(self.0, execute statement!("assessments/forget", split), people.clone())?;
        run!(self.0, execute statement!("employees/forget", split), people)?;
        Ok(())
    }
}
