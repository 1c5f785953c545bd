//! What is known of something, line by line.

use leptos::prelude::*;

/// What it is, and what it is here.
pub(crate) fn summary_list(lines: Vec<(String, AnyView)>) -> AnyView {
    let line = |(label, value): (String, AnyView)| view! { <div><dt>{label}</dt><dd>{value}</dd></div> };
    view! { <dl class="summary-list">{lines.into_iter().map(line).collect_view()}</dl> }.into_any()
}
