//! Who gains, who loses and whose day moves under another ladder.

use model::Subject;
use policy::{Act, Context, Permit, authorize};
use rules::{Day, Ladder, TrackId};
use store::Store;

use super::Proposal;
use crate::Error;
use crate::assess::{Judge, everyone_after};

/// How many people are named a track and day; all are counted.
const NAMED: usize = 20;

/// A track on the day on which another version begins to judge: what it was against what it will be, of everyone whom
/// it applies to, with what is known today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// The track's code.
    pub track: String,
    /// The day.
    pub on: Day,
    /// The version that would have judged, by its first day; none: the track is new.
    pub before: Option<Day>,
    /// The version that judges then; none: the track is gone.
    pub after: Option<Day>,
    /// Not eligible on the day before, eligible after.
    pub gain: u64,
    /// Eligible before, not eligible after.
    pub lose: u64,
    /// Eligible on neither, and earlier than before.
    pub sooner: u64,
    /// Eligible on neither, and later than before, or never.
    pub later: u64,
    /// The first of all these, by number.
    pub named: Vec<Moved>,
}

/// Somebody whose earliest day, on the comparison's day or later, is another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// Who.
    pub employee_number: String,
    /// Their name.
    pub full_name: String,
    /// Before.
    pub before: Option<Day>,
    /// After.
    pub after: Option<Day>,
}

impl Comparison {
    fn see(&mut self, moved: Moved) {
        let on = Some(self.on);
        let count = match (moved.before, moved.after) {
            (before, after) if before == after => return,
            (_, after) if after == on => &mut self.gain,
            (before, _) if before == on => &mut self.lose,
            (None, Some(_)) => &mut self.sooner,
            (Some(before), Some(after)) if after < before => &mut self.sooner,
            (Some(_) | None, _) => &mut self.later,
        };
        *count += 1;
        if self.named.len() < NAMED {
            self.named.push(moved);
        }
    }
}

/// Goes through everyone, by pages, and compares what the ladder in force says of them with what the proposed one says:
/// for every track that changes, on today and on each later day on which a new version takes effect.
pub async fn compare_ladders(
    store: &Store,
    ctx: &Context,
    proposal: &Proposal,
    mut each: impl FnMut(u64),
) -> Result<Vec<Comparison>, Error> {
    let permit: Permit = authorize(&ctx.actor, Act::PublishLadder, Subject::Ladder(proposal.before.id), None)?;
    let (before, after) = (&*proposal.before.ladder, &*proposal.after);
    let mut comparisons = comparisons(proposal, ctx.today);
    let (old, new) = (Judge::new(before), Judge::new(after));
    let (mut last, mut people) = (String::new(), 0);
    while !comparisons.is_empty() {
        let (some, facts) = store.read(ctx, async |tx| everyone_after(tx, &permit, &last).await).await?;
        let Some(end) = some.last() else { break };
        last = end.employee.number.clone();
        for revised in &some {
            let employee = &revised.employee;
            let own = facts.get(&employee.id).map_or(&[][..], Vec::as_slice);
            let (was, will) = (old.facts(&employee.number, own)?, new.facts(&employee.number, own)?);
            for one in &mut comparisons {
                let earliest = |judge: &Judge<'_>, facts, version: Option<Day>| {
                    let track = track_id(judge.engine.ladder(), &one.track)?;
                    let assessment = judge.engine.explain_under(facts, track, version?, ctx.today)?;
                    assessment.timeline.earliest_from(one.on)
                };
                let moved = Moved {
                    before: earliest(&old, &was, one.before),
                    after: earliest(&new, &will, one.after),
                    employee_number: employee.number.clone(),
                    full_name: employee.full_name.clone(),
                };
                one.see(moved);
            }
            people += 1;
            each(people);
        }
    }
    Ok(comparisons)
}

/// What is to be compared: not what stays as it is.
fn comparisons(proposal: &Proposal, today: Day) -> Vec<Comparison> {
    let (before, after) = (&*proposal.before.ladder, &*proposal.after);
    let gone = before.tracks.iter().filter(|track| track_id(after, &track.code).is_none());
    let mut found = Vec::new();
    for track in after.tracks.iter().chain(gone) {
        let later = proposal.new_versions.iter().filter(|(code, on)| track.code == *code && *on > today);
        for on in [today].into_iter().chain(later.map(|(_, on)| *on)) {
            let (was, will) = (judging(before, &track.code, on), judging(after, &track.code, on));
            let says = |ladder: &Ladder, version: Option<Day>| {
                let version = super::version_from(ladder, &track.code, version?)?;
                Some(files::version_keys(version, &ladder.catalogue))
            };
            if before.catalogue == after.catalogue && says(before, was) == says(after, will) {
                continue;
            }
            found.push(Comparison {
                track: track.code.to_string(),
                on,
                before: was,
                after: will,
                gain: 0,
                lose: 0,
                sooner: 0,
                later: 0,
                named: Vec::new(),
            });
        }
    }
    found
}

/// The version in force on a day, by its first day.
fn judging(ladder: &Ladder, track: &str, on: Day) -> Option<Day> {
    let track = ladder.tracks.iter().find(|one| one.code == track)?;
    let in_force = track.versions.iter().rfind(|version| version.effective_from <= on)?;
    Some(in_force.effective_from)
}

fn track_id(ladder: &Ladder, code: &str) -> Option<TrackId> {
    ladder.track_ids().find(|id| ladder.track(*id).code == code)
}
