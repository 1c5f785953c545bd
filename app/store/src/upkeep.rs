//! What the program does for itself, beside the acts of people: it commits without an event, because nothing that
//! anybody asks about changes by it.

use crate::access_log::AccessLogNotes;
use crate::audit::Seals;
use crate::leases::Leases;
use crate::tx::Tx;

/// A transaction that can write nothing but leases, seals and the access log.
pub struct Upkeep<'t>(pub(crate) &'t mut Tx);

impl Upkeep<'_> {
    /// Work that only one process may do at a time.
    pub fn leases(&mut self) -> Leases<'_> {
        self.0.leases()
    }

    /// The chain over the audit trail.
    pub fn seals(&mut self) -> Seals<'_> {
        Seals(self.0)
    }

    /// Who read whose record.
    pub fn access_log(&mut self) -> AccessLogNotes<'_> {
        AccessLogNotes(self.0)
    }
}
