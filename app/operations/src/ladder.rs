//! The ladder that is in force.

use model::LadderId;
use policy::Context;
use rules::Ladder;
use store::{Store, Tx};
use uuid::Uuid;

use crate::Error;

/// The ladder that judges, and which published state of it that is.
#[derive(Clone, Debug)]
pub struct InForce {
    /// Which state; nil: the one that the program ships with.
    pub id: LadderId,
    /// The ladder.
    pub ladder: Ladder,
}

/// The ladder in force: the latest published, else the one that the program ships with.
pub async fn ladder_in_force(store: &Store, ctx: &Context) -> Result<InForce, Error> {
    store.read(ctx, async |tx| in_force(tx).await).await
}

pub(crate) async fn in_force(tx: &mut Tx) -> Result<InForce, Error> {
    match tx.ladders().in_force().await? {
        None => Ok(InForce { id: LadderId(Uuid::nil()), ladder: files::default_ladder().clone() }),
        Some(published) => {
            let ladder = files::read_ladder(&published.text, "the published ladder").map_err(|problems| {
                Error::Refused(problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))
            })?;
            Ok(InForce { id: published.id, ladder })
        }
    }
}
