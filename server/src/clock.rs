//! The only clock. Everything else is told which day it is.

use rules::Day;

use crate::outcome::Stop;

/// Today, in the time zone of this machine.
#[expect(clippy::disallowed_methods, reason = "this is the one place that asks")]
pub(crate) fn today() -> Result<Day, Stop> {
    let today = jiff::Zoned::now().date();
    let day = Day::new(today.year().into(), today.month().unsigned_abs().into(), today.day().unsigned_abs().into());
    day.ok_or_else(|| Stop::Cannot(format!("this machine's clock says {today}, which is no day of the calendar")))
}
