//! Section 5: the assessment by one version of the criteria.

use rules::{Day, Decision, NotApplicableReason, Path, Rule, State, Status, TrackVersion, Where};

use super::days::Days;
use super::kinds::metrics;
use super::person::Person;
use super::tree::{Leaf, Tree};
use super::{Fault, plan, progress, states};
use crate::answer::{Answer, Judgement, Share};

/// A version of the criteria and how each stands on `as_of`.
pub(crate) struct Judged<'a> {
    pub(crate) tree: Tree<'a>,
    version: &'a TrackVersion,
    states: Vec<State>,
    inside: bool,
    /// Each criterion's timeline.
    days: Vec<Days>,
    track: Days,
}

impl<'a> Judged<'a> {
    pub(crate) fn new(person: &'a Person<'a>, version: &'a TrackVersion) -> Judged<'a> {
        let tree = Tree::new(person, &version.criteria);
        let all = 0..tree.nodes.len();
        let by_facts: Leaf<'_> = &|at, day| tree.verified(at, day);
        let days = all.clone().map(|at| tree.days(at, by_facts)).collect();
        let states = all.map(|at| states::state(&tree, at)).collect();
        let inside = is_inside(&version.limits, person);
        let track = person.horizon.on_which(|_| false);
        let mut judged = Judged { tree, version, states, inside, days, track };
        judged.track = judged.days_of_track(&|at, day| judged.tree.verified(at, day));
        judged
    }

    fn person(&self) -> &'a Person<'a> {
        self.tree.person
    }

    /// Why the track does not apply on the day: the first reason.
    pub(crate) fn reason(&self, day: Day) -> Option<NotApplicableReason> {
        let in_from_job = self.person().job_on(day).is_some_and(|job| self.version.from.contains(&job));
        if !self.person().is_employed(day) {
            Some(NotApplicableReason::NotEmployed)
        } else if !in_from_job {
            Some(NotApplicableReason::NotInFromJob)
        } else if !self.inside {
            Some(NotApplicableReason::OutsideWhere)
        } else {
            None
        }
    }

    /// Whether the track's timeline contains the day.
    pub(crate) fn holds(&self, day: Day, leaf: Leaf<'_>) -> bool {
        self.reason(day).is_none() && self.tree.roots.iter().all(|root| self.tree.holds(*root, day, leaf))
    }

    fn days_of_track(&self, leaf: Leaf<'_>) -> Days {
        self.person().horizon.on_which(|day| self.holds(day, leaf))
    }

    /// The whole answer but what hangs on other versions: `next_version` and `stale_on`.
    pub(crate) fn answer(&self) -> Answer {
        let nodes = 0..self.tree.nodes.len();
        let shares: Vec<_> = nodes.clone().map(|at| progress::share(&self.tree, &self.states, at)).collect();
        let tops: Vec<_> = self.tree.roots.iter().map(|root| shares[*root].clone()).collect();
        let findings = nodes.map(|at| {
            let (node, days, as_of) = (&self.tree.nodes[at], &self.days[at], self.person().as_of);
            Judgement {
                path: node.path.clone(),
                id: node.criterion.id.clone(),
                kind: node.criterion.rule.kind(),
                state: self.states[at],
                met_since: days.since(as_of),
                earliest_on: days.first_from(as_of),
                lapses_on: days.lapse_after(as_of),
                progress: Share::Exact(shares[at].clone()),
                timeline: days.runs(),
            }
        });
        Answer {
            criteria_effective_from: self.version.effective_from,
            decision: self.decision(),
            progress: Share::Exact(progress::mean(&tops)),
            binding: self.binding(),
            timeline: self.track.runs(),
            findings: findings.collect(),
            plan: plan::plan(self),
        }
    }

    fn decision(&self) -> Decision {
        let as_of = self.person().as_of;
        let by_claims = self.days_of_track(&|at, day| self.tree.claimed(at, day));
        let if_known = self
            .days_of_track(&|at, day| self.tree.verified(at, day) || (self.states[at].is_unknown() && day >= as_of));
        let reason = self.reason(as_of);
        let status = if reason.is_some() {
            Status::NotApplicable
        } else if self.track.hold_on(as_of) {
            Status::Eligible
        } else if self.track.first_from(as_of.next()).is_some() {
            Status::OnCourse
        } else if if_known.first_from(as_of).is_some() {
            Status::CannotTell
        } else {
            Status::NeedsAction
        };
        Decision {
            status,
            reason,
            eligible_since: self.track.since(as_of),
            earliest_on: self.track.first_from(as_of),
            earliest_on_if_verified: by_claims.first_from(as_of),
            earliest_on_if_known: if_known.first_from(as_of),
            lapses_on: self.track.lapse_after(as_of),
            next_change_on: self.next_change_on(),
            stale_on: None,
            next_version: None,
        }
    }

    fn next_change_on(&self) -> Option<Day> {
        self.days.iter().chain([&self.track]).filter_map(|days| days.next_change(self.person().as_of)).min()
    }

    fn binding(&self) -> Vec<Path> {
        let as_of = self.person().as_of;
        let open: Vec<usize> = self.tree.roots.iter().copied().filter(|at| !self.states[*at].is_met()).collect();
        let later = |at: &usize| self.days[*at].first_from(as_of.next());
        let without: Vec<usize> = open.iter().copied().filter(|at| later(at).is_none()).collect();
        let decisive = if self.person().makes(Fault::FirstToComeBinds) {
            open.iter().filter_map(later).min()
        } else {
            open.iter().filter_map(later).max()
        };
        let last = || open.iter().copied().filter(|at| later(at) == decisive).collect();
        let binding = if without.is_empty() { last() } else { without };
        binding.into_iter().map(|at| self.tree.nodes[at].path.clone()).collect()
    }

    /// The days after `as_of` on which, under this version, the same facts could give another answer.
    pub(crate) fn stale_days(&self) -> Vec<Day> {
        let (person, as_of, tree) = (self.person(), self.person().as_of, &self.tree);
        let mut days: Vec<Day> = self.next_change_on().into_iter().collect();
        // Where nothing is met on somebody's last day, no timeline has a boundary; yet the status changes.
        let applies_otherwise = |day: &Day| *day > as_of && self.reason(*day) != self.reason(as_of);
        days.extend(person.horizon.days().find(applies_otherwise));
        for at in (0..tree.nodes.len()).filter(|at| tree.is_leaf(*at)) {
            let verified: Leaf<'_> = &|at, day| tree.verified(at, day);
            let claimed: Leaf<'_> = &|at, day| tree.claimed(at, day);
            for leaf in [verified, claimed] {
                let by_itself = person.horizon.on_which(|day| tree.holds_by_itself(at, day, leaf));
                days.extend(by_itself.next_change(as_of));
                days.extend(tree.days(at, leaf).next_change(as_of));
            }
            if let Rule::Metric(rule) = &tree.nodes[at].criterion.rule
                && !person.makes(Fault::StaleForgetsMonths)
            {
                let another = metrics::latest_closed(person, rule.metric, as_of).plus(1);
                days.push(metrics::closing_day(person, rule.metric, another));
            }
        }
        days
    }

    /// Each criterion's timeline, by its place in the list.
    pub(crate) fn days(&self, at: usize) -> &Days {
        &self.days[at]
    }
}

/// `where`: each list that there is has the person's own; what the person has none of is outside.
fn is_inside(limits: &Where, person: &Person<'_>) -> bool {
    fn listed<T: PartialEq>(list: &Option<Vec<T>>, own: &Option<T>) -> bool {
        match (list, own) {
            (None, _) => true,
            (Some(_), None) => false,
            (Some(list), Some(own)) => list.iter().any(|one| one == own),
        }
    }
    let place = &person.facts.place;
    listed(&limits.site, &place.site)
        && listed(&limits.country, &place.country)
        && listed(&limits.unit, &place.unit)
        && listed(&limits.work_mode, &place.work_mode)
}
