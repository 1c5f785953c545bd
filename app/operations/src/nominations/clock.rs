//! What the clock does to nominations: answers that did not come, days that have come, candidates who are gone.

use model::{EmployeeId, MoveId, NominationAct, NominationId, Refusal, State, Subject};
use policy::{Act, Context, authorize, authorize_system};
use rules::NotApplicableReason;
use store::{Listed, Nominated, Store, Tx};
use uuid::Uuid;

use super::step::{Found, With, save};
use super::take_effect::take_effect;
use crate::Error;
use crate::assess::{Judge, facts_by_person};
use crate::ladder::in_force;
use crate::moves::make_due_moves;

/// So many are looked at, at a time.
const PIECE: u32 = 200;

/// What a day brought.
#[derive(Debug, Default)]
pub struct Advanced {
    /// How many nominations and moves went a step.
    pub stepped: u64,
    /// Nominations that could not go on, and why. The others did; these are looked at again the next day.
    pub failed: Vec<(NominationId, Error)>,
    /// Moves without a nomination that could not be made, the same way.
    pub not_made: Vec<(MoveId, Error)>,
}

impl Advanced {
    /// Counts the steps of a nomination, or notes why it could not go on. Where the database is not there, or asks to
    /// come again, that is no nomination's fault.
    pub(super) fn note(&mut self, id: NominationId, done: Result<u64, Error>) -> Result<(), Error> {
        self.stepped += count(&mut self.failed, id, done)?;
        Ok(())
    }

    /// The same of a move without a nomination.
    pub(crate) fn note_move(&mut self, id: MoveId, done: Result<u64, Error>) -> Result<(), Error> {
        self.stepped += count(&mut self.not_made, id, done)?;
        Ok(())
    }

    /// Whether one could not go on.
    pub(super) fn has_failed(&self, id: NominationId) -> bool {
        self.failed.iter().any(|(failed, _)| *failed == id)
    }

    /// So many are looked at in a list that begins anew each time: what failed stands in it again.
    pub(super) fn piece(&self) -> u32 {
        piece(self.failed.len())
    }

    /// The same of moves without a nomination.
    pub(crate) fn piece_of_moves(&self) -> u32 {
        piece(self.not_made.len())
    }
}

fn piece(failed: usize) -> u32 {
    u32::try_from(failed).map_or(u32::MAX, |failed| PIECE.saturating_add(failed))
}

/// How many steps there were; what could not go on is put to what failed.
fn count<Id>(failed: &mut Vec<(Id, Error)>, id: Id, done: Result<u64, Error>) -> Result<u64, Error> {
    match done {
        Ok(steps) => Ok(steps),
        Err(Error::Store(error)) if error.is_unavailable() || error.is_transient() => Err(error.into()),
        Err(error) => {
            failed.push((id, error));
            Ok(0)
        }
    }
}

/// Does what the day brings: what nobody answered in time lapses, moves whose day has come are made, and what is under way
/// ends for those who left or moved otherwise. What cannot go on keeps nothing else back.
pub async fn advance_nominations(store: &Store, ctx: &Context) -> Result<Advanced, Error> {
    authorize(&ctx.actor, Act::Move, Subject::Company, None)?;
    let mut advanced = Advanced::default();
    lapse(store, ctx, &mut advanced).await?;
    take_effect(store, ctx, &mut advanced).await?;
    make_due_moves(store, ctx, &mut advanced).await?;
    end(store, ctx, &mut advanced).await?;
    Ok(advanced)
}

async fn lapse(store: &Store, ctx: &Context, advanced: &mut Advanced) -> Result<(), Error> {
    let permit = authorize_system(Act::Assess, Subject::Company);
    loop {
        let piece = advanced.piece();
        let over = async |tx: &mut Tx| tx.nominations().unanswered(&permit, ctx.today, piece).await;
        let mut over = store.read(ctx, over).await?;
        over.retain(|one| !advanced.has_failed(one.id));
        if over.is_empty() {
            return Ok(());
        }
        for Listed { id, nominated, .. } in over {
            let lapsed = match nominated {
                Ok(one) => step(store, ctx, one, NominationAct::Lapse).await,
                Err(error) => Err(error.into()),
            };
            advanced.note(id, lapsed)?;
        }
    }
}

/// What people were asked to look at again is theirs to end.
async fn end(store: &Store, ctx: &Context, advanced: &mut Advanced) -> Result<(), Error> {
    let permit = authorize_system(Act::Assess, Subject::Company);
    let mut after = (EmployeeId(Uuid::nil()), String::new());
    loop {
        let (person, track) = &after;
        let open = async |tx: &mut Tx| tx.nominations().open_after(&permit, (*person, track), PIECE).await;
        let open = store.read(ctx, open).await?;
        let Some(last) = open.last() else { return Ok(()) };
        after = (last.employee, last.track.clone());
        let looked_at = store.read(ctx, async |tx| over(tx, ctx, open).await).await?;
        for (id, over) in looked_at {
            let ended = match over {
                Ok((one, act)) => step(store, ctx, *one, act).await,
                Err(error) => Err(error),
            };
            advanced.note(id, ended)?;
        }
    }
}

/// How one ends whose candidate is gone; or why that cannot be told.
type Over = Result<(Box<Nominated>, NominationAct), Error>;

/// Those whose candidates are gone. Where the track is no longer on the ladder, people decide what becomes of it.
async fn over(tx: &mut Tx, ctx: &Context, open: Vec<Listed>) -> Result<Vec<(NominationId, Over)>, Error> {
    let permit = authorize_system(Act::Assess, Subject::Company);
    let people: Vec<EmployeeId> = open.iter().map(|one| one.employee).collect();
    let facts = facts_by_person(tx, &permit, &people).await?;
    let ladder = in_force(tx).await?.ladder;
    let judge = Judge::new(&ladder);
    let mut over = Vec::new();
    for Listed { id, nominated, .. } in open {
        let one = match nominated {
            Ok(one) => one,
            Err(error) => {
                over.push((id, Err(error.into())));
                continue;
            }
        };
        let is_peoples = one.nomination.reopened_for.is_some() || one.nomination.state == State::Approved;
        let track = ladder.track_ids().find(|id| ladder.track(*id).code == one.nomination.track);
        let (Some(track), Some(own)) = (track.filter(|_| !is_peoples), facts.get(&one.nomination.employee)) else {
            continue;
        };
        let known = match judge.facts(&one.number, own) {
            Ok(known) => known,
            Err(error) => {
                over.push((id, Err(error)));
                continue;
            }
        };
        let reason = judge.engine.person(&known, ctx.today).and_then(|subject| subject.decide(track)?.reason);
        match reason {
            Some(NotApplicableReason::NotEmployed) => over.push((id, Ok((Box::new(one), NominationAct::EndAsLeft)))),
            Some(NotApplicableReason::NotInFromJob) => over.push((id, Ok((Box::new(one), NominationAct::EndAsMoved)))),
            Some(NotApplicableReason::OutsideWhere) | None => {}
        }
    }
    Ok(over)
}

/// One act of the clock, in a transaction of its own. Where somebody saved it in between, what they did stands, and the
/// clock comes by again. How many went: one or none.
async fn step(store: &Store, ctx: &Context, one: Nominated, act: NominationAct) -> Result<u64, Error> {
    let stepped = store
        .write(ctx, async |tx| {
            let found = Found::by_clock(one.clone());
            let (permit, next) = found.step(ctx, act)?;
            save(tx, ctx, (permit, act), &found, next, With::default()).await
        })
        .await;
    match stepped {
        Ok(_) => Ok(1),
        Err(Error::NotNow(Refusal::Stale { .. })) => Ok(0),
        Err(error) => Err(error),
    }
}
