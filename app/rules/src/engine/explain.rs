//! The whole answer: the decision, every finding with its evidence, what binds, and the plan.

use super::compiled::PerNode;
use super::decide::decide_from;
use super::plan::plan;
use super::reading::{Reading, own_waivers};
use super::{Asked, Judges, Subject};
use crate::assessment::{Assessment, Evidence, Finding, Measure, Path};
use crate::day::Day;
use crate::few;
use crate::ladder::{Group, TrackId};
use crate::progress::Progress;
use crate::timeline::Span;

pub(super) fn explain(subject: &Subject<'_, '_>, track: TrackId, judges: &Judges<'_, '_>) -> Assessment {
    let reading = subject.read(judges.version, track, Asked::AllDays);
    let progress = progress(&reading);
    Assessment {
        track,
        as_of: subject.known.as_of,
        criteria_effective_from: judges.version.version.effective_from,
        decision: decide_from(subject, &reading, track, judges),
        progress: mean(&progress, reading.version.top_level()),
        binding: binding(&reading),
        timeline: reading.track.clone(),
        plan: plan(&reading),
        findings: progress
            .into_iter()
            .enumerate()
            .map(|(at, progress)| finding(&reading, track, at, progress))
            .collect(),
    }
}

/// Of the top-level criteria that are not met: those without a later day, or where all have one, the latest.
fn binding(reading: &Reading<'_, '_>) -> Vec<Path> {
    let earliest = |at: usize| reading.nodes[at].timeline().earliest_from(reading.known.as_of);
    let unmet = || reading.version.top_level().filter(|at| !reading.nodes[*at].state.is_met());
    // No day at all comes after every day.
    let rank = |at: usize| earliest(at).unwrap_or(Day::FOREVER);
    let latest = unmet().map(rank).max();
    unmet().filter(|at| Some(rank(*at)) == latest).map(|at| reading.version.nodes[at].path.clone()).collect()
}

/// How much is done of every criterion, by node.
fn progress(reading: &Reading<'_, '_>) -> PerNode<Progress> {
    let version = reading.version;
    let mut all: PerNode<Progress> = reading.nodes.iter().map(|_| Progress::NONE).collect();
    if !reading.known.is_employed() {
        return all;
    }
    for at in (0..all.len()).rev() {
        let node = &version.nodes[at];
        all[at] = match (reading.leaf(at), node.criterion.rule.group()) {
            _ if reading.nodes[at].state.is_met() => Progress::FULL,
            (Some(leaf), _) => leaf.progress(reading.known),
            (None, Some(Group::All(_)) | None) => mean(&all, version.parts(at)),
            (None, Some(Group::Any(_))) => {
                version.parts(at).map(|part| all[part].clone()).max().unwrap_or(Progress::NONE)
            }
            (None, Some(Group::AtLeast { count, .. })) => {
                let mut parts: PerNode<usize> = version.parts(at).collect();
                few::sort(&mut parts, |a, b| all[*a] > all[*b]);
                mean(&all, parts.into_iter().take(count as usize))
            }
        };
    }
    all
}

fn mean(all: &[Progress], which: impl Iterator<Item = usize>) -> Progress {
    let which: PerNode<usize> = which.collect();
    Progress::mean(which.iter().map(|at| &all[*at]))
}

fn finding(reading: &Reading<'_, '_>, track: TrackId, at: usize, progress: Progress) -> Finding {
    let (node, known) = (&reading.version.nodes[at], reading.known);
    let timeline = reading.nodes[at].timeline().clone();
    let span = timeline.span_on(known.as_of);
    let mut evidence = reading.leaf(at).map_or_else(Vec::new, |leaf| leaf.evidence(known));
    if let Some(id) = &node.criterion.id {
        let waivers = own_waivers(known, track, id).filter(|row| row.until_on >= known.as_of);
        evidence.extend(waivers.map(|row| Evidence::Waiver { from_on: row.from_on, until_on: row.until_on }));
    }
    Finding {
        path: node.path.clone(),
        id: node.criterion.id.clone(),
        kind: node.criterion.rule.kind(),
        state: reading.nodes[at].state,
        met_since: span.map(|span| span.from),
        earliest_on: timeline.earliest_from(known.as_of),
        lapses_on: span.and_then(Span::end),
        progress,
        timeline,
        measure: reading.leaf(at).map_or_else(|| group_measure(reading, at), |leaf| leaf.measure(known)),
        evidence,
    }
}

fn group_measure(reading: &Reading<'_, '_>, at: usize) -> Measure {
    let met = reading.version.parts(at).filter(|part| reading.nodes[*part].state.is_met()).count();
    Measure::Group { met: met as u32, parts: reading.version.parts(at).count() as u32 }
}
