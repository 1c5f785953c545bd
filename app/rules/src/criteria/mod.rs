//! The kinds of criteria: one file each, which turns facts into a timeline, a finding and a lead time.
//! Section 4 of the rules says when each holds, section 5 how it is found, section 6 how long it takes.

mod activity;
mod certification;
mod clear_conduct;
mod employment;
mod language;
mod metric;
mod rating;
mod skill;
mod tenure;
mod time_in_job;
mod training;

use crate::assessment::{Evidence, Measure, Step};
use crate::day::Day;
use crate::known::Known;
use crate::ladder::{Catalogue, Rule};
use crate::progress::Progress;
use crate::timeline::Timeline;

/// Whether what is only claimed counts as verified.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Claims {
    Ignored,
    Counted,
}

/// What is asked of a leaf.
#[derive(Clone, Copy)]
pub(crate) struct Question {
    pub(crate) claims: Claims,
    /// Days before this one are not asked for: the timeline may leave them out.
    pub(crate) since: Day,
}

/// Too little is on record to say.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lack {
    NoEvidence,
    Insufficient,
}

/// How long it takes if someone starts on `as_of`, and what they would do.
pub(crate) struct Lead {
    pub(crate) days: u32,
    pub(crate) step: Step,
}

/// A leaf, ready to be asked about a person. Its timelines know of no waiver, and need not be cut to `E`.
pub(crate) trait Leaf: Send + Sync {
    /// The days on which it holds, of those asked for.
    fn timeline(&self, known: &Known<'_>, question: Question) -> Timeline;

    /// Whether the person has claims that could change the timeline.
    fn has_claims(&self, _known: &Known<'_>) -> bool {
        false
    }

    /// Whether too little is on record on `as_of` to say.
    fn lack(&self, _known: &Known<'_>) -> Option<Lack> {
        None
    }

    /// How much is done, where it is not met.
    fn progress(&self, _known: &Known<'_>) -> Progress {
        Progress::NONE
    }

    /// The person's side, in numbers.
    fn measure(&self, known: &Known<'_>) -> Measure;

    /// The facts that decided.
    fn evidence(&self, known: &Known<'_>) -> Vec<Evidence>;

    /// What someone can do, where someone can; asked only where the timeline does not cover all days ahead.
    fn lead(&self, _known: &Known<'_>) -> Option<Lead> {
        None
    }

    /// The last day to start for what should hold on `eligible_on`.
    fn start_by(&self, eligible_on: Day, lead_days: u32) -> Day {
        eligible_on.plus_days(-(lead_days as i32))
    }

    /// The first day after `as_of` on which another month is closed for its metric.
    fn next_closing(&self, _known: &Known<'_>) -> Option<Day> {
        None
    }
}

/// A leaf made ready; `None` for a group.
pub(crate) fn leaf<'l>(rule: &'l Rule, catalogue: &'l Catalogue) -> Option<Box<dyn Leaf + 'l>> {
    Some(match rule {
        Rule::Tenure { months, clock } => Box::new(tenure::Tenure { months: *months, clock: *clock }),
        Rule::TimeInJob { months, jobs } => Box::new(time_in_job::TimeInJob { months: *months, jobs: jobs.as_deref() }),
        Rule::Certification(rule) => Box::new(certification::Certified::new(rule, catalogue)),
        Rule::Language(rule) => Box::new(language::Languages { rule }),
        Rule::Training(rule) => Box::new(training::Trained { rule, catalogue }),
        Rule::Metric(rule) => Box::new(metric::Measured::new(rule, catalogue)),
        Rule::Rating { at_least, reviews } => Box::new(rating::Rated { at_least: *at_least, reviews: *reviews }),
        Rule::Skill { skill, at_least, assessor } => {
            Box::new(skill::Skilled { skill: *skill, at_least: *at_least, assessor: *assessor })
        }
        Rule::Activity { activity, count, within_months } => {
            Box::new(activity::Active { activity: *activity, count: *count, within_months: *within_months })
        }
        Rule::ClearConduct { months } => Box::new(clear_conduct::ClearConduct { months: *months }),
        Rule::Employment { any_of } => Box::new(employment::EmployedAs { any_of }),
        Rule::All(_) | Rule::Any(_) | Rule::AtLeast { .. } => return None,
    })
}
