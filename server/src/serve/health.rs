//! `/healthz` and `/readyz`: for who watches the process, and for who sends people to it.

use std::time::Duration;

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::get;

use super::Work;

/// How long the database may take to answer.
const DEADLINE: Duration = Duration::from_secs(2);

/// The two.
pub(crate) fn router(work: Work) -> Router {
    Router::new().route("/healthz", get(async || "ok\n")).route("/readyz", get(ready)).with_state(work)
}

/// Whether people can be sent here. Why not is in the log already: the jobs say so.
async fn ready(State(work): State<Work>) -> (StatusCode, &'static str) {
    let ctx = work.ctx();
    let asked = work.app.store.read(&ctx, async |tx| tx.company().get().await);
    match tokio::time::timeout(DEADLINE, asked).await {
        Ok(Ok(_)) => (StatusCode::OK, "ok\n"),
        Ok(Err(_)) | Err(_) => (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n"),
    }
}
