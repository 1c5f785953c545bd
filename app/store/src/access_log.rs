//! Who read whose record: one row a viewer, person and day.

use model::{AccountId, EmployeeId};
use policy::Permit;
use rules::Day;
use serde_json::json;
use uuid::Uuid;

use crate::audit;
use crate::error::Error;
use crate::statement::{run, statement};
use crate::tx::Tx;
use crate::value::{SqlDay, day, read_day};

/// The access log, in a transaction.
pub struct AccessLog<'t>(&'t mut Tx);

/// The access log, in a transaction of upkeep.
pub struct AccessLogNotes<'t>(pub(crate) &'t mut Tx);

impl Tx {
    /// The access log.
    pub fn access_log(&mut self) -> AccessLog<'_> {
        AccessLog(self)
    }
}

impl AccessLog<'_> {
    /// Who read a person's record, and on which day; latest first, before a day and an account; at most `limit`.
    pub async fn of_employee(
        &mut self,
        permit: &Permit,
        employee: EmployeeId,
        before: Option<(Day, AccountId)>,
        limit: u32,
    ) -> Result<Vec<(AccountId, Day)>, Error> {
        audit::covers(permit)?;
        let (on, account) = before.map_or((Day::FOREVER, Uuid::max()), |(on, account)| (on, account.0));
        let list = statement!("access_log/of_employee");
        let rows = run!(self.0, all(Uuid, SqlDay), list, employee.0, day(on), account, i64::from(limit))?;
        rows.into_iter().map(|(account, on)| Ok((AccountId(account), read_day("access_log", on)?))).collect()
    }
}

impl AccessLogNotes<'_> {
    /// Notes who read whose record and when; what was noted before stays as it is.
    pub async fn note(&mut self, read: &[(AccountId, EmployeeId, Day)]) -> Result<(), Error> {
        let hex = |id: Uuid| id.simple().to_string();
        for some in read.chunks(1000) {
            let rows: Vec<_> =
                some.iter().map(|(account, of, on)| json!([hex(account.0), hex(of.0), on.to_string()])).collect();
            run!(self.0, execute statement!("access_log/note", split), json!(rows).to_string())?;
        }
        Ok(())
    }
}
