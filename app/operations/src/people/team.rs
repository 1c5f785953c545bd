//! A manager's team: direct reports, and those of managers whom they stand in for.

use std::collections::BTreeMap;
use std::sync::Arc;

use model::{Employee, Standing};
use policy::{Context, Viewer};
use rules::Ladder;
use store::{Revised, Store, Tx};

use super::{MOST_ON_A_PAGE, Member, find, still_updated, viewer, with_assessments};
use crate::Error;
use crate::ladder::in_force;

/// A page of a team.
#[derive(Clone, Debug)]
pub struct Team {
    /// Who is in it.
    pub members: Vec<Member>,
    /// The number of the last one, where more come after.
    pub next: Option<String>,
    /// How many of them are still being updated.
    pub to_update: u64,
    /// How many there are in all, and how they stand.
    pub count: Count,
    /// What tracks lead to.
    pub ladder: Arc<Ladder>,
}

/// How many are in a team, and how many of them stand how on any track.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// All of them.
    pub all: u64,
    /// Those who stand so, by standing; somebody may stand in more ways than one.
    pub standing: BTreeMap<Standing, u64>,
}

impl Count {
    /// How many stand so.
    pub fn of(&self, standing: Standing) -> u64 {
        self.standing.get(&standing).copied().unwrap_or(0)
    }
}

/// A page of the viewer's team by name, with what is stored of each, after the person of a number; where asked, only
/// those who stand so on any track.
pub async fn list_team(
    store: &Store,
    ctx: &Context,
    standing: Option<Standing>,
    after: Option<&str>,
    limit: u32,
) -> Result<Team, Error> {
    let viewer = viewer(ctx)?;
    let limit = limit.clamp(1, MOST_ON_A_PAGE);
    store
        .read(ctx, async |tx| {
            let last = match after {
                Some(number) => Some(find(tx, viewer, number).await?.employee),
                None => None,
            };
            let (people, next) = page(tx, viewer, standing, last.as_ref(), limit).await?;
            let to_update = still_updated(tx, ctx, &people).await?;
            let members = with_assessments(tx, ctx, viewer, people).await?;
            let next = next.map(|last| last.number);
            let (count, ladder) = (counted(tx, ctx, viewer).await?, in_force(tx).await?.ladder);
            Ok(Team { members, next, to_update, count, ladder })
        })
        .await
}

/// How many are in the viewer's team, and how they stand.
pub(crate) async fn counted(tx: &mut Tx, ctx: &Context, viewer: &Viewer) -> Result<Count, Error> {
    let (mut count, mut last) = (Count::default(), None);
    loop {
        let (people, next) = page(tx, viewer, None, last.as_ref(), MOST_ON_A_PAGE).await?;
        for (_, stored) in with_assessments(tx, ctx, viewer, people).await? {
            count.all += 1;
            for standing in Standing::ALL {
                if stored.iter().any(|one| standing.fits(&one.decision, ctx.today)) {
                    *count.standing.entry(*standing).or_default() += 1;
                }
            }
        }
        match next {
            Some(next) => last = Some(next),
            None => return Ok(count),
        }
    }
}

/// The next of a team, and the last of them where more come after.
async fn page(
    tx: &mut Tx,
    viewer: &Viewer,
    standing: Option<Standing>,
    last: Option<&Employee>,
    limit: u32,
) -> Result<(Vec<Revised>, Option<Employee>), Error> {
    let mut people = tx.employees().list_team(viewer, standing, last, limit + 1).await?;
    let more = people.len() > limit as usize;
    people.truncate(limit as usize);
    let next = people.last().filter(|_| more).map(|last| last.employee.clone());
    Ok((people, next))
}
