//! Section 5: how much is done, as an exact fraction.

use num_rational::BigRational;
use rules::{Rule, State};

use super::Fault;
use super::kinds::{Claims, languages, metrics, records, service, trainings};
use super::tree::Tree;

/// The share of a criterion, given the state of each.
pub(crate) fn share(tree: &Tree<'_>, states: &[State], at: usize) -> BigRational {
    if states[at].is_met() {
        return whole(1);
    }
    let (person, node) = (tree.person, &tree.nodes[at]);
    if !person.is_employed(person.as_of) {
        return whole(0);
    }
    let mut parts: Vec<BigRational> = node.parts.iter().map(|part| share(tree, states, *part)).collect();
    parts.sort();
    parts.reverse();
    let of = |share: Option<(i128, i128)>| share.map_or(whole(0), |(part, of)| fraction(part, of));
    match &node.criterion.rule {
        Rule::Tenure { months, clock } => {
            of(person.clock_start(*clock, person.as_of).map(|start| service::share(person, start, *months)))
        }
        Rule::TimeInJob { months, jobs } => {
            let starts = person.chain_starts(jobs.as_deref());
            let start = starts[person.horizon.first.days_until(person.as_of) as usize];
            of(start.map(|start| service::share(person, start, *months)))
        }
        Rule::Language(rule) => {
            let there = languages::at_level(person, rule, Claims::Ignored, person.as_of);
            fraction(there as i128, rule.count.into())
        }
        Rule::Training(rule) => of(Some(trainings::share(person, rule))),
        Rule::Metric(rule) => of(Some(metrics::share(person, rule))),
        Rule::Rating { at_least, reviews } => {
            let reaching = records::reviews_that_reach(person, *at_least, *reviews, person.as_of);
            fraction(reaching as i128, (*reviews).into())
        }
        Rule::Skill { skill, at_least, assessor } => {
            let level = records::skill_level(person, *skill, *assessor, person.as_of);
            fraction(level.unwrap_or(0).into(), (*at_least).into())
        }
        Rule::Activity { activity, count, within_months } => {
            let there = records::activity_count(person, *activity, *within_months, person.as_of);
            fraction(there.into(), (*count).into())
        }
        Rule::Certification(_) | Rule::ClearConduct { .. } | Rule::Employment { .. } => whole(0),
        Rule::All(_) => mean(&parts),
        Rule::Any(_) => parts.first().cloned().unwrap_or(whole(0)),
        Rule::AtLeast { .. } if person.makes(Fault::AtLeastAveragesAll) => mean(&parts),
        Rule::AtLeast { count, .. } => mean(&parts[..*count as usize]),
    }
}

/// The mean of these.
pub(crate) fn mean(shares: &[BigRational]) -> BigRational {
    let sum = shares.iter().fold(whole(0), |sum, share| sum + share);
    sum / whole(shares.len() as i128)
}

fn whole(number: i128) -> BigRational {
    BigRational::from_integer(number.into())
}

/// Capped to 0..1; 0 where either is not positive.
fn fraction(part: i128, of: i128) -> BigRational {
    if part <= 0 || of <= 0 {
        return whole(0);
    }
    BigRational::new(part.into(), of.into()).min(whole(1))
}
