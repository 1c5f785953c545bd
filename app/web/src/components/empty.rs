//! Where there is nothing to show: what that means, and where to go on.

use leptos::prelude::*;

/// What there is none of, why, and the address of what there is.
pub(crate) fn empty(title: String, why: String, go_on: Option<(String, String)>) -> AnyView {
    let go_on = go_on.map(|(text, href)| view! { " " <a href=href>{text}</a> });
    view! { <div class="empty"><h2>{title}</h2><p>{why}{go_on}</p></div> }.into_any()
}
