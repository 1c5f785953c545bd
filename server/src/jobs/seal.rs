//! The audit trail, sealed as it grows.

use operations::{Error, seal_audit};

use super::Ran;
use crate::serve::Work;

pub(super) async fn run(work: Work) -> Result<Ran, Error> {
    let sealed = seal_audit(&work.app.store, &work.ctx()).await?;
    Ok(if sealed == 0 { Ran::Idle } else { Ran::Done })
}
