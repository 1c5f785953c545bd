//! Other criteria of the same track: those that come, those that were, and those that are looked at.

use leptos::prelude::*;
use rules::Status;

use super::told::Told;
use crate::components::time::time;
use crate::components::{Banner, NotificationBanner};

/// That the page is not about the criteria in force, where it is not.
pub(super) fn pinned(told: &Told<'_>) -> Option<AnyView> {
    let words = &told.app.words;
    let day = told.pinned?;
    let text = words.answer_pinned(words.date(day));
    let in_force = told.address(None);
    let go_on = words.answer_in_force();
    Some(
        view! {
            <NotificationBanner about=Banner::Notice title=words.answer_pinned_title()>
                <p>{text}" "<a href=in_force>{go_on}</a></p>
            </NotificationBanner>
        }
        .into_any(),
    )
}

/// What the next version will say, and a way to every other; nothing where there is only one.
pub(super) fn others(told: &Told<'_>) -> Option<AnyView> {
    let (words, assessment) = (&told.app.words, told.assessment);
    let next = assessment.decision.next_version.map(|next| {
        let earliest = next.earliest_on.filter(|_| next.status != Status::Eligible);
        let earliest = earliest.map_or_else(|| "none".to_owned(), |day| words.date(day));
        view! { <p>{words.answer_next(earliest, words.date(next.effective_from), words.status(next.status))}</p> }
    });
    let versions = &told.answer.ladder.track(told.answer.track).versions;
    let others = versions.iter().map(|version| version.effective_from);
    let links: Vec<_> = others
        .filter(|day| *day != assessment.criteria_effective_from)
        .map(|day| {
            let told_day = time(day, words.answer_version(words.date(day)));
            view! { <li><a href=told.address(Some(day))>{told_day}</a></li> }
        })
        .collect();
    if links.is_empty() {
        return None;
    }
    Some(
        view! {
            <section class="section" aria-labelledby="versions">
                <h2 id="versions">{words.answer_versions()}</h2>
                {next}
                <ul>{links}</ul>
            </section>
        }
        .into_any(),
    )
}
