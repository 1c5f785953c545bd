//! Sealing: entries become links of the chain, in the order in which they were recorded. One that was committed late
//! is sealed late: whatever waits, waits in a table of its own, so nothing is passed over.

use model::Seal;
use model::chain::link;
use policy::{Act, Permit};
use uuid::Uuid;

use super::row::{HeadRow, Row};
use crate::error::Error;
use crate::statement::{run, statement};
use crate::tx::Tx;

/// The seals, in a transaction of upkeep.
pub struct Seals<'t>(pub(crate) &'t mut Tx);

impl Seals<'_> {
    /// Seals the next entries, at most `limit`, for whoever holds the lease on sealing; how many.
    pub async fn append(&mut self, permit: &Permit, limit: u32) -> Result<u64, Error> {
        if permit.act() != Act::Seal {
            return Err(Error::WrongPermit(permit.act().code()));
        }
        let from = head(self.0).await?;
        let waiting = run!(self.0, all Row, statement!("audit/unsealed"), i64::from(limit))?;
        let mut last = from;
        for row in waiting {
            let entry = row.entry()?;
            let sequence = last.sequence + 1;
            last = Seal { sequence, hash: link(&last.hash, sequence, &entry) };
            run!(self.0, execute statement!("audit/seal"), sequence, entry.id.0, last.hash.to_vec())?;
        }
        if last.sequence > from.sequence {
            run!(self.0, execute statement!("audit/move_head"), last.sequence, last.hash.to_vec())?;
            run!(self.0, execute statement!("audit/clear_sealed"), from.sequence)?;
        }
        Ok(last.sequence.abs_diff(from.sequence))
    }
}

async fn head(tx: &mut Tx) -> Result<Seal, Error> {
    let row = run!(tx, optional HeadRow, statement!("audit/head"))?;
    row.and_then(|row| row.seal())
        .ok_or_else(|| Error::Corrupt { table: "audit_head", what: "the chain's head is not there".to_owned() })
}

/// An entry that waits to be sealed, and is not there.
pub(crate) async fn lost(tx: &mut Tx) -> Result<Option<Uuid>, Error> {
    let row = run!(tx, optional(Uuid,), statement!("audit/lost"))?;
    Ok(row.map(|(id,)| id))
}
