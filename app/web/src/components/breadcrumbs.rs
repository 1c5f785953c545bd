//! Where a page is.

use leptos::prelude::*;

use crate::app::App;

/// The pages above, by title and address, and the title of this one.
pub(crate) fn breadcrumbs(app: &App, above: Vec<(String, String)>, here: String) -> AnyView {
    let above = above.into_iter().map(|(title, href)| view! { <li><a href=href>{title}</a></li> }).collect_view();
    view! {
        <nav class="breadcrumbs" aria-label=app.words.page_breadcrumbs()>
            <ol role="list">{above}<li aria-current="page">{here}</li></ol>
        </nav>
    }
    .into_any()
}
