//! Section 4: each kind of leaf, asked on one day.

pub(crate) mod credentials;
pub(crate) mod languages;
pub(crate) mod metrics;
pub(crate) mod records;
pub(crate) mod service;
pub(crate) mod trainings;

use rules::{Day, Rule};

use super::days::Days;
use super::person::Person;

/// Whether claims count as verified: never in the answer, but in what the answer would be.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Claims {
    Ignored,
    Counted,
}

/// The days on which a leaf holds, cut to `E`, without waivers.
pub(crate) fn days(person: &Person<'_>, rule: &Rule, claims: Claims) -> Days {
    let cut = |holds: &dyn Fn(Day) -> bool| person.horizon.on_which(|day| person.is_employed(day) && holds(day));
    match rule {
        Rule::Tenure { months, clock } => cut(&|day| service::tenure_holds(person, *months, *clock, day)),
        Rule::TimeInJob { months, jobs } => {
            let starts = person.chain_starts(jobs.as_deref());
            let start = |day: Day| starts[person.horizon.first.days_until(day) as usize];
            cut(&|day| start(day).is_some_and(|start| service::has_lasted(person, start, *months, day)))
        }
        Rule::Certification(rule) => cut(&|day| credentials::holds(person, rule, claims, day)),
        Rule::Language(rule) => cut(&|day| languages::at_level(person, rule, claims, day) >= rule.count as usize),
        Rule::Training(rule) => cut(&|day| trainings::holds(person, rule, day)),
        Rule::Metric(rule) => cut(&|day| metrics::holds(person, rule, day)),
        Rule::Rating { at_least, reviews } => {
            cut(&|day| records::reviews_that_reach(person, *at_least, *reviews, day) == *reviews as usize)
        }
        Rule::Skill { skill, at_least, assessor } => {
            cut(&|day| records::skill_level(person, *skill, *assessor, day).is_some_and(|level| level >= *at_least))
        }
        Rule::Activity { activity, count, within_months } => {
            cut(&|day| records::activity_count(person, *activity, *within_months, day) >= u64::from(*count))
        }
        Rule::ClearConduct { months } => cut(&|day| records::conduct_is_clear(person, *months, day)),
        Rule::Employment { any_of } => {
            cut(&|day| person.employment_on(day).is_some_and(|employment| any_of.contains(&employment.kind)))
        }
        Rule::All(_) | Rule::Any(_) | Rule::AtLeast { .. } => person.horizon.on_which(|_| false),
    }
}
