//! What the rules say of a candidate, inside the transaction that acts on it.

use std::sync::Arc;

use files::{Packet, Person, Problem, RowReader};
use model::{Attention, EmployeeId, Moment, NominationId, Refusal, Subject};
use policy::{Act, Context, Permit, Sight, authorize_system};
use rules::{Assessment, Day, Engine, Finding, Ladder, Sentences, State, Status};
use store::{FrozenEvidence, Tx};

use crate::Error;
use crate::kept::person_of;
use crate::ladder::in_force;

/// Eligible no longer within so many days is near a bound.
const NEAR_DAYS: i32 = 30;

/// A candidate on a track, assessed.
pub(crate) struct Assessed {
    pub(super) ladder: Arc<Ladder>,
    pub(super) person: Person,
    pub(crate) assessment: Assessment,
    /// The revision of what was read.
    pub(super) revision: i64,
}

/// Assesses a candidate as of a day, from what is known now (never pay, gender or birth year). Hidden where there is no
/// such track, or no version of it in force.
pub(crate) async fn assess(tx: &mut Tx, employee: EmployeeId, track: &str, as_of: Day) -> Result<Assessed, Error> {
    let permit = authorize_system(Act::Assess, Subject::Employee(employee));
    let revised = tx.employees().find_by_id(&permit, employee).await?.ok_or(Error::Hidden)?;
    let known = tx.facts().current_of(&permit, &[employee]).await?;
    let ladder = in_force(tx).await?.ladder;
    let facts = known.iter().map(|(_, _, known)| &known.fact).filter(|fact| Sight::Hr.admits(fact.kind));
    let person = person_of(&RowReader::new(&ladder), &revised.employee.number, facts)?;
    let id = ladder.track_ids().find(|id| ladder.track(*id).code == track).ok_or(Error::Hidden)?;
    let assessment = Engine::new(&ladder).explain(&person.facts(), id, as_of).ok_or(Error::Hidden)?;
    Ok(Assessed { ladder, person, assessment, revision: revised.revision })
}

impl Assessed {
    /// The candidate holds a job from which the track leads.
    pub(super) fn must_be_in_from_job(&self) -> Result<(), Error> {
        match self.assessment.decision.status {
            Status::NotApplicable => Err(Refusal::NotFromThere.into()),
            _ => Ok(()),
        }
    }

    /// Every criterion holds on a day, or is waived; else when.
    pub(super) fn must_be_eligible_on(&self, on: Day) -> Result<(), Error> {
        if self.assessment.timeline.contains(on) {
            return Ok(());
        }
        let earliest_on = self.assessment.timeline.earliest_from(on);
        let own = self.assessment.findings.iter().filter(|finding| finding.path.is_top_level());
        let unmet = own.filter(|finding| !finding.timeline.contains(on)).map(named).collect();
        Err(Refusal::NotEligible { on, status: self.assessment.decision.status, earliest_on, unmet }.into())
    }

    /// What in it needs a human most.
    pub(super) fn attention(&self) -> Attention {
        let any = |is: fn(State) -> bool| self.assessment.findings.iter().any(|finding| is(finding.state));
        let soon = self.assessment.as_of.plus_days(NEAR_DAYS);
        if any(State::is_unknown) {
            Attention::Unknown
        } else if any(|state| state == State::Waived) {
            Attention::Waived
        } else if self.assessment.decision.lapses_on.is_some_and(|day| day <= soon) {
            Attention::NearBound
        } else {
            Attention::None
        }
    }
}

/// A criterion by its id, or where none is written by its path.
fn named(finding: &Finding) -> String {
    finding.id.as_ref().map_or_else(|| finding.path.to_string(), ToString::to_string)
}

/// What an act rests on, as it was frozen.
pub(super) struct FrozenPacket {
    /// Its SHA-256, which goes into the audit entry.
    pub(super) digest: String,
    pub(super) packet: Packet,
}

/// Freezes what an act rests on: one document with its SHA-256.
pub(super) async fn freeze(
    tx: &mut Tx,
    ctx: &Context,
    permit: &Permit,
    nomination: NominationId,
    moment: Moment,
    assessed: &Assessed,
    sentences: &dyn Sentences,
) -> Result<FrozenPacket, Error> {
    let Assessed { ladder, person, assessment, .. } = assessed;
    let packet = Packet::freeze(person, ladder, assessment.track, None, assessment.as_of, sentences)?;
    let bytes = packet.to_bytes();
    let digest = Packet::digest_of(&bytes);
    let document = String::from_utf8(bytes).map_err(|_| Problem::in_file("packet", "is no text".to_owned()))?;
    let frozen =
        FrozenEvidence { id: tx.new_id(), nomination, moment, document, digest: digest.clone(), frozen_at: ctx.now };
    tx.evidence().freeze(permit, &frozen).await?;
    Ok(FrozenPacket { digest, packet })
}
