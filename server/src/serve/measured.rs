//! `/metrics`, on a listener of its own: what is measured is for who runs the program.

use std::net::SocketAddr;
use std::time::Duration;

use axum::Router;
use axum::extract::State;
use axum::http::header;
use axum::response::IntoResponse;
use axum::routing::get;
use operations::people_to_update;
use tokio::net::TcpListener;

use super::Work;
use super::listen::cannot;
use crate::outcome::Stop;

const FORMAT: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";
/// How long counting may take.
const DEADLINE: Duration = Duration::from_secs(2);

/// Listens where somebody said.
pub(crate) async fn bind(address: SocketAddr) -> Result<TcpListener, Stop> {
    TcpListener::bind(address).await.map_err(|error| cannot(address.ip(), address.port(), &error))
}

/// What answers there.
pub(crate) fn router(work: Work) -> Router {
    Router::new().route("/metrics", get(show)).with_state(work)
}

async fn show(State(work): State<Work>) -> impl IntoResponse {
    let connections = work.app.store.connections();
    work.meters.connected(connections.open, connections.idle);
    let ctx = work.ctx();
    // Else the last count stands: that the database does not answer is what /readyz says, and the log.
    if let Ok(Ok(people)) = tokio::time::timeout(DEADLINE, people_to_update(&work.app.store, &ctx)).await {
        work.meters.to_update.set(i64::try_from(people).unwrap_or(i64::MAX));
    }
    ([(header::CONTENT_TYPE, FORMAT)], work.meters.text())
}
