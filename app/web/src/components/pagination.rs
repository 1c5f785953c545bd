//! From page to page of a list: by key, so that there is a first page and a next one.

use leptos::prelude::*;

use crate::app::App;
use crate::components::{Icon, Pointing};

/// The address of the first page, where this is another, and of the next one, where there is one.
pub(crate) fn pagination(app: &App, first: Option<String>, next: Option<String>) -> Option<AnyView> {
    if first.is_none() && next.is_none() {
        return None;
    }
    let words = &app.words;
    let first = first.map(|href| {
        view! { <a class="pagination__previous" href=href><Icon name="previous" pointing=Pointing::Along/>{words.page_first()}</a> }
    });
    let next = next.map(|href| {
        view! { <a class="pagination__next" href=href rel="next">{words.page_next()}<Icon name="next" pointing=Pointing::Along/></a> }
    });
    Some(view! { <nav class="pagination" aria-label=words.page_pages()>{first}{next}</nav> }.into_any())
}
