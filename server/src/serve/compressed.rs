//! Pages travel compressed: a fifth of what they are, for a fraction of a millisecond.
//!
//! What is guessed from the length of a compressed answer takes a secret in it and a request from another site with the
//! cookie: pages hold no secret of the session, and a browser sends the cookie along only when somebody goes there.

use std::io::Write;

use axum::body::{Body, HttpBody, to_bytes};
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;
use flate2::Compression;
use flate2::write::GzEncoder;

use super::assets::accepts;

/// Below this, what travels around it is more.
const LEAST: u64 = 1024;
/// A page is 4 % larger than at the best level, and there in half the time.
const LEVEL: u32 = 3;

/// Compresses the page that an answer is, for who takes it so. Files, which are sent while they are read, go as they are.
pub(crate) async fn serve(request: Request, next: Next) -> Response {
    let accepts = accepts(request.headers(), "gzip");
    let mut response = next.run(request).await;
    if !is_page(response.headers()) {
        return response;
    }
    response.headers_mut().insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    let size = response.body().size_hint().exact().filter(|size| *size >= LEAST);
    match size {
        Some(_) if accepts => compressed(response).await,
        _ => response,
    }
}

fn is_page(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    kind.is_some_and(|kind| kind.starts_with("text/html")) && !headers.contains_key(header::CONTENT_ENCODING)
}

async fn compressed(response: Response) -> Response {
    let (mut head, body) = response.into_parts();
    // It is in memory already, as its size was known.
    let plain = match to_bytes(body, usize::MAX).await {
        Ok(plain) => plain,
        Err(error) => {
            tracing::error!(%error, "a page was lost on its way");
            head.status = axum::http::StatusCode::INTERNAL_SERVER_ERROR;
            return Response::from_parts(head, Body::empty());
        }
    };
    let mut encoder = GzEncoder::new(Vec::with_capacity(plain.len() / 4), Compression::new(LEVEL));
    match encoder.write_all(&plain).and_then(|()| encoder.finish()) {
        Ok(small) => {
            head.headers.remove(header::CONTENT_LENGTH);
            head.headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
            Response::from_parts(head, Body::from(small))
        }
        Err(error) => {
            tracing::warn!(%error, "a page goes as it is");
            Response::from_parts(head, Body::from(plain))
        }
    }
}
