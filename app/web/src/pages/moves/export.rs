//! The moves as a file for the HRIS: every one that is looked for, by day, with what changed, as they are read.

use axum::body::{Body, Bytes};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use futures_util::stream;
use operations::moves::{HRIS_COLUMNS, MoveList, SoughtMoves, hris_row, list_moves};
use operations::{Error, MOST_ON_A_PAGE};
use policy::Context;

use crate::app::App;
use crate::csv;
use crate::failure::Failure;

/// What is still to be written.
struct Rest {
    app: App,
    ctx: Context,
    sought: SoughtMoves,
    page: Option<MoveList>,
}

/// All of them. What fails before the first line fails as a page does; later, the file is cut off, and the browser says
/// so.
pub(super) async fn stream(app: App, ctx: Context, sought: SoughtMoves) -> Result<Response, Failure> {
    let page = list_moves(&app.store, &ctx, &sought, None, MOST_ON_A_PAGE).await?;
    let name = format!("attachment; filename=\"moves-{}.csv\"", ctx.today);
    let rest = Rest { app, ctx, sought, page: Some(page) };
    let pages = stream::try_unfold(rest, async |mut rest: Rest| {
        let Some(page) = rest.page.take() else { return Ok::<_, Error>(None) };
        let rows = page.moves.iter().map(hris_row);
        let lines: String = rows.map(|row| csv::line(row.iter().map(String::as_str))).collect();
        if let Some(after) = page.next {
            let next = list_moves(&rest.app.store, &rest.ctx, &rest.sought, Some(after), MOST_ON_A_PAGE).await?;
            rest.page = Some(next);
        }
        Ok(Some((Bytes::from(lines), rest)))
    });
    let head = Bytes::from(csv::line(HRIS_COLUMNS.iter().copied()));
    let body = Body::from_stream(stream::StreamExt::chain(stream::once(async { Ok(head) }), pages));
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, name),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    Ok((headers, body).into_response())
}
