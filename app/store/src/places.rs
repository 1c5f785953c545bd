//! Where people of the company work: no more than names, and of nobody.

use policy::Permit;

use crate::error::Error;
use crate::statement::{run, statement};
use crate::tx::Tx;

/// The places, in a transaction.
pub struct Places<'t>(&'t mut Tx);

impl Tx {
    /// The places.
    pub fn places(&mut self) -> Places<'_> {
        Places(self)
    }
}

impl Places<'_> {
    /// Every site, by name: where somebody works, or for which there is an HR partner. For the program's own work.
    pub async fn sites(&mut self, _permit: &Permit) -> Result<Vec<String>, Error> {
        let rows = run!(self.0, all(String,), statement!("places/sites"),)?;
        Ok(rows.into_iter().map(|(site,)| site).collect())
    }

    /// Every unit in which somebody works, by name. For the program's own work.
    pub async fn units(&mut self, _permit: &Permit) -> Result<Vec<String>, Error> {
        let rows = run!(self.0, all(String,), statement!("places/units"),)?;
        Ok(rows.into_iter().map(|(unit,)| unit).collect())
    }
}
