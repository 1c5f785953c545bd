//! How many waivers there are: by criterion, by who asked, by whom they are for. Each leads to those.

use leptos::prelude::*;
use operations::nominations::{CountedBy, WaiverCount};
use rules::Ladder;
use words::English;

use super::criterion_of;
use super::list::Asked;
use crate::components::small_table::{Column, small_table};
use crate::pages::nominations::job_of;

/// Nothing where none was asked for.
pub(super) fn counts(words: &English, ladder: &Ladder, counts: &[WaiverCount]) -> Option<AnyView> {
    let by = |title: String, (id, of): (&'static str, String), is_one: fn(&CountedBy) -> bool| {
        let rows: Vec<Vec<AnyView>> =
            counts.iter().filter(|one| is_one(&one.of)).map(|one| row(words, ladder, one)).collect();
        let columns = [
            Column::words(of),
            Column::numbers(words.waiver_count_asked()),
            Column::numbers(words.waiver_count_open()),
            Column::numbers(words.waiver_count_granted()),
            Column::numbers(words.waiver_count_refused()),
        ];
        view! {
            <section class="section" aria-labelledby=id>
                <h3 id=id>{title.clone()}</h3>
                {small_table(title.clone(), title, &columns, rows)}
            </section>
        }
    };
    let criterion = ("by-criterion", words.waiver_criterion());
    let (asker, person) = (("by-asker", words.waiver_asked_by()), ("by-person", words.waiver_for()));
    (!counts.is_empty()).then(|| {
        view! {
            <section class="stack" aria-labelledby="counted">
                <h2 id="counted">{words.waiver_counts()}</h2>
                <p class="soft">{words.waiver_counts_why()}</p>
                {by(words.waiver_count_by_criterion(), criterion, |of| matches!(of, CountedBy::Criterion(..)))}
                {by(words.waiver_count_by_asker(), asker, |of| matches!(of, CountedBy::Asker(..)))}
                {by(words.waiver_count_by_person(), person, |of| matches!(of, CountedBy::Person(..)))}
            </section>
        }
        .into_any()
    })
}

fn row(words: &English, ladder: &Ladder, count: &WaiverCount) -> Vec<AnyView> {
    let (asked, title) = match &count.of {
        CountedBy::Criterion(track, criterion) => {
            let heading = criterion_of(words, ladder, track, criterion);
            let title = words.nomination_title(heading, job_of(ladder, track));
            (Asked { track: track.clone(), criterion: criterion.clone(), ..Asked::default() }, title)
        }
        CountedBy::Asker(account, name) => (Asked { by: Some(*account), ..Asked::default() }, name.clone()),
        CountedBy::Person(number, name) => (Asked { person: number.clone(), ..Asked::default() }, name.clone()),
    };
    let numbers = [count.asked, count.open, count.granted, count.refused];
    let heading = view! { <a href=asked.address(None)>{title}</a> }.into_any();
    let cells = numbers.into_iter().map(|number| number.to_string().into_any());
    std::iter::once(heading).chain(cells).collect()
}
