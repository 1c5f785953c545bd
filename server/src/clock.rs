//! The only clock. Everything else is told which day it is.

use std::sync::{PoisonError, RwLock};
use std::time::Duration;

use jiff::civil::Date;
use model::Zone;
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

fn day(today: Date) -> Result<Day, Stop> {
    let found = Day::new(today.year().into(), today.month().unsigned_abs().into(), today.day().unsigned_abs().into());
    found.ok_or_else(|| Stop::Cannot(format!("this machine's clock says {today}, which is no day of the calendar")))
}

/// The clock of a server: its days are those of the company's time zone.
pub(crate) struct Running(RwLock<Zone>);

/// Its twin: instants pass, and it is always the same day.
pub(crate) struct Frozen {
    today: Day,
    zone: RwLock<Zone>,
}

impl Running {
    /// One that goes as in the time zone of a company.
    pub(crate) fn start(zone: Zone) -> Running {
        Running(RwLock::new(zone))
    }
}

impl Frozen {
    /// One that stands on a day, and tells the time as in a time zone.
    pub(crate) fn on(today: Day, zone: Zone) -> Frozen {
        Frozen { today, zone: RwLock::new(zone) }
    }
}

impl web::Clock for Running {
    fn moment(&self) -> Moment {
        let (now, zone) = (now(), read(&self.0));
        Moment { now, today: zone.day(now), zone }
    }

    fn follow(&self, zone: Zone) {
        write(&self.0, zone);
    }
}

impl web::Clock for Frozen {
    fn moment(&self) -> Moment {
        Moment { now: now(), today: self.today, zone: read(&self.zone) }
    }

    fn follow(&self, zone: Zone) {
        write(&self.zone, zone);
    }
}

// A zone is written in one go: whoever panicked meanwhile left a whole one.
fn read(zone: &RwLock<Zone>) -> Zone {
    zone.read().unwrap_or_else(PoisonError::into_inner).clone()
}

fn write(zone: &RwLock<Zone>, new: Zone) {
    *zone.write().unwrap_or_else(PoisonError::into_inner) = new;
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
