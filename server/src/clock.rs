//! The only clock. Everything else is told which day it is.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use rules::Day;

use crate::outcome::Stop;

/// Today, in the time zone of this machine.
#[expect(clippy::disallowed_methods, reason = "this is the one place that asks")]
pub(crate) fn today() -> Result<Day, Stop> {
    day(jiff::Zoned::now().date())
}

/// This instant, to the microsecond that both engines keep.
#[expect(clippy::disallowed_methods, reason = "this is the one place that asks")]
pub(crate) fn now() -> model::Instant {
    let now = jiff::Timestamp::now();
    // Every instant of a clock has a whole microsecond before it.
    jiff::Timestamp::from_microsecond(now.as_microsecond()).unwrap_or(now)
}

/// The day that it is at an instant, in the time zone of a company.
pub(crate) fn today_in(time_zone: &str, now: model::Instant) -> Result<Day, Stop> {
    let zone = TimeZone::get(time_zone)
        .map_err(|error| Stop::Cannot(format!("the company's time zone, {time_zone}: {error}")))?;
    day(now.to_zoned(zone).date())
}

fn day(today: Date) -> Result<Day, Stop> {
    let day = Day::new(today.year().into(), today.month().unsigned_abs().into(), today.day().unsigned_abs().into());
    day.ok_or_else(|| Stop::Cannot(format!("this machine's clock says {today}, which is no day of the calendar")))
}
