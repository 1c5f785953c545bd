//! The rows of entries and seals.

use model::{AccountId, AuditEntry, EntryId, RequestId, Seal};
use sqlx::error::BoxDynError;
use sqlx::{Database, Decode, Type};
use uuid::Uuid;

use crate::error::Error;
use crate::value::SqlInstant;

#[derive(sqlx::FromRow)]
pub(crate) struct Row {
    id: Uuid,
    recorded_at: SqlInstant,
    account_id: Option<Uuid>,
    on_behalf_of: Option<Uuid>,
    request_id: Uuid,
    act: String,
    subject_kind: String,
    subject_id: Option<Uuid>,
    detail: String,
}

impl Row {
    pub(crate) fn entry(self) -> Result<AuditEntry, Error> {
        Ok(AuditEntry {
            id: EntryId(self.id),
            recorded_at: self.recorded_at.to_jiff(),
            account: self.account_id.map(AccountId),
            on_behalf_of: self.on_behalf_of,
            request: RequestId(self.request_id),
            act: self.act,
            subject_kind: self.subject_kind,
            subject: self.subject_id,
            detail: self.detail,
        })
    }
}

#[derive(sqlx::FromRow)]
pub(crate) struct HeadRow {
    sequence: i64,
    hash: Vec<u8>,
}

impl HeadRow {
    /// The head; none where what stands there is no hash.
    pub(crate) fn seal(&self) -> Option<Seal> {
        let hash = self.hash.as_slice().try_into().ok()?;
        Some(Seal { sequence: self.sequence, hash })
    }
}

/// A value, or nothing where what stands there cannot be read: a garbled row is a finding, not a failure.
struct Legible<T>(Option<T>);

impl<DB: Database, T: Type<DB>> Type<DB> for Legible<T> {
    fn type_info() -> DB::TypeInfo {
        T::type_info()
    }

    fn compatible(of: &DB::TypeInfo) -> bool {
        T::compatible(of)
    }
}

impl<'r, DB: Database, T: Decode<'r, DB>> Decode<'r, DB> for Legible<T> {
    fn decode(value: DB::ValueRef<'r>) -> Result<Self, BoxDynError> {
        Ok(Legible(T::decode(value).ok()))
    }
}

/// A seal and its entry, as they stand.
#[derive(sqlx::FromRow)]
pub(crate) struct SealedRow {
    pub(crate) sequence: i64,
    entry_id: Legible<Uuid>,
    hash: Vec<u8>,
    id: Option<Legible<Uuid>>,
    recorded_at: Option<Legible<SqlInstant>>,
    account_id: Option<Legible<Uuid>>,
    on_behalf_of: Option<Legible<Uuid>>,
    request_id: Option<Legible<Uuid>>,
    act: Option<String>,
    subject_kind: Option<String>,
    subject_id: Option<Legible<Uuid>>,
    detail: Option<String>,
}

/// What stands at a number of the chain.
pub(crate) struct Sealed {
    pub(crate) sequence: i64,
    pub(crate) entry_id: Option<EntryId>,
    /// None where it is no hash.
    pub(crate) hash: Option<[u8; 32]>,
    pub(crate) stands: Stands,
}

/// What has become of an entry.
pub(crate) enum Stands {
    /// It can be read.
    Entry(AuditEntry),
    /// It is there, but is no entry.
    Garbled,
    /// It is not there.
    Gone,
}

impl SealedRow {
    pub(crate) fn read(self) -> Sealed {
        Sealed {
            sequence: self.sequence,
            entry_id: self.entry_id.0.map(EntryId),
            hash: self.hash.as_slice().try_into().ok(),
            stands: if self.id.is_none() { Stands::Gone } else { self.entry().map_or(Stands::Garbled, Stands::Entry) },
        }
    }

    fn entry(self) -> Option<AuditEntry> {
        Some(AuditEntry {
            id: EntryId(self.id?.0?),
            recorded_at: self.recorded_at?.0?.to_jiff(),
            account: optional(self.account_id)?.map(AccountId),
            on_behalf_of: optional(self.on_behalf_of)?,
            request: RequestId(self.request_id?.0?),
            act: self.act?,
            subject_kind: self.subject_kind?,
            subject: optional(self.subject_id)?,
            detail: self.detail?,
        })
    }
}

/// A value that may be absent; none where it is there and cannot be read.
fn optional<T>(value: Option<Legible<T>>) -> Option<Option<T>> {
    value.map_or(Some(None), |legible| legible.0.map(Some))
}
