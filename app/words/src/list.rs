//! Lists of titles, and numbers with their unit.

use rules::{Bound, CertificationId, CourseId, Decimal, JobId, Ladder, LanguageTag};

use crate::English;
use crate::message::{or_none, say};

/// What stands before the last item of a list.
#[derive(Clone, Copy)]
pub(crate) enum Join {
    And,
    Or,
}

impl English {
    /// "A", "A and B", "A, B and C"; or with "or". Empty where there is nothing to list.
    pub(crate) fn list(&self, join: Join, items: impl IntoIterator<Item = String>) -> String {
        let mut items: Vec<String> = items.into_iter().collect();
        let Some(last) = items.pop() else { return String::new() };
        let Some(start) = items.into_iter().reduce(|list, item| say!(self, ListMore { list, item })) else {
            return last;
        };
        match join {
            Join::And => say!(self, ListAnd { list: start, item: last }),
            Join::Or => say!(self, ListOr { list: start, item: last }),
        }
    }

    pub(crate) fn jobs(&self, ladder: &Ladder, join: Join, jobs: &[JobId]) -> String {
        self.list(join, jobs.iter().map(|&job| ladder.catalogue.job(job).title.clone()))
    }

    /// "A, B or C", of names that are the same in every language.
    pub fn one_of(&self, names: impl IntoIterator<Item = String>) -> String {
        self.list(Join::Or, names)
    }

    /// "Team Lead or Quality Analyst".
    pub fn one_of_jobs(&self, ladder: &Ladder, jobs: &[JobId]) -> String {
        self.jobs(ladder, Join::Or, jobs)
    }

    pub(crate) fn certifications(&self, ladder: &Ladder, join: Join, certifications: &[CertificationId]) -> String {
        self.list(join, certifications.iter().map(|&id| ladder.catalogue.certification(id).title.clone()))
    }

    pub(crate) fn languages(&self, join: Join, languages: &[LanguageTag]) -> String {
        self.list(join, languages.iter().map(|language| self.language(language)))
    }

    /// Courses, each of the ones and one of the others: "A and B", "C or D", "A and B, and C or D".
    pub(crate) fn courses(&self, ladder: &Ladder, all_of: &[CourseId], any_of: &[CourseId]) -> String {
        let title = |&course: &CourseId| ladder.catalogue.course(course).title.clone();
        let all = self.list(Join::And, all_of.iter().map(title));
        let any = self.list(Join::Or, any_of.iter().map(title));
        match (all_of.is_empty(), any_of.is_empty()) {
            (_, true) => all,
            (true, false) => any,
            (false, false) => say!(self, CoursesBoth { all, any }),
        }
    }

    /// "90 %", "90".
    pub fn amount(&self, number: Decimal, unit: Option<&str>) -> String {
        say!(self, Amount { number: number.to_string(), unit: or_none(unit.map(str::to_owned)) })
    }
}

/// The side that a bound asks for, as messages select on it, and its number.
pub(crate) fn bound(bound: Bound) -> (&'static str, Decimal) {
    match bound {
        Bound::AtLeast(number) => ("at_least", number),
        Bound::AtMost(number) => ("at_most", number),
    }
}
