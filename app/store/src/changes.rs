//! The acts that recorded facts.

use model::{AccountId, Change, ChangeId, Instant, Origin, Subject};
use policy::{Act, Permit};
use uuid::Uuid;

use crate::error::Error;
use crate::statement::{run, statement};
use crate::tx::Tx;
use crate::value::{SqlInstant, instant};

const TABLE: &str = "changes";

/// The changes, in a transaction.
pub struct Changes<'t>(&'t mut Tx);

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    origin: String,
    recorded_by: Option<Uuid>,
    recorded_at: SqlInstant,
    reason: Option<String>,
    digest: Option<String>,
    counts: Option<String>,
}

impl TryFrom<Row> for Change {
    type Error = Error;

    fn try_from(row: Row) -> Result<Change, Error> {
        let unknown = || Error::Corrupt { table: TABLE, what: format!("the origin of {}", row.id) };
        Ok(Change {
            id: ChangeId(row.id),
            origin: Origin::from_code(&row.origin).ok_or_else(unknown)?,
            recorded_by: row.recorded_by.map(AccountId),
            recorded_at: row.recorded_at.to_jiff(),
            reason: row.reason,
            digest: row.digest,
            counts: row.counts,
        })
    }
}

/// An import as lists tell of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedImport {
    /// The change itself.
    pub change: Change,
    /// The name of who made it: the person's, else the one they sign in by.
    pub recorded_by_name: Option<String>,
    /// When it was taken back, if it was.
    pub undone_at: Option<Instant>,
}

#[derive(sqlx::FromRow)]
struct ListedRow {
    #[sqlx(flatten)]
    change: Row,
    recorded_by_name: Option<String>,
    undone_at: Option<SqlInstant>,
}

impl TryFrom<ListedRow> for ListedImport {
    type Error = Error;

    fn try_from(row: ListedRow) -> Result<ListedImport, Error> {
        let undone_at = row.undone_at.map(SqlInstant::to_jiff);
        Ok(ListedImport { change: row.change.try_into()?, recorded_by_name: row.recorded_by_name, undone_at })
    }
}

impl Tx {
    /// The changes.
    pub fn changes(&mut self) -> Changes<'_> {
        Changes(self)
    }
}

/// Changes that are being prepared.
pub struct PreparedChanges<'t>(pub(crate) &'t mut Tx);

impl PreparedChanges<'_> {
    /// Opens a change: nothing that it records counts until it is applied.
    pub async fn begin(&mut self, permit: &Permit, change: &Change) -> Result<(), Error> {
        covers(permit, change.id)?;
        run!(
            self.0,
            execute statement!("changes/begin"),
            change.id.0,
            change.origin.code(),
            change.recorded_by.map(|account| account.0),
            instant(change.recorded_at),
            change.reason.clone(),
            change.digest.clone(),
            change.counts.clone(),
        )?;
        Ok(())
    }

    /// A sign of life of a change that is being prepared. Whether it is still there.
    pub async fn renew(&mut self, permit: &Permit, change: ChangeId, at: Instant) -> Result<bool, Error> {
        covers(permit, change)?;
        Ok(run!(self.0, execute statement!("changes/prepare"), change.0, instant(at))? == 1)
    }

    /// Changes that were never applied and gave no sign of life since an instant.
    pub async fn abandoned(&mut self, permit: &Permit, since: Instant) -> Result<Vec<ChangeId>, Error> {
        is_import(permit)?;
        let rows = run!(self.0, all(Uuid,), statement!("changes/abandoned"), instant(since))?;
        Ok(rows.into_iter().map(|(id,)| ChangeId(id)).collect())
    }

    /// Removes a change that was never applied, after all that it recorded.
    pub async fn drop(&mut self, permit: &Permit, change: ChangeId) -> Result<(), Error> {
        is_import(permit)?;
        run!(self.0, execute statement!("changes/drop"), change.0)?;
        Ok(())
    }
}

fn is_import(permit: &Permit) -> Result<(), Error> {
    if permit.act() == Act::Import { Ok(()) } else { Err(Error::WrongPermit(permit.act().code())) }
}

impl Changes<'_> {
    /// Makes everything that a change recorded true at once. Whether it was still open.
    pub async fn apply(
        &mut self,
        permit: Permit,
        change: ChangeId,
        at: Instant,
        digest: Option<&str>,
        counts: &str,
    ) -> Result<bool, Error> {
        covers(&permit, change)?;
        Ok(run!(self.0, execute statement!("changes/apply"), change.0, instant(at), digest, counts)? == 1)
    }

    /// Takes back everything that a change recorded. Whether it stood.
    pub async fn undo(&mut self, permit: Permit, change: ChangeId, at: Instant) -> Result<bool, Error> {
        covers(&permit, change)?;
        Ok(run!(self.0, execute statement!("changes/undo"), change.0, instant(at))? == 1)
    }

    /// A change that stands.
    pub async fn find(&mut self, _permit: &Permit, change: ChangeId) -> Result<Option<Change>, Error> {
        let row = run!(self.0, optional Row, statement!("changes/find"), change.0)?;
        row.map(Change::try_from).transpose()
    }

    /// The imports that became true, those taken back included, the latest first, before an instant and an id; at most
    /// `limit`.
    pub async fn listed(
        &mut self,
        _permit: &Permit,
        before: Option<(Instant, ChangeId)>,
        limit: u32,
    ) -> Result<Vec<ListedImport>, Error> {
        let (at, id) = before.map_or((Instant::MAX, Uuid::max()), |(at, id)| (at, id.0));
        let rows = run!(self.0, all ListedRow, statement!("changes/listed"), instant(at), id, i64::from(limit))?;
        rows.into_iter().map(ListedImport::try_from).collect()
    }

    /// An import that became true, taken back or not.
    pub async fn told(&mut self, _permit: &Permit, change: ChangeId) -> Result<Option<ListedImport>, Error> {
        let row = run!(self.0, optional ListedRow, statement!("changes/told"), change.0)?;
        row.map(ListedImport::try_from).transpose()
    }

    /// The imports that stand, the latest first, before an instant and an id; at most `limit`.
    pub async fn imports(
        &mut self,
        _permit: &Permit,
        before: Option<(Instant, ChangeId)>,
        limit: u32,
    ) -> Result<Vec<Change>, Error> {
        let (at, id) = before.map_or((Instant::MAX, Uuid::max()), |(at, id)| (at, id.0));
        let rows = run!(self.0, all Row, statement!("changes/imports"), instant(at), id, i64::from(limit))?;
        rows.into_iter().map(Change::try_from).collect()
    }
}

fn covers(permit: &Permit, change: ChangeId) -> Result<(), Error> {
    let of_a_person = matches!(permit.act(), Act::CorrectFact | Act::Move | Act::Waive);
    let allowed = permit.covers(Act::Import, Subject::Change(change)) || of_a_person;
    if allowed { Ok(()) } else { Err(Error::WrongPermit(permit.act().code())) }
}
