//! The ways to somebody's record and to their answers, where there are such pages.

use leptos::prelude::*;

use crate::routes::is_there;
use crate::visit::urlencode;

/// A name that leads to the person of a number.
pub(crate) fn person_link(number: &str, name: String) -> AnyView {
    if !is_there("/people/{number}") {
        return name.into_any();
    }
    let href = format!("/people/{}", urlencode(number));
    view! { <a href=href>{name}</a> }.into_any()
}

/// Where the whole answer is for a person on a track.
pub(crate) fn answer_address(number: &str, track: &str) -> Option<String> {
    let address = || format!("/people/{}/tracks/{}", urlencode(number), urlencode(track));
    is_there("/people/{number}/tracks/{track}").then(address)
}

/// What leads to the whole answer.
pub(crate) fn track_link(number: &str, track: &str, inside: AnyView) -> AnyView {
    match answer_address(number, track) {
        Some(href) => view! { <a href=href>{inside}</a> }.into_any(),
        None => inside,
    }
}
