//! Who read whose record, written down in batches.

use operations::Error;

use super::Ran;
use crate::serve::Work;

pub(super) async fn run(work: Work) -> Result<Ran, Error> {
    let written = work.app.read_log.flush(&work.app.store, &work.ctx()).await?;
    Ok(if written == 0 { Ran::Idle } else { Ran::Done })
}
