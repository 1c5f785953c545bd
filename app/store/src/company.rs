//! The company: one row.

use model::{Subject, Zone};
use policy::{Act, Permit};
use rules::Day;

use crate::error::Error;
use crate::statement::{run, statement};
use crate::tx::Tx;
use crate::value::{SqlDay, day, read_optional_day};

/// The company, in a transaction.
pub struct CompanyRow<'t>(&'t mut Tx);

/// What is kept of the company itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Company {
    /// The time zone that decides which day it is.
    pub time_zone: Zone,
    /// Whether it is the made-up one.
    pub is_demo: bool,
    /// The day for which every stored assessment was last brought up to date.
    pub swept_on: Option<Day>,
}

/// How much there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counts {
    /// People.
    pub people: u64,
    /// Facts, current or not.
    pub facts: u64,
    /// Audit entries.
    pub entries: u64,
}

#[derive(sqlx::FromRow)]
struct Row {
    time_zone: String,
    is_demo: bool,
    swept_on: Option<SqlDay>,
}

impl Tx {
    /// The company.
    pub fn company(&mut self) -> CompanyRow<'_> {
        CompanyRow(self)
    }
}

impl CompanyRow<'_> {
    /// What is kept of it.
    pub async fn get(&mut self) -> Result<Company, Error> {
        let row = run!(self.0, one Row, statement!("company/today"))?;
        let swept_on = read_optional_day("company", row.swept_on)?;
        let no_zone = || Error::Corrupt { table: "company", what: format!("the time zone {}", row.time_zone) };
        let time_zone = Zone::named(&row.time_zone).ok_or_else(no_zone)?;
        Ok(Company { time_zone, is_demo: row.is_demo, swept_on })
    }

    /// How much there is.
    pub async fn count(&mut self) -> Result<Counts, Error> {
        let (people, facts, entries) = run!(self.0, one(i64, i64, i64), statement!("company/count"))?;
        Ok(Counts { people: people.unsigned_abs(), facts: facts.unsigned_abs(), entries: entries.unsigned_abs() })
    }

    /// Locks the company until the transaction ends: where what is done must be done one after another.
    pub async fn lock(&mut self) -> Result<(), Error> {
        run!(self.0, execute statement!("company/lock", split))?;
        Ok(())
    }

    /// From now on it is the made-up one.
    pub async fn become_demo(&mut self, permit: &Permit) -> Result<(), Error> {
        if !permit.covers(Act::Import, Subject::Company) {
            return Err(Error::WrongPermit(permit.act().code()));
        }
        run!(self.0, execute statement!("company/become_demo"), true)?;
        Ok(())
    }

    /// From now on its days begin and end as in a time zone.
    pub async fn set_time_zone(&mut self, permit: &Permit, zone: &Zone) -> Result<(), Error> {
        if !permit.covers(Act::ManageCompany, Subject::Company) {
            return Err(Error::WrongPermit(permit.act().code()));
        }
        run!(self.0, execute statement!("company/set_time_zone"), zone.name())?;
        Ok(())
    }

    /// Notes that every stored assessment is up to date for a day. Whether it was not so before.
    pub async fn sweep(&mut self, permit: &Permit, on: Day) -> Result<bool, Error> {
        if permit.act() != Act::Assess {
            return Err(Error::WrongPermit(permit.act().code()));
        }
        Ok(run!(self.0, execute statement!("company/sweep"), day(on))? == 1)
    }
}
