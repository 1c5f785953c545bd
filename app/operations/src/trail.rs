//! The audit trail as an auditor looks through it.

use model::{ChangeId, EntryId, Event, Seal};
use policy::Context;
use rules::Day;
use store::{ChangedFact, ListedEntry, SoughtEntries, Store, Tx};
use uuid::Uuid;

use crate::audit::leave;
use crate::{Error, MOST_ON_A_PAGE};

/// How many facts of a change are shown with its entry.
const MOST_FACTS: u32 = 20;

/// What is looked for in the trail. What is left out asks nothing.
#[derive(Clone, Debug, Default)]
pub struct Trail {
    /// The name of an event.
    pub act: Option<String>,
    /// By what who did it signs in.
    pub actor: Option<String>,
    /// The number of the person whom it is about.
    pub person: Option<String>,
    /// From that day on.
    pub from_on: Option<Day>,
    /// Until that day.
    pub until_on: Option<Day>,
}

/// An entry with all that belongs to it.
#[derive(Clone, Debug)]
pub struct TrailEntry {
    /// The entry.
    pub listed: ListedEntry,
    /// The link of the chain that holds it; none while it waits to be sealed.
    pub seal: Option<Seal>,
    /// What a correction put in place of what.
    pub facts: Vec<ChangedFact>,
}

/// A page of the trail, latest first, before an entry; and the entry before which the next page is, if there is one.
pub async fn search_trail(
    store: &Store,
    ctx: &Context,
    trail: &Trail,
    before: Option<EntryId>,
    limit: u32,
) -> Result<(Vec<ListedEntry>, Option<EntryId>), Error> {
    let limit = limit.clamp(1, MOST_ON_A_PAGE);
    store.read(ctx, async |tx| search(tx, ctx, trail, before, limit).await).await
}

async fn search(
    tx: &mut Tx,
    ctx: &Context,
    trail: &Trail,
    before: Option<EntryId>,
    limit: u32,
) -> Result<(Vec<ListedEntry>, Option<EntryId>), Error> {
    let permit = leave(ctx)?;
    let nothing = (Vec::new(), None);
    let account = match &trail.actor {
        None => None,
        Some(name) => match tx.audit().account_named(&permit, &crate::sign_in_name(name)).await? {
            Some(account) => Some(account),
            None => return Ok(nothing),
        },
    };
    let subject = match &trail.person {
        None => None,
        Some(number) => match tx.audit().person_numbered(&permit, number).await? {
            Some(person) => Some(person.0),
            None => return Ok(nothing),
        },
    };
    // Days are the company's, as the trail is told.
    let zone = tx.company().get().await?.time_zone;
    let before = match before {
        None => trail.until_on.map(|day| (zone.begins(day.next()), EntryId(Uuid::nil()))),
        Some(id) => {
            let listed = tx.audit().find(&permit, id).await?.ok_or(Error::Hidden)?;
            Some((listed.entry.recorded_at, id))
        }
    };
    let from = trail.from_on.map(|day| zone.begins(day));
    let act = trail.act.as_deref().filter(|act| Event::ACTS.contains(act));
    let sought = SoughtEntries { act, account, subject, from };
    let mut found = tx.audit().search(&permit, &sought, before, limit + 1).await?;
    let more = found.len() > limit as usize;
    found.truncate(limit as usize);
    let next = found.last().filter(|_| more).map(|last| last.entry.id);
    Ok((found, next))
}

/// One entry of the trail.
pub async fn trail_entry(store: &Store, ctx: &Context, id: EntryId) -> Result<TrailEntry, Error> {
    store
        .read(ctx, async |tx| {
            let permit = leave(ctx)?;
            let listed = tx.audit().find(&permit, id).await?.ok_or(Error::Hidden)?;
            let seal = tx.audit().seal_of(&permit, id).await?;
            let facts = match corrected(&listed) {
                Some(change) => tx.audit().facts_of_change(&permit, change, MOST_FACTS).await?,
                None => Vec::new(),
            };
            Ok(TrailEntry { listed, seal, facts })
        })
        .await
}

/// The change of an entry that tells of a correction or a waiver: an import has its own page.
fn corrected(listed: &ListedEntry) -> Option<ChangeId> {
    if !["fact_corrected", "waiver_granted", "waiver_ended"].contains(&listed.entry.act.as_str()) {
        return None;
    }
    let detail: serde_json::Value = serde_json::from_str(&listed.entry.detail).ok()?;
    detail.get("change")?.as_str()?.parse().ok().map(ChangeId)
}
