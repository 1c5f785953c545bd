//! A day, in whatever words: machines read the day itself.

use leptos::prelude::*;
use model::Instant;
use rules::Day;
use words::English;

/// A day as it is told.
pub(crate) fn time(day: Day, told: String) -> AnyView {
    view! { <time datetime=day.to_string()>{told}</time> }.into_any()
}

/// An instant as it is told, in UTC.
pub(crate) fn when(words: &English, at: Instant) -> AnyView {
    view! { <time datetime=at.to_string()>{told(words, at)}</time> }.into_any()
}

/// The same as a text.
pub(crate) fn told(words: &English, at: Instant) -> String {
    let (days, seconds) = (at.as_second().div_euclid(86_400), at.as_second().rem_euclid(86_400));
    let day = Day::new(1970, 1, 1).map(|first| words.date(first.plus_days(days as i32))).unwrap_or_default();
    words.imports_when(day, format!("{:02}:{:02}", seconds / 3600, seconds / 60 % 60))
}
