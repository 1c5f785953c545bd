//! A day, in whatever words: machines read the day itself.

use leptos::prelude::*;
use model::Instant;
use rules::Day;
use words::English;

use super::around::Around;

/// A day as it is told.
pub(crate) fn time(day: Day, told: String) -> AnyView {
    view! { <time datetime=day.to_string()>{told}</time> }.into_any()
}

/// An instant as clocks tell it in the company's time zone, which every page names at its end.
pub(crate) fn when(words: &English, at: Instant) -> AnyView {
    view! { <time datetime=at.to_string()>{told(words, at)}</time> }.into_any()
}

/// The same as a text.
pub(crate) fn told(words: &English, at: Instant) -> String {
    words.instant(&Around::get().zone, at)
}
