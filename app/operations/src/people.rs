//! The people whom a viewer may see: one of them, pages of them, their stored assessments, a team.

use std::collections::HashMap;

use model::{Employee, EmployeeId};
use policy::{Actor, Context, Viewer};
use store::{Page, Revised, Store, StoredAssessment, Tx};

use crate::Error;

/// At most so many people on a page.
pub const MOST_ON_A_PAGE: u32 = 200;

/// What people are looked for by.
#[derive(Clone, Debug, Default)]
pub struct Search {
    /// An employee number, or what a name begins with.
    pub text: String,
    /// Only of that site.
    pub site: Option<String>,
    /// Only in that job.
    pub job: Option<String>,
}

impl Search {
    fn fits(&self, employee: &Employee) -> bool {
        let fits = |asked: &Option<String>, own: Option<&String>| asked.is_none() || asked.as_ref() == own;
        fits(&self.site, employee.site.as_ref()) && fits(&self.job, Some(&employee.job))
    }
}

/// Where a page of people by name ended: what the next one begins after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cursor {
    /// The last one's name, folded.
    pub name_key: String,
    /// The last one.
    pub id: EmployeeId,
}

impl Cursor {
    fn after(page: &[Employee], limit: u32) -> Option<Cursor> {
        let last = page.last().filter(|_| page.len() == limit as usize)?;
        Some(Cursor { name_key: last.name_key(), id: last.id })
    }
}

/// Somebody of a team with their stored assessments by track.
pub type Member = (Employee, Vec<StoredAssessment>);

/// The person of a number, in the viewer's scope; not visible is not there.
pub async fn find_person(store: &Store, ctx: &Context, number: &str) -> Result<Employee, Error> {
    store.read(ctx, async |tx| Ok(find(tx, viewer(ctx)?, number).await?.employee)).await
}

/// A page of the people in the viewer's scope, by name, and where the next one begins, if there may be one. Who is
/// looked for by number comes first, on a page of their own.
pub async fn list_people(
    store: &Store,
    ctx: &Context,
    search: &Search,
    after: Option<&Cursor>,
    limit: u32,
) -> Result<(Vec<Employee>, Option<Cursor>), Error> {
    let viewer = viewer(ctx)?;
    let limit = limit.clamp(1, MOST_ON_A_PAGE);
    let page = Page {
        after: after.map(|cursor| (cursor.name_key.as_str(), cursor.id)),
        search: &search.text,
        site: search.site.as_deref(),
        job: search.job.as_deref(),
        limit,
    };
    store
        .read(ctx, async |tx| {
            if after.is_none()
                && let Some(found) = tx.employees().find(viewer, search.text.trim()).await?
                && search.fits(&found.employee)
            {
                return Ok((vec![found.employee], None));
            }
            let people = employees(tx.employees().list(viewer, &page).await?);
            let next = Cursor::after(&people, limit);
            Ok((people, next))
        })
        .await
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

/// A page of the viewer's direct reports, and of those of managers whom they stand in for, by name, with what is
/// stored of each; and where the next page begins.
pub async fn list_team(
    store: &Store,
    ctx: &Context,
    after: Option<&Cursor>,
    limit: u32,
) -> Result<(Vec<Member>, Option<Cursor>), Error> {
    let viewer = viewer(ctx)?;
    let limit = limit.clamp(1, MOST_ON_A_PAGE);
    let after = after.map(|cursor| (cursor.name_key.as_str(), cursor.id));
    store
        .read(ctx, async |tx| {
            let team = employees(tx.employees().list_team(viewer, after, limit).await?);
            let next = Cursor::after(&team, limit);
            let ids: Vec<EmployeeId> = team.iter().map(|member| member.id).collect();
            let mut stored: HashMap<EmployeeId, Vec<StoredAssessment>> = HashMap::new();
            for (id, one) in tx.assessments().of_page(viewer, &ids).await? {
                stored.entry(id).or_default().push(one.on(ctx.today));
            }
            let with_stored = |member: Employee| {
                let own = stored.remove(&member.id).unwrap_or_default();
                (member, own)
            };
            Ok((team.into_iter().map(with_stored).collect(), next))
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

fn employees(people: Vec<Revised>) -> Vec<Employee> {
    people.into_iter().map(|revised| revised.employee).collect()
}
