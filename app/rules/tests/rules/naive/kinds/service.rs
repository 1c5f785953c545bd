//! `tenure` and `time_in_job`.

use rules::{Clock, Day};

use crate::naive::person::Person;

pub(crate) fn tenure_holds(person: &Person<'_>, months: u32, clock: Clock, day: Day) -> bool {
    person.clock_start(clock, day).is_some_and(|start| has_lasted(person, start, months, day))
}

/// `add_months(s, months) + L(d) <= d`.
pub(crate) fn has_lasted(person: &Person<'_>, start: Day, months: u32, day: Day) -> bool {
    person.add_months(start, months).plus_days(person.leave_days(start, day)) <= day
}

/// Counted days so far, and the days from s to `add_months(s, months)`.
pub(crate) fn share(person: &Person<'_>, start: Day, months: u32) -> (i128, i128) {
    let counted = start.days_until(person.as_of) - person.leave_days(start, person.as_of);
    let asked = start.days_until(person.add_months(start, months));
    (counted.into(), asked.into())
}
