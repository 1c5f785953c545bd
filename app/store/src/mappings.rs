//! Mappings by name.

use model::{SavedMapping, Subject};
use policy::{Act, Permit};

use crate::error::Error;
use crate::statement::{run, statement};
use crate::tx::Tx;
use crate::value::{SqlInstant, instant};

/// The mappings, in a transaction.
pub struct Mappings<'t>(&'t mut Tx);

#[derive(sqlx::FromRow)]
struct Row {
    name: String,
    text: String,
    saved_at: SqlInstant,
}

impl From<Row> for SavedMapping {
    fn from(row: Row) -> SavedMapping {
        SavedMapping { name: row.name, text: row.text, saved_at: row.saved_at.to_jiff() }
    }
}

impl Tx {
    /// The mappings.
    pub fn mappings(&mut self) -> Mappings<'_> {
        Mappings(self)
    }
}

impl Mappings<'_> {
    /// Those after a name; at most `limit`.
    pub async fn list(&mut self, _permit: &Permit, after: &str, limit: u32) -> Result<Vec<SavedMapping>, Error> {
        let rows = run!(self.0, all Row, statement!("mappings/list"), after, i64::from(limit))?;
        Ok(rows.into_iter().map(SavedMapping::from).collect())
    }

    /// The one of a name.
    pub async fn find(&mut self, _permit: &Permit, name: &str) -> Result<Option<SavedMapping>, Error> {
        let row = run!(self.0, optional Row, statement!("mappings/find"), name)?;
        Ok(row.map(SavedMapping::from))
    }

    /// Saves one, in place of what had its name.
    pub async fn save(&mut self, permit: Permit, name: &str, text: &str) -> Result<(), Error> {
        if !permit.covers(Act::Import, Subject::Company) {
            return Err(Error::WrongPermit(permit.act().code()));
        }
        let (by, at) = (permit.account().map(|account| account.0), instant(self.0.ctx.now));
        run!(self.0, execute statement!("mappings/save"), name, text, by, at)?;
        Ok(())
    }
}
