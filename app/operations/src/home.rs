//! What needs somebody today, by who they are.

use std::sync::Arc;

use model::{Access, Standing};
use policy::Context;
use rules::Ladder;
use store::{Store, StoredAssessment};

use crate::Error;
use crate::ladder::in_force;
use crate::people::{Count, People, Search, counted, page, some_people, viewer};

/// How many of those who lapse soon are named.
const NAMED: u32 = 10;
/// How far people are counted.
const MOST_COUNTED: u32 = 1000;

/// What needs somebody today.
#[derive(Clone, Debug)]
pub struct Home {
    /// What jobs and tracks are called.
    pub ladder: Arc<Ladder>,
    /// Where they stand themselves.
    pub own: Vec<StoredAssessment>,
    /// Of whoever leads people: how many there are, and how they stand.
    pub team: Count,
    /// For HR: who will soon be eligible no longer.
    pub lapsing: Option<Lapsing>,
    /// For HR: how many waivers wait for their answer.
    pub waivers: u64,
}

/// Who will soon be eligible no longer.
#[derive(Clone, Debug)]
pub struct Lapsing {
    /// The first of them by name.
    pub people: People,
    /// How many they are; of very many only that they are.
    pub count: Option<u32>,
}

/// Where the viewer stands on each track, as it reads on the day, and what the tracks are called.
pub async fn own_tracks(store: &Store, ctx: &Context) -> Result<(Arc<Ladder>, Vec<StoredAssessment>), Error> {
    let viewer = viewer(ctx)?;
    store
        .read(ctx, async |tx| {
            let own: Vec<_> = viewer.employee.into_iter().collect();
            let stored = tx.assessments().of_page(viewer, &own).await?;
            let stored = stored.into_iter().map(|(_, one)| one.on(ctx.today)).collect();
            Ok((in_force(tx).await?.ladder, stored))
        })
        .await
}

/// What needs the viewer today.
pub async fn home(store: &Store, ctx: &Context) -> Result<Home, Error> {
    let viewer = viewer(ctx)?;
    let (ladder, own) = own_tracks(store, ctx).await?;
    let lapse = Search { standing: Some(Standing::Lapsing), ..Search::default() };
    store
        .read(ctx, async |tx| {
            let is_hr = viewer.has(Access::HrLead) || viewer.has(Access::HrPartner);
            let waivers = if is_hr { tx.waivers().count_open(viewer).await? } else { 0 };
            let lapsing = if is_hr {
                let people = page(tx, ctx, viewer, &lapse, None, NAMED).await?;
                Some(Lapsing { people, count: some_people(tx, ctx, viewer, &lapse, MOST_COUNTED).await? })
            } else {
                None
            };
            Ok(Home { ladder, own, team: counted(tx, ctx, viewer).await?, lapsing, waivers })
        })
        .await
}
