//! `training`: courses completed, or booked.

use super::certification::USUAL_LEAD_DAYS;
use super::{Lead, Leaf, Question};
use crate::assessment::{Evidence, Measure, Step};
use crate::day::Day;
use crate::facts::{Training, TrainingStatus};
use crate::few;
use crate::known::Known;
use crate::ladder::{Catalogue, CourseId, TrainingRule};
use crate::progress::Progress;
use crate::timeline::{Span, Timeline};

pub(crate) struct Trained<'l> {
    pub(crate) rule: &'l TrainingRule,
    pub(crate) catalogue: &'l Catalogue,
}

impl Trained<'_> {
    /// The day from which a row counts: its completion, or a booking still ahead, taken as passed.
    fn counts_from(&self, known: &Known<'_>, row: &Training) -> Option<Day> {
        let passed = || self.rule.min_score.is_none_or(|min| row.score.is_some_and(|score| score >= min));
        match row.status {
            TrainingStatus::CompletedOn(day) => (known.had_begun(day) && passed()).then_some(day),
            TrainingStatus::PlannedOn(day) => (day > known.as_of).then_some(day),
            TrainingStatus::Withdrawn(_) => None,
        }
    }

    fn rows<'k>(&self, known: &'k Known<'_>, course: CourseId) -> impl Iterator<Item = &'k Training> + use<'k> {
        known.facts.trainings.iter().filter(move |row| row.course == course)
    }

    /// The days on which a course counts.
    fn counts(&self, known: &Known<'_>, course: CourseId) -> Timeline {
        self.rows(known, course)
            .filter_map(|row| self.counts_from(known, row))
            .filter_map(|from| {
                let until = self.rule.within_months.map_or(Day::FOREVER, |months| from.plus_months(months));
                Span::new(from, until)
            })
            .collect()
    }

    fn counts_now(&self, known: &Known<'_>, course: CourseId) -> bool {
        self.counts(known, course).contains(known.as_of)
    }

    /// Whether a course counts on every day from `as_of` on.
    fn lasts(&self, known: &Known<'_>, course: CourseId) -> bool {
        known.days_ahead().without(&self.counts(known, course)).is_empty()
    }

    fn courses(&self) -> impl Iterator<Item = CourseId> {
        self.rule.all_of.iter().chain(&self.rule.any_of).copied()
    }

    fn any_done(&self, known: &Known<'_>) -> bool {
        self.rule.any_of.is_empty() || self.rule.any_of.iter().any(|course| self.counts_now(known, *course))
    }

    fn lead_days(&self, course: CourseId) -> u32 {
        self.catalogue.course(course).lead_days.unwrap_or(USUAL_LEAD_DAYS)
    }

    /// The days on which all that is asked counts.
    fn holds(&self, known: &Known<'_>) -> Timeline {
        let any = self.rule.any_of.iter().map(|course| self.counts(known, *course)).reduce(|any, one| any.or(&one));
        let all = self.rule.all_of.iter().map(|course| self.counts(known, *course));
        any.into_iter().chain(all).reduce(|all, one| all.and(&one)).unwrap_or_default()
    }
}

impl Leaf for Trained<'_> {
    fn timeline(&self, known: &Known<'_>, _question: Question) -> Timeline {
        self.holds(known)
    }

    fn progress(&self, known: &Known<'_>) -> Progress {
        let any_part = usize::from(!self.rule.any_of.is_empty());
        let done = self.rule.all_of.iter().filter(|course| self.counts_now(known, **course)).count();
        let any_done = usize::from(any_part == 1 && self.any_done(known));
        Progress::of((done + any_done) as i128, (self.rule.all_of.len() + any_part) as i128)
    }

    fn measure(&self, known: &Known<'_>) -> Measure {
        let missing = self.rule.all_of.iter().copied().filter(|course| !self.counts_now(known, *course)).collect();
        let booked_for = self.holds(known).earliest_from(known.as_of).filter(|day| *day > known.as_of);
        Measure::Training { missing, any_done: self.any_done(known), booked_for }
    }

    fn evidence(&self, known: &Known<'_>) -> Vec<Evidence> {
        let rows = self.courses().flat_map(|course| self.rows(known, course));
        rows.filter_map(|row| match row.status {
            TrainingStatus::CompletedOn(completed_on) => known
                .had_begun(completed_on)
                .then_some(Evidence::Completion { course: row.course, completed_on, score: row.score }),
            TrainingStatus::PlannedOn(planned_on) => {
                (planned_on > known.as_of).then_some(Evidence::Booking { course: row.course, planned_on })
            }
            TrainingStatus::Withdrawn(_) => None,
        })
        .collect()
    }

    fn lead(&self, known: &Known<'_>) -> Option<Lead> {
        let all_of: Vec<CourseId> =
            self.rule.all_of.iter().copied().filter(|course| !self.lasts(known, *course)).collect();
        let any_lasts = self.rule.any_of.iter().any(|course| self.lasts(known, *course));
        let mut any_of = if any_lasts { Vec::new() } else { self.rule.any_of.clone() };
        few::sort(&mut any_of, |a, b| self.lead_days(*a) < self.lead_days(*b));
        let longest = all_of.iter().map(|course| self.lead_days(*course)).max();
        let shortest = any_of.first().map(|course| self.lead_days(*course));
        let days = longest.max(shortest)?;
        Some(Lead { days, step: Step::Training { all_of, any_of } })
    }
}
