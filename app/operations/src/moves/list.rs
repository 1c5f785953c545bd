//! The moves of a person, and everybody's for whoever keeps the HRIS.

use std::sync::Arc;

use model::{FactKind, MoveId, MoveState, NominationId, Subject};
use policy::{Act, Context, Sight, Viewer, authorize, authorize_system};
use rules::{Day, Ladder};
use store::{MoveTold, Revised, SoughtMoves, Store, Tx};
use uuid::Uuid;

use crate::Error;
use crate::ladder::in_force;
use crate::people::{MOST_ON_A_PAGE, find, viewer};

/// At most so many of a person are told, the latest first.
const MOST: u32 = 50;

/// A page of moves.
#[derive(Clone, Debug)]
pub struct MoveList {
    /// What jobs are called.
    pub ladder: Arc<Ladder>,
    /// By day.
    pub moves: Vec<MoveTold>,
    /// With which the page ends, if there is a next one.
    pub next: Option<(Day, MoveId)>,
}

impl MoveList {
    /// What is one more than the page holds shows that there is a next one.
    fn page(ladder: Arc<Ladder>, mut moves: Vec<MoveTold>, limit: u32) -> MoveList {
        let is_more = moves.len() > limit as usize;
        moves.truncate(limit as usize);
        let last = moves.last().filter(|_| is_more);
        MoveList { ladder, next: last.map(|last| (last.told.effective_on, last.told.id)), moves }
    }
}

/// The moves of a person who was found in the viewer's scope, the latest first, without pay. What HR plans without a
/// nomination is HR's until it is made.
pub(crate) async fn moves_of(tx: &mut Tx, viewer: &Viewer, person: &Revised) -> Result<Vec<MoveTold>, Error> {
    let sight = viewer.sight_of(person.employee.id, person.employee.site.as_deref());
    let is_told =
        |one: &MoveTold| sight == Sight::Hr || one.told.nomination.is_some() || one.told.state == MoveState::Made;
    let mut moves = tx.moves().of_person(person, MOST).await?;
    moves.retain(is_told);
    if !sight.admits(FactKind::Pay) {
        moves.iter_mut().for_each(without_pay);
    }
    Ok(moves)
}

/// The moves that are looked for of the people of whoever is HR, nobody's own, the latest first, before one of them;
/// without pay.
pub async fn search_moves(
    store: &Store,
    ctx: &Context,
    sought: &SoughtMoves,
    before: Option<(Day, MoveId)>,
    limit: u32,
) -> Result<MoveList, Error> {
    let (viewer, limit) = (viewer(ctx)?, limit.clamp(1, MOST_ON_A_PAGE));
    // Of the last day there is, none is left out by that.
    let end = (sought.until_on.next().min(Day::FOREVER.previous()), MoveId(Uuid::nil()));
    let before = before.map_or(end, |before| before.min(end));
    store
        .read(ctx, async |tx| {
            let mut moves = tx.moves().search(viewer, sought, before, limit + 1).await?;
            moves.iter_mut().for_each(without_pay);
            Ok(MoveList::page(in_force(tx).await?.ladder, moves, limit))
        })
        .await
}

/// What can be done with a planned move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CallOff {
    /// It can be called off here.
    Here,
    /// It belongs to a nomination, with which it is called off.
    With(NominationId),
    /// It is made, or its day has come, or it is called off.
    Over,
}

/// A move, as HR reads it.
#[derive(Clone, Debug)]
pub struct OneMove {
    /// What jobs are called.
    pub ladder: Arc<Ladder>,
    /// The move, without pay.
    pub found: MoveTold,
    /// Whether it can still be called off.
    pub call_off: CallOff,
}

/// A move of somebody at whom the viewer looks as HR.
pub async fn find_move(store: &Store, ctx: &Context, id: MoveId) -> Result<OneMove, Error> {
    let (viewer, looks) = (viewer(ctx)?, authorize_system(Act::Assess, Subject::Company));
    store
        .read(ctx, async |tx| {
            let mut found = tx.moves().find(&looks, id).await?.ok_or(Error::Hidden)?;
            let person = find(tx, viewer, &found.number).await?.employee;
            if viewer.sight_of(person.id, person.site.as_deref()) != Sight::Hr {
                return Err(Error::Hidden);
            }
            without_pay(&mut found);
            let told = &found.told;
            let call_off = match told.nomination {
                _ if told.state != MoveState::Planned || told.effective_on <= ctx.today => CallOff::Over,
                Some(nomination) => CallOff::With(nomination),
                None => CallOff::Here,
            };
            Ok(OneMove { ladder: in_force(tx).await?.ladder, found, call_off })
        })
        .await
}

fn without_pay(one: &mut MoveTold) {
    (one.told.pay, one.told.rise_percent) = (None, None);
}

/// Everybody's that are looked for, by day, after one of them; with what pay came to. For who brings feeds in and takes
/// the whole workforce out.
pub async fn list_moves(
    store: &Store,
    ctx: &Context,
    sought: &SoughtMoves,
    after: Option<(Day, MoveId)>,
    limit: u32,
) -> Result<MoveList, Error> {
    let permit = authorize(&ctx.actor, Act::Import, Subject::Company, None)?;
    let limit = limit.clamp(1, MOST_ON_A_PAGE);
    let after = after.unwrap_or((sought.from_on, MoveId(Uuid::nil())));
    store
        .read(ctx, async |tx| {
            let moves = tx.moves().list(&permit, sought, after, limit + 1).await?;
            Ok(MoveList::page(in_force(tx).await?.ladder, moves, limit))
        })
        .await
}

/// What a line for the HRIS has: who moved, when, and of what changed how it was and how it is.
pub const HRIS_COLUMNS: &[&str] = &[
    "employee_number",
    "effective_on",
    "kind",
    "state",
    "job_before",
    "job",
    "site_before",
    "site",
    "unit_before",
    "unit",
    "manager_number_before",
    "manager_number",
    "annual_pay",
    "currency",
    "reason",
    "move",
];

/// A line of [`HRIS_COLUMNS`]: what stays as it is, is empty.
pub fn hris_row(one: &MoveTold) -> Vec<String> {
    let told = &one.told;
    let number = |manager: &Option<(String, String)>| manager.as_ref().map(|(number, _)| number.clone());
    let changed = |before: Option<String>, after: Option<String>| match after {
        Some(after) if before.as_ref() != Some(&after) => [before.unwrap_or_default(), after],
        Some(_) | None => [String::new(), String::new()],
    };
    let mut row = vec![one.number.clone(), told.effective_on.to_string()];
    row.extend([told.kind.code().to_owned(), told.state.code().to_owned()]);
    row.extend(changed(Some(told.from_job.clone()), Some(told.job.clone())));
    row.extend(changed(told.from.site.clone(), told.to.site.clone()));
    row.extend(changed(told.from.unit.clone(), told.to.unit.clone()));
    row.extend(changed(number(&one.from_manager), number(&one.manager)));
    row.push(told.pay.as_ref().map(|pay| pay.annual.to_string()).unwrap_or_default());
    row.push(told.pay.as_ref().and_then(|pay| pay.currency.clone()).unwrap_or_default());
    row.push(told.reason.clone().unwrap_or_default());
    row.push(told.id.to_string());
    row
}
