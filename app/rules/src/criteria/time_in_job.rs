//! `time_in_job`: so many months, unbroken, in such jobs.

use smallvec::SmallVec;

use super::tenure::{leaves_since, service_measure, service_progress};
use super::{Leaf, Question};
use crate::assessment::{Evidence, Measure};
use crate::day::Day;
use crate::known::{Held, Known};
use crate::ladder::JobId;
use crate::progress::Progress;
use crate::timeline::{Span, Timeline};

pub(crate) struct TimeInJob<'l> {
    pub(crate) months: u32,
    /// `None`: whichever job is held on the day.
    pub(crate) jobs: Option<&'l [JobId]>,
}

impl TimeInJob<'_> {
    fn counts(&self, job: JobId) -> bool {
        self.jobs.is_none_or(|jobs| jobs.contains(&job))
    }

    /// The unbroken chains of assignments in such jobs, each starting the day after the one before ended.
    fn chains(&self, known: &Known<'_>) -> SmallVec<[Span; 4]> {
        let mut chains: SmallVec<[Held; 4]> = SmallVec::new();
        for held in known.held.iter().filter(|held| self.counts(held.job)) {
            match chains.last_mut() {
                Some(chain) if chain.span.until == held.span.from && (self.jobs.is_some() || chain.job == held.job) => {
                    chain.span.until = held.span.until;
                }
                Some(_) | None => chains.push(*held),
            }
        }
        chains.into_iter().map(|chain| chain.span).collect()
    }

    /// The chain that reaches `as_of`.
    fn chain(&self, known: &Known<'_>) -> Option<Span> {
        self.chains(known).into_iter().find(|chain| chain.contains(known.as_of))
    }

    fn since(&self, known: &Known<'_>) -> Option<Day> {
        self.chain(known).map(|chain| chain.from)
    }
}

impl Leaf for TimeInJob<'_> {
    fn timeline(&self, known: &Known<'_>, _question: Question) -> Timeline {
        self.chains(known)
            .into_iter()
            .filter_map(|chain| Span::new(known.service_reached_on(chain.from, self.months), chain.until))
            .collect()
    }

    fn progress(&self, known: &Known<'_>) -> Progress {
        self.since(known).map_or(Progress::NONE, |since| service_progress(known, since, self.months))
    }

    fn measure(&self, known: &Known<'_>) -> Measure {
        service_measure(known, self.since(known))
    }

    fn evidence(&self, known: &Known<'_>) -> Vec<Evidence> {
        let Some(chain) = self.chain(known) else { return Vec::new() };
        let in_chain = |row: &&crate::Assignment| {
            self.counts(row.job)
                && known.had_begun(row.started_on)
                && Span::through(row.started_on, row.ended_on).is_some_and(|span| span.and(chain).is_some())
        };
        let assignments = known.facts.assignments.iter().filter(in_chain).map(|row| Evidence::Assignment {
            job: row.job,
            started_on: row.started_on,
            ended_on: known.happened(row.ended_on),
        });
        assignments.chain(leaves_since(known, chain.from)).collect()
    }
}
