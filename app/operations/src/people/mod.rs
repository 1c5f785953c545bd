//! The people whom a viewer may see: one of them, lists of them, their stored assessments, a team.

mod list;
mod nearest;
mod team;

use std::collections::HashMap;

use model::{Employee, EmployeeId, Subject};
use policy::{Act, Actor, Context, Viewer, authorize_system};
use store::{Revised, Store, StoredAssessment, Tx};

use crate::Error;

pub use list::{Directory, People, Search, Sort, count_people, directory, list_people};
pub(crate) use list::{page, some_people};
pub use nearest::nearest;
pub(crate) use team::counted;
pub use team::{Count, Team, list_team};

/// At most so many people on a page.
pub const MOST_ON_A_PAGE: u32 = 200;

/// Somebody with their stored assessments by track, as they read on the day.
pub type Member = (Employee, Vec<StoredAssessment>);

/// The person of a number, in the viewer's scope; not visible is not there.
pub async fn find_person(store: &Store, ctx: &Context, number: &str) -> Result<Employee, Error> {
    store.read(ctx, async |tx| Ok(find(tx, viewer(ctx)?, number).await?.employee)).await
}

/// What is stored of a person in the viewer's scope, as it reads on the day.
pub async fn assessments_of_person(store: &Store, ctx: &Context, number: &str) -> Result<Vec<StoredAssessment>, Error> {
    let viewer = viewer(ctx)?;
    store
        .read(ctx, async |tx| {
            let person = find(tx, viewer, number).await?.employee.id;
            let stored = tx.assessments().of_page(viewer, &[person]).await?;
            Ok(stored.into_iter().map(|(_, one)| one.on(ctx.today)).collect())
        })
        .await
}

pub(crate) async fn find(tx: &mut Tx, viewer: &Viewer, number: &str) -> Result<Revised, Error> {
    tx.employees().find(viewer, number).await?.ok_or(Error::Hidden)
}

/// Who is looking. The program itself looks at nobody: what it does for itself it does with a permit.
pub(crate) fn viewer(ctx: &Context) -> Result<&Viewer, Error> {
    match &ctx.actor {
        Actor::Person(viewer) => Ok(viewer),
        Actor::Visitor | Actor::System => Err(Error::Hidden),
    }
}

/// With what is stored of each, as it reads on the day.
async fn with_assessments(
    tx: &mut Tx,
    ctx: &Context,
    viewer: &Viewer,
    people: Vec<Revised>,
) -> Result<Vec<Member>, Error> {
    let ids: Vec<EmployeeId> = people.iter().map(|one| one.employee.id).collect();
    let mut stored: HashMap<EmployeeId, Vec<StoredAssessment>> = HashMap::new();
    for (id, one) in tx.assessments().of_page(viewer, &ids).await? {
        stored.entry(id).or_default().push(one.on(ctx.today));
    }
    let with = |one: Revised| {
        let own = stored.remove(&one.employee.id).unwrap_or_default();
        (one.employee, own)
    };
    Ok(people.into_iter().map(with).collect())
}

/// How many of some people are still being updated: of them something may change in a moment.
async fn still_updated(tx: &mut Tx, ctx: &Context, people: &[Revised]) -> Result<u64, Error> {
    let ids: Vec<EmployeeId> = people.iter().map(|one| one.employee.id).collect();
    let permit = authorize_system(Act::Assess, Subject::Company);
    Ok(tx.employees().count_to_assess(&permit, ctx.today, &ids).await?)
}
