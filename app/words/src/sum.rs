//! How a finding adds up: the numbers between the fact and the answer.

use rules::{Criterion, Evidence, Finding, Kind, Ladder, Measure, MetricRule, Rule, State};

use crate::English;
use crate::list::bound;

/// Lines with a label and a number each, and what comes of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sum {
    /// The lines.
    pub lines: Vec<(String, String)>,
    /// What comes of them, where there is something to say.
    pub result: Option<(String, String)>,
}

impl English {
    /// How a finding adds up; `None` where there is nothing to add.
    pub fn sum(&self, ladder: &Ladder, criterion: &Criterion, finding: &Finding) -> Option<Sum> {
        if finding.state == State::Waived {
            return None;
        }
        match (&criterion.rule, &finding.measure) {
            (Rule::Tenure { months, .. } | Rule::TimeInJob { months, .. }, Measure::Service { .. }) => {
                self.sum_of_service(finding, *months)
            }
            (Rule::Metric(rule), &Measure::Metric { value, months, .. }) => {
                let metric = ladder.catalogue.metric(rule.metric);
                let amount = |number| self.amount(number, metric.unit.as_deref());
                let in_month = |fact: &Evidence| match fact {
                    Evidence::Metric { month, value, .. } => Some((self.month(*month), amount(*value))),
                    _ => None,
                };
                let mut lines: Vec<_> = finding.evidence.iter().filter_map(in_month).collect();
                lines.push((self.sum_asked(), self.asked_of_metric(rule, metric.unit.as_deref())));
                let result = match value.filter(|_| !finding.state.is_unknown()) {
                    Some(value) => (self.sum_aggregate(rule.aggregate.code()), amount(value)),
                    None => (self.sum_on_record(0), self.sum_part(months, self.months(rule.months))),
                };
                (lines.len() > 1).then_some(Sum { lines, result: Some(result) })
            }
            (Rule::Activity { count: asked, within_months, .. }, Measure::Activity { count }) => {
                let on_record = (self.sum_on_record(within_months.unwrap_or(0)), count.to_string());
                let lines = vec![on_record, (self.sum_asked(), asked.to_string())];
                let until = finding.lapses_on.map(|day| (self.sum_enough_until(), self.date(day.previous())));
                let missing = u64::from(*asked).checked_sub(*count).filter(|missing| *missing > 0);
                let result = missing.map(|missing| (self.sum_missing(), missing.to_string())).or(until);
                Some(Sum { lines, result })
            }
            (Rule::Rating { at_least, reviews }, Measure::Rating { reaching, .. }) => {
                let on_day = |fact: &Evidence| match fact {
                    Evidence::Review { reviewed_on, rating } => Some((self.date(*reviewed_on), rating.to_string())),
                    _ => None,
                };
                let mut lines: Vec<_> = finding.evidence.iter().filter_map(on_day).collect();
                lines.push((self.sum_asked(), self.sum_at_least(at_least.to_string())));
                let result = Some((self.sum_reaching(), self.sum_part(*reaching, reviews.to_string())));
                (lines.len() > 1).then_some(Sum { lines, result })
            }
            _ => None,
        }
    }

    fn sum_of_service(&self, finding: &Finding, asked: u32) -> Option<Sum> {
        let Measure::Service { since: Some(since), months, days, leave_days } = finding.measure else { return None };
        let begun = if finding.kind == Kind::Tenure { self.sum_service_since() } else { self.sum_in_job_since() };
        let mut lines = vec![(begun, self.date(since)), (self.sum_counted(), self.duration(months, days))];
        if leave_days > 0 {
            lines.push((self.sum_leave(), self.days(leave_days)));
        }
        lines.push((self.sum_asked(), self.months(asked)));
        let reached = finding.met_since.or(finding.earliest_on);
        Some(Sum { lines, result: reached.map(|day| (self.sum_reached(), self.date(day))) })
    }

    fn asked_of_metric(&self, rule: &MetricRule, unit: Option<&str>) -> String {
        let (bound, number) = bound(rule.bound);
        self.sum_metric(bound, self.amount(number, unit), rule.months)
    }
}
