//! Civil days and months: the only notion of time in the rules.
//!
//! A [`Day`] has no time of day and no time zone; whoever calls says which day is `as_of`.

use std::fmt;
use std::str::FromStr;

use compact_str::CompactString;
use serde::de::{Deserialize, Deserializer, Error};
use serde::{Serialize, Serializer};

/// A civil date from 0001-01-01 to 9999-12-31, kept as a number of days, or [`Day::FOREVER`].
///
/// ```
/// use rules::Day;
/// let day: Day = "2024-02-29".parse().unwrap();
/// assert_eq!(day.plus_months(12).to_string(), "2025-02-28");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(i32);

/// A text that is not a day, a month or a number as section 1 of the rules writes them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotThat(pub &'static str);

impl fmt::Display for NotThat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl std::error::Error for NotThat {}

impl Day {
    /// The first day that can be written.
    pub const FIRST: Day = Day::count(1, 1, 1);
    /// The day after the last one that can be written: the open end of a span.
    /// Arithmetic stops here, so what ends in the year 10000 or later never ends.
    pub const FOREVER: Day = Day::count(10_000, 1, 1);

    /// The day of that year, month and day, if the calendar has it.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Day> {
        let exists =
            (1..=9999).contains(&year) && (1..=12).contains(&month) && (1..=days_in_month(year, month)).contains(&day);
        exists.then(|| Day::count(year, month, day))
    }

    /// Days from 1970-01-01, counted in years that begin in March, so that the leap day comes last.
    const fn count(year: i32, month: u32, day: u32) -> Day {
        let year = if month <= 2 { year - 1 } else { year };
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let month_from_march = (month as i32 + 9) % 12;
        let day_of_year = (153 * month_from_march + 2) / 5 + day as i32 - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        Day(era * 146_097 + day_of_era - 719_468)
    }

    /// Year, month (1 to 12) and day (1 to 31).
    pub fn ymd(self) -> (i32, u32, u32) {
        let days = self.0 + 719_468;
        let era = days.div_euclid(146_097);
        let day_of_era = days.rem_euclid(146_097);
        let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let day = (day_of_year - (153 * month_from_march + 2) / 5 + 1) as u32;
        let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
        let year = year_of_era + era * 400 + i32::from(month <= 2);
        (year, month as u32, day)
    }

    /// The month this day lies in.
    pub fn month(self) -> Month {
        let (year, month, _) = self.ymd();
        Month(year * 12 + month as i32 - 1)
    }

    /// So many days later (or earlier), within the calendar.
    pub fn plus_days(self, days: i32) -> Day {
        Day(self.0.saturating_add(days).clamp(Day::FIRST.0, Day::FOREVER.0))
    }

    /// The day after.
    pub fn next(self) -> Day {
        self.plus_days(1)
    }

    /// The day before.
    pub fn previous(self) -> Day {
        self.plus_days(-1)
    }

    /// `add_months` of section 1: the same day so many months later, clamped to that month's last day.
    pub fn plus_months(self, months: u32) -> Day {
        if self == Day::FOREVER {
            return self;
        }
        let (year, month, day) = self.ymd();
        let months = i64::from(year) * 12 + i64::from(month) - 1 + i64::from(months);
        let (year, month) = (months.div_euclid(12), months.rem_euclid(12) as u32 + 1);
        if year > 9999 {
            return Day::FOREVER;
        }
        let year = year as i32;
        Day::count(year, month, day.min(days_in_month(year, month)))
    }

    /// Days from this one to another; negative where the other is earlier.
    pub fn days_until(self, other: Day) -> i32 {
        other.0 - self.0
    }

    /// Whole months and the days over, from this day to a later one, so that
    /// `self.plus_months(months).plus_days(days) == other`. Zero where the other is not later.
    pub fn months_and_days_until(self, other: Day) -> (u32, u32) {
        if other <= self {
            return (0, 0);
        }
        let mut months = (other.month().0 - self.month().0) as u32;
        if self.plus_months(months) > other {
            months -= 1;
        }
        (months, self.plus_months(months).days_until(other) as u32)
    }
}

fn days_in_month(year: i32, month: u32) -> u32 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if *self == Day::FOREVER {
            return f.write_str("forever");
        }
        let (year, month, day) = self.ymd();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Day {
    type Err = NotThat;

    /// Reads `YYYY-MM-DD` and nothing else.
    fn from_str(text: &str) -> Result<Day, NotThat> {
        let error = NotThat("a date is written YYYY-MM-DD and must exist in the calendar");
        let bytes = text.as_bytes();
        if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
            return Err(error);
        }
        let number = |part: &[u8]| digits(part).ok_or(error);
        let (year, month, day) = (number(&bytes[..4])?, number(&bytes[5..7])?, number(&bytes[8..])?);
        Day::new(year as i32, month, day).ok_or(error)
    }
}

fn digits(bytes: &[u8]) -> Option<u32> {
    bytes.iter().try_fold(0, |sum, byte| byte.is_ascii_digit().then(|| sum * 10 + u32::from(byte - b'0')))
}

impl Serialize for Day {
    /// As it is written; where nobody reads it, as it is kept.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() { serializer.collect_str(self) } else { serializer.serialize_i32(self.0) }
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Day, D::Error> {
        if deserializer.is_human_readable() {
            return CompactString::deserialize(deserializer)?.parse().map_err(Error::custom);
        }
        let day = Day(i32::deserialize(deserializer)?);
        (Day::FIRST..=Day::FOREVER).contains(&day).then_some(day).ok_or_else(|| Error::custom("no day"))
    }
}

/// A calendar month, `YYYY-MM`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(i32);

impl Month {
    /// The first month that can be written.
    pub const FIRST: Month = Month(12);

    /// The month of that year (1 to 9999) and number (1 to 12).
    pub fn new(year: i32, month: u32) -> Option<Month> {
        ((1..=9999).contains(&year) && (1..=12).contains(&month)).then(|| Month(year * 12 + month as i32 - 1))
    }

    /// So many months later, or earlier.
    pub fn plus(self, months: i32) -> Month {
        Month(self.0.saturating_add(months))
    }

    /// Months from this one to another; negative where the other is earlier.
    pub fn months_until(self, other: Month) -> i32 {
        other.0 - self.0
    }

    /// The first day of the month; stops at the calendar's ends.
    pub fn first_day(self) -> Day {
        let (year, month) = (self.0.div_euclid(12), self.0.rem_euclid(12) as u32 + 1);
        match year {
            ..1 => Day::FIRST,
            1..=9999 => Day::count(year, month, 1),
            _ => Day::FOREVER,
        }
    }

    /// The last day of the month.
    pub fn last_day(self) -> Day {
        self.plus(1).first_day().previous()
    }

    /// Year and number of the month (1 to 12).
    pub fn year_and_month(self) -> (i32, u32) {
        (self.0.div_euclid(12), self.0.rem_euclid(12) as u32 + 1)
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month) = self.year_and_month();
        write!(f, "{year:04}-{month:02}")
    }
}

impl fmt::Debug for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Month {
    type Err = NotThat;

    /// Reads `YYYY-MM` and nothing else.
    fn from_str(text: &str) -> Result<Month, NotThat> {
        let error = NotThat("a month is written YYYY-MM");
        let bytes = text.as_bytes();
        if bytes.len() != 7 || bytes[4] != b'-' {
            return Err(error);
        }
        let (year, month) = (digits(&bytes[..4]).ok_or(error)?, digits(&bytes[5..]).ok_or(error)?);
        Month::new(year as i32, month).ok_or(error)
    }
}

impl Serialize for Month {
    /// As [`Day`] does.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() { serializer.collect_str(self) } else { serializer.serialize_i32(self.0) }
    }
}

impl<'de> Deserialize<'de> for Month {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Month, D::Error> {
        if deserializer.is_human_readable() {
            return CompactString::deserialize(deserializer)?.parse().map_err(Error::custom);
        }
        let month = Month(i32::deserialize(deserializer)?);
        (Month::FIRST..=Day::FOREVER.month()).contains(&month).then_some(month).ok_or_else(|| Error::custom("no month"))
    }
}
