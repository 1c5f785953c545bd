//! The trail as a file: the entries of the same view, all its pages, one after another as they are read.

use axum::body::{Body, Bytes};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use futures_util::stream;
use model::EntryId;
use operations::{Error, ListedEntry, MOST_ON_A_PAGE, Trail, search_trail};
use policy::Context;
use words::English;

use super::told;
use crate::app::App;
use crate::csv;
use crate::failure::Failure;

/// What is still to be written.
struct Rest {
    app: App,
    ctx: Context,
    trail: Trail,
    page: Option<(Vec<ListedEntry>, Option<EntryId>)>,
}

/// The whole view. What fails before the first line fails as a page does; later, the file is cut off, and the browser
/// says so.
pub(super) async fn stream(app: App, ctx: Context, trail: Trail) -> Result<Response, Failure> {
    let page = search_trail(&app.store, &ctx, &trail, None, MOST_ON_A_PAGE).await?;
    let head = Bytes::from(head(&app.words));
    let name = format!("attachment; filename=\"audit-{}.csv\"", ctx.today);
    let rest = Rest { app, ctx, trail, page: Some(page) };
    let pages = stream::try_unfold(rest, async |mut rest: Rest| {
        let Some((entries, next)) = rest.page.take() else { return Ok::<_, Error>(None) };
        let lines: String = entries.iter().map(|listed| line(&rest.app.words, listed)).collect();
        if let Some(before) = next {
            let next = search_trail(&rest.app.store, &rest.ctx, &rest.trail, Some(before), MOST_ON_A_PAGE).await?;
            rest.page = Some(next);
        }
        Ok(Some((Bytes::from(lines), rest)))
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
        words.audit_when_utc(),
        words.audit_act_label(),
        words.audit_actor(),
        words.audit_about(),
        words.audit_request(),
        words.audit_entry(),
        words.audit_detail(),
    ];
    csv::line(titles.iter().map(String::as_str))
}

/// In the order of [`head`]. Instants and events are written as they are kept.
fn line(words: &English, listed: &ListedEntry) -> String {
    let entry = &listed.entry;
    let cells = [
        entry.recorded_at.to_string(),
        entry.act.clone(),
        told::actor(words, listed),
        told::about(words, listed),
        entry.request.0.simple().to_string(),
        entry.id.to_string(),
        entry.detail.clone(),
    ];
    csv::line(cells.iter().map(String::as_str))
}
