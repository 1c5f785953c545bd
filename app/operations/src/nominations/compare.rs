//! What was known at two moments of a nomination, side by side: as it was frozen, as it would be with what is known
//! now, and as it is today.

use files::{Changes, FindingChange, Packet};
use model::{EvidenceId, Moment, NominationAct, NominationId};
use policy::{Context, Sight};
use rules::{Day, Sentences};
use store::{FrozenEvidence, Nominated, Store, Tx};

use super::answer_appeal::day_of_the_decision;
use super::assessed::assess;
use super::list::{Story, story};
use crate::Error;
use crate::people::viewer;

/// A moment at which it is looked at what was known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Known {
    /// As it was frozen.
    Frozen(EvidenceId),
    /// On the day of the decision, by what is known now: what an appeal is about.
    Corrected,
    /// Today.
    Now,
}

/// What was known at a moment.
#[derive(Clone, Debug)]
pub struct Shown {
    /// Which.
    pub known: Known,
    /// When it was frozen, where it was.
    pub moment: Option<Moment>,
    /// What it says.
    pub packet: Packet,
}

/// Two moments of a nomination beside each other.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// Which nomination.
    pub nominated: Nominated,
    /// What can be compared, in the order in which it was.
    pub offered: Vec<(Known, Option<Moment>, Day)>,
    /// The two; the same where there is one.
    pub then: Shown,
    /// The later.
    pub now: Shown,
    /// What changed from one to the other.
    pub changes: Changes,
    /// Every criterion, then and now.
    pub criteria: Vec<FindingChange>,
}

/// Two moments of a nomination, by default the first and the last. Hidden where nothing was frozen, or the reader may
/// not see it: of the record as it is now, who may see the record sees it.
pub async fn compare_evidence(
    store: &Store,
    ctx: &Context,
    id: NominationId,
    (then, now): (Option<Known>, Option<Known>),
    sentences: &dyn Sentences,
) -> Result<Comparison, Error> {
    store
        .read(ctx, async |tx| {
            let story = story(tx, ctx, id).await?;
            let nominated = &story.nominated;
            let sight = viewer(ctx)?.sight_of(nominated.nomination.employee, nominated.site.as_deref());
            let mut shown = frozen(&story.evidence)?;
            if shown.is_empty() {
                return Err(Error::Hidden);
            }
            if story.possible.contains(&NominationAct::Uphold) {
                shown.extend(corrected(tx, &story, sentences).await?);
            }
            // Decisions are an auditor's to see; people's records are not.
            if sight != Sight::Line {
                shown.extend(live(tx, &story, (Known::Now, ctx.today), sentences).await?);
            }
            let offered: Vec<_> = shown.iter().map(|one| (one.known, one.moment, one.packet.as_of())).collect();
            let first = shown.iter().position(|one| then.is_none_or(|then| then == one.known));
            let last = shown.iter().rposition(|one| now.is_none_or(|now| now == one.known));
            let (first, last) = first.zip(last).ok_or(Error::Hidden)?;
            let (then, now) = (shown[first].clone(), shown.swap_remove(last));
            Ok(compared(story.nominated, offered, then, now))
        })
        .await
}

/// What an appeal is about: the decision as it was frozen, beside the same day by what is known now. While it waits for
/// its answer for who can give it; then, as it was frozen with the answer, for everybody who may see what was frozen.
pub async fn compare_appeal(
    store: &Store,
    ctx: &Context,
    id: NominationId,
    sentences: &dyn Sentences,
) -> Result<Option<Comparison>, Error> {
    store
        .read(ctx, async |tx| {
            let story = story(tx, ctx, id).await?;
            let mut shown = frozen(&story.evidence)?;
            let now = match shown.iter().position(|one| one.moment == Some(Moment::Appeal)) {
                Some(answered) => Some(shown.remove(answered)),
                None if story.possible.contains(&NominationAct::Uphold) => corrected(tx, &story, sentences).await?,
                None => None,
            };
            let Some(now) = now else { return Ok(None) };
            // A decision that came after the appeal is of another day, or stands behind it.
            let decided =
                |one: &Shown| one.moment == Some(Moment::Decision) && one.packet.as_of() == now.packet.as_of();
            let then = shown.into_iter().find(decided);
            Ok(then.map(|then| compared(story.nominated, Vec::new(), then, now)))
        })
        .await
}

fn compared(nominated: Nominated, offered: Vec<(Known, Option<Moment>, Day)>, then: Shown, now: Shown) -> Comparison {
    let (mut changes, criteria) = (then.packet.compare(&now.packet), then.packet.beside(&now.packet));
    // What came later says nothing of the day that both are of.
    if changes.as_of.before == changes.as_of.after {
        changes.facts.retain(|change| !change.is_after(changes.as_of.after));
    }
    Comparison { nominated, offered, then, now, changes, criteria }
}

/// What was frozen, the oldest first.
fn frozen(evidence: &[FrozenEvidence]) -> Result<Vec<Shown>, Error> {
    let read = |one: &FrozenEvidence| {
        let packet = Packet::read(one.document.as_bytes(), "evidence")?;
        Ok(Shown { known: Known::Frozen(one.id), moment: Some(one.moment), packet })
    };
    evidence.iter().map(read).collect()
}

/// The day of the decision, by what is known now.
async fn corrected(tx: &mut Tx, story: &Story, sentences: &dyn Sentences) -> Result<Option<Shown>, Error> {
    let original = day_of_the_decision(&story.evidence)?;
    live(tx, story, (Known::Corrected, original), sentences).await
}

/// A day by what is known now; nothing where there is no such track any more.
async fn live(
    tx: &mut Tx,
    story: &Story,
    (known, as_of): (Known, Day),
    sentences: &dyn Sentences,
) -> Result<Option<Shown>, Error> {
    let nomination = &story.nominated.nomination;
    let assessed = match assess(tx, nomination.employee, &nomination.track, as_of).await {
        Ok(assessed) => assessed,
        Err(Error::Hidden) => return Ok(None),
        Err(error) => return Err(error),
    };
    let packet = Packet::freeze(&assessed.person, &assessed.ladder, assessed.assessment.track, None, as_of, sentences)?;
    Ok(Some(Shown { known, moment: None, packet }))
}
