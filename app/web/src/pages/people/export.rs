//! The directory as a file: the people of the same view, all its pages, one after another as they are read.

use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use futures_util::stream;
use operations::{Error, MOST_ON_A_PAGE, People, Search, list_people};
use policy::Context;
use rules::Ladder;
use words::English;

use super::row::Row;
use crate::app::App;
use crate::csv;
use crate::failure::Failure;

/// What is still to be written.
struct Rest {
    app: App,
    ctx: Context,
    ladder: Arc<Ladder>,
    search: Search,
    page: Option<People>,
}

/// The whole view. What fails before the first line fails as a page does; later, the file is cut off, and the browser
/// says so.
pub(super) async fn stream(app: App, ctx: Context, ladder: Arc<Ladder>, search: Search) -> Result<Response, Failure> {
    let page = list_people(&app.store, &ctx, &search, None, MOST_ON_A_PAGE).await?;
    let head = Bytes::from(head(&app.words));
    let name = format!("attachment; filename=\"people-{}.csv\"", ctx.today);
    let rest = Rest { app, ctx, ladder, search, page: Some(page) };
    let pages = stream::try_unfold(rest, async |mut rest: Rest| {
        let Some(page) = rest.page.take() else { return Ok::<_, Error>(None) };
        let lines = Bytes::from(lines(&rest, &page));
        if let Some(after) = page.next {
            let next = list_people(&rest.app.store, &rest.ctx, &rest.search, Some(&after), MOST_ON_A_PAGE).await?;
            rest.page = Some(next);
        }
        Ok(Some((lines, rest)))
    });
    let body = Body::from_stream(stream::StreamExt::chain(stream::once(async { Ok(head) }), pages));
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, name),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    Ok((headers, body).into_response())
}

fn head(words: &English) -> String {
    let titles = [
        words.people_name(),
        words.people_number(),
        words.people_job(),
        words.people_site(),
        words.people_hired(),
        words.people_left_on(),
        words.people_track(),
        words.people_status(),
        words.people_on(),
        words.people_date_means_title(),
    ];
    csv::line(titles.iter().map(String::as_str))
}

fn lines(rest: &Rest, page: &People) -> String {
    let (words, today) = (&rest.app.words, rest.ctx.today);
    let rows = page.people.iter().map(|listed| Row::of(words, &rest.ladder, &rest.search, listed, today));
    rows.map(|row| line(words, &row)).collect()
}

/// In the order of [`head`]. Days are written so that they sort.
fn line(words: &English, row: &Row) -> String {
    let stands = row.stands.as_ref();
    let told = stands.and_then(|stands| stands.date);
    let cells = [
        row.name.clone(),
        row.number.clone(),
        row.job.clone(),
        row.site.clone().unwrap_or_default(),
        row.hired_on.to_string(),
        row.left_on.map(|day| day.to_string()).unwrap_or_default(),
        stands.map(|stands| stands.to.clone()).unwrap_or_default(),
        stands.map(|stands| stands.standing.word.clone()).unwrap_or_default(),
        told.map(|told| told.day.to_string()).unwrap_or_default(),
        told.map(|told| words.people_date_means(told.means)).unwrap_or_default(),
    ];
    csv::line(cells.iter().map(String::as_str))
}
