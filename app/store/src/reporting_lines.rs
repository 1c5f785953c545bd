//! Who stands above whom, at any distance.

use policy::{Act, Permit};

use crate::error::Error;
use crate::statement::{run, statement};
use crate::tx::Tx;

/// The reporting lines, in a transaction.
pub struct ReportingLines<'t>(&'t mut Tx);

impl Tx {
    /// The reporting lines.
    pub fn reporting_lines(&mut self) -> ReportingLines<'_> {
        ReportingLines(self)
    }
}

impl ReportingLines<'_> {
    /// Works all of them out again from everyone's manager.
    pub async fn rebuild(&mut self, permit: &Permit) -> Result<(), Error> {
        if permit.act() != Act::Import {
            return Err(Error::WrongPermit(permit.act().code()));
        }
        run!(self.0, execute statement!("reporting_lines/clear"))?;
        run!(self.0, execute statement!("reporting_lines/rebuild"))?;
        Ok(())
    }
}
