//! Waivers as HR and auditors read them: one, and all of them, counted by who, whom and criterion.

use std::sync::Arc;

use jiff::SignedDuration;
use model::{Access, NominationAct, Subject, WaiverId, WaiverState};
use policy::{About, Act, Context, Viewer, authorize, authorize_system};
use rules::Ladder;
use store::{SoughtWaivers, Store, Tx, WaiverCount, WaiverTold};

use crate::Error;
use crate::ladder::in_force;
use crate::nominations::step::{Found, recused};
use crate::people::{MOST_ON_A_PAGE, viewer};

/// They are counted so far back.
const COUNTED: SignedDuration = SignedDuration::from_hours(365 * 24);
/// So many of each are counted, the most first.
const MOST_COUNTED: u32 = 10;

/// What can be done with a waiver.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WaiverStep {
    /// It waits for an answer.
    Answer,
    /// It counts, and can be ended.
    End,
}

/// A waiver, with what the reader can do with it.
#[derive(Clone, Debug)]
pub struct WaiverSeen {
    /// The waiver.
    pub waiver: WaiverTold,
    /// What the reader can do with it now.
    pub possible: Option<WaiverStep>,
}

/// A page of waivers.
#[derive(Clone, Debug)]
pub struct WaiverList {
    /// What tracks and criteria are called.
    pub ladder: Arc<Ladder>,
    /// The latest first.
    pub waivers: Vec<WaiverTold>,
    /// How many were asked for in the last twelve months: by criterion, by who asked, by whom they are for.
    pub counts: Vec<WaiverCount>,
    /// Before which the next page begins, if there is one.
    pub next: Option<WaiverId>,
}

/// One waiver.
#[derive(Clone, Debug)]
pub struct WaiverStory {
    /// What tracks and criteria are called.
    pub ladder: Arc<Ladder>,
    /// The waiver.
    pub seen: WaiverSeen,
    /// Whether the nomination in which it was asked for is there for the reader.
    pub sees_nomination: bool,
    /// Whether the record of whom it is for is in the reader's scope.
    pub sees_record: bool,
}

/// HR and auditors; for everybody else there is no such list.
fn reader(ctx: &Context) -> Result<&Viewer, Error> {
    let viewer = viewer(ctx)?;
    let reads = [Access::HrPartner, Access::HrLead, Access::Auditor].into_iter().any(|access| viewer.has(access));
    if reads { Ok(viewer) } else { Err(Error::Hidden) }
}

/// Those that fit, the latest first, with how many there are.
pub async fn list_waivers(
    store: &Store,
    ctx: &Context,
    sought: &SoughtWaivers,
    before: Option<WaiverId>,
    limit: u32,
) -> Result<WaiverList, Error> {
    let (reader, limit) = (reader(ctx)?, limit.clamp(1, MOST_ON_A_PAGE));
    store
        .read(ctx, async |tx| {
            let mut waivers = tx.waivers().list(reader, sought, before, limit + 1).await?;
            let is_more = waivers.len() > limit as usize;
            waivers.truncate(limit as usize);
            let next = waivers.last().filter(|_| is_more).map(|last| last.told.id);
            let counts = tx.waivers().count(reader, ctx.now - COUNTED, MOST_COUNTED).await?;
            Ok(WaiverList { ladder: in_force(tx).await?.ladder, waivers, counts, next })
        })
        .await
}

/// One of them.
pub async fn waiver(store: &Store, ctx: &Context, id: WaiverId) -> Result<WaiverStory, Error> {
    let reader = reader(ctx)?;
    store
        .read(ctx, async |tx| {
            let (waiver, found) = find(tx, ctx, id).await?;
            let sees_nomination = tx.nominations().find(reader, waiver.told.nomination).await?.is_some();
            let sees_record = tx.employees().find(reader, &waiver.number).await?.is_some();
            let seen = seen(ctx, waiver, &found);
            Ok(WaiverStory { ladder: in_force(tx).await?.ladder, seen, sees_nomination, sees_record })
        })
        .await
}

/// One that the viewer is shown, and the nomination in which it was asked for.
pub(super) async fn find(tx: &mut Tx, ctx: &Context, id: WaiverId) -> Result<(WaiverTold, Found), Error> {
    let waiver = tx.waivers().find(reader(ctx)?, id).await?.ok_or(Error::Hidden)?;
    let permit = authorize_system(Act::Assess, Subject::Nomination(waiver.told.nomination));
    let nominated = tx.nominations().find_by_id(&permit, waiver.told.nomination).await?.ok_or(Error::Hidden)?;
    let recused = recused(tx, reader(ctx)?, nominated.nomination.id).await?;
    let found = Found::asked_by(nominated, waiver.told.asked_by, recused);
    Ok((waiver, found))
}

/// Those of a nomination, with what the reader can do with each.
pub(in crate::nominations) fn seen_with(ctx: &Context, waivers: Vec<WaiverTold>, found: &Found) -> Vec<WaiverSeen> {
    let each = |waiver: WaiverTold| {
        let found = Found::asked_by(found.nominated.clone(), waiver.told.asked_by, found.recused.clone());
        seen(ctx, waiver, &found)
    };
    waivers.into_iter().map(each).collect()
}

/// A waiver, and what can be done with it: in its state, in time, and by who looks.
fn seen(ctx: &Context, waiver: WaiverTold, found: &Found) -> WaiverSeen {
    let possible = match waiver.told.state {
        WaiverState::Asked => {
            let may = found.step(ctx, NominationAct::GrantWaiver).is_ok();
            may.then_some(WaiverStep::Answer)
        }
        WaiverState::Granted if waiver.told.is_ahead(ctx.today) => {
            let about = About { employee: waiver.told.employee, site: found.nominated.site.as_deref(), above: None };
            let may = authorize(&ctx.actor, Act::Waive, Subject::Employee(about.employee), Some(about)).is_ok();
            may.then_some(WaiverStep::End)
        }
        WaiverState::Granted | WaiverState::Refused | WaiverState::Lapsed | WaiverState::Ended => None,
    };
    WaiverSeen { waiver, possible }
}
