//! What accounts may do beyond their own record and their reports.

use model::{Access, AccountId, Grant, GrantId, Subject};
use policy::{Act, Permit};
use rules::Day;
use uuid::Uuid;

use crate::error::Error;
use crate::statement::{run, statement};
use crate::tx::Tx;
use crate::value::{SqlDay, day, read_day, read_optional_day};

const TABLE: &str = "grants";

/// The grants, in a transaction.
pub struct Grants<'t>(&'t mut Tx);

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    account_id: Uuid,
    access: String,
    site: Option<String>,
    from_on: SqlDay,
    until_on: Option<SqlDay>,
}

impl TryFrom<Row> for Grant {
    type Error = Error;

    fn try_from(row: Row) -> Result<Grant, Error> {
        grant(row.id, row.account_id, &row.access, row.site, row.from_on, row.until_on)
    }
}

/// A grant of what a row holds of it.
pub(crate) fn grant(
    id: Uuid,
    account: Uuid,
    access: &str,
    site: Option<String>,
    from_on: SqlDay,
    until_on: Option<SqlDay>,
) -> Result<Grant, Error> {
    let unknown = || Error::Corrupt { table: TABLE, what: format!("the access {access}") };
    Ok(Grant {
        id: GrantId(id),
        account: AccountId(account),
        access: Access::from_code(access).ok_or_else(unknown)?,
        site,
        from_on: read_day(TABLE, from_on)?,
        until_on: read_optional_day(TABLE, until_on)?,
    })
}

impl Tx {
    /// The grants.
    pub fn grants(&mut self) -> Grants<'_> {
        Grants(self)
    }
}

impl Grants<'_> {
    /// All of an account's, past and to come: what a viewer is made of.
    pub async fn of_account(&mut self, account: AccountId) -> Result<Vec<Grant>, Error> {
        let rows = run!(self.0, all Row, statement!("grants/of_account"), account.0)?;
        rows.into_iter().map(Grant::try_from).collect()
    }

    /// Gives access.
    pub async fn add(&mut self, permit: Permit, grant: &Grant) -> Result<(), Error> {
        covers(&permit, grant.account)?;
        run!(
            self.0,
            execute statement!("grants/add"),
            grant.id.0,
            grant.account.0,
            grant.access.code(),
            grant.site.clone(),
            day(grant.from_on),
            grant.until_on.map(day),
            permit.account().map(|account| account.0),
        )?;
        Ok(())
    }

    /// Sets the last day of access.
    pub async fn end(&mut self, permit: &Permit, grant: &Grant, until_on: Day) -> Result<(), Error> {
        covers(permit, grant.account)?;
        run!(self.0, execute statement!("grants/end"), grant.id.0, day(until_on))?;
        Ok(())
    }
}

fn covers(permit: &Permit, account: AccountId) -> Result<(), Error> {
    let allowed = permit.covers(Act::GiveAccess, Subject::Account(account));
    if allowed { Ok(()) } else { Err(Error::WrongPermit(permit.act().code())) }
}
