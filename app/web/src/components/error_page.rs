//! There is no page, and what to do.

use leptos::prelude::*;

use super::Icon;

/// What kind of thing happened in a word or two, what it is, and below what to do.
#[component]
pub(crate) fn ErrorPage(
    icon: &'static str,
    #[prop(into)] kind: String,
    #[prop(into)] title: String,
    children: Children,
) -> impl IntoView {
    view! {
        <div class="error-page">
            <p class="error-page__code"><Icon name=icon/>{kind}</p>
            <h1>{title}</h1>
            {children()}
        </div>
    }
}
