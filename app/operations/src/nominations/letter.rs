//! The letter that goes out with an act: written when it is done, kept as it was sent; and before that, how it would be.

use files::Packet;
use model::letter::{AsAssessed, Letter, Matter, Withdrawer, Writer, Written};
use model::{LetterKind, Nomination, NominationAct, Said};
use policy::{Actor, Context};
use rules::{Day, Ladder};
use store::{Store, Tx};

use super::answer_appeal::answer;
use super::decide::{approve_in, decline_in};
use super::give_back::give_back_in;
use super::step::{At, Found};
use super::withdraw::withdraw_in;
use crate::Error;
use crate::ladder::in_force;
use crate::moves::Placement;

/// What somebody typed who is about to do something with which a letter goes out.
#[derive(Clone, Copy, Debug)]
pub struct Draft<'a> {
    /// Of an approval the first day in the new job.
    pub effective_on: Day,
    /// Of an approval where, and under whom.
    pub placement: &'a Placement,
    /// Why, and what is said to it.
    pub said: &'a Said,
}

/// The letter that would go out if it were done: it is, and taken back. What stands against the act stands against
/// this. Hidden where the act is none that sends a letter.
pub async fn preview_letter(
    store: &Store,
    ctx: &Context,
    at: At,
    act: NominationAct,
    draft: Draft<'_>,
    writer: &dyn Writer,
) -> Result<Written, Error> {
    store
        .rehearse(ctx, async |tx| {
            let Draft { effective_on, placement, said } = draft;
            let letter = match act {
                NominationAct::Approve => approve_in(tx, ctx, at, (effective_on, placement, said), writer).await?.1,
                NominationAct::Decline => decline_in(tx, ctx, at, said, writer).await?.1,
                NominationAct::Return => give_back_in(tx, ctx, at, said, writer).await?.1,
                NominationAct::Withdraw => withdraw_in(tx, ctx, at, said, writer).await?.1.ok_or(Error::Hidden)?,
                NominationAct::Uphold | NominationAct::GrantAppeal => answer(tx, ctx, (at, act), said, writer).await?.1,
                _ => return Err(Error::Hidden),
            };
            Ok(letter)
        })
        .await
}

/// Writes the letter of an act that is being done.
pub(super) async fn write(
    tx: &mut Tx,
    ctx: &Context,
    found: &Found,
    matter: Matter<'_>,
    writer: &dyn Writer,
) -> Result<Written, Error> {
    let ladder = in_force(tx).await?.ladder;
    let by = match &ctx.actor {
        Actor::Person(viewer) => tx.employees().own(viewer).await?.map(|own| own.employee.full_name),
        Actor::Visitor | Actor::System => None,
    };
    let nominator = match matter.kind() {
        LetterKind::Returned => nominator(tx, found).await?,
        _ => None,
    };
    let to = match matter.kind() {
        LetterKind::Returned => nominator.as_deref(),
        _ => Some(found.nominated.full_name.as_str()),
    };
    let job = job_of(&ladder, &found.nomination().track);
    Ok(writer.letter(&Letter { to, job, on: ctx.today, by: by.as_deref(), matter }))
}

/// The name of whose nomination it is, where it is known as whose.
async fn nominator(tx: &mut Tx, found: &Found) -> Result<Option<String>, Error> {
    let acts = tx.nomination_acts().of_nomination(&found.nominated).await?;
    let own = acts.into_iter().find(|told| told.done.account == found.nomination().nominator);
    Ok(own.and_then(|told| told.account_name))
}

/// What the job is called that a track leads to; of one that is no longer on the ladder its code.
fn job_of<'l>(ladder: &'l Ladder, track: &'l str) -> &'l str {
    let found = ladder.tracks.iter().find(|known| known.code == track);
    let version = found.and_then(|track| track.versions.last());
    version.map_or(track, |version| ladder.catalogue.job(version.to).title.as_str())
}

/// How the candidate's own criteria stand in a packet: those of the track itself.
pub(super) fn as_assessed(packet: &Packet) -> AsAssessed {
    let own = packet.findings().iter().filter(|finding| !finding.path.contains('.'));
    AsAssessed {
        as_of: packet.as_of(),
        criteria_of: packet.criteria_effective_from(),
        criteria: own.map(|finding| (finding.state, finding.summary.clone())).collect(),
    }
}

/// Who takes it back: the candidate, or whose it is.
pub(super) fn withdrawer(ctx: &Context, nomination: &Nomination) -> Withdrawer {
    match &ctx.actor {
        Actor::Person(viewer) if viewer.employee == Some(nomination.employee) => Withdrawer::Candidate,
        Actor::Person(_) | Actor::Visitor | Actor::System => Withdrawer::Nominator,
    }
}
