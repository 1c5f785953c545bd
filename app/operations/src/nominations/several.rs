//! Several are nominated for a track at once: who would be accepted, and what becomes of each.

use std::sync::Arc;

use model::{NominationAct, NominationId, Refusal};
use policy::Context;
use rules::Ladder;
use store::{Revised, Store, Tx};

use super::begin::{Ready, begin_ready, ready};
use crate::Error;
use crate::ladder::in_force;
use crate::people::{MOST_ON_A_PAGE, find, viewer};

/// Several people and a track.
#[derive(Clone, Debug)]
pub struct Several<T> {
    /// What jobs and tracks are called.
    pub ladder: Arc<Ladder>,
    /// In the order in which they were named.
    pub people: Vec<Chosen<T>>,
}

/// One of several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen<T> {
    /// Their number, as it was asked for.
    pub number: String,
    /// What they are called; nothing where the viewer sees nobody of that number.
    pub full_name: Option<String>,
    /// What becomes of them.
    pub outcome: Outcome<T>,
}

/// What becomes of one of several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome<T> {
    /// It goes.
    Accepted(T),
    /// It does not now.
    Refused(Refusal),
    /// It is not the viewer's to do, or there is nobody of that number for them.
    NotTheirs,
}

/// Who of several would be accepted for a track today, and who refused, why, and until which day. Nothing is written.
pub async fn preview_several(
    store: &Store,
    ctx: &Context,
    track: &str,
    numbers: &[String],
) -> Result<Several<()>, Error> {
    store
        .read(ctx, async |tx| {
            let ladder = in_force(tx).await?.ladder;
            let mut people = Vec::new();
            for number in numbers.iter().take(MOST_ON_A_PAGE as usize) {
                let person = seen(find(tx, viewer(ctx)?, number).await)?;
                let outcome = match &person {
                    Some(person) => outcome(eligible(tx, ctx, person, track).await.map(|_| ()))?,
                    None => Outcome::NotTheirs,
                };
                let full_name = person.map(|person| person.employee.full_name);
                people.push(Chosen { number: number.clone(), full_name, outcome });
            }
            Ok(Several { ladder, people })
        })
        .await
}

/// Begins a draft for each of several who is eligible for a track today, each in a transaction of its own: what is
/// refused for one keeps nobody else from beginning.
pub async fn start_several(
    store: &Store,
    ctx: &Context,
    track: &str,
    numbers: &[String],
) -> Result<Several<NominationId>, Error> {
    let ladder = store.read(ctx, async |tx| in_force(tx).await).await?.ladder;
    let mut people = Vec::new();
    for number in numbers.iter().take(MOST_ON_A_PAGE as usize) {
        let find = async |tx: &mut Tx| find(tx, viewer(ctx)?, number).await;
        let full_name = seen(store.read(ctx, find).await)?.map(|person| person.employee.full_name);
        let begun = store.write(ctx, async |tx| {
            let person = self::find(tx, viewer(ctx)?, number).await?;
            let ready = eligible(tx, ctx, &person, track).await?;
            begin_ready(tx, ctx, &person, ready).await
        });
        let outcome = outcome(begun.await.map(|saved| saved.id))?;
        people.push(Chosen { number: number.clone(), full_name, outcome });
    }
    Ok(Several { ladder, people })
}

/// One could begin, and the candidate could be asked today.
async fn eligible(tx: &mut Tx, ctx: &Context, person: &Revised, track: &str) -> Result<Ready, Error> {
    let ready = ready(tx, ctx, person, track, NominationAct::Start).await?;
    ready.assessed.must_be_eligible_on(ctx.today)?;
    Ok(ready)
}

fn seen(found: Result<Revised, Error>) -> Result<Option<Revised>, Error> {
    match found {
        Ok(person) => Ok(Some(person)),
        Err(Error::Hidden) => Ok(None),
        Err(error) => Err(error),
    }
}

/// What is said of one; what keeps all from being done is an error.
fn outcome<T>(done: Result<T, Error>) -> Result<Outcome<T>, Error> {
    match done {
        Ok(done) => Ok(Outcome::Accepted(done)),
        Err(Error::NotNow(refusal)) => Ok(Outcome::Refused(refusal)),
        Err(Error::Hidden | Error::Denied(_)) => Ok(Outcome::NotTheirs),
        Err(error) => Err(error),
    }
}
