//! A person's record as somebody may see it: what is known of them, and every track from their job.

use std::sync::Arc;

use files::RowReader;
use model::{Employee, Fact, Subject};
use policy::{Act, Context, Sight, Viewer, authorize_system};
use rules::{Assessment, Engine, Facts, Ladder, Service, Status};
use store::{Revised, Store, Tx};

use crate::explain::{Otherwise, Supposed};
use crate::holds::{PersonHolds, holds_of};
use crate::kept::person_of;
use crate::ladder::in_force;
use crate::moves::{MoveTold, moves_of};
use crate::people::{find, viewer};
use crate::{Error, ReadLog};

/// A person's record, as it may be shown to who asked.
#[derive(Clone, Debug)]
pub struct Record {
    /// The ladder whose codes it speaks of.
    pub ladder: Arc<Ladder>,
    /// Whose it is.
    pub employee: Employee,
    /// As whom they were asked about.
    pub sight: Sight,
    /// What is known of them.
    pub facts: Facts,
    /// Service and time in the job; empty where no employment has begun.
    pub service: Option<Service>,
    /// Every track that applies today, in the order of the ladder.
    pub tracks: Vec<OnTrack>,
    /// What holds their moves, and held them.
    pub holds: PersonHolds,
    /// Their moves, the latest first.
    pub moves: Vec<MoveTold>,
}

/// Where a person stands on a track.
#[derive(Clone, Debug)]
pub struct OnTrack {
    /// The whole answer.
    pub assessment: Assessment,
    /// What it would be.
    pub supposed: Supposed,
}

/// The record of a person in the viewer's scope, with every track from their job assessed as of today.
pub async fn person_record(store: &Store, ctx: &Context, reads: &ReadLog, number: &str) -> Result<Record, Error> {
    let (known, holds, moves) = store
        .read(ctx, async |tx| {
            let viewer = viewer(ctx)?;
            let person = find(tx, viewer, number).await?;
            let (holds, moves) = (holds_of(tx, ctx, &person).await?, moves_of(tx, viewer, &person).await?);
            Ok::<_, Error>((known_person(tx, viewer, person).await?, holds, moves))
        })
        .await?;
    reads.note(viewer(ctx)?, known.employee.id);
    let (ladder, sight) = (known.ladder, known.sight);
    let engine = Engine::new(&ladder);
    let subject = engine.person(&known.facts, ctx.today);
    let otherwise = Otherwise::of(&known.facts, ctx.today);
    let on_track = |assessment: Assessment| {
        let track = assessment.track;
        let assessment = sight.assessment(assessment);
        let supposed = otherwise.suppose(sight, &assessment, |facts| engine.explain(facts, track, ctx.today));
        OnTrack { assessment, supposed }
    };
    let applies = |assessment: &Assessment| assessment.decision.status != Status::NotApplicable;
    let tracks = subject.as_ref().map_or_else(Vec::new, |subject| {
        let assessed = ladder.track_ids().filter_map(|track| subject.explain(track));
        assessed.filter(applies).map(on_track).collect()
    });
    let service = subject.as_ref().map(|subject| subject.service());
    drop(subject);
    Ok(Record {
        employee: known.employee,
        sight,
        service,
        tracks,
        holds,
        moves,
        facts: sight.facts(known.facts),
        ladder: Arc::clone(&ladder),
    })
}

/// A person with what the rules may know of them, for the program to assess: what of it is shown is for
/// [`Sight`] to say.
pub(crate) struct KnownPerson {
    pub(crate) ladder: Arc<Ladder>,
    pub(crate) employee: Employee,
    pub(crate) sight: Sight,
    pub(crate) facts: Facts,
}

/// Of a person who was found in the viewer's scope.
pub(crate) async fn known_person(tx: &mut Tx, viewer: &Viewer, person: Revised) -> Result<KnownPerson, Error> {
    let employee = person.employee;
    let sight = viewer.sight_of(employee.id, employee.site.as_deref());
    let permit = authorize_system(Act::Assess, Subject::Employee(employee.id));
    let known = tx.facts().current_of(&permit, &[employee.id]).await?;
    let ladder = in_force(tx).await?.ladder;
    let facts = known.iter().map(|(_, _, known)| &known.fact).filter(|fact: &&Fact| sight.admits(fact.kind));
    let facts = person_of(&RowReader::new(&ladder), &employee.number, facts)?.facts();
    Ok(KnownPerson { ladder, employee, sight, facts })
}
