//! `/`: what needs you today.

use axum::http::StatusCode;
use axum::response::Response;
use leptos::prelude::*;

use crate::document::{Page, respond};
use crate::visit::Reader;

pub(crate) async fn show(reader: Reader) -> Response {
    let words = &reader.visit.app.words;
    let name = reader.me.employee.map(|own| own.full_name);
    respond(&reader.visit, StatusCode::OK, || {
        let body = view! {
            <h1>{words.home_title()}</h1>
            <p>{name}</p>
        };
        Page::new(words.home_title(), body)
    })
}
