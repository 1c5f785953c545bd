//! Waivers that were asked for in a nomination, what became of them, and the answer of who may give it.

use leptos::prelude::*;
use operations::nominations::{Story, WaiverSeen, WaiverStep};
use words::English;

use crate::components::{table_scroll, when};
use crate::pages::waivers::{Answering, answers, criterion_of, days, state_tag};

/// Nothing where none was asked for.
pub(super) fn waivers(words: &English, story: &Story) -> Option<AnyView> {
    let id = story.nominated.nomination.id;
    let rows = story.waivers.iter().map(|seen| row(words, story, seen)).collect_view();
    let title = words.waiver_asked_for();
    let open = story.waivers.iter().find(|seen| seen.possible == Some(WaiverStep::Answer));
    let answer = open.map(|seen| {
        let told = &seen.waiver.told;
        let heading = criterion_of(words, &story.ladder, &told.track, &told.criterion);
        view! {
            <h3>{heading}</h3>
            {answers(words, seen, &Answering::default(), Some(id))}
        }
    });
    let table = view! {
        <table class="table">
            <caption class="visually-hidden">{title.clone()}</caption>
            <thead>
                <tr>
                    <th scope="col">{words.waiver_criterion()}</th>
                    <th scope="col">{words.waiver_days()}</th>
                    <th scope="col">{words.waiver_stands()}</th>
                    <th scope="col">{words.waiver_asked_by()}</th>
                    <th scope="col">{words.waiver_answer()}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    };
    (!story.waivers.is_empty()).then(|| {
        view! {
            <section class="section" aria-labelledby="waivers">
                <h2 id="waivers">{title.clone()}</h2>
                {table_scroll(title, table.into_any())}
                {answer}
            </section>
        }
        .into_any()
    })
}

fn row(words: &English, story: &Story, seen: &WaiverSeen) -> AnyView {
    let (one, told) = (&seen.waiver, &seen.waiver.told);
    let criterion = criterion_of(words, &story.ladder, &told.track, &told.criterion);
    // Who can do something about it finds it among everybody's.
    let criterion = match seen.possible {
        Some(_) => view! { <a href=format!("/waivers/{}", told.id)>{criterion}</a> }.into_any(),
        None => criterion.into_any(),
    };
    let answered = one.answered_by_name.clone().zip(one.answered_at).map(|(name, at)| {
        view! { <p>{name} ", " {when(words, at)}</p> }
    });
    let said = |text: &Option<String>| text.clone().map(|text| view! { <p>{text}</p> });
    view! {
        <tr>
            <th scope="row">{criterion}</th>
            <td>{days(words, told)}</td>
            <td>{state_tag(words, told.state)}</td>
            <td>
                <p>{one.asked_by_name.clone()} ", " {when(words, one.asked_at)}</p>
                <p>{words.nomination_reason(told.reason.code())}</p>
                <p>{told.words.clone()}</p>
            </td>
            <td>{answered}{said(&told.answer_words)}{said(&told.end_words)}</td>
        </tr>
    }
    .into_any()
}
