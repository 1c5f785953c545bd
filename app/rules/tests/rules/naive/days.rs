//! A set of days, kept as one answer a day.

use rules::Day;

/// The days that are looked at one by one. Before the first nothing holds, as nobody is employed;
/// after the last nothing changes any more.
#[derive(Clone, Copy)]
pub(crate) struct Horizon {
    pub(crate) first: Day,
    pub(crate) last: Day,
}

impl Horizon {
    pub(crate) fn days(self) -> impl Iterator<Item = Day> {
        (0..=self.first.days_until(self.last)).map(move |offset| self.first.plus_days(offset))
    }

    /// The days on which it holds.
    pub(crate) fn on_which(self, holds: impl FnMut(Day) -> bool) -> Days {
        Days { first: self.first, holds: self.days().map(holds).collect() }
    }
}

/// A yes or no for each day of the horizon.
#[derive(Clone)]
pub(crate) struct Days {
    first: Day,
    holds: Vec<bool>,
}

impl Days {
    /// Whether it holds on the day.
    pub(crate) fn hold_on(&self, day: Day) -> bool {
        let offset = self.first.days_until(day);
        if offset < 0 {
            return false;
        }
        self.holds.get(offset as usize).or(self.holds.last()).copied().unwrap_or(false)
    }

    fn last(&self) -> Day {
        self.first.plus_days(self.holds.len() as i32 - 1)
    }

    /// The first day on or after that one on which it holds.
    pub(crate) fn first_from(&self, day: Day) -> Option<Day> {
        if day > self.last() {
            return self.hold_on(day).then_some(day);
        }
        let days = 0..=day.days_until(self.last());
        days.map(|offset| day.plus_days(offset)).find(|day| self.hold_on(*day))
    }

    /// The first day on or after that one on which it does not hold.
    fn first_out_from(&self, day: Day) -> Option<Day> {
        let days = 0..=day.days_until(self.last()).max(0);
        days.map(|offset| day.plus_days(offset)).find(|day| !self.hold_on(*day))
    }

    /// The first day of the run of days that contains that one.
    pub(crate) fn since(&self, day: Day) -> Option<Day> {
        let mut since = self.hold_on(day).then_some(day)?;
        while self.hold_on(since.previous()) {
            since = since.previous();
        }
        Some(since)
    }

    /// The first day after the run of days that contains that one.
    pub(crate) fn lapse_after(&self, day: Day) -> Option<Day> {
        if self.hold_on(day) { self.first_out_from(day) } else { None }
    }

    /// The first day after that one on which the answer differs from the day before.
    pub(crate) fn next_change(&self, after: Day) -> Option<Day> {
        if self.hold_on(after) { self.first_out_from(after) } else { self.first_from(after.next()) }
    }

    /// The runs of days: the first, and the first day after where there is one.
    pub(crate) fn runs(&self) -> Vec<(Day, Option<Day>)> {
        let mut runs = Vec::new();
        let mut from = self.first_from(self.first);
        while let Some(first) = from {
            let after = self.lapse_after(first);
            runs.push((first, after));
            from = after.and_then(|after| self.first_from(after));
        }
        runs
    }
}
