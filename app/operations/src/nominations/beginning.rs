//! What could begin for a person on a track, or is under way: what an answer page offers.

use model::{NominationAct, NominationId};
use policy::Context;
use rules::Day;
use store::{Revised, Tx};

use crate::Error;
use crate::holds::in_force;
use crate::people::viewer;

/// At most so many nominations of a person are looked at, the latest first.
const MOST: u32 = 50;

/// What could begin for a person on a track, or is under way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Beginning {
    /// What who asks could begin; nothing while something is under way that they see, or a hold stands against it.
    pub act: Option<NominationAct>,
    /// The one under way, where they have a part in it.
    pub open: Option<NominationId>,
    /// The last day of the hold on their moves, where one is in force.
    pub held_until: Option<Day>,
}

/// What could begin for a person who was found in the viewer's scope on a track, or is under way. Whether the track leads
/// on from their job says its assessment.
pub(crate) async fn beginning(tx: &mut Tx, ctx: &Context, person: &Revised, track: &str) -> Result<Beginning, Error> {
    let viewer = viewer(ctx)?;
    let known = tx.nominations().of_person(viewer, person.employee.id, MOST).await?;
    let open = known.iter().map(|one| &one.nomination).find(|one| one.track == track && one.state.is_open());
    let held_until = in_force(tx, ctx, person).await?.map(|hold| hold.until_on);
    if let Some(open) = open {
        return Ok(Beginning { act: None, open: Some(open.id), held_until });
    }
    let act = if viewer.employee == Some(person.employee.id) {
        Some(NominationAct::ShowInterest)
    } else {
        let leads = tx.employees().above(viewer, person.employee.id).await?.is_some();
        (leads && held_until.is_none()).then_some(NominationAct::Start)
    };
    Ok(Beginning { act, open: None, held_until })
}
