//! The ladder that is in force.

use std::sync::{Arc, Mutex, PoisonError};

use model::{Event, LadderId, Subject};
use policy::{Act, Context, authorize};
use rules::Ladder;
use sha2::{Digest, Sha256};
use store::{PublishedLadder, Store, Tx};
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

impl InForce {
    /// Whether one was published at all.
    pub fn is_published(&self) -> bool {
        !self.id.0.is_nil()
    }
}

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

/// Publishes a ladder in a transaction that does more: everyone is assessed anew.
pub(crate) async fn publish_in(tx: &mut Tx, ctx: &Context, ladder: &Ladder) -> Result<(), Error> {
    let id: LadderId = tx.new_id();
    let permit = authorize(&ctx.actor, Act::PublishLadder, Subject::Ladder(id), None)?;
    let text = files::write_ladder(ladder);
    let digest = Sha256::digest(&text).iter().map(|byte| format!("{byte:02x}")).collect();
    tx.employees().bump_all(&permit).await?;
    tx.ladders().publish(permit, &PublishedLadder { id, text }).await?;
    let of_track = |track: &rules::Track| {
        let versions = track.versions.iter().map(|version| format!("{} {}", track.code, version.effective_from));
        versions.collect::<Vec<_>>()
    };
    tx.record(Event::LadderPublished {
        ladder: id,
        digest,
        versions: ladder.tracks.iter().flat_map(of_track).collect(),
    });
    Ok(())
}
