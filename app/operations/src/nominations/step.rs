//! What every act on a nomination has in common: it is found within scope, allowed, legal, saved, noted, told.

use model::letter::Written;
use model::{
    AccountId, Audience, EmployeeId, Event, Nomination, NominationAct, NominationActId, NominationId, Refusal, Said,
    State, told_of,
};
use policy::{Above, Context, Involved, Permit, Viewer, authorize_nomination};
use store::{ActDone, Nominated, Store, Tx};

use super::assessed::FrozenPacket;
use crate::Error;
use crate::people::viewer;

/// A nomination as somebody saw it: by whom it was saved since is found out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct At {
    /// Which one.
    pub id: NominationId,
    /// The number of the save that they saw.
    pub seen: i64,
}

/// What became of an act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Saved {
    /// Which nomination.
    pub id: NominationId,
    /// The number of this save.
    pub revision: i64,
    /// Where it stands now.
    pub state: State,
}

/// A nomination, and how who acts stands to it.
pub(crate) struct Found {
    pub(crate) nominated: Nominated,
    above: Option<Above>,
    /// Who asked for a waiver in it.
    asked_for_waiver: Vec<AccountId>,
    /// Who stands aside, if that is who acts.
    pub(super) recused: Vec<AccountId>,
}

/// What is done beside the change of state.
#[derive(Default)]
pub(super) struct With<'a> {
    pub(super) said: Option<&'a Said>,
    /// What was frozen.
    pub(super) evidence: Option<&'a FrozenPacket>,
    /// The letter that goes out with it.
    pub(super) letter: Option<&'a Written>,
}

impl<'a> With<'a> {
    /// With why, and nothing else.
    pub(super) fn said(said: &'a Said) -> With<'a> {
        With { said: Some(said), ..With::default() }
    }
}

/// Within the scope of who has a part in it, and not saved by somebody else since it was seen.
pub(super) async fn find(tx: &mut Tx, ctx: &Context, at: At) -> Result<Found, Error> {
    let viewer = viewer(ctx)?;
    let nominated = tx.nominations().find(viewer, at.id).await?.ok_or(Error::Hidden)?;
    let now = nominated.nomination.revision;
    if now != at.seen {
        return Err(Refusal::Stale { seen: at.seen, now }.into());
    }
    Found::of(tx, viewer, nominated).await
}

/// Who looks, where they stand aside.
pub(super) async fn recused(tx: &mut Tx, viewer: &Viewer, id: NominationId) -> Result<Vec<AccountId>, Error> {
    let is_recused = tx.review().is_recused(viewer, id).await?;
    Ok(is_recused.then_some(viewer.account).into_iter().collect())
}

impl Found {
    /// Of the program itself.
    pub(super) fn by_clock(nominated: Nominated) -> Found {
        Found { nominated, above: None, asked_for_waiver: Vec::new(), recused: Vec::new() }
    }

    /// Of whoever answers a waiver that an account asked for.
    pub(super) fn asked_by(nominated: Nominated, account: AccountId, recused: Vec<AccountId>) -> Found {
        Found { nominated, above: None, asked_for_waiver: vec![account], recused }
    }

    /// What somebody has found within their scope, and how they stand to it.
    pub(crate) async fn of(tx: &mut Tx, viewer: &Viewer, nominated: Nominated) -> Result<Found, Error> {
        let above = tx.employees().above(viewer, nominated.nomination.employee).await?;
        let asked_for_waiver = tx.waivers().askers(&nominated).await?;
        let recused = recused(tx, viewer, nominated.nomination.id).await?;
        Ok(Found { nominated, above, asked_for_waiver, recused })
    }

    pub(super) fn nomination(&self) -> &Nomination {
        &self.nominated.nomination
    }

    /// Who has a part in it, and how who acts stands to its candidate.
    pub(crate) fn involved(&self) -> Involved<'_> {
        let one = self.nomination();
        Involved {
            candidate: one.employee,
            site: self.nominated.site.as_deref(),
            above: self.above,
            state: Some(one.state),
            nominator: one.nominator,
            reviewer: one.reviewer,
            decider: one.decider,
            asked_for_waiver: &self.asked_for_waiver,
            recused: &self.recused,
        }
    }

    /// Leave for an act, or who may.
    pub(super) fn authorize(&self, ctx: &Context, act: NominationAct) -> Result<Permit, Error> {
        Ok(authorize_nomination(&ctx.actor, act, self.nomination().id, &self.involved())?)
    }

    /// Leave for an act, and what the nomination is after it.
    pub(super) fn step(&self, ctx: &Context, act: NominationAct) -> Result<(Permit, Nomination), Error> {
        let permit = self.authorize(ctx, act)?;
        Ok((permit, self.nomination().after(act, ctx.today)?))
    }

    /// For whom who acts stands in.
    pub(super) fn on_behalf_of(&self) -> Option<EmployeeId> {
        self.above.and_then(|above| above.on_behalf_of)
    }
}

/// An act that changes nothing beside the state, with what is said with it.
pub(super) async fn act(
    store: &Store,
    ctx: &Context,
    at: At,
    act: NominationAct,
    said: Option<&Said>,
) -> Result<Saved, Error> {
    store
        .write(ctx, async |tx| {
            let found = find(tx, ctx, at).await?;
            let (permit, next) = found.step(ctx, act)?;
            save(tx, ctx, (permit, act), &found, next, With { said, ..With::default() }).await
        })
        .await
}

/// Saves what an act made of a nomination, notes it, tells who is to be told, and records the event.
pub(super) async fn save(
    tx: &mut Tx,
    ctx: &Context,
    (permit, act): (Permit, NominationAct),
    found: &Found,
    next: Nomination,
    with: With<'_>,
) -> Result<Saved, Error> {
    let before = found.nomination();
    // Whoever acts in the line may do so for somebody; the candidate, HR and the clock act for themselves.
    let stands_in = matches!(act, NominationAct::Endorse | NominationAct::DeclineInterest);
    let on_behalf_of = if stands_in { found.on_behalf_of() } else { None };
    let done = done(tx, ctx, &next, (act, Some(before.state)), on_behalf_of, with.said)?;
    // What was over goes on, which it cannot beside another that was begun since.
    if next.state.is_open() && !before.state.is_open() {
        see_that_it_is_alone(tx, &permit, &next).await?;
    }
    // Nobody answers any more what was asked for in it.
    if before.state.answers_waivers() && !next.state.answers_waivers() {
        tx.waivers().lapse(&permit, next.id).await?;
    }
    tx.nomination_acts().append(&permit, &done).await?;
    if let Some(letter) = with.letter {
        tx.letters().send(&permit, (next.id, done.id), letter).await?;
    }
    tell(tx, ctx, &permit, &done, &found.nominated, &next).await?;
    let saved = Saved { id: next.id, revision: next.revision, state: next.state };
    if !tx.nominations().save(permit, &next).await? {
        return Err(Refusal::Stale { seen: before.revision, now: next.revision }.into());
    }
    let evidence = with.evidence.map(|frozen| frozen.digest.clone());
    tx.record_on_behalf_of(event(&next, &done, evidence), on_behalf_of);
    Ok(saved)
}

/// Notes an act that leaves a nomination as it is, and tells who is to be told.
pub(super) async fn note(
    tx: &mut Tx,
    ctx: &Context,
    (permit, act): (&Permit, NominationAct),
    found: &Found,
    said: &Said,
) -> Result<NominationActId, Error> {
    let one = found.nomination();
    let done = done(tx, ctx, one, (act, Some(one.state)), None, Some(said))?;
    tx.nomination_acts().append(permit, &done).await?;
    tell(tx, ctx, permit, &done, &found.nominated, one).await?;
    Ok(done.id)
}

/// Begins a nomination; refuses where another is under way for that person and track.
pub(super) async fn begin(
    tx: &mut Tx,
    ctx: &Context,
    (permit, act): (Permit, NominationAct),
    new: Nomination,
    candidate: &Nominated,
) -> Result<Saved, Error> {
    // Beside one that goes on again in the same moment.
    tx.employees().lock(&permit, &[new.employee]).await?;
    if !tx.nominations().add(&permit, &new).await? {
        return Err(Refusal::AlreadyOpen.into());
    }
    let done = done(tx, ctx, &new, (act, None), new.on_behalf_of, None)?;
    tx.nomination_acts().append(&permit, &done).await?;
    tell(tx, ctx, &permit, &done, candidate, &new).await?;
    tx.record_on_behalf_of(event(&new, &done, None), new.on_behalf_of);
    Ok(Saved { id: new.id, revision: new.revision, state: new.state })
}

/// Refuses where another is under way for that person and track, and keeps others from beginning one meanwhile.
async fn see_that_it_is_alone(tx: &mut Tx, permit: &Permit, next: &Nomination) -> Result<(), Error> {
    tx.employees().lock(permit, &[next.employee]).await?;
    let is_open = tx.nominations().is_open(permit, next.employee, &next.track).await?;
    if is_open { Err(Refusal::AlreadyOpen.into()) } else { Ok(()) }
}

fn done(
    tx: &Tx,
    ctx: &Context,
    next: &Nomination,
    (act, from): (NominationAct, Option<State>),
    on_behalf_of: Option<EmployeeId>,
    said: Option<&Said>,
) -> Result<ActDone, Error> {
    if !said.unwrap_or(&Said::default()).suffices(act) {
        return Err(Refusal::ReasonMissing { act }.into());
    }
    let words = said.map(|said| said.words.trim()).filter(|words| !words.is_empty());
    Ok(ActDone {
        id: tx.new_id(),
        nomination: next.id,
        act,
        from,
        to: next.state,
        account: ctx.actor.account(),
        on_behalf_of,
        acted_at: ctx.now,
        reasons: said.map_or_else(Vec::new, |said| said.reasons.iter().map(|one| one.code().to_owned()).collect()),
        words: words.map(str::to_owned),
    })
}

async fn tell(
    tx: &mut Tx,
    ctx: &Context,
    permit: &Permit,
    done: &ActDone,
    candidate: &Nominated,
    next: &Nomination,
) -> Result<(), Error> {
    let acted = ctx.actor.account();
    let acted_self = match &ctx.actor {
        policy::Actor::Person(viewer) => viewer.employee,
        policy::Actor::Visitor | policy::Actor::System => None,
    };
    for audience in told_of(done.act, done.from) {
        match audience {
            Audience::Partners => {
                tx.news().tell_partners(permit, candidate.site.as_deref(), ctx.today, done.id).await?;
            }
            Audience::Leads => tx.news().tell_leads(permit, ctx.today, done.id).await?,
            Audience::Candidate => {
                let candidate = next.told.candidate.then_some(next.employee);
                tell_person(tx, permit, candidate, acted_self, done.id).await?;
            }
            Audience::Manager => tell_person(tx, permit, candidate.manager, acted_self, done.id).await?,
            Audience::Nominator | Audience::Reviewer | Audience::Decider => {
                let account = match audience {
                    Audience::Nominator => next.nominator,
                    Audience::Reviewer => next.reviewer,
                    _ => next.decider,
                };
                if let Some(account) = account.filter(|account| Some(*account) != acted) {
                    tx.news().tell(permit, account, done.id).await?;
                }
            }
        }
    }
    Ok(())
}

async fn tell_person(
    tx: &mut Tx,
    permit: &Permit,
    person: Option<EmployeeId>,
    acted: Option<EmployeeId>,
    act: NominationActId,
) -> Result<(), Error> {
    if let Some(person) = person.filter(|person| Some(*person) != acted) {
        tx.news().tell_person(permit, person, act).await?;
    }
    Ok(())
}

fn event(next: &Nomination, done: &ActDone, evidence: Option<String>) -> Event {
    Event::Nomination {
        nomination: next.id,
        employee: next.employee,
        track: next.track.clone(),
        step: done.act.code().to_owned(),
        state: next.state.code().to_owned(),
        reasons: done.reasons.clone(),
        evidence,
    }
}
