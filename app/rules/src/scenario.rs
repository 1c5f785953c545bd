//! What if: facts that are assumed beside those on record, and the same engine asked again. Nothing is kept.
//!
//! `as_of` stays the day it is. What is on record counts as section 2 of the rules says; what is assumed counts from
//! its own day on, also ahead of `as_of`: a course as a booking, an exam as passed on its day, months of a metric as
//! they close. Asking as of the later day instead would be wrong: by then months would be missing that are merely
//! not over yet.

use serde::{Deserialize, Serialize};
use smallvec::SmallVec;

use crate::day::{Day, Month};
use crate::decimal::Decimal;
use crate::facts::{
    Basis, Credential, Facts, LanguageTag, Leave, Level, MonthlyResult, Proficiency, Standing, Training, TrainingStatus,
};
use crate::few::put;
use crate::ladder::{CertificationId, CourseId, Ladder, MetricId, Rule};

/// Something that is assumed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Change {
    /// A certification is earned, and verified.
    Certification {
        /// Which one.
        certification: CertificationId,
        /// The first day in force.
        issued_on: Day,
    },
    /// A course is completed, with a score that passes.
    Course {
        /// Which one.
        course: CourseId,
        /// The day of the completion.
        completed_on: Day,
    },
    /// A language is assessed, and verified.
    Language {
        /// Which one.
        language: LanguageTag,
        /// The level found.
        level: Level,
        /// The first day it counts.
        assessed_on: Day,
    },
    /// A metric has a value in each of these months.
    Results {
        /// Which one.
        metric: MetricId,
        /// The first month.
        first: Month,
        /// The last month.
        last: Month,
        /// The value.
        value: Decimal,
    },
    /// A leave that does not count toward tenure.
    Leave {
        /// First day.
        started_on: Day,
        /// Last day, inclusive.
        ended_on: Day,
    },
}

/// What is known of a person on a day together with what is assumed; made by [`Facts::assuming`].
#[derive(Clone, Debug)]
pub struct Assumed {
    pub(crate) facts: Facts,
    pub(crate) horizon: Horizon,
    /// The day of the question.
    pub(crate) as_of: Day,
}

/// How far ahead of `as_of` facts count.
#[derive(Clone, Debug)]
pub(crate) struct Horizon {
    /// The last day on which something that is assumed begins, or `as_of`.
    pub(crate) until: Day,
    /// The last month with an assumed value, by metric.
    months: SmallVec<[(MetricId, Month); 2]>,
}

impl Horizon {
    /// Nothing is assumed.
    pub(crate) fn none(as_of: Day) -> Horizon {
        Horizon { until: as_of, months: SmallVec::new() }
    }

    /// The last month of a metric that has an assumed value.
    pub(crate) fn last_month(&self, metric: MetricId) -> Option<Month> {
        self.months.iter().find(|(of, _)| *of == metric).map(|(_, month)| *month)
    }
}

impl Facts {
    /// The same person, whose facts are [sorted](Facts::sort), with changes assumed, asked on a day. Without changes the
    /// engine answers as ever.
    pub fn assuming(&self, changes: &[Change], ladder: &Ladder, as_of: Day) -> Assumed {
        let mut facts = self.known_on(as_of);
        let mut horizon = Horizon::none(as_of);
        for change in changes {
            let begins_on = facts.assume(change, ladder, as_of);
            horizon.until = horizon.until.max(begins_on);
            if let Change::Results { metric, last, .. } = change {
                match horizon.months.iter_mut().find(|(of, _)| of == metric) {
                    Some((_, month)) => *month = (*month).max(*last),
                    None => horizon.months.push((*metric, *last)),
                }
            }
        }
        Assumed { facts, horizon, as_of }
    }

    /// Without the rows that had not happened by `as_of`, which the horizon would let in. (Employments, assignments
    /// and skills are never asked for ahead, so theirs can stay.)
    fn known_on(&self, as_of: Day) -> Facts {
        let mut facts = self.clone();
        facts.leaves.retain(|row| row.started_on <= as_of);
        facts.credentials.retain(|row| row.issued_on <= as_of);
        facts.proficiencies.retain(|row| row.assessed_on <= as_of);
        facts.trainings.retain(|row| match row.status {
            TrainingStatus::CompletedOn(day) => day <= as_of,
            TrainingStatus::PlannedOn(_) | TrainingStatus::Withdrawn(_) => true,
        });
        facts.reviews.retain(|row| row.reviewed_on <= as_of);
        facts.activities.retain(|row| row.occurred_on <= as_of);
        facts.conduct.retain(|row| row.issued_on <= as_of);
        facts.waivers.retain(|row| row.from_on <= as_of);
        facts
    }

    fn put_training(&mut self, row: Training) {
        put(&mut self.trainings, row, |a, b| (a.course, a.status.day()) < (b.course, b.status.day()));
    }

    /// Adds what a change says, in place of what is on record of the same; the day on which it begins.
    fn assume(&mut self, change: &Change, ladder: &Ladder, as_of: Day) -> Day {
        match *change {
            Change::Certification { certification, issued_on } => {
                self.credentials.retain(|row| (row.certification, row.issued_on) != (certification, issued_on));
                let standing = Standing::Verified;
                let row = Credential { certification, issued_on, expires_on: None, standing };
                put(&mut self.credentials, row, |a, b| (a.certification, a.issued_on) < (b.certification, b.issued_on));
                issued_on
            }
            Change::Course { course, completed_on } if completed_on > as_of => {
                // A booking counts as completed on its day, with a passing score; it is no fact before.
                let status = TrainingStatus::PlannedOn(completed_on);
                self.put_training(Training { course, status, score: None });
                as_of
            }
            Change::Course { course, completed_on } => {
                let status = TrainingStatus::CompletedOn(completed_on);
                self.put_training(Training { course, status, score: passing_score(ladder, course) });
                completed_on
            }
            Change::Language { ref language, level, assessed_on } => {
                self.proficiencies.retain(|row| (&row.language, row.assessed_on) != (language, assessed_on));
                let language = language.clone();
                let basis = Basis::Verified;
                let row = Proficiency { language, level, assessed_on, expires_on: None, basis };
                put(&mut self.proficiencies, row, |a, b| (&a.language, a.assessed_on) < (&b.language, b.assessed_on));
                assessed_on
            }
            Change::Results { metric, first, last, value } => {
                self.results.retain(|row| row.metric != metric || !(first..=last).contains(&row.month));
                let months = (0..=first.months_until(last)).map(|months| first.plus(months));
                let rows = months.map(|month| MonthlyResult { metric, month, value, sample: None });
                let at = self.results.partition_point(|row| (row.metric, row.month) < (metric, first));
                self.results.splice(at..at, rows);
                as_of
            }
            Change::Leave { started_on, ended_on } => {
                let row = Leave { started_on, ended_on: Some(ended_on), counts_toward_tenure: false };
                put(&mut self.leaves, row, |a, b| a.started_on < b.started_on);
                started_on
            }
        }
    }
}

/// A score that passes wherever the ladder asks for the course.
fn passing_score(ladder: &Ladder, course: CourseId) -> Option<Decimal> {
    fn asked(rule: &Rule, course: CourseId) -> Option<Decimal> {
        match rule {
            Rule::Training(rule) if rule.all_of.contains(&course) || rule.any_of.contains(&course) => rule.min_score,
            _ => rule.parts().iter().filter_map(|part| asked(&part.rule, course)).max(),
        }
    }
    let versions = ladder.tracks.iter().flat_map(|track| &track.versions);
    versions.flat_map(|version| &version.criteria).filter_map(|criterion| asked(&criterion.rule, course)).max()
}
