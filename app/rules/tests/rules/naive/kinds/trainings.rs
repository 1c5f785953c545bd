//! `training`.

use rules::{CourseId, Day, Training, TrainingRule, TrainingStatus};

use crate::naive::Fault;
use crate::naive::person::Person;

pub(crate) fn holds(person: &Person<'_>, rule: &TrainingRule, day: Day) -> bool {
    rule.all_of.iter().all(|course| done(person, rule, *course, day)) && any_done(person, rule, day)
}

/// Whether one of `any_of` counts; true where none is asked.
fn any_done(person: &Person<'_>, rule: &TrainingRule, day: Day) -> bool {
    rule.any_of.is_empty() || rule.any_of.iter().any(|course| done(person, rule, *course, day))
}

/// The parts that are done, and how many there are: each of `all_of`, and one for `any_of`.
pub(crate) fn share(person: &Person<'_>, rule: &TrainingRule) -> (i128, i128) {
    let all_of = rule.all_of.iter().filter(|course| done(person, rule, **course, person.as_of)).count();
    let any_of = !rule.any_of.is_empty();
    let any_done = any_of && any_done(person, rule, person.as_of);
    (all_of as i128 + i128::from(any_done), rule.all_of.len() as i128 + i128::from(any_of))
}

/// Whether a completion of the course, or a booking that will have become one, counts on the day.
pub(crate) fn done(person: &Person<'_>, rule: &TrainingRule, course: CourseId, day: Day) -> bool {
    person.facts.trainings.iter().filter(|row| row.course == course).any(|row| {
        completed_on(person, rule, row).is_some_and(|completed_on| {
            let old = rule.within_months.map(|months| person.add_months(completed_on, months));
            let late = if person.makes(Fault::WithinMonthsIsInclusive) { day.previous() } else { day };
            completed_on <= day && old.is_none_or(|old| late < old)
        })
    })
}

fn completed_on(person: &Person<'_>, rule: &TrainingRule, row: &Training) -> Option<Day> {
    match row.status {
        TrainingStatus::CompletedOn(day) => {
            let missing_passes = person.makes(Fault::MissingScorePasses);
            let passed = rule.min_score.is_none_or(|least| row.score.map_or(missing_passes, |score| score >= least));
            passed.then_some(day)
        }
        TrainingStatus::PlannedOn(day) if person.makes(Fault::BookingCountsOnItsDay) => {
            (day >= person.as_of).then_some(day)
        }
        TrainingStatus::PlannedOn(day) => (day > person.as_of).then_some(day),
        TrainingStatus::Withdrawn(_) => None,
    }
}
