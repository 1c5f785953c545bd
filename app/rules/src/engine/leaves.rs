//! The different leaves of a ladder: each is asked once a person, however many tracks ask the same.

use std::cell::OnceCell;

use crate::assessment::State;
use crate::criteria::{self, Claims, Lack, Leaf, Question};
use crate::day::Day;
use crate::known::Known;
use crate::ladder::{Catalogue, Rule};
use crate::timeline::Timeline;

/// Which leaf it is, of the engine's.
#[derive(Clone, Copy)]
pub(crate) struct LeafId(usize);

/// Every different leaf of a ladder.
#[derive(Default)]
pub(crate) struct Leaves<'l> {
    rules: Vec<&'l Rule>,
    leaves: Vec<Box<dyn Leaf + 'l>>,
}

impl<'l> Leaves<'l> {
    /// The leaf that a rule is, made ready if it is new; `None` of a group.
    pub(crate) fn of(&mut self, rule: &'l Rule, catalogue: &'l Catalogue) -> Option<LeafId> {
        if let Some(at) = self.rules.iter().position(|known| *known == rule) {
            return Some(LeafId(at));
        }
        self.leaves.push(criteria::leaf(rule, catalogue)?);
        self.rules.push(rule);
        Some(LeafId(self.leaves.len() - 1))
    }

    pub(crate) fn get(&self, id: LeafId) -> &(dyn Leaf + 'l) {
        &*self.leaves[id.0]
    }
}

/// What a leaf says of a person, before waivers; all timelines are cut to `E`.
pub(crate) struct LeafReading {
    /// The days on which it holds.
    pub(crate) timeline: Timeline,
    /// Where it hangs on claims: the same with these counted as verified.
    pub(crate) claimed: Option<Timeline>,
    /// On `as_of`.
    pub(crate) state: State,
    /// The first boundary of its timeline after `as_of`.
    pub(crate) next_boundary: Option<Day>,
    /// The first day after `as_of` on which it, or its timeline with claims counted, can change.
    pub(crate) next_turn: Option<Day>,
}

impl LeafReading {
    fn new(leaf: &dyn Leaf, known: &Known<'_>, asked: Asked) -> LeafReading {
        let as_of = known.as_of;
        let since = match asked {
            Asked::Ahead => as_of,
            Asked::AllDays => Day::FIRST,
        };
        let ask = |claims| leaf.timeline(known, Question { claims, since }).and(&known.employed);
        let timeline = ask(Claims::Ignored);
        let claimed = leaf.has_claims(known).then(|| ask(Claims::Counted));
        let next_boundary = timeline.next_boundary(as_of);
        let claimed_boundary = claimed.as_ref().and_then(|claimed| claimed.next_boundary(as_of));
        let next_turn = [next_boundary, claimed_boundary, leaf.next_closing(known)].into_iter().flatten().min();
        let state = state(leaf, known, &timeline, claimed.as_ref());
        LeafReading { timeline, claimed, state, next_boundary, next_turn }
    }
}

/// The first state that applies, as section 5 lists them, but for waivers.
/// (A waiver that is known has begun: it covers `as_of` or has no day after it, so it makes no `not_yet`.)
fn state(leaf: &dyn Leaf, known: &Known<'_>, timeline: &Timeline, claimed: Option<&Timeline>) -> State {
    let as_of = known.as_of;
    if !known.is_employed() {
        State::Unmet
    } else if timeline.contains(as_of) {
        State::Met
    } else if claimed.is_some_and(|claimed| claimed.contains(as_of)) {
        State::Unverified
    } else {
        match leaf.lack(known) {
            Some(Lack::NoEvidence) => State::NoEvidence,
            Some(Lack::Insufficient) => State::Insufficient,
            None if timeline.has_day_after(as_of) => State::NotYet,
            None => State::Unmet,
        }
    }
}

/// Which days of a person's timelines are looked at.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Asked {
    /// Those from `as_of` on: enough for status, states and all dates but `eligible_since` and `met_since`.
    Ahead,
    /// All of them.
    AllDays,
}

/// A person's answers to the leaves asked so far.
pub(crate) struct Answers<'e, 'l> {
    leaves: &'e Leaves<'l>,
    ahead: OnceCell<PerLeaf>,
    all_days: OnceCell<PerLeaf>,
}

type PerLeaf = Box<[OnceCell<LeafReading>]>;

impl<'e, 'l> Answers<'e, 'l> {
    pub(crate) fn new(leaves: &'e Leaves<'l>) -> Answers<'e, 'l> {
        Answers { leaves, ahead: OnceCell::new(), all_days: OnceCell::new() }
    }

    /// The leaf itself.
    pub(crate) fn leaf(&self, id: LeafId) -> &'e (dyn Leaf + 'l) {
        self.leaves.get(id)
    }

    /// What a leaf says of the person.
    pub(crate) fn ask(&self, id: LeafId, known: &Known<'_>, asked: Asked) -> &LeafReading {
        let readings = match asked {
            Asked::Ahead => &self.ahead,
            Asked::AllDays => &self.all_days,
        };
        let readings = readings.get_or_init(|| self.leaves.leaves.iter().map(|_| OnceCell::new()).collect());
        readings[id.0].get_or_init(|| LeafReading::new(self.leaves.get(id), known, asked))
    }
}
