//! HR does one act to several nominations: looked at before, each for itself, and told of each.

use model::letter::Writer;
use model::{NominationAct, Refusal, Said, Subject};
use policy::{Act, Context, authorize};
use rules::Day;
use store::{Nominated, Store, Tx};

use super::decide::{approve, approve_in, decline, decline_in};
use super::step::{At, Saved};
use super::take_up::{take_up, take_up_in};
use crate::Error;
use crate::moves::Placement;
use crate::people::viewer;

/// At most so many at a time.
pub const MOST_AT_ONCE: usize = 50;

/// What is done to each of several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    /// It is taken up for review.
    TakeUp,
    /// It is decided for it.
    Approve {
        /// The first day in the new job.
        on: Day,
        /// Why, where the criteria are not met on that day.
        said: Said,
    },
    /// It is decided against it.
    Decline {
        /// Why, and the next step.
        said: Said,
    },
}

impl Decision {
    /// The act of the workflow.
    pub fn act(&self) -> NominationAct {
        match self {
            Decision::TakeUp => NominationAct::TakeUp,
            Decision::Approve { .. } => NominationAct::Approve,
            Decision::Decline { .. } => NominationAct::Decline,
        }
    }
}

/// What became, or would become, of one of them.
#[derive(Debug)]
pub struct Decided {
    /// Which, as it was seen.
    pub at: At,
    /// Whose it is; nothing where it is not there, or the viewer is not HR to it.
    pub nominated: Option<Nominated>,
    /// What became of it.
    pub became: Became,
}

/// What became of one of several.
#[derive(Debug)]
pub enum Became {
    /// It was done, or would be.
    Done(Saved),
    /// It was refused, or would be, and why.
    Refused(Error),
    /// It was not come to: the database failed before.
    NotTried,
}

/// What would become of each, were it done in this order: nothing is.
pub async fn rehearse_several(
    store: &Store,
    ctx: &Context,
    chosen: &[At],
    decision: &Decision,
    writer: &dyn Writer,
) -> Result<Vec<Decided>, Error> {
    may(ctx, chosen)?;
    store
        .rehearse(ctx, async |tx| {
            let mut outcomes = Vec::new();
            for at in chosen {
                let nominated = tx.review().find(viewer(ctx)?, at.id).await?;
                let done = match (&nominated, decision) {
                    (None, _) => Err(Error::Hidden),
                    (Some(_), Decision::TakeUp) => take_up_in(tx, ctx, *at).await,
                    (Some(_), Decision::Approve { on, said }) => {
                        approve_in(tx, ctx, *at, (*on, &Placement::default(), said), writer)
                            .await
                            .map(|(saved, _)| saved)
                    }
                    (Some(_), Decision::Decline { said }) => {
                        decline_in(tx, ctx, *at, said, writer).await.map(|(saved, _)| saved)
                    }
                };
                let became = match done {
                    Err(error @ Error::Store(_)) => return Err(error),
                    done => became(done),
                };
                outcomes.push(Decided { at: *at, nominated, became });
            }
            Ok(outcomes)
        })
        .await
}

/// Does it to each, in a transaction of its own, and says of each what became of it.
pub async fn decide_several(
    store: &Store,
    ctx: &Context,
    chosen: &[At],
    decision: &Decision,
    writer: &dyn Writer,
) -> Result<Vec<Decided>, Error> {
    let mut outcomes = look_at_several(store, ctx, chosen).await?;
    for outcome in &mut outcomes {
        let at = outcome.at;
        let done = match (&outcome.nominated, decision) {
            (None, _) => Err(Error::Hidden),
            (Some(_), Decision::TakeUp) => take_up(store, ctx, at).await,
            (Some(_), Decision::Approve { on, said }) => {
                approve(store, ctx, at, (*on, &Placement::default(), said), writer).await
            }
            (Some(_), Decision::Decline { said }) => decline(store, ctx, at, said, writer).await,
        };
        let has_failed = matches!(done, Err(Error::Store(_)));
        outcome.became = became(done);
        if has_failed {
            break;
        }
    }
    Ok(outcomes)
}

fn became(done: Result<Saved, Error>) -> Became {
    done.map_or_else(Became::Refused, Became::Done)
}

/// Whoever reviews, and no more than at a time.
fn may(ctx: &Context, chosen: &[At]) -> Result<(), Error> {
    authorize(&ctx.actor, Act::Review, Subject::Company, None)?;
    if chosen.len() > MOST_AT_ONCE {
        return Err(Refusal::TooMany { most: MOST_AT_ONCE }.into());
    }
    Ok(())
}

/// Whose they are, before anything is done.
pub async fn look_at_several(store: &Store, ctx: &Context, chosen: &[At]) -> Result<Vec<Decided>, Error> {
    may(ctx, chosen)?;
    let viewer = viewer(ctx)?;
    store
        .read(ctx, async |tx: &mut Tx| {
            let mut outcomes = Vec::new();
            for at in chosen {
                let nominated = tx.review().find(viewer, at.id).await?;
                outcomes.push(Decided { at: *at, nominated, became: Became::NotTried });
            }
            Ok(outcomes)
        })
        .await
}
