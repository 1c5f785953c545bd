//! `/`: what needs you today.

use axum::http::StatusCode;
use axum::response::Response;
use leptos::prelude::*;

use crate::document::{Page, respond};
use crate::visit::Reader;

pub(crate) async fn show(reader: Reader) -> Response {
    let words = &reader.visit.app.words;
    respond(&reader.visit, StatusCode::OK, || {
        Page::new(words.home_title(), view! { <h1>{words.home_title()}</h1> })
    })
}
