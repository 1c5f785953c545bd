//! What reviewers do: look through what waits for HR, compare candidates, note what they think, stand aside. Deciding is
//! an act of the nomination: see [`nominations`](crate::nominations).

mod compare;
mod note;
mod queue;
mod stand_aside;
mod talk;

pub use compare::{Candidate, Compared, MOST_COMPARED, Then, compare};
pub use note::write_note;
pub use queue::{QueuePage, SoughtReview, Waiting, review_queue};
pub use stand_aside::stand_aside;
pub use talk::{Talk, talk};

pub(crate) use queue::waiting;

pub use store::{NoteTold, Queued, RecusalTold};

use model::{LONGEST_NOTE, NominationId, Refusal, ReviewAct, Subject};
use policy::{Act, Context, Permit, Viewer, authorize, authorize_review};
use store::{Nominated, Tx};

use crate::Error;
use crate::nominations::step::Found;
use crate::people::viewer;

/// Whether somebody may look through what waits for HR.
pub fn may_review(ctx: &Context) -> Result<(), Error> {
    reviewer(ctx).map(drop)
}

/// Whoever looks through what waits for HR.
fn reviewer(ctx: &Context) -> Result<&Viewer, Error> {
    authorize(&ctx.actor, Act::Review, Subject::Company, None)?;
    viewer(ctx)
}

/// A nomination to which the viewer is HR, with leave for what they do as its reviewer.
async fn review(
    tx: &mut Tx,
    ctx: &Context,
    id: NominationId,
    act: ReviewAct,
) -> Result<(Nominated, Result<Permit, Error>), Error> {
    let viewer = reviewer(ctx)?;
    let nominated = tx.review().find(viewer, id).await?.ok_or(Error::Hidden)?;
    let found = Found::of(tx, viewer, nominated).await?;
    let permit = authorize_review(&ctx.actor, act, id, &found.involved()).map_err(Error::from);
    Ok((found.nominated, permit))
}

/// What somebody wrote, where it is something and not too much.
fn written(words: &str) -> Result<String, Error> {
    let words = words.trim();
    match words.len() {
        0 => Err(Refusal::NothingWritten.into()),
        1..=LONGEST_NOTE => Ok(words.to_owned()),
        _ => Err(Refusal::TooLong { longest: LONGEST_NOTE }.into()),
    }
}
