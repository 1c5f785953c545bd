//! The only clock. Everything else is told which day it is.

use std::time::Duration;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use rules::Day;
use web::Moment;

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
    day(now.to_zoned(zone(time_zone)?).date())
}

fn zone(time_zone: &str) -> Result<TimeZone, Stop> {
    TimeZone::get(time_zone).map_err(|error| Stop::Cannot(format!("the company's time zone, {time_zone}: {error}")))
}

fn day(today: Date) -> Result<Day, Stop> {
    let found = day_of(today);
    found.ok_or_else(|| Stop::Cannot(format!("this machine's clock says {today}, which is no day of the calendar")))
}

fn day_of(date: Date) -> Option<Day> {
    Day::new(date.year().into(), date.month().unsigned_abs().into(), date.day().unsigned_abs().into())
}

/// The clock of a server: its days are those of the company's time zone.
pub(crate) struct Running {
    zone: TimeZone,
    started_on: Day,
}

/// Its twin: instants pass, and it is always the same day.
pub(crate) struct Frozen(pub(crate) Day);

impl Running {
    /// One that goes as in the time zone of a company.
    pub(crate) fn start(time_zone: &str) -> Result<Running, Stop> {
        Ok(Running { zone: zone(time_zone)?, started_on: today_in(time_zone, now())? })
    }
}

impl web::Clock for Running {
    fn moment(&self) -> Moment {
        let now = now();
        // Once it has said a day of the calendar, it says no other.
        Moment { now, today: day_of(now.to_zoned(self.zone.clone()).date()).unwrap_or(self.started_on) }
    }
}

impl web::Clock for Frozen {
    fn moment(&self) -> Moment {
        Moment { now: now(), today: self.0 }
    }
}

/// How long something takes: for measures and logs alone.
pub(crate) struct Stopwatch(std::time::Instant);

impl Stopwatch {
    /// From now on.
    #[expect(clippy::disallowed_methods, reason = "what is measured changes nothing")]
    pub(crate) fn start() -> Stopwatch {
        Stopwatch(std::time::Instant::now())
    }

    /// Until now.
    pub(crate) fn elapsed(&self) -> Duration {
        self.0.elapsed()
    }
}
