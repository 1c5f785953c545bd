//! Days so many months apart, also at month ends and around leap days.

use rules::{Day, Metric, Month};

/// The latest day from which so many months have passed on that day.
pub(super) fn months_before(day: Day, months: u32) -> Day {
    let (_, _, of_month) = day.ymd();
    let month = day.month().plus(-(months as i32));
    month.first_day().plus_days(of_month as i32 - 1).min(month.last_day())
}

/// The day from which so many months lead to the target; where none leads there exactly (no day of 2027 is 12 months
/// before 29 February 2028), the first that leads beyond.
pub(super) fn day_that_leads_to(target: Day, months: u32) -> Day {
    let latest = months_before(target, months);
    if latest.plus_months(months) < target { latest.next() } else { latest }
}

/// The latest month of a metric that is closed on a day.
pub(super) fn latest_closed(metric: &Metric, day: Day) -> Month {
    day.plus_days(-(metric.closes_after_days as i32)).month().plus(-1)
}
