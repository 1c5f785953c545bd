//! What waits for HR: what needs a human first, then what has waited longest.

use std::sync::Arc;

use model::{Access, Place, State};
use policy::{Context, Viewer};
use rules::Ladder;
use store::{Lane, Queued, SoughtInQueue, Store, Tx};

use super::reviewer;
use crate::Error;
use crate::ladder::in_force;
use crate::people::MOST_ON_A_PAGE;

/// How far what waits is counted.
const MOST_COUNTED: u32 = 999;

/// What is looked for in the queue.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SoughtReview {
    /// In this state.
    pub state: Option<State>,
    /// On this track.
    pub track: Option<String>,
    /// Of who works at this site.
    pub site: Option<String>,
}

/// How much waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Waiting {
    /// So much.
    Exactly(u32),
    /// More than that.
    MoreThan(u32),
}

/// A page of the queue.
#[derive(Clone, Debug)]
pub struct QueuePage {
    /// What jobs and tracks are called.
    pub ladder: Arc<Ladder>,
    /// The sites that can be looked for.
    pub sites: Vec<String>,
    /// How much waits for the viewer in all.
    pub waiting: Waiting,
    /// In their order.
    pub queued: Vec<Queued>,
    /// After which the next page begins, if there is one.
    pub next: Option<Place>,
}

/// What waits for HR where the viewer is HR, after a place.
pub async fn review_queue(
    store: &Store,
    ctx: &Context,
    sought: &SoughtReview,
    after: Option<Place>,
    limit: u32,
) -> Result<QueuePage, Error> {
    let (viewer, limit) = (reviewer(ctx)?, limit.clamp(1, MOST_ON_A_PAGE));
    store
        .read(ctx, async |tx| {
            let in_queue = SoughtInQueue { state: sought.state, track: sought.track.as_deref(), after };
            let mut queued = Vec::new();
            for lane in lanes(viewer, sought) {
                queued.extend(tx.review().queue(viewer, lane, in_queue, limit + 1).await?);
            }
            queued.sort_by_key(Queued::place);
            let is_more = queued.len() > limit as usize;
            queued.truncate(limit as usize);
            let next = queued.last().filter(|_| is_more).map(Queued::place);
            let sites = match viewer.sees_everyone() {
                true => tx.employees().sites(viewer).await?,
                false => viewer.partner_sites().into_iter().map(str::to_owned).collect(),
            };
            let waiting = waiting(tx, viewer).await?;
            Ok(QueuePage { ladder: in_force(tx).await?.ladder, sites, waiting, queued, next })
        })
        .await
}

/// Whose queues the viewer looks through: each is read in its order, and no more of it than a page.
fn lanes<'a>(viewer: &'a Viewer, sought: &'a SoughtReview) -> Vec<Lane<'a>> {
    match (&sought.site, &sought.track) {
        (Some(site), _) => vec![Lane::OfSite(site)],
        (None, Some(track)) if viewer.sees_everyone() => vec![Lane::OfTrack(track)],
        (None, None) if viewer.sees_everyone() => vec![Lane::Everywhere],
        (None, _) => viewer.partner_sites().into_iter().map(Lane::OfSite).collect(),
    }
}

/// How much waits where the viewer is HR; of very much only that it is more.
pub(crate) async fn waiting(tx: &mut Tx, viewer: &Viewer) -> Result<Waiting, Error> {
    let mut waiting = 0;
    if viewer.has(Access::HrLead) {
        waiting = tx.review().count(viewer, None, MOST_COUNTED).await?;
    } else {
        for site in viewer.partner_sites() {
            waiting += tx.review().count(viewer, Some(site), MOST_COUNTED).await?;
        }
    }
    Ok(if waiting > MOST_COUNTED { Waiting::MoreThan(MOST_COUNTED) } else { Waiting::Exactly(waiting) })
}
