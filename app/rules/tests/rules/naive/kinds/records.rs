//! `rating`, `skill`, `activity` and `clear_conduct`.

use rules::{ActivityId, Assessor, Day, Decimal, Review, SkillId};

use crate::naive::Fault;
use crate::naive::person::Person;

/// The latest reviews on or before the day, at most so many.
pub(crate) fn latest_reviews(person: &Person<'_>, reviews: u32, day: Day) -> Vec<Review> {
    let mut rows: Vec<Review> = person.facts.reviews.iter().copied().filter(|row| row.reviewed_on <= day).collect();
    rows.sort_by_key(|row| row.reviewed_on);
    rows.reverse();
    rows.truncate(reviews as usize);
    rows
}

/// How many of these reach.
pub(crate) fn reviews_that_reach(person: &Person<'_>, at_least: Decimal, reviews: u32, day: Day) -> usize {
    latest_reviews(person, reviews, day).iter().filter(|row| row.rating >= at_least).count()
}

/// The level of the latest assessment by that assessor on or before the day.
pub(crate) fn skill_level(person: &Person<'_>, skill: SkillId, assessor: Assessor, day: Day) -> Option<u8> {
    let rows = person.facts.skills.iter().filter(|row| row.skill == skill && row.assessor == assessor);
    rows.filter(|row| row.assessed_on <= day).max_by_key(|row| row.assessed_on).map(|row| row.level)
}

/// The counts of the events in force on the day.
pub(crate) fn activity_count(person: &Person<'_>, activity: ActivityId, within: Option<u32>, day: Day) -> u64 {
    let rows = person.facts.activities.iter().filter(|row| row.activity == activity && row.occurred_on <= day);
    let in_force = rows.filter(|row| within.is_none_or(|months| day < person.add_months(row.occurred_on, months)));
    in_force.map(|row| u64::from(row.count)).sum()
}

/// Whether the day lies in no span `[issued_on, add_months(closed_on + 1, months))`.
pub(crate) fn conduct_is_clear(person: &Person<'_>, months: u32, day: Day) -> bool {
    !person.facts.conduct.iter().any(|row| {
        let clear_on = row.closed_on.map(|closed_on| {
            let from = if person.makes(Fault::ConductClearsADayEarly) { closed_on } else { closed_on.next() };
            person.add_months(from, months)
        });
        row.issued_on <= day && clear_on.is_none_or(|clear_on| day < clear_on)
    })
}
