//! Section 2: what had happened by `as_of`, and when that changes.

use rules::{Day, Facts, Standing, TrainingStatus};

/// The facts without those that had not happened by that day.
pub(crate) fn known_on(facts: &Facts, as_of: Day) -> Facts {
    let mut known = facts.clone();
    let happened = |day: Day| day <= as_of;
    let read = |day: Option<Day>| day.filter(|day| happened(*day));

    known.employments.retain(|row| happened(row.hired_on));
    known.assignments.retain(|row| happened(row.started_on));
    known.leaves.retain(|row| happened(row.started_on));
    known.credentials.retain(|row| happened(row.issued_on));
    known.proficiencies.retain(|row| happened(row.assessed_on));
    known.reviews.retain(|row| happened(row.reviewed_on));
    known.skills.retain(|row| happened(row.assessed_on));
    known.activities.retain(|row| happened(row.occurred_on));
    known.conduct.retain(|row| happened(row.issued_on));
    known.waivers.retain(|row| happened(row.from_on));
    known.trainings.retain(|row| match row.status {
        TrainingStatus::CompletedOn(day) => happened(day),
        TrainingStatus::PlannedOn(_) | TrainingStatus::Withdrawn(_) => true,
    });

    known.employments.iter_mut().for_each(|row| row.left_on = read(row.left_on));
    known.assignments.iter_mut().for_each(|row| row.ended_on = read(row.ended_on));
    known.conduct.iter_mut().for_each(|row| row.closed_on = read(row.closed_on));
    for row in &mut known.credentials {
        // A revocation that is read as empty leaves what was verified before it.
        if let Standing::RevokedOn(day) = row.standing
            && !happened(day)
        {
            row.standing = Standing::Verified;
        }
    }
    known
}

/// The days after `as_of` on which the facts themselves begin to say more: bookings, what section 2 ignores or
/// reads as empty, and the day after `as_of` while a leave without an end, that does not count, is running.
pub(crate) fn dates_that_make_stale(facts: &Facts, as_of: Day) -> Vec<Day> {
    let mut days: Vec<Option<Day>> = Vec::new();
    days.extend(facts.employments.iter().flat_map(|row| [Some(row.hired_on), row.left_on]));
    days.extend(facts.assignments.iter().flat_map(|row| [Some(row.started_on), row.ended_on]));
    days.extend(facts.leaves.iter().map(|row| Some(row.started_on)));
    days.extend(facts.credentials.iter().map(|row| Some(row.issued_on)));
    days.extend(facts.credentials.iter().map(|row| match row.standing {
        Standing::RevokedOn(day) => Some(day),
        Standing::Verified | Standing::Claimed => None,
    }));
    days.extend(facts.proficiencies.iter().map(|row| Some(row.assessed_on)));
    days.extend(facts.trainings.iter().map(|row| match row.status {
        TrainingStatus::CompletedOn(day) | TrainingStatus::PlannedOn(day) => Some(day),
        TrainingStatus::Withdrawn(_) => None,
    }));
    days.extend(facts.reviews.iter().map(|row| Some(row.reviewed_on)));
    days.extend(facts.skills.iter().map(|row| Some(row.assessed_on)));
    days.extend(facts.activities.iter().map(|row| Some(row.occurred_on)));
    days.extend(facts.conduct.iter().flat_map(|row| [Some(row.issued_on), row.closed_on]));
    days.extend(facts.waivers.iter().map(|row| Some(row.from_on)));

    let away = |row: &rules::Leave| !row.counts_toward_tenure && row.ended_on.is_none() && row.started_on <= as_of;
    if facts.leaves.iter().any(away) {
        days.push(Some(as_of.next()));
    }
    days.into_iter().flatten().filter(|day| *day > as_of).collect()
}
