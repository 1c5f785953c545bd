//! Dates, durations and spans of months.

use rules::{Day, Month};

use crate::English;
use crate::message::{or_none, say};

impl English {
    /// "19 Feb 2026".
    pub fn date(&self, day: Day) -> String {
        let (year, month, day) = day.ymd();
        say!(self, Date { day, month, year })
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
