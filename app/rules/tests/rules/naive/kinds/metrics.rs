//! `metric`.

use rules::{Aggregate, Bound, Day, MetricId, MetricRule, Month, MonthlyResult};

use crate::naive::Fault;
use crate::naive::person::Person;

/// What the window of a day holds.
pub(crate) enum Window {
    /// No month in it has a value.
    Empty,
    /// Under `min_months` or `min_sample`.
    TooLittle,
    /// The aggregate, as a fraction of ten-thousandths; the denominator is positive.
    Value(i128, i128),
}

/// After `as_of` it stays as on `as_of`.
pub(crate) fn holds(person: &Person<'_>, rule: &MetricRule, day: Day) -> bool {
    let day = if person.makes(Fault::MetricGoesOnAfterAsOf) { day } else { day.min(person.as_of) };
    let Window::Value(sum, over) = window(person, rule, day) else { return false };
    match rule.bound {
        Bound::AtLeast(bound) => sum >= i128::from(bound.units()) * over,
        Bound::AtMost(bound) => sum <= i128::from(bound.units()) * over,
    }
}

/// Value/bound or bound/value.
pub(crate) fn share(person: &Person<'_>, rule: &MetricRule) -> (i128, i128) {
    let Window::Value(sum, over) = window(person, rule, person.as_of) else { return (0, 1) };
    match rule.bound {
        Bound::AtLeast(bound) => (sum, i128::from(bound.units()) * over),
        Bound::AtMost(bound) => (i128::from(bound.units()) * over, sum),
    }
}

pub(crate) fn window(person: &Person<'_>, rule: &MetricRule, day: Day) -> Window {
    let last = latest_closed(person, rule.metric, day);
    let first = last.plus(1 - rule.months as i32);
    let mut rows: Vec<&MonthlyResult> = person.facts.results.iter().collect();
    rows.retain(|row| row.metric == rule.metric && first <= row.month && row.month <= last);
    rows.sort_by_key(|row| row.month);
    let Some(latest) = rows.last() else { return Window::Empty };
    let sample: u64 = rows.iter().map(|row| u64::from(row.sample.unwrap_or(0))).sum();
    let enough_months = rows.len() as u32 >= rule.min_months.unwrap_or(rule.months);
    let enough_sample = rule.min_sample.is_none_or(|least| sample >= u64::from(least));
    if !enough_months || !enough_sample {
        return Window::TooLittle;
    }
    let units = |row: &&MonthlyResult| i128::from(row.value.units());
    let smallest = rows.iter().map(units).min().unwrap_or_default();
    let largest = rows.iter().map(units).max().unwrap_or_default();
    match rule.aggregate {
        Aggregate::Average => average(person, &rows),
        Aggregate::Minimum => Window::Value(smallest, 1),
        Aggregate::Maximum => Window::Value(largest, 1),
        Aggregate::Latest => Window::Value(units(latest), 1),
    }
}

/// Weighted by sample where every value has a sample over 0.
fn average(person: &Person<'_>, rows: &[&MonthlyResult]) -> Window {
    let sample = |row: &MonthlyResult| i128::from(row.sample.unwrap_or(0));
    let all_sampled = rows.iter().all(|row| sample(row) > 0);
    let some_sampled = rows.iter().any(|row| sample(row) > 0);
    let weighted = all_sampled || (some_sampled && person.makes(Fault::WeightsDespiteMissingSample));
    let weight = |row: &MonthlyResult| if weighted { sample(row) } else { 1 };
    let sum = rows.iter().map(|row| i128::from(row.value.units()) * weight(row)).sum();
    Window::Value(sum, rows.iter().map(|row| weight(row)).sum())
}

/// The latest month whose last day and `closes_after_days` lie before the day.
pub(crate) fn latest_closed(person: &Person<'_>, metric: MetricId, day: Day) -> Month {
    let mut month = day.month();
    while !is_closed(person, metric, month, day) {
        month = month.plus(-1);
    }
    month
}

pub(crate) fn is_closed(person: &Person<'_>, metric: MetricId, month: Month, day: Day) -> bool {
    let ignored = person.makes(Fault::ClosesAfterIsIgnored);
    let closes_after = if ignored { 0 } else { person.catalogue.metric(metric).closes_after_days };
    month.last_day().plus_days(closes_after as i32) < day
}

/// The first day on which that month is closed.
pub(crate) fn closing_day(person: &Person<'_>, metric: MetricId, month: Month) -> Day {
    let mut day = month.last_day();
    while !is_closed(person, metric, month, day) {
        day = day.next();
    }
    day
}
