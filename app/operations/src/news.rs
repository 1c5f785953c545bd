//! What somebody was told: their list of news.

use std::sync::Arc;

use model::{NominationActId, Subject};
use policy::{Act, Context, authorize};
use rules::Ladder;
use store::{NewsItem, Store};

use crate::Error;
use crate::ladder::in_force;
use crate::people::{MOST_ON_A_PAGE, viewer};

/// A page of news.
#[derive(Clone, Debug)]
pub struct NewsPage {
    /// What jobs and tracks are called.
    pub ladder: Arc<Ladder>,
    /// The latest first.
    pub items: Vec<NewsItem>,
    /// How many are not read, on every page.
    pub unread: u64,
    /// Before which the next page begins, if there is one.
    pub next: Option<NominationActId>,
}

/// The viewer's own news, the latest first.
pub async fn list_news(
    store: &Store,
    ctx: &Context,
    before: Option<NominationActId>,
    limit: u32,
) -> Result<NewsPage, Error> {
    let (viewer, limit) = (viewer(ctx)?, limit.clamp(1, MOST_ON_A_PAGE));
    store
        .read(ctx, async |tx| {
            let mut items = tx.news().list(viewer, before, limit + 1).await?;
            let is_more = items.len() > limit as usize;
            items.truncate(limit as usize);
            let next = items.last().filter(|_| is_more).map(|last| last.act_id);
            let unread = tx.news().count_unread(viewer).await?;
            Ok(NewsPage { ladder: in_force(tx).await?.ladder, items, unread, next })
        })
        .await
}

/// Notes that the viewer has read their news up to one of them. How many that were.
pub async fn read_news(store: &Store, ctx: &Context, until: NominationActId) -> Result<u64, Error> {
    let account = viewer(ctx)?.account;
    let permit = authorize(&ctx.actor, Act::ManageOwnAccount, Subject::Account(account), None)?;
    store.upkeep(ctx, async |upkeep| Ok(upkeep.news().read(&permit, account, until).await?)).await
}
