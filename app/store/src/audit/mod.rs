//! The audit trail: reading it, sealing it, verifying it. Entries are appended by the transactions themselves, see
//! `tx.rs`.

mod row;
mod seal;
mod search;
mod verify;

use model::{AuditEntry, EntryId, Instant, Seal};
use policy::{Act, Permit};
use uuid::Uuid;

use crate::error::Error;
use crate::statement::{run, statement};
use crate::tx::Tx;
use crate::value::instant;
use row::{Row, SealedRow, Stands};
pub use seal::Seals;
pub use search::{ChangedFact, ListedEntry, Side, SoughtEntries};

/// The audit trail, in a transaction.
pub struct Audit<'t>(&'t mut Tx);

impl Tx {
    /// The audit trail.
    pub fn audit(&mut self) -> Audit<'_> {
        Audit(self)
    }
}

impl Audit<'_> {
    /// The entries, latest first, before an instant and an id; at most `limit`.
    pub async fn list(
        &mut self,
        permit: &Permit,
        before: Option<(Instant, EntryId)>,
        limit: u32,
    ) -> Result<Vec<AuditEntry>, Error> {
        covers(permit)?;
        let (at, id) = before.map_or((Instant::MAX, Uuid::max()), |(at, id)| (at, id.0));
        let rows = run!(self.0, all Row, statement!("audit/list"), instant(at), id, i64::from(limit))?;
        rows.into_iter().map(Row::entry).collect()
    }

    /// The entries about one thing, latest first, before an id; at most `limit`.
    pub async fn list_about(
        &mut self,
        permit: &Permit,
        subject: Uuid,
        before: Option<EntryId>,
        limit: u32,
    ) -> Result<Vec<AuditEntry>, Error> {
        covers(permit)?;
        let before = before.map_or(Uuid::max(), |id| id.0);
        let rows = run!(self.0, all Row, statement!("audit/list_about"), subject, before, i64::from(limit))?;
        rows.into_iter().map(Row::entry).collect()
    }
}

impl Audit<'_> {
    /// The sealed entries by number, after a number; at most `limit`. One that is no entry any longer is for
    /// [`verify`](Audit::verify) to name.
    pub async fn sealed(&mut self, permit: &Permit, after: i64, limit: u32) -> Result<Vec<(Seal, AuditEntry)>, Error> {
        covers(permit)?;
        let rows = run!(self.0, all SealedRow, statement!("audit/sealed"), after, i64::from(limit))?;
        let sealed = |row: SealedRow| {
            let sealed = row.read();
            let what = || format!("the entry at number {} cannot be read", sealed.sequence);
            match (sealed.hash, sealed.stands) {
                (Some(hash), Stands::Entry(entry)) => Ok((Seal { sequence: sealed.sequence, hash }, entry)),
                (_, _) => Err(Error::Corrupt { table: "audit_seals", what: what() }),
            }
        };
        rows.into_iter().map(sealed).collect()
    }

    /// Whether anything waits to be sealed.
    pub async fn is_waiting(&mut self) -> Result<bool, Error> {
        Ok(run!(self.0, optional(Uuid,), statement!("audit/any_unsealed"))?.is_some())
    }
}

/// Whoever copies the database verifies the copy's trail.
pub(crate) fn covers(permit: &Permit) -> Result<(), Error> {
    let allowed = matches!(permit.act(), Act::Audit | Act::BackUp);
    if allowed { Ok(()) } else { Err(Error::WrongPermit(permit.act().code())) }
}
