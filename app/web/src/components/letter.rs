//! A letter, as it is read and as it is printed.

use leptos::prelude::*;
use model::letter::{Part, Written};
use words::English;

use super::table_scroll;

/// A letter below a page's own heading.
pub(crate) fn letter(words: &English, written: &Written) -> AnyView {
    let parts = written.body.iter().map(|part| self::part(words, part)).collect_view();
    view! {
        <article class="letter" aria-labelledby="letter" lang=written.language.clone()>
            <h2 id="letter">{written.title.clone()}</h2>
            {parts}
        </article>
    }
    .into_any()
}

fn part(words: &English, part: &Part) -> AnyView {
    match part {
        Part::Text(text) => view! { <p>{text.clone()}</p> }.into_any(),
        Part::Heading(text) => view! { <h3>{text.clone()}</h3> }.into_any(),
        Part::Points(points) => {
            let points = points.iter().map(|point| view! { <li>{point.clone()}</li> }).collect_view();
            view! { <ul>{points}</ul> }.into_any()
        }
        Part::Criteria(criteria) => {
            let row = |(criterion, stands): &(String, String)| {
                view! { <tr><th scope="row">{criterion.clone()}</th><td>{stands.clone()}</td></tr> }
            };
            let table = view! {
                <table class="table">
                    <caption class="visually-hidden">{words.letter_table()}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{words.letter_criterion()}</th>
                            <th scope="col">{words.letter_stands()}</th>
                        </tr>
                    </thead>
                    <tbody>{criteria.iter().map(row).collect_view()}</tbody>
                </table>
            };
            table_scroll(words.letter_table(), table.into_any())
        }
    }
}
