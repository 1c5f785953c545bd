//! The nightly check: what is stored of some people against recomputing it.

use std::collections::BTreeMap;

use model::{EmployeeId, Subject};
use policy::{Act, Context, Permit, authorize};
use store::{Store, StoredAssessment};

use super::{Judge, facts_by_person};
use crate::Error;
use crate::ladder::in_force;

/// How many people are compared at a time.
const PIECE: usize = 500;

/// Stored otherwise than recomputed: a bug, or a hand in the database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deviation {
    /// Whose.
    pub employee_number: String,
    /// On which track.
    pub track: String,
    /// What is stored, read on the day.
    pub stored: Option<StoredAssessment>,
    /// What it should be.
    pub recomputed: Option<StoredAssessment>,
}

/// Compares what is stored of about `people` people, spread evenly over everyone, with recomputing it on the day.
/// Those who are waiting to be brought up to date are left out. How many were compared, and what deviates.
pub async fn check_sample(store: &Store, ctx: &Context, people: u64) -> Result<(u64, Vec<Deviation>), Error> {
    let permit = authorize(&ctx.actor, Act::Assess, Subject::Company, None)?;
    let ids = store.read(ctx, async |tx| Ok::<_, Error>(tx.employees().sample(&permit, people).await?)).await?;
    let (mut compared, mut found) = (0, Vec::new());
    for piece in ids.chunks(PIECE) {
        compared += store.read(ctx, async |tx| compare(tx, ctx, &permit, piece, &mut found).await).await?;
    }
    Ok((compared, found))
}

async fn compare(
    tx: &mut store::Tx,
    ctx: &Context,
    permit: &Permit,
    ids: &[EmployeeId],
    found: &mut Vec<Deviation>,
) -> Result<u64, Error> {
    let people = tx.employees().up_to_date(permit, ctx.today, ids).await?;
    let facts = facts_by_person(tx, permit, ids).await?;
    let mut stored: BTreeMap<EmployeeId, Vec<StoredAssessment>> = BTreeMap::new();
    for (id, one) in tx.assessments().of_people(permit, ids).await? {
        stored.entry(id).or_default().push(one.on(ctx.today));
    }
    let in_force = in_force(tx).await?;
    let judge = Judge::new(&in_force.ladder);
    for revised in &people {
        let employee = &revised.employee;
        let own = facts.get(&employee.id).map_or(&[][..], Vec::as_slice);
        let by_track = |all: Vec<StoredAssessment>| {
            all.into_iter().map(|one| (one.track.clone(), one)).collect::<BTreeMap<_, _>>()
        };
        let mut recomputed = by_track(judge.stored(&employee.number, own, ctx.today)?.0);
        let deviation = |track, stored, recomputed| Deviation {
            employee_number: employee.number.clone(),
            track,
            stored,
            recomputed,
        };
        for (track, one) in by_track(stored.remove(&employee.id).unwrap_or_default()) {
            let other = recomputed.remove(&track);
            if other.as_ref() != Some(&one) {
                found.push(deviation(track, Some(one), other));
            }
        }
        found.extend(recomputed.into_iter().map(|(track, other)| deviation(track, None, Some(other))));
    }
    Ok(people.len() as u64)
}
