//! Before what cannot be taken back.

use leptos::prelude::*;

use super::Icon;

/// What to know before what cannot be taken back.
#[component]
pub(crate) fn WarningText(#[prop(into)] text: String) -> impl IntoView {
    view! { <p class="warning-text"><Icon name="notice"/><span>{text}</span></p> }
}
