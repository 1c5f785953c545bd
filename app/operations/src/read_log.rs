//! Who read whose record: one row a viewer, person and day, written in batches.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use model::{AccountId, EmployeeId};
use policy::{Context, Viewer};
use rules::Day;
use store::Store;

use crate::Error;
use crate::audit::leave;

/// What was read since it was last written down. One a process.
#[derive(Debug, Default)]
pub struct ReadLog {
    read: Mutex<BTreeSet<(AccountId, EmployeeId, Day)>>,
}

impl ReadLog {
    /// Notes that a viewer read a person's record. Their own is theirs to read, and is not noted.
    pub fn note(&self, viewer: &Viewer, person: EmployeeId) {
        if viewer.employee != Some(person) {
            let mut read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
            read.insert((viewer.account, person, viewer.on));
        }
    }

    /// Writes down what was noted; how many rows. Meant for every few seconds and for the end of a process. What could
    /// not be written waits for the next time.
    pub async fn flush(&self, store: &Store, ctx: &Context) -> Result<u64, Error> {
        let taken = std::mem::take(&mut *self.read.lock().unwrap_or_else(PoisonError::into_inner));
        let rows: Vec<_> = taken.iter().copied().collect();
        if rows.is_empty() {
            return Ok(0);
        }
        let written = store.upkeep(ctx, async |upkeep| upkeep.access_log().note(&rows).await).await;
        if let Err(error) = written {
            self.read.lock().unwrap_or_else(PoisonError::into_inner).extend(taken);
            return Err(Error::Store(error));
        }
        Ok(rows.len() as u64)
    }
}

/// Who read a person's record, and on which day; latest first, before a day and an account; at most `limit`. For
/// auditors.
pub async fn readers_of(
    store: &Store,
    ctx: &Context,
    person: EmployeeId,
    before: Option<(Day, AccountId)>,
    limit: u32,
) -> Result<Vec<(AccountId, Day)>, Error> {
    let permit = leave(ctx)?;
    store.read(ctx, async |tx| Ok(tx.access_log().of_employee(&permit, person, before, limit).await?)).await
}
