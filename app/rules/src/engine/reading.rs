//! Every timeline of a person on a track, and what is read off them: sections 4 and 5 of the rules.

use super::compiled::{CompiledVersion, PerNode};
use super::known::Known;
use crate::assessment::{NotApplicableReason, State, Status};
use crate::criteria::{Claims, Lack, Leaf};
use crate::day::Day;
use crate::facts::Waiver;
use crate::ladder::{Rule, TrackId};
use crate::timeline::{Span, Timeline};

/// The timelines of every criterion for one person, on one version of a track.
pub(crate) struct Reading<'e, 'l> {
    pub(crate) version: &'e CompiledVersion<'l>,
    pub(crate) known: &'e Known<'e>,
    pub(crate) nodes: PerNode<NodeReading>,
    /// How each criterion stands on `as_of`.
    pub(crate) states: PerNode<State>,
    /// Employed, in a `from` job, inside `where`: the days on which the track applies.
    applies: Timeline,
    /// The days on which everything holds.
    pub(crate) track: Timeline,
}

/// The timelines of one criterion, all cut to `E`.
#[derive(Default)]
pub(crate) struct NodeReading {
    /// Without a waiver of its own.
    bare: Timeline,
    /// Its own waivers.
    waived: Timeline,
    /// With them joined: what the criterion answers.
    pub(crate) full: Timeline,
    /// Of a leaf that hangs on claims: with these counted as verified, without its own waivers.
    claimed: Option<Timeline>,
}

impl NodeReading {
    /// With claims counted as verified, waivers joined.
    fn if_verified(&self) -> Timeline {
        match &self.claimed {
            Some(claimed) => claimed.or(&self.waived),
            None => self.full.clone(),
        }
    }
}

impl<'e, 'l> Reading<'e, 'l> {
    pub(crate) fn new(version: &'e CompiledVersion<'l>, track: TrackId, known: &'e Known<'e>) -> Reading<'e, 'l> {
        let mut nodes: PerNode<NodeReading> = version.nodes.iter().map(|_| NodeReading::default()).collect();
        let mut states: PerNode<State> = nodes.iter().map(|_| State::Unmet).collect();
        // Parts stand behind their group, so backwards they come first.
        for at in (0..nodes.len()).rev() {
            let node = &version.nodes[at];
            let waived = match &node.criterion.id {
                Some(id) => waivers(known, track, id),
                None => Timeline::NEVER,
            };
            nodes[at] = match &node.leaf {
                Some(leaf) => read_leaf(&**leaf, known, waived),
                None => {
                    let bare = version.combine(at, |part| &nodes[part].full);
                    let full = bare.or(&waived);
                    NodeReading { bare, waived, full, claimed: None }
                }
            };
            states[at] = state(version, at, &nodes[at], &states, known);
        }
        let applies = if version.version.limits.contains(&known.facts.place) {
            let in_from_job = known.held.iter().filter(|held| version.version.from.contains(&held.job));
            in_from_job.map(|held| held.span).collect()
        } else {
            Timeline::NEVER
        };
        let track = version.top_level().fold(applies.clone(), |all, at| all.and(&nodes[at].full));
        Reading { version, known, nodes, states, applies, track }
    }

    /// The track's timeline with other timelines for some leaves.
    pub(crate) fn track_with(&self, leaf: impl Fn(usize) -> Option<Timeline>) -> Timeline {
        let timelines = self.nodes_with(leaf);
        self.version.top_level().fold(self.applies.clone(), |all, at| all.and(&timelines[at]))
    }

    /// Every node's timeline with other timelines for some leaves.
    pub(crate) fn nodes_with(&self, leaf: impl Fn(usize) -> Option<Timeline>) -> PerNode<Timeline> {
        let mut timelines: PerNode<Timeline> = self.nodes.iter().map(|_| Timeline::NEVER).collect();
        for at in (0..self.nodes.len()).rev() {
            timelines[at] = match &self.version.nodes[at].leaf {
                Some(_) => leaf(at).unwrap_or_else(|| self.nodes[at].full.clone()),
                None => self.version.combine(at, |part| &timelines[part]).or(&self.nodes[at].waived),
            };
        }
        timelines
    }

    /// The track's timeline with claims counted as verified; `None` where that is the same.
    pub(crate) fn track_if_verified(&self) -> Option<Timeline> {
        let some_claimed = self.nodes.iter().any(|node| node.claimed.is_some());
        some_claimed.then(|| self.track_with(|at| Some(self.nodes[at].if_verified())))
    }

    /// The track's timeline with every unknown leaf taken to hold from `as_of` on; `None` where that is the same.
    pub(crate) fn track_if_known(&self) -> Option<Timeline> {
        let is_unknown = |at: usize| self.version.nodes[at].leaf.is_some() && self.states[at].is_unknown();
        (0..self.nodes.len()).any(is_unknown).then(|| {
            let ahead = self.known.days_ahead();
            self.track_with(|at| is_unknown(at).then(|| self.nodes[at].full.or(&ahead)))
        })
    }

    /// Why the track does not apply on `as_of`, where it does not.
    pub(crate) fn not_applicable(&self) -> Option<NotApplicableReason> {
        let (version, known) = (self.version.version, self.known);
        if !known.is_employed() {
            return Some(NotApplicableReason::NotEmployed);
        }
        let in_from_job =
            known.held.iter().any(|held| held.span.contains(known.as_of) && version.from.contains(&held.job));
        if !in_from_job {
            return Some(NotApplicableReason::NotInFromJob);
        }
        (!version.limits.contains(&known.facts.place)).then_some(NotApplicableReason::OutsideWhere)
    }

    /// The status, given the earliest day if everything unknown were known.
    pub(crate) fn status(&self, earliest_on_if_known: Option<Day>) -> Status {
        let as_of = self.known.as_of;
        if self.not_applicable().is_some() {
            Status::NotApplicable
        } else if self.track.contains(as_of) {
            Status::Eligible
        } else if self.track.has_day_after(as_of) {
            Status::OnCourse
        } else if earliest_on_if_known.is_some() {
            Status::CannotTell
        } else {
            Status::NeedsAction
        }
    }

    /// The first boundary after `as_of` of the track's timeline or of a finding's.
    pub(crate) fn next_change_on(&self) -> Option<Day> {
        let timelines = self.nodes.iter().map(|node| &node.full).chain([&self.track]);
        timelines.filter_map(|timeline| timeline.next_boundary(self.known.as_of)).min()
    }

    /// Of section 5's list for `stale_on`, what depends on this version: boundaries and closing months.
    pub(crate) fn next_turn_on(&self) -> Option<Day> {
        let as_of = self.known.as_of;
        let leaf_boundaries =
            self.nodes.iter().zip(&self.version.nodes).filter(|(_, node)| node.leaf.is_some()).filter_map(
                |(reading, _)| {
                    let bare = if reading.waived.is_empty() { None } else { reading.bare.next_boundary(as_of) };
                    let claimed = reading.claimed.as_ref().and_then(|claimed| {
                        let waived = claimed.or(&reading.waived).next_boundary(as_of);
                        claimed.next_boundary(as_of).into_iter().chain(waived).min()
                    });
                    bare.into_iter().chain(claimed).min()
                },
            );
        leaf_boundaries.chain(self.next_change_on()).chain(self.version.next_closing(as_of)).min()
    }
}

fn read_leaf(leaf: &dyn Leaf, known: &Known<'_>, waived: Timeline) -> NodeReading {
    let bare = leaf.timeline(known, Claims::Ignored).and(&known.employed);
    let claimed = leaf.has_claims(known).then(|| leaf.timeline(known, Claims::Counted).and(&known.employed));
    let full = if waived.is_empty() { bare.clone() } else { bare.or(&waived) };
    NodeReading { bare, waived, full, claimed }
}

/// The days on which a criterion is waived for this person, cut to `E`.
fn waivers(known: &Known<'_>, track: TrackId, id: &str) -> Timeline {
    if known.facts.waivers.is_empty() {
        return Timeline::NEVER;
    }
    own_waivers(known, track, id)
        .filter_map(|row| Span::through(row.from_on, Some(row.until_on)))
        .collect::<Timeline>()
        .and(&known.employed)
}

/// The known waivers of a criterion.
pub(crate) fn own_waivers<'k>(known: &'k Known<'_>, track: TrackId, id: &'k str) -> impl Iterator<Item = &'k Waiver> {
    known
        .facts
        .waivers
        .iter()
        .filter(move |row| row.track == track && row.criterion == id && known.had_begun(row.from_on))
}

/// The first that applies, as section 5 lists them. The states of its parts are there already.
fn state(version: &CompiledVersion<'_>, at: usize, node: &NodeReading, states: &[State], known: &Known<'_>) -> State {
    let as_of = known.as_of;
    if !known.is_employed() {
        return State::Unmet;
    }
    if node.bare.contains(as_of) {
        return State::Met;
    }
    if node.waived.contains(as_of) {
        return State::Waived;
    }
    let unknown = match &version.nodes[at].leaf {
        Some(_) if node.claimed.as_ref().is_some_and(|claimed| claimed.contains(as_of)) => Some(State::Unverified),
        Some(leaf) => leaf.lack(known).map(|lack| match lack {
            Lack::NoEvidence => State::NoEvidence,
            Lack::Insufficient => State::Insufficient,
        }),
        None => group_is_unknown(version, at, states).then_some(State::CannotTell),
    };
    match unknown {
        Some(state) => state,
        None if node.full.has_day_after(as_of) => State::NotYet,
        None => State::Unmet,
    }
}

/// Kleene's logic over the parts of a group that does not hold: whether it is unknown rather than untrue.
fn group_is_unknown(version: &CompiledVersion<'_>, at: usize, states: &[State]) -> bool {
    let states = || version.parts(at).map(|part| states[part]);
    match &version.nodes[at].criterion.rule {
        Rule::Any(_) => states().any(State::is_unknown),
        Rule::AtLeast { count, .. } => {
            states().filter(|state| state.is_met() || state.is_unknown()).count() >= *count as usize
        }
        Rule::All(_) => states().all(|state| state.is_met() || state.is_unknown()),
        Rule::Tenure { .. }
        | Rule::TimeInJob { .. }
        | Rule::Certification(_)
        | Rule::Language(_)
        | Rule::Training(_)
        | Rule::Metric(_)
        | Rule::Rating { .. }
        | Rule::Skill { .. }
        | Rule::Activity { .. }
        | Rule::ClearConduct { .. }
        | Rule::Employment { .. } => false,
    }
}
