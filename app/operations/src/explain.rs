//! The whole answer for one person on one track, computed when it is asked for.

use std::sync::Arc;

use files::RowReader;
use model::{Fact, Subject};
use policy::{Act, Context, authorize_system};
use rules::{Assessment, Day, Engine, Ladder};
use store::Store;

use crate::Error;
use crate::kept::person_of;
use crate::ladder::in_force;
use crate::people::{find, viewer};

/// An assessment with the ladder whose codes and criteria it speaks of.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The ladder.
    pub ladder: Arc<Ladder>,
    /// None where there is no assessment: no employment has begun, or no version of the track is in force.
    pub assessment: Option<Assessment>,
}

/// The whole answer for a person in the viewer's scope on a track: under the version in force, or under the one that is
/// named by its first day (grandfathering, pinned cycles), which is then taken for the only one.
pub async fn explain_person(
    store: &Store,
    ctx: &Context,
    number: &str,
    track: &str,
    version: Option<Day>,
) -> Result<Answer, Error> {
    let viewer = viewer(ctx)?;
    store
        .read(ctx, async |tx| {
            let person = find(tx, viewer, number).await?.employee;
            let permit = authorize_system(Act::Assess, Subject::Employee(person.id));
            let known = tx.facts().current_of(&permit, &[person.id]).await?;
            let ladder = in_force(tx).await?.ladder;
            let track = ladder.track_ids().find(|id| ladder.track(*id).code == track).ok_or(Error::Hidden)?;
            let facts: Vec<&Fact> = known.iter().map(|(_, _, known)| &known.fact).collect();
            let facts = person_of(&RowReader::new(&ladder), number, facts)?.facts();
            let engine = Engine::new(&ladder);
            let assessment = match version {
                None => engine.explain(&facts, track, ctx.today),
                Some(from) => engine.explain_under(&facts, track, from, ctx.today),
            };
            Ok(Answer { assessment, ladder: Arc::clone(&ladder) })
        })
        .await
}
