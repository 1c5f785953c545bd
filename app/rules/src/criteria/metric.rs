//! `metric`: a monthly measure over the latest closed months.

use super::{Lack, Lead, Leaf, Question};
use crate::assessment::{Evidence, Measure, Step};
use crate::day::{Day, Month};
use crate::decimal::Decimal;
use crate::facts::MonthlyResult;
use crate::known::Known;
use crate::ladder::{Aggregate, Bound, Catalogue, MetricRule};
use crate::progress::Progress;
use crate::timeline::{Span, Timeline};

pub(crate) struct Measured<'l> {
    rule: &'l MetricRule,
    closes_after_days: i32,
    /// The rule's `months`.
    window: i32,
}

/// An exact number: units (of [`Decimal`]) over a positive count.
struct Ratio {
    units: i128,
    over: i128,
}

impl<'l> Measured<'l> {
    pub(crate) fn new(rule: &'l MetricRule, catalogue: &Catalogue) -> Measured<'l> {
        let clamped = |number: u32| i32::try_from(number).unwrap_or(i32::MAX);
        let closes_after_days = clamped(catalogue.metric(rule.metric).closes_after_days);
        Measured { rule, closes_after_days, window: clamped(rule.months) }
    }

    /// The first day on which a month is closed.
    fn closes_on(&self, month: Month) -> Day {
        month.last_day().plus_days(self.closes_after_days).next()
    }

    /// The latest month that is closed on a day.
    fn latest_closed(&self, day: Day) -> Month {
        day.plus_days(-self.closes_after_days).month().plus(-1)
    }

    /// The latest month that is closed on `as_of`.
    fn latest_closed_now(&self, known: &Known<'_>) -> Month {
        known.month_before(self.closes_after_days).plus(-1)
    }

    /// The values in the window on `as_of`.
    fn values_now<'k>(&self, known: &Known<'k>) -> &'k [MonthlyResult] {
        let latest = self.latest_closed_now(known);
        let values = known.results_of(self.rule.metric);
        let from = values.partition_point(|row| row.month.months_until(latest) >= self.window);
        let until = values.partition_point(|row| row.month <= latest);
        &values[from..until.max(from)]
    }

    fn enough(&self, sums: &Sums) -> bool {
        sums.months >= self.rule.min_months.unwrap_or(self.rule.months)
            && self.rule.min_sample.is_none_or(|min| sums.sample >= u64::from(min))
    }

    /// What values come to, given their sums; `None` where there are none.
    fn aggregate(&self, values: &[MonthlyResult], sums: &Sums) -> Option<Ratio> {
        let one = |row: &MonthlyResult| Ratio { units: row.value.units().into(), over: 1 };
        match self.rule.aggregate {
            Aggregate::Minimum => values.iter().min_by_key(|row| row.value).map(one),
            Aggregate::Maximum => values.iter().max_by_key(|row| row.value).map(one),
            Aggregate::Latest => values.last().map(one),
            Aggregate::Average if sums.months == 0 => None,
            Aggregate::Average if sums.without_sample == 0 => {
                Some(Ratio { units: sums.weighted, over: sums.sample.into() })
            }
            Aggregate::Average => Some(Ratio { units: sums.units, over: sums.months.into() }),
        }
    }

    fn holds(&self, values: &[MonthlyResult], sums: &Sums) -> bool {
        if !self.enough(sums) {
            return false;
        }
        self.aggregate(values, sums).is_some_and(|value| match self.rule.bound {
            Bound::AtLeast(bound) => value.units >= i128::from(bound.units()) * value.over,
            Bound::AtMost(bound) => value.units <= i128::from(bound.units()) * value.over,
        })
    }
}

/// What the values of a window add up to, kept while the window slides.
#[derive(Default)]
struct Sums {
    months: u32,
    /// Months whose sample is missing or 0: with any, the average is not weighted.
    without_sample: u32,
    sample: u64,
    units: i128,
    /// Each value by its sample.
    weighted: i128,
}

impl Sums {
    fn of(values: &[MonthlyResult]) -> Sums {
        let mut sums = Sums::default();
        values.iter().for_each(|row| sums.add(row));
        sums
    }

    fn add(&mut self, row: &MonthlyResult) {
        let (units, sample) = (i128::from(row.value.units()), row.sample.unwrap_or(0));
        self.months += 1;
        self.without_sample += u32::from(sample == 0);
        self.sample += u64::from(sample);
        self.units += units;
        self.weighted += units * i128::from(sample);
    }

    fn remove(&mut self, row: &MonthlyResult) {
        let (units, sample) = (i128::from(row.value.units()), row.sample.unwrap_or(0));
        self.months -= 1;
        self.without_sample -= u32::from(sample == 0);
        self.sample -= u64::from(sample);
        self.units -= units;
        self.weighted -= units * i128::from(sample);
    }
}

impl Leaf for Measured<'_> {
    /// Steps from closed month to closed month; what holds on `as_of` holds on.
    fn timeline(&self, known: &Known<'_>, question: Question) -> Timeline {
        let mut timeline = Timeline::NEVER;
        // What is assumed moves on until its last month is closed; then it stays.
        let assumed = known.horizon.last_month(self.rule.metric);
        let latest = self.latest_closed_now(known).max(assumed.unwrap_or(Month::FIRST));
        let values = known.results_of(self.rule.metric);
        let (Some(first), Some(last)) = (values.first(), values.last()) else { return timeline };
        let until = latest.min(last.month.plus(self.window - 1));
        let mut month = match question.since == known.as_of {
            true => first.month.max(self.latest_closed_now(known)),
            false => first.month.max(self.latest_closed(question.since)),
        };
        let mut from = values.partition_point(|row| row.month.months_until(month) >= self.window);
        let (mut to, mut sums) = (from, Sums::default());
        // The month with whose closing it began to hold, while it does.
        let mut since = None;
        while month <= until {
            while let Some(row) = values.get(to).filter(|row| row.month <= month) {
                sums.add(row);
                to += 1;
            }
            while let Some(row) = values[from..to].first().filter(|row| row.month.months_until(month) >= self.window) {
                sums.remove(row);
                from += 1;
            }
            match (self.holds(&values[from..to], &sums), since) {
                (true, None) => since = Some(month),
                (false, Some(began)) => {
                    timeline.extend(Span::new(self.closes_on(began), self.closes_on(month)));
                    since = None;
                }
                (true, Some(_)) | (false, None) => {}
            }
            month = month.plus(1);
        }
        if let Some(began) = since {
            let end = if until == latest { Day::FOREVER } else { self.closes_on(month) };
            timeline.extend(Span::new(self.closes_on(began), end));
        }
        timeline
    }

    fn lack(&self, known: &Known<'_>) -> Option<Lack> {
        let values = self.values_now(known);
        if values.is_empty() {
            return Some(Lack::NoEvidence);
        }
        (!self.enough(&Sums::of(values))).then_some(Lack::Insufficient)
    }

    fn progress(&self, known: &Known<'_>) -> Progress {
        let values = self.values_now(known);
        let sums = Sums::of(values);
        let Some(value) = self.aggregate(values, &sums).filter(|_| self.enough(&sums)) else { return Progress::NONE };
        match self.rule.bound {
            Bound::AtLeast(bound) => Progress::of(value.units, i128::from(bound.units()) * value.over),
            Bound::AtMost(bound) => Progress::of(i128::from(bound.units()) * value.over, value.units),
        }
    }

    fn measure(&self, known: &Known<'_>) -> Measure {
        let values = self.values_now(known);
        let sums = Sums::of(values);
        let latest = self.latest_closed_now(known);
        let rounded =
            |value: Ratio| Decimal::from_units((2 * value.units + value.over).div_euclid(2 * value.over) as i64);
        Measure::Metric {
            value: self.aggregate(values, &sums).map(rounded),
            window: (latest.plus(1 - self.window), latest),
            months: sums.months,
            sample: sums.sample,
        }
    }

    fn evidence(&self, known: &Known<'_>) -> Vec<Evidence> {
        let evidence = |row: &MonthlyResult| Evidence::Metric {
            metric: row.metric,
            month: row.month,
            value: row.value,
            sample: row.sample,
        };
        self.values_now(known).iter().map(evidence).collect()
    }

    /// Up to the first day on which the `months` months after `as_of`'s month are closed.
    fn lead(&self, known: &Known<'_>) -> Option<Lead> {
        let day = self.closes_on(known.as_of.month().plus(self.window));
        Some(Lead { days: known.as_of.days_until(day) as u32, step: Step::Metric })
    }

    /// The last day of the latest month after which `months` whole months are closed by then.
    fn start_by(&self, eligible_on: Day, _lead_days: u32) -> Day {
        self.latest_closed(eligible_on).plus(-self.window).last_day()
    }

    fn next_closing(&self, known: &Known<'_>) -> Option<Day> {
        Some(self.closes_on(self.latest_closed_now(known).plus(1)))
    }
}
