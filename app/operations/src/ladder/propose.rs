//! A ladder that is to come in place of the one in force: what stands against it, and publishing it.

use std::sync::Arc;

use model::{LadderId, Subject};
use policy::{Act, Context, authorize};
use rules::{Day, Ladder};
use store::Store;
use uuid::Uuid;

use super::codes::gone_though_named;
use super::{InForce, ladder_in_force, new_versions, publish_in, version_from};
use crate::{Error, Obstacle};

/// A ladder against the one in force.
#[derive(Clone, Debug)]
pub struct Proposal {
    /// The one in force.
    pub before: InForce,
    /// The one that is to come.
    pub after: Arc<Ladder>,
    /// The versions that it brings, by track and first day.
    pub new_versions: Vec<(String, Day)>,
    /// What stands against it, one line each; none: it can be published.
    pub refusals: Vec<String>,
}

impl Proposal {
    /// Whether it says the same as the one in force, so that there is nothing to publish.
    pub fn changes_nothing(&self) -> bool {
        *self.before.ladder == *self.after && self.before.is_published()
    }
}

/// Holds a ladder against the one in force. A published version never changes and never goes, and none takes effect in
/// the past; the first ladder that is published owes nothing to the one that the program ships with, but every code
/// that is on record must be in it.
pub async fn propose_ladder(store: &Store, ctx: &Context, after: Ladder) -> Result<Proposal, Error> {
    let permit = authorize(&ctx.actor, Act::PublishLadder, Subject::Ladder(LadderId(Uuid::nil())), None)?;
    let before = ladder_in_force(store, ctx).await?;
    let mut refusals = if before.is_published() { broken_promises(&before, &after, ctx.today) } else { Vec::new() };
    refusals.extend(gone_though_named(store, ctx, &permit, &before.ladder, &after).await?);
    let new_versions = new_versions(&before, &after).map(|(track, on)| (track.to_owned(), on)).collect();
    Ok(Proposal { new_versions, refusals, after: Arc::new(after), before })
}

/// Publishes it, if it still comes in place of the same ladder: each version takes effect on its day, and everyone is
/// assessed anew.
pub async fn publish_ladder(store: &Store, ctx: &Context, proposal: &Proposal) -> Result<LadderId, Error> {
    if !proposal.refusals.is_empty() {
        return Err(Obstacle::Ladder(proposal.refusals.join("; ")).into());
    }
    store.write(ctx, async |tx| publish_in(tx, ctx, proposal.before.id, &proposal.after).await).await
}

fn broken_promises(before: &InForce, after: &Ladder, today: Day) -> Vec<String> {
    let mut found = Vec::new();
    for track in &before.ladder.tracks {
        for published in &track.versions {
            let (code, on) = (&track.code, published.effective_from);
            let Some(kept) = version_from(after, code, on) else {
                found.push(format!("track `{code}`: its version effective from {on} is published, and is gone"));
                continue;
            };
            let said = files::version_keys(published, &before.ladder.catalogue);
            let says = files::version_keys(kept, &after.catalogue);
            let differ: Vec<&str> = files::VERSION_KEYS
                .iter()
                .copied()
                .filter(|key| said.iter().find(|(one, _)| one == key) != says.iter().find(|(one, _)| one == key))
                .collect();
            if !differ.is_empty() {
                found.push(format!(
                    "track `{code}`: its version effective from {on} is published and cannot change, but differs in \
                     {}; write a version with an effective_from of its own",
                    differ.join(", ")
                ));
            }
        }
    }
    let in_the_past = new_versions(before, after).filter(|(_, on)| *on < today);
    found.extend(in_the_past.map(|(code, on)| {
        format!("track `{code}`: its new version effective from {on} would change the past; {today} is the earliest")
    }));
    found
}
