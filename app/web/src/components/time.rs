//! A day, in whatever words: machines read the day itself.

use leptos::prelude::*;
use rules::Day;

/// A day as it is told.
pub(crate) fn time(day: Day, told: String) -> AnyView {
    view! { <time datetime=day.to_string()>{told}</time> }.into_any()
}
