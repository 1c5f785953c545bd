//! What happened: hired, moved, away, gone. What is still to come is not known.

use leptos::prelude::*;
use model::MoveState;
use rules::{Day, Entry};

use super::Shown;
use super::achievements::table;
use super::moves::told;
use crate::components::small_table::Column;

pub(super) fn leaves(shown: &Shown<'_>) -> AnyView {
    let words = shown.words();
    let columns = [
        Column::words(words.person_first_day()),
        Column::words(words.person_last_day()),
        Column::words(words.person_counts()),
    ];
    let known = shown.record.facts.leaves.iter().rev().filter(|row| row.started_on <= shown.today);
    let rows = known.map(|row| {
        vec![
            shown.date(row.started_on),
            row.ended_on.map_or_else(|| words.person_no_end().into_any(), |last| shown.date(last)),
            words.person_yes_no(if row.counts_toward_tenure { "yes" } else { "no" }).into_any(),
        ]
    });
    table(shown, "leave", words.person_leave(), &columns, rows.collect())
}

pub(super) fn history(shown: &Shown<'_>) -> AnyView {
    let (words, facts) = (shown.words(), &shown.record.facts);
    let hired = |day: Day| facts.employments.iter().any(|row| row.hired_on == day);
    let made: Vec<_> = shown.record.moves.iter().filter(|one| one.told.state == MoveState::Made).collect();
    let moved = made.iter().map(|one| (one.told.effective_on, told(shown, one)));
    // What a move began is told as the move.
    let begun = facts.assignments.iter().filter(|row| made.iter().all(|one| one.told.effective_on != row.started_on));
    let begun = begun.map(|row| {
        let job = shown.ladder().catalogue.job(row.job).title().to_owned();
        let told = if hired(row.started_on) { words.person_hired(job) } else { words.person_moved(job) };
        (row.started_on, told)
    });
    let left = facts.employments.iter().filter_map(|row| Some((row.left_on?, words.person_left())));
    let mut events: Vec<(Day, String)> =
        begun.chain(moved).chain(left).filter(|(day, _)| *day <= shown.today).collect();
    events.sort_by(|(a, _), (b, _)| b.cmp(a));
    let event = |(day, told): (Day, String)| view! { <li>{shown.date(day)}<span>{told}</span></li> };
    let body = (!events.is_empty()).then(|| {
        let events = events.into_iter().map(event).collect_view();
        view! { <ol class="history" role="list">{events}</ol> }.into_any()
    });
    shown.section("history", words.person_history(), body)
}
