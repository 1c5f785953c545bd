//! Each request as it is logged and measured: once, when it is answered. What went wrong inside is logged by `web`, under
//! the same number. No path as it was asked for, no address and no
//! name gets into either.

use axum::extract::{MatchedPath, Request, State};
use axum::http::Method;
use axum::middleware::Next;
use axum::response::Response;
use model::RequestId;

use super::Work;
use crate::clock::Stopwatch;

/// What stands for the route of a path that is in no table.
const NO_ROUTE: &str = "none";

/// Around all routes.
pub(crate) async fn note(State(work): State<Work>, request: Request, next: Next) -> Response {
    let stopwatch = Stopwatch::start();
    let method = name(request.method());
    let route = request.extensions().get::<MatchedPath>().map_or(NO_ROUTE, MatchedPath::as_str).to_owned();
    let response = next.run(request).await;
    let (took, status) = (stopwatch.elapsed(), response.status().as_u16());
    let ms = took.as_secs_f64() * 1000.0;
    let id = response.extensions().get::<RequestId>().map(|id| id.0.simple().to_string());
    tracing::info!(request = id, method, route, status, ms, "answered");
    work.meters.answered(method, route, status, took);
    response
}

/// Of methods that we do not know nobody can say how many there are.
fn name(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::DELETE => "DELETE",
        Method::PATCH => "PATCH",
        Method::OPTIONS => "OPTIONS",
        _ => "other",
    }
}
