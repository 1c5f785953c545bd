//! The only clock. Everything else is told which day it is.

use rules::Day;

/// Today, in the time zone of this machine.
#[expect(clippy::disallowed_methods, reason = "this is the one place that asks")]
pub(crate) fn today() -> Day {
    let today = jiff::Zoned::now().date();
    let day = Day::new(today.year().into(), today.month().unsigned_abs().into(), today.day().unsigned_abs().into());
    day.unwrap_or(Day::FIRST)
}
