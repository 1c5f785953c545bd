//! Work that one process does at a time: a lease, named by the act that it is for.

use jiff::SignedDuration;
use policy::Permit;

use crate::error::Error;
use crate::statement::{run, statement};
use crate::tx::Tx;
use crate::value::instant;

/// The leases, in a transaction.
pub struct Leases<'t>(&'t mut Tx);

impl Tx {
    /// The leases.
    pub fn leases(&mut self) -> Leases<'_> {
        Leases(self)
    }
}

impl Leases<'_> {
    /// Takes or renews, for the process whose store this is, the lease on what the permit is for. Whether it got it:
    /// another may hold it. Where that one is in the middle of a transaction, waits for its end.
    pub async fn take(&mut self, permit: &Permit, lasts: SignedDuration) -> Result<bool, Error> {
        let now = self.0.ctx.now;
        let until = now.checked_add(lasts).unwrap_or(now);
        let (name, holder) = (permit.act().code(), self.0.process);
        let taken = run!(self.0, execute statement!("leases/take"), name, holder, instant(until), instant(now))?;
        Ok(taken == 1)
    }

    /// Gives it back before it runs out.
    pub async fn release(&mut self, permit: &Permit) -> Result<(), Error> {
        let (name, holder) = (permit.act().code(), self.0.process);
        run!(self.0, execute statement!("leases/release"), name, holder)?;
        Ok(())
    }
}
