//! `/imports`: files of other systems, looked at before they become true. A file is uploaded, mapped where it is an
//! export, checked, applied, and undone as long as nothing rests on it; everything without JavaScript.

mod applied;
mod difference;
mod list;
mod mapping;
mod parts;
mod receive;
mod staged;

use std::time::Duration;

use axum::extract::Path;
use axum::extract::rejection::PathRejection;
use operations::import::{Clock, Run};

use crate::failure::Failure;
use crate::visit::Visit;

pub(crate) use applied::{show as show_applied, show_undo, undo};
pub(crate) use list::show;
pub(crate) use mapping::{change as change_mapping, show as show_mapping};
pub(crate) use receive::receive;
pub(crate) use staged::{act as act_on_staged, show as show_staged};

/// How long a form waits for what it set off, so that what is done in a moment is shown at once.
const PATIENCE: Duration = Duration::from_millis(1500);

/// What an address names; what is no id names nothing.
type Named<T> = Result<Path<T>, PathRejection>;

fn named<T>(id: Named<T>) -> Result<T, Failure> {
    id.map(|Path(id)| id).map_err(|_| Failure::Hidden)
}

fn clock(visit: &Visit) -> Clock {
    let clock = visit.app.clock.clone();
    Clock::new(move || clock.moment().now)
}

/// Lets a run do its work beside the requests, and waits a moment for it. What it comes to is a row; an error of ours
/// goes to the log under the number that the row says.
async fn set_off(visit: &Visit, run: Option<Run>) {
    let Some(run) = run else { return };
    let incident = visit.ctx.request.0.simple().to_string();
    let work = tokio::spawn(async move {
        if let Err(error) = run.work().await {
            tracing::error!(%incident, cause = %error);
        }
    });
    // Late, it goes on by itself.
    let _ = tokio::time::timeout(PATIENCE, work).await;
}
