//! Days, instants and ids as both engines keep them.

use jiff::civil::Date;
use jiff_sqlx::ToSqlx;
use model::Instant;
use rules::Day;
use uuid::{NoContext, Timestamp, Uuid};

use crate::Error;

pub(crate) type SqlDay = jiff_sqlx::Date;
pub(crate) type SqlInstant = jiff_sqlx::Timestamp;

/// A new id, which sorts by the instant it was made at.
pub fn new_id<Id: From<Uuid>>(now: Instant) -> Id {
    let seconds = u64::try_from(now.as_second()).unwrap_or(0);
    let nanoseconds = u32::try_from(now.subsec_nanosecond()).unwrap_or(0);
    Uuid::new_v7(Timestamp::from_unix(NoContext, seconds, nanoseconds)).into()
}

/// A day for binding.
pub(crate) fn day(day: Day) -> SqlDay {
    let (year, month, day) = day.ymd();
    // A `Day` exists in the calendar, and its years are jiff's; the open end is never kept.
    Date::new(year as i16, month as i8, day as i8).unwrap_or(Date::MAX).to_sqlx()
}

/// An instant for binding, cut to what both engines keep.
pub(crate) fn instant(instant: Instant) -> SqlInstant {
    Instant::from_microsecond(instant.as_microsecond()).unwrap_or(instant).to_sqlx()
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
