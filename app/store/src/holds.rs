//! Holds on people's moves.

use model::{AccountId, EmployeeId, Hold, HoldId, HoldReason, Subject};
use policy::{Act, Permit};
use rules::Day;
use uuid::Uuid;

use crate::error::Error;
use crate::statement::{run, statement};
use crate::tx::Tx;
use crate::value::{SqlDay, day, instant, read_day, read_optional_day};

const TABLE: &str = "holds";

/// The holds, in a transaction.
pub struct Holds<'t>(&'t mut Tx);

/// A hold, and what those are called who had to do with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HoldTold {
    /// The hold.
    pub hold: Hold,
    /// Who placed it.
    pub placed_by_name: String,
    /// For whom they stood in.
    pub on_behalf_of_name: Option<String>,
    /// Who renewed it.
    pub renewed_by_name: Option<String>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    employee_id: Uuid,
    reason: String,
    words: Option<String>,
    placed_by: Uuid,
    on_behalf_of: Option<Uuid>,
    from_on: SqlDay,
    until_on: SqlDay,
    renewed_by: Option<Uuid>,
    ended_on: Option<SqlDay>,
    placed_by_name: String,
    on_behalf_of_name: Option<String>,
    renewed_by_name: Option<String>,
}

impl TryFrom<Row> for HoldTold {
    type Error = Error;

    fn try_from(row: Row) -> Result<HoldTold, Error> {
        let unknown = || Error::Corrupt { table: TABLE, what: format!("the reason of {}", row.id) };
        let hold = Hold {
            id: HoldId(row.id),
            employee: EmployeeId(row.employee_id),
            reason: HoldReason::from_code(&row.reason).ok_or_else(unknown)?,
            words: row.words,
            placed_by: AccountId(row.placed_by),
            on_behalf_of: row.on_behalf_of.map(EmployeeId),
            from_on: read_day(TABLE, row.from_on)?,
            until_on: read_day(TABLE, row.until_on)?,
            renewed_by: row.renewed_by.map(AccountId),
            ended_on: read_optional_day(TABLE, row.ended_on)?,
        };
        let (placed_by_name, on_behalf_of_name) = (row.placed_by_name, row.on_behalf_of_name);
        Ok(HoldTold { hold, placed_by_name, on_behalf_of_name, renewed_by_name: row.renewed_by_name })
    }
}

impl Tx {
    /// The holds.
    pub fn holds(&mut self) -> Holds<'_> {
        Holds(self)
    }
}

impl Holds<'_> {
    /// Those on a person's moves whom the caller has found within the viewer's scope, the latest first.
    pub async fn of_person(&mut self, person: &crate::Revised, limit: u32) -> Result<Vec<HoldTold>, Error> {
        let list = statement!("holds/of_employee");
        let rows = run!(self.0, all Row, list, person.employee.id.0, i64::from(limit))?;
        rows.into_iter().map(HoldTold::try_from).collect()
    }

    /// Places one.
    pub async fn place(&mut self, permit: Permit, hold: &Hold) -> Result<(), Error> {
        covers(&permit, Act::Hold, hold)?;
        let at = instant(self.0.ctx.now);
        run!(
            self.0,
            execute statement!("holds/place"),
            hold.id.0,
            hold.employee.0,
            hold.reason.code(),
            hold.words.clone(),
            hold.placed_by.0,
            hold.on_behalf_of.map(|id| id.0),
            at,
            day(hold.from_on),
            day(hold.until_on),
        )?;
        Ok(())
    }

    /// Lets one go on until a day. Whether it was still there, and had not been renewed before.
    pub async fn renew(&mut self, permit: Permit, hold: &Hold, until_on: Day, by: AccountId) -> Result<bool, Error> {
        covers(&permit, Act::RenewHold, hold)?;
        Ok(run!(self.0, execute statement!("holds/renew"), hold.id.0, day(until_on), by.0)? == 1)
    }

    /// Ends one. Whether it was still there.
    pub async fn end(&mut self, permit: Permit, hold: &Hold, on: Day, by: AccountId) -> Result<bool, Error> {
        covers(&permit, Act::Hold, hold)?;
        Ok(run!(self.0, execute statement!("holds/end"), hold.id.0, day(on), by.0)? == 1)
    }
}

fn covers(permit: &Permit, act: Act, hold: &Hold) -> Result<(), Error> {
    let allowed = permit.covers(act, Subject::Employee(hold.employee));
    if allowed { Ok(()) } else { Err(Error::WrongPermit(permit.act().code())) }
}
