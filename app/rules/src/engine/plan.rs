//! The earliest day on which she can be eligible if she starts now, and what that takes: section 6 of the rules.

use super::applies::not_applicable;
use super::reading::Reading;
use crate::assessment::{Action, Plan};
use crate::criteria::Lead;
use crate::day::Day;
use crate::few;
use crate::timeline::Timeline;

/// A leaf that someone can act on, and what it comes to if they start now.
struct Candidate {
    at: usize,
    lead: Lead,
    supposed: Timeline,
    kept: bool,
}

pub(super) fn plan(reading: &Reading<'_, '_>) -> Plan {
    let as_of = reading.known.as_of;
    if reading.track.contains(as_of) {
        return Plan { eligible_on: Some(as_of), ..Plan::default() };
    }
    let mut candidates = candidates(reading);
    let Some(eligible_on) = first_day(reading, &candidates) else {
        return Plan { blocked_by: blocked_by(reading, &candidates), ..Plan::default() };
    };
    // Longest lead first; ties by path, last first: nodes stand in the order of paths.
    few::sort(&mut candidates, |a, b| (a.lead.days, a.at) > (b.lead.days, b.at));
    for at in 0..candidates.len() {
        candidates[at].kept = false;
        candidates[at].kept = first_day(reading, &candidates) != Some(eligible_on);
    }
    candidates.retain(|candidate| candidate.kept);
    few::sort(&mut candidates, |a, b| a.at < b.at);
    let actions = candidates.into_iter().map(|candidate| action(reading, candidate, eligible_on)).collect();
    Plan { eligible_on: Some(eligible_on), actions, blocked_by: Vec::new() }
}

/// The leaves whose timelines do not cover all days from `as_of` on, and for which someone can act.
fn candidates(reading: &Reading<'_, '_>) -> Vec<Candidate> {
    let (known, ahead) = (reading.known, reading.known.days_ahead());
    (0..reading.nodes.len())
        .filter_map(|at| {
            let (leaf, timeline) = (reading.leaf(at)?, reading.nodes[at].timeline());
            if ahead.without(timeline).is_empty() {
                return None;
            }
            let lead = leaf.lead(known)?;
            let from = known.as_of.plus_days(lead.days as i32);
            let supposed = timeline.or(&known.employed_since(from));
            Some(Candidate { at, lead, supposed, kept: true })
        })
        .collect()
}

fn supposed(candidates: &[Candidate]) -> impl Fn(usize) -> Option<Timeline> {
    |at| candidates.iter().find(|candidate| candidate.at == at && candidate.kept).map(|one| one.supposed.clone())
}

fn first_day(reading: &Reading<'_, '_>, candidates: &[Candidate]) -> Option<Day> {
    reading.track_with(supposed(candidates)).earliest_from(reading.known.as_of)
}

/// The top-level criteria that, so supposed, have no day from `as_of` on; none where the track does not apply.
fn blocked_by(reading: &Reading<'_, '_>, candidates: &[Candidate]) -> Vec<crate::Path> {
    if not_applicable(reading.version.version, reading.known).is_some() {
        return Vec::new();
    }
    let timelines = reading.nodes_with(supposed(candidates));
    let blocked = |at: &usize| timelines[*at].earliest_from(reading.known.as_of).is_none();
    reading.version.top_level().filter(blocked).map(|at| reading.version.nodes[at].path.clone()).collect()
}

fn action(reading: &Reading<'_, '_>, candidate: Candidate, eligible_on: Day) -> Action {
    let node = &reading.version.nodes[candidate.at];
    let lead_days = candidate.lead.days;
    let usual = || eligible_on.plus_days(-(lead_days as i32));
    Action {
        path: node.path.clone(),
        kind: node.criterion.rule.kind(),
        lead_days,
        start_by: reading.leaf(candidate.at).map_or_else(usual, |leaf| leaf.start_by(eligible_on, lead_days)),
        step: candidate.lead.step,
    }
}
