//! The ladder that is in force, and how another comes in its place.

mod codes;
mod compare;
mod propose;

use std::sync::{Arc, Mutex, PoisonError};

use jiff::SignedDuration;
use model::{Event, LadderId, Subject};
use policy::{Act, Context, authorize};
use rules::{Day, Ladder, TrackVersion};
use sha2::{Digest, Sha256};
use store::{PublishedLadder, Store, Tx};
use uuid::Uuid;

use crate::{Error, Obstacle};

pub use compare::{Comparison, Moved, compare_ladders};
pub use propose::{Proposal, propose_ladder, publish_ladder};

/// How long publishing may take before another may.
const LEASE: SignedDuration = SignedDuration::from_secs(60);
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
                Obstacle::Ladder(problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))
            })?;
            InForce { id: published.id, ladder: Arc::new(ladder) }
        }
    };
    *LATEST.lock().unwrap_or_else(PoisonError::into_inner) = Some(in_force.clone());
    Ok(in_force)
}

/// Publishes a ladder in place of one, in a transaction that may do more: everyone is assessed anew.
pub(crate) async fn publish_in(tx: &mut Tx, ctx: &Context, over: LadderId, ladder: &Ladder) -> Result<LadderId, Error> {
    let id: LadderId = tx.new_id();
    let permit = authorize(&ctx.actor, Act::PublishLadder, Subject::Ladder(id), None)?;
    // Of two who publish at the same time, the second finds out here.
    let is_first = tx.leases().take(&permit, LEASE).await?;
    let before = in_force(tx).await?;
    if !is_first || before.id != over {
        return Err(Obstacle::LadderBeforeLadder.into());
    }
    let text = files::write_ladder(ladder);
    let digest = Sha256::digest(&text).iter().map(|byte| format!("{byte:02x}")).collect();
    let new = new_versions(&before, ladder).map(|(track, on)| format!("{track} {on}")).collect();
    tx.employees().bump_all(&permit).await?;
    tx.leases().release(&permit).await?;
    tx.ladders().publish(permit, &PublishedLadder { id, text }).await?;
    tx.record(Event::LadderPublished { ladder: id, digest, versions: new });
    Ok(id)
}

/// The versions that were not published before, by track and first day.
fn new_versions<'a>(before: &'a InForce, after: &'a Ladder) -> impl Iterator<Item = (&'a str, Day)> {
    let versions = after.tracks.iter().flat_map(|track| track.versions.iter().map(move |version| (track, version)));
    let is_new = |track: &str, on: Day| !before.is_published() || version_from(&before.ladder, track, on).is_none();
    versions
        .map(|(track, version)| (track.code.as_str(), version.effective_from))
        .filter(move |(track, on)| is_new(track, *on))
}

fn version_from<'l>(ladder: &'l Ladder, track: &str, on: Day) -> Option<&'l TrackVersion> {
    let track = ladder.tracks.iter().find(|one| one.code == track)?;
    track.versions.iter().find(|version| version.effective_from == on)
}
