//! The ladder that is in force.

use std::sync::{Arc, Mutex, PoisonError};

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
    pub ladder: Arc<Ladder>,
}

/// The one read last. A published ladder never changes, so that its id says what it holds.
static LATEST: Mutex<Option<InForce>> = Mutex::new(None);

/// The ladder in force: the latest published, else the one that the program ships with.
pub async fn ladder_in_force(store: &Store, ctx: &Context) -> Result<InForce, Error> {
    store.read(ctx, async |tx| in_force(tx).await).await
}

/// Its text is read anew only where another was published since.
pub(crate) async fn in_force(tx: &mut Tx) -> Result<InForce, Error> {
    let id = tx.ladders().in_force_id().await?.unwrap_or(LadderId(Uuid::nil()));
    let latest = LATEST.lock().unwrap_or_else(PoisonError::into_inner).clone();
    if let Some(latest) = latest.filter(|latest| latest.id == id) {
        return Ok(latest);
    }
    let in_force = match tx.ladders().in_force().await? {
        None => InForce { id, ladder: Arc::new(files::default_ladder().clone()) },
        Some(published) => {
            let ladder = files::read_ladder(&published.text, "the published ladder").map_err(|problems| {
                Error::Refused(problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))
            })?;
            InForce { id: published.id, ladder: Arc::new(ladder) }
        }
    };
    *LATEST.lock().unwrap_or_else(PoisonError::into_inner) = Some(in_force.clone());
    Ok(in_force)
}
