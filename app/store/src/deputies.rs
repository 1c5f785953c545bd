//! Who stands in for a manager.

use model::{Deputy, DeputyId, EmployeeId, Subject};
use policy::{Act, Permit};
use rules::Day;
use uuid::Uuid;

use crate::error::Error;
use crate::statement::{run, statement};
use crate::tx::Tx;
use crate::value::{SqlDay, day, read_day};

const TABLE: &str = "deputies";

/// The deputies, in a transaction.
pub struct Deputies<'t>(&'t mut Tx);

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    manager_id: Uuid,
    deputy_id: Uuid,
    from_on: SqlDay,
    until_on: SqlDay,
}

impl TryFrom<Row> for Deputy {
    type Error = Error;

    fn try_from(row: Row) -> Result<Deputy, Error> {
        Ok(Deputy {
            id: DeputyId(row.id),
            manager: EmployeeId(row.manager_id),
            deputy: EmployeeId(row.deputy_id),
            from_on: read_day(TABLE, row.from_on)?,
            until_on: read_day(TABLE, row.until_on)?,
        })
    }
}

impl Tx {
    /// The deputies.
    pub fn deputies(&mut self) -> Deputies<'_> {
        Deputies(self)
    }
}

impl Deputies<'_> {
    /// All of a manager's, past and to come.
    pub async fn of_manager(&mut self, permit: &Permit, manager: EmployeeId) -> Result<Vec<Deputy>, Error> {
        if permit.act() != Act::GiveAccess {
            return Err(Error::WrongPermit(permit.act().code()));
        }
        let rows = run!(self.0, all Row, statement!("deputies/of_manager"), manager.0)?;
        rows.into_iter().map(Deputy::try_from).collect()
    }

    /// Names a deputy.
    pub async fn name(&mut self, permit: &Permit, deputy: &Deputy) -> Result<(), Error> {
        covers(permit, deputy)?;
        run!(
            self.0,
            execute statement!("deputies/name"),
            deputy.id.0,
            deputy.manager.0,
            deputy.deputy.0,
            day(deputy.from_on),
            day(deputy.until_on),
        )?;
        Ok(())
    }

    /// Sets a deputy's last day.
    pub async fn end(&mut self, permit: &Permit, deputy: &Deputy, until_on: Day) -> Result<(), Error> {
        covers(permit, deputy)?;
        run!(self.0, execute statement!("deputies/end"), deputy.id.0, day(until_on))?;
        Ok(())
    }
}

fn covers(permit: &Permit, deputy: &Deputy) -> Result<(), Error> {
    let allowed = permit.covers(Act::GiveAccess, Subject::Employee(deputy.deputy));
    if allowed { Ok(()) } else { Err(Error::WrongPermit(permit.act().code())) }
}
