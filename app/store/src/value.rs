//! Days, instants and ids as both engines keep them.

use std::sync::atomic::{AtomicU64, Ordering};

use jiff::civil::Date;
use jiff_sqlx::ToSqlx;
use model::{Instant, TokenHash};
use rules::Day;
use sqlx::encode::IsNull;
use sqlx::error::BoxDynError;
use sqlx::postgres::{PgArgumentBuffer, PgTypeInfo, PgValueRef};
use sqlx::sqlite::{SqliteArgumentsBuffer, SqliteTypeInfo, SqliteValueRef};
use sqlx::{Decode, Encode, Postgres, Sqlite, Type};
use uuid::{NoContext, Timestamp, Uuid};

use crate::Error;

pub(crate) type SqlDay = jiff_sqlx::Date;

/// An instant in a row. SQLite compares it as text, so it always has six decimals there.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SqlInstant(jiff_sqlx::Timestamp);

impl SqlInstant {
    pub(crate) fn to_jiff(self) -> Instant {
        self.0.to_jiff()
    }
}

impl Type<Sqlite> for SqlInstant {
    fn type_info() -> SqliteTypeInfo {
        <jiff_sqlx::Timestamp as Type<Sqlite>>::type_info()
    }

    fn compatible(info: &SqliteTypeInfo) -> bool {
        <jiff_sqlx::Timestamp as Type<Sqlite>>::compatible(info)
    }
}

impl Encode<'_, Sqlite> for SqlInstant {
    fn encode_by_ref(&self, buffer: &mut SqliteArgumentsBuffer) -> Result<IsNull, BoxDynError> {
        Encode::<Sqlite>::encode(format!("{:.6}", self.to_jiff()), buffer)
    }
}

impl<'r> Decode<'r, Sqlite> for SqlInstant {
    fn decode(value: SqliteValueRef<'r>) -> Result<SqlInstant, BoxDynError> {
        Ok(SqlInstant(Decode::<Sqlite>::decode(value)?))
    }
}

impl Type<Postgres> for SqlInstant {
    fn type_info() -> PgTypeInfo {
        <jiff_sqlx::Timestamp as Type<Postgres>>::type_info()
    }
}

impl Encode<'_, Postgres> for SqlInstant {
    fn encode_by_ref(&self, buffer: &mut PgArgumentBuffer) -> Result<IsNull, BoxDynError> {
        Encode::<Postgres>::encode_by_ref(&self.0, buffer)
    }
}

impl<'r> Decode<'r, Postgres> for SqlInstant {
    fn decode(value: PgValueRef<'r>) -> Result<SqlInstant, BoxDynError> {
        Ok(SqlInstant(Decode::<Postgres>::decode(value)?))
    }
}

/// A new id, which sorts by the instant it was made at.
pub fn new_id<Id: From<Uuid>>(now: Instant) -> Id {
    let seconds = u64::try_from(now.as_second()).unwrap_or(0);
    let nanoseconds = u32::try_from(now.subsec_nanosecond()).unwrap_or(0);
    Uuid::new_v7(Timestamp::from_unix(NoContext, seconds, nanoseconds)).into()
}

/// Ids made one after another at one instant. They sort in that order, so that a database that keeps rows by id writes
/// them beside each other: a million ids in no order are a million places.
#[derive(Debug)]
pub struct Ids {
    first: u128,
    given: AtomicU64,
}

impl Ids {
    /// Made at an instant.
    pub fn at(now: Instant) -> Ids {
        // Below the middle of what is left to chance: nobody makes so many that they would leave it.
        let first = new_id::<Uuid>(now).as_u128() & !(1 << 61);
        Ids { first, given: AtomicU64::new(0) }
    }

    /// The next.
    pub fn next<Id: From<Uuid>>(&self) -> Id {
        let given = self.given.fetch_add(1, Ordering::Relaxed);
        Uuid::from_u128(self.first + u128::from(given)).into()
    }
}

/// A day for binding.
pub(crate) fn day(day: Day) -> SqlDay {
    let (year, month, day) = day.ymd();
    // A `Day` exists in the calendar, and its years are jiff's; the open end is never kept.
    Date::new(year as i16, month as i8, day as i8).unwrap_or(Date::MAX).to_sqlx()
}

/// An instant for binding, cut to what both engines keep.
pub(crate) fn instant(instant: Instant) -> SqlInstant {
    SqlInstant(Instant::from_microsecond(instant.as_microsecond()).unwrap_or(instant).to_sqlx())
}

/// A day as read from a row.
pub(crate) fn read_day(table: &'static str, day: SqlDay) -> Result<Day, Error> {
    let date: Date = day.to_jiff();
    Day::new(date.year().into(), date.month() as u32, date.day() as u32)
        .ok_or_else(|| Error::Corrupt { table, what: format!("the day {date}") })
}

/// A day as read from a row, where there is one.
pub(crate) fn read_optional_day(table: &'static str, day: Option<SqlDay>) -> Result<Option<Day>, Error> {
    day.map(|day| read_day(table, day)).transpose()
}

/// Rows that came as one JSON array.
pub(crate) fn read_rows<'t, Row: serde::Deserialize<'t>>(
    table: &'static str,
    text: &'t str,
) -> Result<Vec<Row>, Error> {
    serde_json::from_str(text).map_err(|error| Error::Corrupt { table, what: error.to_string() })
}

/// The hash of a secret for binding.
pub(crate) fn bytes(hash: TokenHash) -> Vec<u8> {
    hash.0.to_vec()
}

/// The hash of a secret as read from a row.
pub(crate) fn read_token_hash(table: &'static str, bytes: &[u8]) -> Result<TokenHash, Error> {
    let hash = bytes.try_into().map_err(|_| Error::Corrupt { table, what: "a hash of another length".to_owned() })?;
    Ok(TokenHash(hash))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn sqlite_keeps_instants_so_that_their_texts_sort_as_they_do() {
        let pool = sqlx::SqlitePool::connect("sqlite::memory:").await.unwrap();
        let kept = async |text: &str| {
            let instant = instant(text.parse().unwrap());
            sqlx::query_scalar::<_, String>("SELECT $1").bind(instant).fetch_one(&pool).await.unwrap()
        };
        let (whole, later) = (kept("2026-11-22T09:00:00Z").await, kept("2026-11-22T09:00:00.5Z").await);
        assert!(whole < later, "{whole} {later}");
    }
}
