//! Every timeline of a person on a track, and what is read off them: sections 4 and 5 of the rules.

use super::applies::{applies, ceases_to_apply_on};
use super::compiled::{CompiledVersion, PerNode};
use super::leaves::{Answers, Asked, LeafReading};
use crate::assessment::State;
use crate::criteria::Leaf;
use crate::day::Day;
use crate::facts::Waiver;
use crate::known::Known;
use crate::ladder::{Group, TrackId};
use crate::timeline::{Span, Timeline};

/// The timelines of every criterion for one person, on one version of a track.
pub(crate) struct Reading<'e, 'l> {
    pub(crate) version: &'e CompiledVersion<'l>,
    pub(crate) known: &'e Known<'e>,
    answers: &'e Answers<'e, 'l>,
    pub(crate) nodes: PerNode<NodeReading<'e>>,
    /// Employed, in a `from` job, inside `where`: the days on which the track applies.
    applies: Timeline,
    /// The days on which everything holds.
    pub(crate) track: Timeline,
}

/// One criterion.
pub(crate) struct NodeReading<'e> {
    /// What the leaf says; `None` of a group.
    leaf: Option<&'e LeafReading>,
    /// Its own waivers, cut to `E`.
    waived: Timeline,
    /// Of a group, or of a leaf with waivers: its timeline, waivers joined.
    joined: Timeline,
    /// On `as_of`.
    pub(crate) state: State,
}

impl NodeReading<'_> {
    /// What the criterion answers: the days on which it holds, waivers joined.
    pub(crate) fn timeline(&self) -> &Timeline {
        match self.leaf {
            Some(leaf) if self.waived.is_empty() => &leaf.timeline,
            Some(_) | None => &self.joined,
        }
    }

    /// With claims counted as verified, where the leaf hangs on any.
    fn if_verified(&self) -> Option<Timeline> {
        let claimed = self.leaf?.claimed.as_ref()?;
        Some(claimed.or(&self.waived))
    }

    /// The first boundary after `as_of`.
    fn next_boundary(&self, as_of: Day) -> Option<Day> {
        match self.leaf {
            Some(leaf) if self.waived.is_empty() => leaf.next_boundary,
            Some(_) | None => self.joined.next_boundary(as_of),
        }
    }

    /// The first day after `as_of` on which it can change, with or without its waivers, with or without claims.
    fn next_turn(&self, as_of: Day) -> Option<Day> {
        let leaf = self.leaf.and_then(|leaf| leaf.next_turn);
        if self.waived.is_empty() {
            return leaf;
        }
        let waived = self.if_verified().and_then(|timeline| timeline.next_boundary(as_of));
        [leaf, waived].into_iter().flatten().min()
    }
}

impl<'e, 'l> Reading<'e, 'l> {
    pub(crate) fn new(
        version: &'e CompiledVersion<'l>,
        track: TrackId,
        known: &'e Known<'e>,
        answers: &'e Answers<'e, 'l>,
        asked: Asked,
    ) -> Reading<'e, 'l> {
        let unread =
            || NodeReading { leaf: None, waived: Timeline::NEVER, joined: Timeline::NEVER, state: State::Unmet };
        let mut nodes: PerNode<NodeReading<'e>> = version.nodes.iter().map(|_| unread()).collect();
        // Parts stand behind their group, so backwards they come first.
        for at in (0..nodes.len()).rev() {
            let node = &version.nodes[at];
            let waived = match &node.criterion.id {
                Some(id) => waivers(known, track, id),
                None => Timeline::NEVER,
            };
            nodes[at] = match node.leaf.map(|leaf| answers.ask(leaf, known, asked)) {
                Some(leaf) if waived.is_empty() => {
                    NodeReading { leaf: Some(leaf), waived, joined: Timeline::NEVER, state: leaf.state }
                }
                Some(leaf) => {
                    let state = with_waiver(leaf.state, &waived, known);
                    NodeReading { leaf: Some(leaf), joined: leaf.timeline.or(&waived), waived, state }
                }
                None => {
                    let bare = version.combine(at, |part| nodes[part].timeline());
                    let state = with_waiver(group_state(version, at, &nodes, &bare, known), &waived, known);
                    NodeReading { leaf: None, joined: bare.or(&waived), waived, state }
                }
            };
        }
        let applies = applies(version.version, known);
        let track = version.top_level().fold(applies.clone(), |all, at| all.and(nodes[at].timeline()));
        Reading { version, known, answers, nodes, applies, track }
    }

    /// The leaf at a node; `None` of a group.
    pub(crate) fn leaf(&self, at: usize) -> Option<&'e (dyn Leaf + 'l)> {
        self.version.nodes[at].leaf.map(|id| self.answers.leaf(id))
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
                Some(_) => leaf(at).unwrap_or_else(|| self.nodes[at].timeline().clone()),
                None => self.version.combine(at, |part| &timelines[part]).or(&self.nodes[at].waived),
            };
        }
        timelines
    }

    /// The track's timeline with claims counted as verified; `None` where that is the same.
    pub(crate) fn track_if_verified(&self) -> Option<Timeline> {
        let some_claimed = self.nodes.iter().any(|node| node.leaf.is_some_and(|leaf| leaf.claimed.is_some()));
        some_claimed.then(|| self.track_with(|at| self.nodes[at].if_verified()))
    }

    /// The track's timeline with every unknown leaf taken to hold from `as_of` on; `None` where that is the same.
    pub(crate) fn track_if_known(&self) -> Option<Timeline> {
        let is_unknown = |node: &NodeReading<'_>| node.leaf.is_some() && node.state.is_unknown();
        self.nodes.iter().any(is_unknown).then(|| {
            let ahead = self.known.days_ahead();
            self.track_with(|at| is_unknown(&self.nodes[at]).then(|| self.nodes[at].timeline().or(&ahead)))
        })
    }

    /// The first boundary after `as_of` of the track's timeline or of a finding's.
    pub(crate) fn next_change_on(&self) -> Option<Day> {
        let as_of = self.known.as_of;
        self.nodes.iter().filter_map(|node| node.next_boundary(as_of)).chain(self.track.next_boundary(as_of)).min()
    }

    /// Of section 5's list for `stale_on`, what depends on this version: boundaries and closing months.
    pub(crate) fn next_turn_on(&self) -> Option<Day> {
        let as_of = self.known.as_of;
        let turns = self.nodes.iter().filter_map(|node| node.next_turn(as_of));
        turns.chain(self.next_change_on()).chain(ceases_to_apply_on(self.version.version, self.known)).min()
    }
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

/// A state with the criterion's own waivers: what is met without them stays met.
fn with_waiver(state: State, waived: &Timeline, known: &Known<'_>) -> State {
    if state != State::Met && waived.contains(known.as_of) { State::Waived } else { state }
}

/// A group's state without its own waivers. The states of its parts are there already.
fn group_state(
    version: &CompiledVersion<'_>,
    at: usize,
    nodes: &[NodeReading<'_>],
    timeline: &Timeline,
    known: &Known<'_>,
) -> State {
    if !known.is_employed() {
        State::Unmet
    } else if timeline.contains(known.as_of) {
        State::Met
    } else if group_is_unknown(version, at, nodes) {
        State::CannotTell
    } else if timeline.has_day_after(known.as_of) {
        State::NotYet
    } else {
        State::Unmet
    }
}

/// Kleene's logic over the parts of a group that does not hold: whether it is unknown rather than untrue.
fn group_is_unknown(version: &CompiledVersion<'_>, at: usize, nodes: &[NodeReading<'_>]) -> bool {
    let states = || version.parts(at).map(|part| nodes[part].state);
    match version.nodes[at].criterion.rule.group() {
        Some(Group::All(_)) => states().all(|state| state.is_met() || state.is_unknown()),
        Some(Group::Any(_)) => states().any(State::is_unknown),
        Some(Group::AtLeast { count, .. }) => {
            states().filter(|state| state.is_met() || state.is_unknown()).count() >= count as usize
        }
        None => false,
    }
}
