//! The directory: whom a viewer may see, searched, filtered and in an order, a page at a time.

use std::sync::Arc;

use model::{Employee, Standing};
use policy::{Context, Viewer};
use rules::{Day, Ladder};
use store::{After, Order, Page, Revised, Sought, Store, StoredAssessment, Tx};

use super::{MOST_ON_A_PAGE, Member, find, still_updated, viewer, with_assessments};
use crate::Error;
use crate::assess::left;
use crate::ladder::in_force;

/// What people are looked for by, and in which order they come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Search {
    /// An employee number, or what a name begins with.
    pub text: String,
    /// Only of that site.
    pub site: Option<String>,
    /// Only in that job.
    pub job: Option<String>,
    /// Only those to whom that track applies.
    pub track: Option<String>,
    /// Only those who stand so, on that track or on any.
    pub standing: Option<Standing>,
    /// In which order.
    pub sort: Sort,
}

/// In which order people come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// By name.
    #[default]
    Name,
    /// By the code of the job held.
    Job,
    /// Who was hired first comes first.
    HiredOn,
    /// By the day since which, or on which, they are eligible on the track that is looked for; without one, by name.
    DueOn,
}

impl Sort {
    /// Every one.
    pub const ALL: &[Sort] = &[Sort::Name, Sort::Job, Sort::HiredOn, Sort::DueOn];

    /// As addresses of pages write it.
    pub const fn code(self) -> &'static str {
        match self {
            Sort::Name => "name",
            Sort::Job => "job",
            Sort::HiredOn => "hired",
            Sort::DueOn => "date",
        }
    }

    /// The one with this code.
    pub fn from_code(code: &str) -> Option<Sort> {
        Sort::ALL.iter().copied().find(|sort| sort.code() == code)
    }
}

/// A page of people.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct People {
    /// The people.
    pub people: Vec<Member>,
    /// The number of the last one, where more come after.
    pub next: Option<String>,
    /// How many of them are still being updated.
    pub to_update: u64,
}

impl Search {
    fn sought(&self) -> Sought<'_> {
        Sought {
            text: &self.text,
            site: self.site.as_deref(),
            job: self.job.as_deref(),
            track: self.track.as_deref(),
            standing: self.standing,
        }
    }

    fn order(&self) -> Order<'_> {
        match (self.sort, &self.track) {
            (Sort::DueOn, Some(track)) => Order::DueOn(track),
            (Sort::DueOn, None) | (Sort::Name, _) => Order::Name,
            (Sort::Job, _) => Order::Job,
            (Sort::HiredOn, _) => Order::HiredOn,
        }
    }

    /// Whether somebody who was found by number is also of those who are looked for.
    fn fits(&self, employee: &Employee, stored: &[StoredAssessment], today: Day) -> bool {
        let fits = |asked: &Option<String>, own: Option<&String>| asked.is_none() || asked.as_ref() == own;
        let mut on_track = stored.iter().filter(|one| fits(&self.track, Some(&one.track)));
        let stands = match (&self.track, self.standing) {
            (None, None) => true,
            (Some(_), None) => on_track.next().is_some(),
            (_, Some(standing)) => on_track.any(|one| standing.fits(&one.decision, today)),
        };
        stands && fits(&self.site, employee.site.as_ref()) && fits(&self.job, Some(&employee.job))
    }
}

/// The directory as a page shows it, of one moment.
#[derive(Clone, Debug)]
pub struct Directory {
    /// The people of the page.
    pub page: People,
    /// How many are looked for in all; of more than were to be counted only that it is more.
    pub count: Option<u32>,
    /// The sites there are to choose from.
    pub sites: Vec<String>,
    /// What jobs and tracks are called.
    pub ladder: Arc<Ladder>,
    /// How many are still being updated: of the page, or of the company to those who see everyone.
    pub to_update: u64,
}

/// A page of the people in the viewer's scope who are looked for, after the person of a number. Who is looked for by
/// number comes first, on a page of their own.
pub async fn list_people(
    store: &Store,
    ctx: &Context,
    search: &Search,
    after: Option<&str>,
    limit: u32,
) -> Result<People, Error> {
    let viewer = viewer(ctx)?;
    store.read(ctx, async |tx| page(tx, ctx, viewer, search, after, limit).await).await
}

/// How many people in the viewer's scope are looked for; of more than `most` only that it is more.
pub async fn count_people(store: &Store, ctx: &Context, search: &Search, most: u32) -> Result<Option<u32>, Error> {
    let viewer = viewer(ctx)?;
    store.read(ctx, async |tx| some_people(tx, ctx, viewer, search, most).await).await
}

/// A page of the directory with all that stands around it, counting no more than `most`.
pub async fn directory(
    store: &Store,
    ctx: &Context,
    search: &Search,
    after: Option<&str>,
    limit: u32,
    most: u32,
) -> Result<Directory, Error> {
    let viewer = viewer(ctx)?;
    store
        .read(ctx, async |tx| {
            let page = page(tx, ctx, viewer, search, after, limit).await?;
            let to_update = if viewer.sees_everyone() { left(tx, ctx).await? } else { page.to_update };
            Ok(Directory {
                count: some_people(tx, ctx, viewer, search, most).await?,
                sites: tx.employees().sites(viewer).await?,
                ladder: in_force(tx).await?.ladder,
                page,
                to_update,
            })
        })
        .await
}

pub(crate) async fn page(
    tx: &mut Tx,
    ctx: &Context,
    viewer: &Viewer,
    search: &Search,
    after: Option<&str>,
    limit: u32,
) -> Result<People, Error> {
    let limit = limit.clamp(1, MOST_ON_A_PAGE);
    if after.is_none()
        && let Some(found) = found_by_number(tx, ctx, viewer, search).await?
    {
        return listed(tx, ctx, viewer, vec![found], None).await;
    }
    let last = match after {
        Some(number) => Some(last_one(tx, viewer, search, number).await?),
        None => None,
    };
    let after = last.as_ref().map(|(employee, due_on)| After { employee, due_on: *due_on });
    // One more than is shown tells whether there are more.
    let page = Page { sought: search.sought(), order: search.order(), after, limit: limit + 1 };
    let mut people = tx.employees().list(viewer, &page).await?;
    let more = people.len() > limit as usize;
    people.truncate(limit as usize);
    let next = people.last().filter(|_| more).map(|last| last.employee.number.clone());
    listed(tx, ctx, viewer, people, next).await
}

pub(crate) async fn some_people(
    tx: &mut Tx,
    ctx: &Context,
    viewer: &Viewer,
    search: &Search,
    most: u32,
) -> Result<Option<u32>, Error> {
    match found_by_number(tx, ctx, viewer, search).await? {
        Some(_) => Ok(Some(1)),
        None => Ok(tx.employees().count(viewer, &search.sought(), most).await?),
    }
}

async fn found_by_number(
    tx: &mut Tx,
    ctx: &Context,
    viewer: &Viewer,
    search: &Search,
) -> Result<Option<Revised>, Error> {
    let number = search.text.trim();
    if number.is_empty() {
        return Ok(None);
    }
    let Some(found) = tx.employees().find(viewer, number).await? else { return Ok(None) };
    let stored = tx.assessments().of_page(viewer, &[found.employee.id]).await?;
    let stored: Vec<StoredAssessment> = stored.into_iter().map(|(_, one)| one.on(ctx.today)).collect();
    Ok(search.fits(&found.employee, &stored, ctx.today).then_some(found))
}

/// Whoever a page begins after, with the day by which the list may be in order.
async fn last_one(
    tx: &mut Tx,
    viewer: &Viewer,
    search: &Search,
    number: &str,
) -> Result<(Employee, Option<Day>), Error> {
    let last = find(tx, viewer, number).await?.employee;
    let stored = tx.assessments().of_page(viewer, &[last.id]).await?;
    let on_track = stored.iter().find(|(_, one)| Some(&one.track) == search.track.as_ref());
    let due_on = on_track.and_then(|(_, one)| one.due_on());
    Ok((last, due_on))
}

async fn listed(
    tx: &mut Tx,
    ctx: &Context,
    viewer: &Viewer,
    people: Vec<Revised>,
    next: Option<String>,
) -> Result<People, Error> {
    let to_update = still_updated(tx, ctx, &people).await?;
    let people = with_assessments(tx, ctx, viewer, people).await?;
    Ok(People { people, next, to_update })
}
