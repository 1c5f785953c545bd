//! What a person has earned, learned and done: certifications, languages, training, skills, activities.

use std::collections::BTreeMap;

use leptos::prelude::*;
use rules::{ActivityId, Basis, Credential, Day, Entry, Standing, TrainingStatus};

use super::Shown;
use crate::components::small_table::{Column, small_table};

pub(super) fn certifications(shown: &Shown<'_>) -> AnyView {
    let (words, catalogue) = (shown.words(), &shown.ladder().catalogue);
    let columns = [
        Column::words(words.person_certification()),
        Column::words(words.person_issued()),
        Column::words(words.person_valid_until()),
        Column::numbers(words.person_days_left()),
        Column::words(words.person_basis()),
    ];
    let mut held: Vec<&Credential> =
        shown.record.facts.credentials.iter().filter(|row| row.issued_on <= shown.today).collect();
    held.sort_by_key(|row| std::cmp::Reverse(row.issued_on));
    let rows = held.into_iter().map(|row| {
        let last = last_day(shown, row);
        let left = last.map(|last| shown.today.days_until(last)).filter(|left| *left >= 0);
        let is_over = last.is_some_and(|last| last < shown.today);
        let standing = match row.standing {
            Standing::RevokedOn(day) if day <= shown.today => "revoked",
            Standing::Claimed => "claimed",
            Standing::Verified | Standing::RevokedOn(_) if is_over => "expired",
            Standing::Verified | Standing::RevokedOn(_) => "verified",
        };
        let until = last.map_or_else(|| words.person_no_end().into_any(), |last| shown.date(last));
        vec![
            catalogue.certification(row.certification).title().to_owned().into_any(),
            shown.date(row.issued_on),
            until,
            left.map(|left| left.to_string()).into_any(),
            words.person_standing(standing).into_any(),
        ]
    });
    table(shown, "certifications", words.person_certifications(), &columns, rows.collect())
}

/// The last day in force: as the credential says, else as the catalogue does, and none after it was taken back.
fn last_day(shown: &Shown<'_>, row: &Credential) -> Option<Day> {
    let validity = shown.ladder().catalogue.certification(row.certification).validity_months;
    let expires_on = row.expires_on.or_else(|| Some(row.issued_on.plus_months(validity?).previous()));
    match row.standing {
        Standing::RevokedOn(day) if day <= shown.today => {
            Some(expires_on.map_or(day.previous(), |expires_on| expires_on.min(day.previous())))
        }
        Standing::Verified | Standing::Claimed | Standing::RevokedOn(_) => expires_on,
    }
}

pub(super) fn languages(shown: &Shown<'_>) -> AnyView {
    let words = shown.words();
    let columns = [
        Column::words(words.person_language()),
        Column::words(words.person_level()),
        Column::words(words.person_assessed()),
        Column::words(words.person_valid_until()),
        Column::words(words.person_basis()),
    ];
    let known = shown.record.facts.proficiencies.iter().filter(|row| row.assessed_on <= shown.today);
    let rows = known.map(|row| {
        let is_over = row.expires_on.is_some_and(|last| last < shown.today);
        let basis = match row.basis {
            Basis::Verified if is_over => "expired",
            Basis::Verified | Basis::Claimed => row.basis.code(),
        };
        vec![
            words.language(&row.language).into_any(),
            words.level(row.level).into_any(),
            shown.date(row.assessed_on),
            row.expires_on.map_or_else(|| words.person_no_end().into_any(), |last| shown.date(last)),
            words.person_standing(basis).into_any(),
        ]
    });
    table(shown, "languages", words.person_languages(), &columns, rows.collect())
}

pub(super) fn trainings(shown: &Shown<'_>) -> AnyView {
    let (words, catalogue) = (shown.words(), &shown.ladder().catalogue);
    let columns = [
        Column::words(words.person_course()),
        Column::words(words.person_status()),
        Column::words(words.person_date()),
        Column::numbers(words.person_score()),
    ];
    let mut trained: Vec<_> = shown.record.facts.trainings.iter().collect();
    trained.sort_by_key(|row| std::cmp::Reverse(row.status.day()));
    let rows = trained.into_iter().filter_map(|row| {
        let status = match row.status {
            TrainingStatus::CompletedOn(day) if day > shown.today => return None,
            TrainingStatus::PlannedOn(day) if day <= shown.today => return None,
            TrainingStatus::CompletedOn(_) => words.person_completed(),
            TrainingStatus::PlannedOn(_) => words.person_booked(),
            TrainingStatus::Withdrawn(_) => words.person_withdrawn(),
        };
        Some(vec![
            catalogue.course(row.course).title().to_owned().into_any(),
            status.into_any(),
            row.status.day().map(|day| shown.date(day)).into_any(),
            row.score.map(|score| score.to_string()).into_any(),
        ])
    });
    table(shown, "training", words.person_training(), &columns, rows.collect())
}

/// Of each skill the latest that each kind of assessor said.
pub(super) fn skills(shown: &Shown<'_>) -> AnyView {
    let (words, catalogue) = (shown.words(), &shown.ladder().catalogue);
    let columns = [
        Column::words(words.person_skill()),
        Column::numbers(words.person_level()),
        Column::words(words.person_assessor()),
        Column::words(words.person_assessed()),
    ];
    let known = shown.record.facts.skills.iter().filter(|row| row.assessed_on <= shown.today);
    // They are sorted by the day at last, so that the latest stays.
    let latest: BTreeMap<_, _> = known.map(|row| ((row.skill, row.assessor), row)).collect();
    let rows = latest.into_values().map(|row| {
        vec![
            catalogue.skill(row.skill).title().to_owned().into_any(),
            row.level.to_string().into_any(),
            words.assessor(row.assessor).into_any(),
            shown.date(row.assessed_on),
        ]
    });
    table(shown, "skills", words.person_skills(), &columns, rows.collect())
}

/// Of each activity how often within a year, and when at last.
pub(super) fn activities(shown: &Shown<'_>) -> AnyView {
    let (words, catalogue) = (shown.words(), &shown.ladder().catalogue);
    let columns = [
        Column::words(words.person_activity()),
        Column::numbers(words.person_last_year()),
        Column::words(words.person_latest()),
    ];
    let mut done: BTreeMap<ActivityId, (u64, Day)> = BTreeMap::new();
    for row in shown.record.facts.activities.iter().filter(|row| row.occurred_on <= shown.today) {
        let counted = if row.occurred_on.plus_months(12) > shown.today { u64::from(row.count) } else { 0 };
        let (count, latest) = done.entry(row.activity).or_insert((0, row.occurred_on));
        *count += counted;
        *latest = row.occurred_on.max(*latest);
    }
    let rows = done.into_iter().map(|(activity, (count, latest))| {
        vec![
            catalogue.activity(activity).title().to_owned().into_any(),
            count.to_string().into_any(),
            shown.date(latest),
        ]
    });
    table(shown, "activities", words.person_activities(), &columns, rows.collect())
}

/// A section with a table, or the word that there is nothing.
pub(super) fn table(
    shown: &Shown<'_>,
    id: &'static str,
    title: String,
    columns: &[Column],
    rows: Vec<Vec<AnyView>>,
) -> AnyView {
    let body = (!rows.is_empty())
        .then(|| small_table(title.clone(), shown.words().person_table(title.clone()), columns, rows));
    shown.section(id, title, body)
}
