//! Stored assessments, brought up to date by pieces: at start, when the company's day changes, and after whatever left
//! many people waiting, wherever that was done.

use operations::{Error, Step, update_some};

use super::Ran;
use crate::serve::Work;

pub(super) async fn run(work: Work) -> Result<Ran, Error> {
    Ok(match update_some(&work.app.store, &work.ctx()).await? {
        Step::Assessed(_) => Ran::More,
        Step::Busy | Step::Done => Ran::Idle,
    })
}
