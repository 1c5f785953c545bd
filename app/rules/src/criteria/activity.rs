//! `activity`: something done often enough.

use super::{Lead, Leaf, Question};
use crate::assessment::{Evidence, Measure, Step};
use crate::day::Day;
use crate::facts::ActivityEvent;
use crate::known::Known;
use crate::ladder::ActivityId;
use crate::progress::Progress;
use crate::timeline::{Span, Timeline};

const DAYS_FOR_EACH: u64 = 7;

pub(crate) struct Active {
    pub(crate) activity: ActivityId,
    pub(crate) count: u32,
    pub(crate) within_months: Option<u32>,
}

impl Active {
    /// The known events, each with the days on which it is in force.
    fn events<'k>(&'k self, known: &'k Known<'_>) -> impl Iterator<Item = (Span, &'k ActivityEvent)> {
        known
            .facts
            .activities
            .iter()
            .filter(|row| row.activity == self.activity && known.had_begun(row.occurred_on))
            .filter_map(|row| {
                let until = self.within_months.map_or(Day::FOREVER, |months| row.occurred_on.plus_months(months));
                Some((Span::new(row.occurred_on, until)?, row))
            })
    }

    /// The events in force on `as_of`.
    fn in_force<'k>(&'k self, known: &'k Known<'_>) -> impl Iterator<Item = &'k ActivityEvent> {
        self.events(known).filter(|(span, _)| span.contains(known.as_of)).map(|(_, row)| row)
    }

    fn count_now(&self, known: &Known<'_>) -> u64 {
        self.in_force(known).map(|row| u64::from(row.count)).sum()
    }
}

impl Leaf for Active {
    fn timeline(&self, known: &Known<'_>, _question: Question) -> Timeline {
        Timeline::where_sum_reaches(self.count.into(), self.events(known).map(|(span, row)| (span, row.count)))
    }

    fn progress(&self, known: &Known<'_>) -> Progress {
        Progress::of(self.count_now(known).into(), self.count.into())
    }

    fn measure(&self, known: &Known<'_>) -> Measure {
        Measure::Activity { count: self.count_now(known) }
    }

    fn evidence(&self, known: &Known<'_>) -> Vec<Evidence> {
        let evidence = |row: &ActivityEvent| Evidence::Activity {
            activity: row.activity,
            occurred_on: row.occurred_on,
            count: row.count,
        };
        self.in_force(known).map(evidence).collect()
    }

    /// A week for each that is missing; what slides out one day is missing.
    fn lead(&self, known: &Known<'_>) -> Option<Lead> {
        let ahead = known.days_ahead();
        let lasts = |span: &Span| ahead.spans().iter().all(|days| span.and(*days) == Some(*days));
        let lasting: u64 =
            self.events(known).filter(|(span, _)| lasts(span)).map(|(_, row)| u64::from(row.count)).sum();
        let missing = u64::from(self.count).saturating_sub(lasting);
        let days = u32::try_from(missing * DAYS_FOR_EACH).unwrap_or(u32::MAX).min(i32::MAX as u32);
        Some(Lead { days, step: Step::Activity { missing } })
    }
}
