//! The whole answer for one person on one track, computed when it is asked for.

use std::sync::Arc;

use model::Employee;
use policy::{Context, Sight};
use rules::{Assessment, Basis, Day, Engine, Facts, Ladder, Standing, TrackId, TrainingStatus};
use store::Store;

use crate::moves::{MoveTold, moves_of};
use crate::nominations::{Beginning, beginning};
use crate::people::{find, viewer};
use crate::record::known_person;
use crate::{Error, ReadLog};

/// An assessment with the ladder whose codes and criteria it speaks of, as it may be shown to who asked.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The ladder.
    pub ladder: Arc<Ladder>,
    /// Whose it is.
    pub employee: Employee,
    /// As whom they were asked about.
    pub sight: Sight,
    /// The track.
    pub track: TrackId,
    /// None where there is no assessment: no employment has begun, or no version of the track is in force.
    pub assessment: Option<Assessment>,
    /// What it would be.
    pub supposed: Supposed,
    /// What the engine was asked with, to be asked again: more than who asked may see, unless their sight is whole.
    pub facts: Facts,
    /// What could begin for them on the track, or is under way.
    pub beginning: Beginning,
    /// Their moves, the latest first.
    pub moves: Vec<MoveTold>,
}

/// What an assessment would be if some facts were others: what shows which of its days rest on them. Empty where there
/// are no such facts.
#[derive(Clone, Debug, Default)]
pub struct Supposed {
    /// With what is claimed verified.
    pub verified: Option<Assessment>,
    /// Without the courses that are booked.
    pub unbooked: Option<Assessment>,
    /// Without the waivers.
    pub unwaived: Option<Assessment>,
}

/// The whole answer for a person in the viewer's scope on a track: under the version in force, or under the one that is
/// named by its first day (grandfathering, pinned cycles), which is then taken for the only one.
pub async fn explain_person(
    store: &Store,
    ctx: &Context,
    reads: &ReadLog,
    number: &str,
    track: &str,
    version: Option<Day>,
) -> Result<Answer, Error> {
    let (known, beginning, moves) = store
        .read(ctx, async |tx| {
            let viewer = viewer(ctx)?;
            let person = find(tx, viewer, number).await?;
            let (beginning, moves) = (beginning(tx, ctx, &person, track).await?, moves_of(tx, viewer, &person).await?);
            Ok::<_, Error>((known_person(tx, viewer, person).await?, beginning, moves))
        })
        .await?;
    let ladder = known.ladder;
    let track = ladder.track_ids().find(|id| ladder.track(*id).code == track).ok_or(Error::Hidden)?;
    reads.note(viewer(ctx)?, known.employee.id);
    let engine = Engine::new(&ladder);
    let assess = |facts: &Facts| match version {
        None => engine.explain(facts, track, ctx.today),
        Some(from) => engine.explain_under(facts, track, from, ctx.today),
    };
    let sight = known.sight;
    let assessment = assess(&known.facts).map(|assessment| sight.assessment(assessment));
    let otherwise = Otherwise::of(&known.facts, ctx.today);
    let supposed = assessment.as_ref().map(|shown| otherwise.suppose(sight, shown, assess)).unwrap_or_default();
    Ok(Answer {
        employee: known.employee,
        sight,
        track,
        assessment,
        supposed,
        facts: known.facts,
        beginning,
        moves,
        ladder: Arc::clone(&ladder),
    })
}

/// The facts of a person if some were others, where there are such.
pub(crate) struct Otherwise {
    verified: Option<Facts>,
    unbooked: Option<Facts>,
    unwaived: Option<Facts>,
}

impl Otherwise {
    pub(crate) fn of(facts: &Facts, today: Day) -> Otherwise {
        Otherwise { verified: verified(facts), unbooked: unbooked(facts, today), unwaived: unwaived(facts) }
    }

    /// What an assessment that is shown would be, assessed in the same way.
    pub(crate) fn suppose(
        &self,
        sight: Sight,
        shown: &Assessment,
        assess: impl Fn(&Facts) -> Option<Assessment>,
    ) -> Supposed {
        let other = |facts: &Option<Facts>| Some(sight.assessment_beside(assess(facts.as_ref()?)?, shown));
        Supposed { verified: other(&self.verified), unbooked: other(&self.unbooked), unwaived: other(&self.unwaived) }
    }
}

/// With claims verified, where there are any.
fn verified(facts: &Facts) -> Option<Facts> {
    let claims = facts.credentials.iter().any(|row| row.standing == Standing::Claimed)
        || facts.proficiencies.iter().any(|row| row.basis == Basis::Claimed);
    claims.then(|| {
        let mut facts = facts.clone();
        for row in facts.credentials.iter_mut().filter(|row| row.standing == Standing::Claimed) {
            row.standing = Standing::Verified;
        }
        facts.proficiencies.iter_mut().for_each(|row| row.basis = Basis::Verified);
        facts
    })
}

/// Without what is booked ahead, where something is.
fn unbooked(facts: &Facts, today: Day) -> Option<Facts> {
    let is_ahead = |status| matches!(status, TrainingStatus::PlannedOn(day) if day > today);
    facts.trainings.iter().any(|row| is_ahead(row.status)).then(|| {
        let mut facts = facts.clone();
        facts.trainings.retain(|row| !is_ahead(row.status));
        facts
    })
}

/// Without waivers, where there are any.
fn unwaived(facts: &Facts) -> Option<Facts> {
    (!facts.waivers.is_empty()).then(|| Facts { waivers: Vec::new(), ..facts.clone() })
}
