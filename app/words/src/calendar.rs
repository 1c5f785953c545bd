//! Dates, durations and spans of months.

use model::{Instant, Zone};
use rules::{Day, Month};

use crate::English;
use crate::message::{or_none, say};

impl English {
    /// "19 Feb 2026".
    pub fn date(&self, day: Day) -> String {
        let (year, month, day) = day.ymd();
        say!(self, Date { day, month, year })
    }

    /// "22 Nov 2026, 16:05", as clocks say it in a time zone. Which that is, a page says once.
    pub fn instant(&self, zone: &Zone, at: Instant) -> String {
        let (hour, minute) = zone.clock(at);
        say!(self, Instant { date: self.date(zone.day(at)), time: format!("{hour:02}:{minute:02}") })
    }

    /// "Mon 22 Feb 2027", where somebody has to be somewhere on it.
    pub fn weekday_date(&self, on: Day) -> String {
        let (year, month, day) = on.ymd();
        // The first day of the calendar was a Monday.
        let weekday = Day::FIRST.days_until(on) % 7 + 1;
        say!(self, WeekdayDate { weekday, day, month, year })
    }

    /// "in 23 days", "3 days ago", "today": beside a date, never in its place.
    pub fn from_today(&self, today: Day, on: Day) -> String {
        match today.days_until(on) {
            ahead @ 0.. => say!(self, InDays { days: ahead }),
            behind => say!(self, DaysAgo { days: -behind }),
        }
    }

    /// "Feb", of a month from 1 to 12.
    pub fn month_name(&self, month: u32) -> String {
        say!(self, MonthName { month })
    }

    /// "Feb 2026".
    pub fn month(&self, month: Month) -> String {
        let (year, month) = month.year_and_month();
        say!(self, Month { month, year })
    }

    /// "9 months and 3 days", "9 months", "3 days"; "0 days" when nothing.
    pub fn duration(&self, months: u32, days: u32) -> String {
        say!(self, Duration { months, days })
    }

    /// "12 months".
    pub fn months(&self, months: u32) -> String {
        say!(self, Months { months })
    }

    /// "15 days".
    pub fn days(&self, days: u32) -> String {
        say!(self, Days { days })
    }

    /// "from Aug 2026 to Oct 2026", "in Oct 2026".
    pub fn window(&self, (first, last): (Month, Month)) -> String {
        let several = first < last;
        say!(self, Window { first: or_none(several.then(|| self.month(first))), last: self.month(last) })
    }

    /// The last day before that one, which is how people are told an end; `none` where there is no end.
    pub(crate) fn until(&self, lapses_on: Option<Day>) -> String {
        or_none(lapses_on.map(|day| self.date(day.previous())))
    }
}
