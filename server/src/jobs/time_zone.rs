//! The company's time zone, taken up by this server wherever it was set.

use operations::{Error, time_zone};

use super::Ran;
use crate::serve::Work;

pub(super) async fn run(work: Work) -> Result<Ran, Error> {
    let zone = time_zone(&work.app.store, &work.ctx()).await?;
    if work.app.clock.moment().zone == zone {
        return Ok(Ran::Idle);
    }
    tracing::info!(zone = zone.name(), "days are of this time zone from now on");
    work.app.clock.follow(zone);
    Ok(Ran::Done)
}
