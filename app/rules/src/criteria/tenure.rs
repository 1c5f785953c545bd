//! `tenure`: so many months of service.

use super::{Leaf, Question};
use crate::assessment::{Evidence, Measure};
use crate::day::Day;
use crate::known::Known;
use crate::ladder::Clock;
use crate::progress::Progress;
use crate::timeline::{Span, Timeline};

pub(crate) struct Tenure {
    pub(crate) months: u32,
    pub(crate) clock: Clock,
}

impl Tenure {
    /// The service date, where it is the clock and the person has one.
    fn service_date(&self, known: &Known<'_>) -> Option<Day> {
        match self.clock {
            Clock::ServiceDate => known.facts.service_date,
            Clock::HiredOn => None,
        }
    }

    /// From when service counts on `as_of`.
    fn since(&self, known: &Known<'_>) -> Option<Day> {
        let current = known.current_employment()?;
        Some(self.service_date(known).unwrap_or(current.span.from))
    }
}

impl Leaf for Tenure {
    fn timeline(&self, known: &Known<'_>, _question: Question) -> Timeline {
        if let Some(service_date) = self.service_date(known) {
            return Span::since(known.service_reached_on(service_date, self.months)).into_iter().collect();
        }
        known
            .employments
            .iter()
            .filter_map(|employment| {
                let reached = known.service_reached_on(employment.span.from, self.months);
                Span::new(reached, employment.span.until)
            })
            .collect()
    }

    fn progress(&self, known: &Known<'_>) -> Progress {
        self.since(known).map_or(Progress::NONE, |since| service_progress(known, since, self.months))
    }

    fn measure(&self, known: &Known<'_>) -> Measure {
        service_measure(known, self.since(known))
    }

    fn evidence(&self, known: &Known<'_>) -> Vec<Evidence> {
        let Some(since) = self.since(known) else { return Vec::new() };
        let clock = match (self.service_date(known), known.facts.employments.iter().find(|row| row.hired_on == since)) {
            (Some(service_date), _) => Some(Evidence::ServiceDate { service_date }),
            (None, Some(row)) => Some(Evidence::Employment {
                hired_on: row.hired_on,
                left_on: known.happened(row.left_on),
                employment: row.kind,
            }),
            (None, None) => None,
        };
        clock.into_iter().chain(leaves_since(known, since)).collect()
    }
}

/// Counted days so far over the days from `s` to `add_months(s, months)`.
pub(super) fn service_progress(known: &Known<'_>, since: Day, months: u32) -> Progress {
    let counted = since.days_until(known.as_of) - known.leave_days(since, known.as_of);
    Progress::of(counted.into(), since.days_until(since.plus_months(months)).into())
}

/// The service counted from a day to `as_of`: leave days left out, in whole months and days from that day.
pub(super) fn service_measure(known: &Known<'_>, since: Option<Day>) -> Measure {
    let leave_days = since.map_or(0, |since| known.leave_days(since, known.as_of));
    let (months, days) = since.map_or((0, 0), |since| since.months_and_days_until(known.as_of.plus_days(-leave_days)));
    Measure::Service { since, months, days, leave_days: leave_days as u32 }
}

/// The leaves from a day to `as_of` that did not count.
pub(super) fn leaves_since<'k>(known: &'k Known<'_>, since: Day) -> impl Iterator<Item = Evidence> + 'k {
    known
        .facts
        .leaves
        .iter()
        .filter(|row| !row.counts_toward_tenure && known.had_begun(row.started_on))
        .filter(move |row| row.ended_on.is_none_or(|ended_on| ended_on >= since))
        .map(|row| Evidence::Leave { started_on: row.started_on, ended_on: row.ended_on })
}
