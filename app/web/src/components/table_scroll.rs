//! The frame of a table: where the page is too narrow for it, it is moved in its frame, and the page stays.

use leptos::prelude::*;

/// A table in its frame. `label` is for those who come upon what can be moved.
pub(crate) fn table_scroll(label: String, table: AnyView) -> AnyView {
    view! { <div class="table-scroll" role="group" aria-label=label tabindex="0">{table}</div> }.into_any()
}
