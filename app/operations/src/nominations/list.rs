//! Nominations as those read them who have a part in them.

use std::sync::Arc;

use model::{KnownFact, NominationAct, NominationId, Reason};
use policy::{Context, Sight};
use rules::{Assessment, Ladder};
use store::{ActTold, FrozenEvidence, Nominated, SentLetter, Store, Tx};

use super::assessed::assess;
use super::edit_case::{offered, picked};
use super::step::{At, Found, find};
use super::waivers::{WaiverSeen, seen_with};
use crate::Error;
use crate::ladder::in_force;
use crate::people::{MOST_ON_A_PAGE, find as find_person, viewer};

/// A page of nominations.
#[derive(Clone, Debug)]
pub struct NominationList {
    /// What jobs and tracks are called.
    pub ladder: Arc<Ladder>,
    /// The latest first.
    pub nominations: Vec<Nominated>,
    /// Before which the next page begins, if there is one.
    pub next: Option<NominationId>,
}

/// One nomination, from its beginning.
#[derive(Clone, Debug)]
pub struct Story {
    /// What jobs and tracks are called.
    pub ladder: Arc<Ladder>,
    /// Where it stands.
    pub nominated: Nominated,
    /// As whom the reader looks at the candidate.
    pub sight: Sight,
    /// Whether the candidate's record is in the reader's scope beside.
    pub sees_record: bool,
    /// What was done, the oldest first.
    pub acts: Vec<ActTold>,
    /// What was frozen, the oldest first; empty where the reader may not see it whole.
    pub evidence: Vec<FrozenEvidence>,
    /// The facts that were picked for the case.
    pub picked: Vec<KnownFact>,
    /// What else of the record could be picked, where the reader can write the case.
    pub offered: Vec<KnownFact>,
    /// How the candidate stands today, as the reader may know: while a waiver can be asked for or answered.
    pub assessment: Option<Assessment>,
    /// Waivers asked for in it, the oldest first.
    pub waivers: Vec<WaiverSeen>,
    /// What was written to whom, the oldest first: what is the reader's to read.
    pub letters: Vec<SentLetter>,
    /// What the reader can do now: legal in its state, and theirs to do.
    pub possible: Vec<NominationAct>,
}

/// Those in which the viewer has a part, the latest first.
pub async fn list_nominations(
    store: &Store,
    ctx: &Context,
    before: Option<NominationId>,
    limit: u32,
) -> Result<NominationList, Error> {
    let (viewer, limit) = (viewer(ctx)?, limit.clamp(1, MOST_ON_A_PAGE));
    store
        .read(ctx, async |tx| {
            let mut nominations = tx.nominations().list(viewer, before, limit + 1).await?;
            let is_more = nominations.len() > limit as usize;
            nominations.truncate(limit as usize);
            let next = nominations.last().filter(|_| is_more).map(|last| last.nomination.id);
            Ok(NominationList { ladder: in_force(tx).await?.ladder, nominations, next })
        })
        .await
}

/// Those of a person in the viewer's scope in which the viewer has a part, the latest first.
pub async fn nominations_of_person(store: &Store, ctx: &Context, number: &str) -> Result<Vec<Nominated>, Error> {
    let viewer = viewer(ctx)?;
    store
        .read(ctx, async |tx| {
            let person = find_person(tx, viewer, number).await?.employee.id;
            Ok(tx.nominations().of_person(viewer, person, MOST_ON_A_PAGE).await?)
        })
        .await
}

/// One in which the viewer has a part, with its history and what was frozen.
pub async fn nomination(store: &Store, ctx: &Context, id: NominationId) -> Result<Story, Error> {
    store.read(ctx, async |tx| story(tx, ctx, id).await).await
}

pub(super) async fn story(tx: &mut Tx, ctx: &Context, id: NominationId) -> Result<Story, Error> {
    let viewer = viewer(ctx)?;
    let seen = tx.nominations().find(viewer, id).await?.ok_or(Error::Hidden)?.nomination.revision;
    let found = find(tx, ctx, At { id, seen }).await?;
    let sight = viewer.sight_of_candidate(found.nomination().employee, found.nominated.site.as_deref());
    let acts = tx.nomination_acts().of_nomination(&found.nominated).await?;
    let acts = acts.into_iter().map(|told| as_told(told, sight)).collect();
    let evidence = match sight {
        Sight::Own | Sight::Hr => tx.evidence().of_nomination(&found.nominated).await?,
        Sight::Line => Vec::new(),
    };
    let sees_record = tx.employees().find(viewer, &found.nominated.number).await?.is_some();
    let waivers = seen_with(ctx, tx.waivers().of_nomination(&found.nominated, MOST_ON_A_PAGE).await?, &found);
    let is_told = sees_record && found.nomination().state.answers_waivers();
    let assessment = if is_told { assessed_today(tx, ctx, &found, sight).await? } else { None };
    let letters = tx.letters().of_nomination(viewer, id).await?;
    let ladder = in_force(tx).await?.ladder;
    let possible = possible(ctx, &found);
    let picked = picked(tx, found.nomination()).await?;
    let offered = if possible.contains(&NominationAct::EditCase) {
        offered(tx, found.nomination().employee).await?
    } else {
        Vec::new()
    };
    let nominated = found.nominated;
    Ok(Story {
        ladder,
        sight,
        sees_record,
        acts,
        evidence,
        letters,
        picked,
        offered,
        assessment,
        waivers,
        possible,
        nominated,
    })
}

/// With why it was done as the reader may be told it.
fn as_told(mut told: ActTold, sight: Sight) -> ActTold {
    let reasons: Vec<Reason> = told.done.reasons.iter().filter_map(|code| Reason::from_code(code)).collect();
    told.done.reasons = sight.reasons(&reasons).into_iter().map(|reason| reason.code().to_owned()).collect();
    told
}

/// How the candidate stands; nothing where the track is no longer on the ladder.
async fn assessed_today(tx: &mut Tx, ctx: &Context, found: &Found, sight: Sight) -> Result<Option<Assessment>, Error> {
    let one = found.nomination();
    match assess(tx, one.employee, &one.track, ctx.today).await {
        Ok(assessed) => Ok(Some(sight.assessment(assessed.assessment))),
        Err(Error::Hidden) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Legal in its state, in time, and theirs to do. What was asked to be waived is answered one by one.
fn possible(ctx: &Context, found: &Found) -> Vec<NominationAct> {
    let answers = [NominationAct::GrantWaiver, NominationAct::RefuseWaiver];
    let is_possible = |act: &NominationAct| !answers.contains(act) && found.step(ctx, *act).is_ok();
    found.nomination().state.acts().filter(is_possible).collect()
}
