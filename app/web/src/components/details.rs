//! What only some need: closed until it is asked for.

use leptos::prelude::*;

use super::{Icon, Pointing};

/// Closed until it is asked for.
#[component]
pub(crate) fn Details(#[prop(into)] summary: String, children: Children) -> impl IntoView {
    view! {
        <details class="details">
            <summary><Icon name="open" pointing=Pointing::Along/>{summary}</summary>
            <div class="details__body">{children()}</div>
        </details>
    }
}
