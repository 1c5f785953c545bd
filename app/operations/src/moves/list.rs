//! The moves of a person, and everybody's for whoever keeps the HRIS.

use model::{FactKind, MoveId, MoveState, Subject};
use policy::{Act, Context, Sight, authorize};
use rules::Day;
use store::{MoveTold, Store};
use uuid::Uuid;

use crate::Error;
use crate::people::{MOST_ON_A_PAGE, find, viewer};

/// At most so many of a person are told, the latest first.
const MOST: u32 = 50;

/// A page of moves.
#[derive(Clone, Debug)]
pub struct MoveList {
    /// By day.
    pub moves: Vec<MoveTold>,
    /// After which the next page begins, if there is one.
    pub next: Option<(Day, MoveId)>,
}

/// The moves of a person in the viewer's scope, the latest first, without pay. What HR plans without a nomination is
/// HR's until it is made.
pub async fn moves_of_person(store: &Store, ctx: &Context, number: &str) -> Result<Vec<MoveTold>, Error> {
    let viewer = viewer(ctx)?;
    store
        .read(ctx, async |tx| {
            let person = find(tx, viewer, number).await?;
            let sight = viewer.sight_of(person.employee.id, person.employee.site.as_deref());
            let is_told = |one: &MoveTold| {
                sight == Sight::Hr || one.told.nomination.is_some() || one.told.state == MoveState::Made
            };
            let mut moves = tx.moves().of_person(&person, MOST).await?;
            moves.retain(is_told);
            if !sight.admits(FactKind::Pay) {
                for one in &mut moves {
                    (one.told.pay, one.told.rise_percent) = (None, None);
                }
            }
            Ok(moves)
        })
        .await
}

/// Everybody's from a day to a day, of one state where given, after one of them; with what pay came to. For who brings
/// feeds in and takes the whole workforce out.
pub async fn list_moves(
    store: &Store,
    ctx: &Context,
    (from_on, until_on): (Day, Day),
    state: Option<MoveState>,
    after: Option<(Day, MoveId)>,
    limit: u32,
) -> Result<MoveList, Error> {
    let permit = authorize(&ctx.actor, Act::Import, Subject::Company, None)?;
    let limit = limit.clamp(1, MOST_ON_A_PAGE);
    let after = after.unwrap_or((from_on.previous(), MoveId(Uuid::max())));
    store
        .read(ctx, async |tx| {
            let mut moves = tx.moves().list(&permit, (after, until_on), state, limit + 1).await?;
            let is_more = moves.len() > limit as usize;
            moves.truncate(limit as usize);
            let last = moves.last().filter(|_| is_more);
            let next = last.map(|last| (last.told.effective_on, last.told.id));
            Ok(MoveList { moves, next })
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
