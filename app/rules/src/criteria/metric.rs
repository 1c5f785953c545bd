//! `metric`: a monthly measure over the latest closed months.

use super::{Claims, Lack, Lead, Leaf};
use crate::assessment::{Evidence, Measure, Step};
use crate::day::{Day, Month};
use crate::decimal::Decimal;
use crate::engine::Known;
use crate::facts::MonthlyResult;
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

    /// Every value of the metric, oldest first.
    fn values<'k>(&self, known: &Known<'k>) -> &'k [MonthlyResult] {
        let all: &'k [MonthlyResult] = &known.facts.results;
        let from = all.partition_point(|row| row.metric < self.rule.metric);
        let rest = &all[from..];
        &rest[..rest.partition_point(|row| row.metric == self.rule.metric)]
    }

    /// The values in the window on `as_of`.
    fn values_now<'k>(&self, known: &Known<'k>) -> &'k [MonthlyResult] {
        let latest = self.latest_closed(known.as_of);
        let values = self.values(known);
        let from = values.partition_point(|row| row.month.months_until(latest) >= self.window);
        let until = values.partition_point(|row| row.month <= latest);
        &values[from..until.max(from)]
    }

    fn enough(&self, values: &[MonthlyResult]) -> bool {
        values.len() >= self.rule.min_months.unwrap_or(self.rule.months) as usize
            && self.rule.min_sample.is_none_or(|min| sample(values) >= u64::from(min))
    }

    /// What the values come to; `None` where there are none.
    fn aggregate(&self, values: &[MonthlyResult]) -> Option<Ratio> {
        let units = |row: &MonthlyResult| i128::from(row.value.units());
        let one = |row: &MonthlyResult| Ratio { units: units(row), over: 1 };
        match self.rule.aggregate {
            Aggregate::Minimum => values.iter().min_by_key(|row| row.value).map(one),
            Aggregate::Maximum => values.iter().max_by_key(|row| row.value).map(one),
            Aggregate::Latest => values.last().map(one),
            Aggregate::Average if values.is_empty() => None,
            Aggregate::Average if values.iter().all(|row| row.sample.is_some_and(|sample| sample > 0)) => {
                let weight = |row: &MonthlyResult| i128::from(row.sample.unwrap_or(0));
                let sum = values.iter().map(|row| units(row) * weight(row)).sum();
                Some(Ratio { units: sum, over: values.iter().map(weight).sum() })
            }
            Aggregate::Average => Some(Ratio { units: values.iter().map(units).sum(), over: values.len() as i128 }),
        }
    }

    fn holds(&self, values: &[MonthlyResult]) -> bool {
        if !self.enough(values) {
            return false;
        }
        self.aggregate(values).is_some_and(|value| match self.rule.bound {
            Bound::AtLeast(bound) => value.units >= i128::from(bound.units()) * value.over,
            Bound::AtMost(bound) => value.units <= i128::from(bound.units()) * value.over,
        })
    }
}

fn sample(values: &[MonthlyResult]) -> u64 {
    values.iter().map(|row| u64::from(row.sample.unwrap_or(0))).sum()
}

impl Leaf for Measured<'_> {
    /// Steps from closed month to closed month; what holds on `as_of` holds on.
    fn timeline(&self, known: &Known<'_>, _claims: Claims) -> Timeline {
        let mut timeline = Timeline::NEVER;
        let latest = self.latest_closed(known.as_of);
        let values = self.values(known);
        let (Some(first), Some(last)) = (values.first(), values.last()) else { return timeline };
        let until = latest.min(last.month.plus(self.window - 1));
        let (mut from, mut to) = (0, 0);
        let mut month = first.month;
        while month <= until {
            while values.get(to).is_some_and(|row| row.month <= month) {
                to += 1;
            }
            while values.get(from).is_some_and(|row| row.month.months_until(month) >= self.window) {
                from += 1;
            }
            if self.holds(&values[from..to]) {
                let end = if month == latest { Day::FOREVER } else { self.closes_on(month.plus(1)) };
                if let Some(span) = Span::new(self.closes_on(month), end) {
                    timeline.push(span);
                }
            }
            month = month.plus(1);
        }
        timeline
    }

    fn lack(&self, known: &Known<'_>) -> Option<Lack> {
        let values = self.values_now(known);
        if values.is_empty() {
            return Some(Lack::NoEvidence);
        }
        (!self.enough(values)).then_some(Lack::Insufficient)
    }

    fn progress(&self, known: &Known<'_>) -> Progress {
        let values = self.values_now(known);
        let Some(value) = self.aggregate(values).filter(|_| self.enough(values)) else { return Progress::NONE };
        match self.rule.bound {
            Bound::AtLeast(bound) => Progress::of(value.units, i128::from(bound.units()) * value.over),
            Bound::AtMost(bound) => Progress::of(i128::from(bound.units()) * value.over, value.units),
        }
    }

    fn measure(&self, known: &Known<'_>) -> Measure {
        let values = self.values_now(known);
        let latest = self.latest_closed(known.as_of);
        let rounded =
            |value: Ratio| Decimal::from_units((2 * value.units + value.over).div_euclid(2 * value.over) as i64);
        Measure::Metric {
            value: self.aggregate(values).map(rounded),
            window: (latest.plus(1 - self.window), latest),
            months: values.len() as u32,
            sample: sample(values),
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

    fn next_closing(&self, as_of: Day) -> Option<Day> {
        Some(self.closes_on(self.latest_closed(as_of).plus(1)))
    }
}
