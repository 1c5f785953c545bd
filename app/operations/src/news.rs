//! What somebody was told: their list of news.

use std::sync::Arc;

use model::{EmployeeId, Instant, NewsId, Subject};
use policy::{Act, Context, Viewer, authorize};
use rules::Ladder;
use store::{Store, Tx};

use crate::Error;
use crate::ladder::in_force;
use crate::people::{MOST_ON_A_PAGE, viewer};

pub use store::{NewsItem, RecordDone, RecordItem};

/// A page of news.
#[derive(Clone, Debug)]
pub struct NewsPage {
    /// What jobs and tracks are called.
    pub ladder: Arc<Ladder>,
    /// The latest first.
    pub items: Vec<News>,
    /// How many are not read, on every page.
    pub unread: u64,
    /// Before which the next page begins, if there is one.
    pub next: Option<NewsId>,
}

/// Something that somebody was told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum News {
    /// An act on a nomination.
    OfNomination(NewsItem),
    /// What was done to somebody's record.
    OfRecord {
        /// What.
        item: RecordItem,
        /// Whether that record is in the reader's scope still.
        sees_record: bool,
    },
}

impl News {
    /// To whose record something was done, and whether that is seen.
    fn record(&mut self) -> Option<(EmployeeId, &mut bool)> {
        match self {
            News::OfNomination(_) => None,
            News::OfRecord { item, sees_record } => Some((item.employee, sees_record)),
        }
    }

    /// Which one.
    pub fn id(&self) -> NewsId {
        match self {
            News::OfNomination(item) => NewsId(item.act_id.0),
            News::OfRecord { item, .. } => item.id,
        }
    }

    /// When it was told.
    pub fn told_at(&self) -> Instant {
        match self {
            News::OfNomination(item) => item.acted_at,
            News::OfRecord { item, .. } => item.told_at,
        }
    }

    /// When it was read.
    pub fn read_at(&self) -> Option<Instant> {
        match self {
            News::OfNomination(item) => item.read_at,
            News::OfRecord { item, .. } => item.read_at,
        }
    }
}

/// The viewer's own news, the latest first.
pub async fn list_news(store: &Store, ctx: &Context, before: Option<NewsId>, limit: u32) -> Result<NewsPage, Error> {
    let (viewer, limit) = (viewer(ctx)?, limit.clamp(1, MOST_ON_A_PAGE));
    store
        .read(ctx, async |tx| {
            let acts = tx.news().list(viewer, before, limit + 1).await?;
            let mut items: Vec<News> = acts.into_iter().map(News::OfNomination).collect();
            for item in tx.record_news().list(viewer, before, limit + 1).await? {
                items.push(News::OfRecord { item, sees_record: false });
            }
            items.sort_by_key(|item| std::cmp::Reverse(item.id()));
            let is_more = items.len() > limit as usize;
            items.truncate(limit as usize);
            see(tx, viewer, &mut items).await?;
            let next = items.last().filter(|_| is_more).map(News::id);
            let unread = tx.news().count_unread(viewer).await?;
            Ok(NewsPage { ladder: in_force(tx).await?.ladder, items, unread, next })
        })
        .await
}

/// Notes whose records the viewer still sees: who has moved to others may have gone out of sight.
async fn see(tx: &mut Tx, viewer: &Viewer, items: &mut [News]) -> Result<(), Error> {
    let mut told: Vec<_> = items.iter_mut().filter_map(News::record).collect();
    let people: Vec<_> = told.iter().map(|(employee, _)| *employee).collect();
    if people.is_empty() {
        return Ok(());
    }
    let seen = tx.employees().seen(viewer, &people).await?;
    told.iter_mut().for_each(|(employee, sees_record)| **sees_record = seen.contains(employee));
    Ok(())
}

/// Notes that the viewer has read their news up to one of them. How many that were.
pub async fn read_news(store: &Store, ctx: &Context, until: NewsId) -> Result<u64, Error> {
    let account = viewer(ctx)?.account;
    let permit = authorize(&ctx.actor, Act::ManageOwnAccount, Subject::Account(account), None)?;
    store.upkeep(ctx, async |upkeep| Ok(upkeep.news().read(&permit, account, until).await?)).await
}
