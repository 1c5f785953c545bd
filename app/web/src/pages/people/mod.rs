//! `/people`: everybody whom one sees, searched, filtered and sorted; a link is a view. `/people.csv` is the same as a
//! file.

mod export;
mod query;
pub(crate) mod row;
mod view;

use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::Response;
use operations::{directory, ladder_in_force};

use crate::document::{Page, respond};
use crate::failure::Failure;
use crate::visit::Reader;

pub(crate) use query::Asked;

/// So many people on a page.
const ON_A_PAGE: u32 = 50;
/// How far people are counted.
const MOST_COUNTED: u32 = 1000;

pub(crate) async fn show(reader: Reader, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let (app, ctx) = (&reader.visit.app, &reader.visit.ctx);
    let search = asked.search();
    let found = directory(&app.store, ctx, &search, asked.after(), ON_A_PAGE, MOST_COUNTED).await?;
    Ok(respond(&reader.visit, StatusCode::OK, || {
        let body = view::page(&reader, &asked, &search, &found);
        Page::new(app.words.people_title(), body).wide()
    }))
}

pub(crate) async fn export(reader: Reader, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let (app, ctx) = (&reader.visit.app, &reader.visit.ctx);
    let ladder = ladder_in_force(&app.store, ctx).await?.ladder;
    export::stream(app.clone(), ctx.clone(), ladder, asked.search()).await
}
