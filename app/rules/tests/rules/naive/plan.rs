//! Section 6: the earliest day if she starts now, and the least that it takes.

use rules::{Action, Day, Path, Plan};

use super::lead;
use super::person::Person;
use super::version::Judged;
use super::{Fault, Question};

/// A leaf that is supposed to hold from a day on.
#[derive(Clone, Debug)]
pub(crate) struct Start {
    pub(crate) path: Path,
    pub(crate) from: Day,
}

/// A leaf by its place in the list, supposed to hold from a day on.
type Supposed = (usize, Day);

pub(crate) fn plan(judged: &Judged<'_>) -> Plan {
    let (tree, as_of) = (&judged.tree, judged.tree.person.as_of);
    if !tree.person.is_employed(as_of) {
        return Plan::default();
    }
    let mut actions = everything(judged);
    let suppose = |actions: &[(usize, Action)]| -> Vec<Supposed> {
        actions.iter().map(|(at, action)| (*at, as_of.plus_days(action.lead_days as i32))).collect()
    };
    let Some(eligible_on) = first_day(judged, &suppose(&actions)) else {
        return Plan { blocked_by: blocked_by(judged, &suppose(&actions)), ..Plan::default() };
    };

    let mut longest_first: Vec<Action> = actions.iter().map(|(_, action)| action.clone()).collect();
    longest_first.sort_by(|a, b| (b.lead_days, &b.path).cmp(&(a.lead_days, &a.path)));
    if tree.person.makes(Fault::PlanDropsTheQuickest) {
        longest_first.reverse();
    }
    for idle in longest_first.iter().filter(|_| !tree.person.makes(Fault::PlanKeepsIdleActions)) {
        let others: Vec<_> = actions.iter().filter(|(_, action)| action.path != idle.path).cloned().collect();
        if first_day(judged, &suppose(&others)) == Some(eligible_on) {
            actions = others;
        }
    }
    let actions = actions.into_iter().map(|(at, action)| {
        let rule = &tree.nodes[at].criterion.rule;
        Action { start_by: lead::start_by(tree.person, rule, action.lead_days, eligible_on), ..action }
    });
    Plan { eligible_on: Some(eligible_on), actions: actions.collect(), blocked_by: Vec::new() }
}

/// An action for each leaf that somebody can act on and that does not hold on every day from `as_of` on.
fn everything(judged: &Judged<'_>) -> Vec<(usize, Action)> {
    let (tree, as_of) = (&judged.tree, judged.tree.person.as_of);
    let mut actions = Vec::new();
    for at in (0..tree.nodes.len()).filter(|at| tree.is_leaf(*at)) {
        let node = &tree.nodes[at];
        let covered = lead::from_now_on(tree.person).all(|day| judged.days(at).hold_on(day));
        if let Some((lead_days, step)) = lead::lead(tree.person, &node.criterion.rule)
            && !covered
        {
            let (path, kind) = (node.path.clone(), node.criterion.rule.kind());
            actions.push((at, Action { path, kind, lead_days, start_by: as_of, step }));
        }
    }
    actions
}

/// The track's first day on or after `as_of` with these suppositions.
fn first_day(judged: &Judged<'_>, supposed: &[Supposed]) -> Option<Day> {
    let leaf = |at: usize, day: Day| holds(judged, supposed, at, day);
    days_ahead(judged, supposed).find(|day| judged.holds(*day, &leaf))
}

/// The top-level criteria that have no day even so; none where the track is not applicable.
fn blocked_by(judged: &Judged<'_>, supposed: &[Supposed]) -> Vec<Path> {
    if judged.reason(judged.tree.person.as_of).is_some() {
        return Vec::new();
    }
    let leaf = |at: usize, day: Day| holds(judged, supposed, at, day);
    let has_day = |root: usize| days_ahead(judged, supposed).any(|day| judged.tree.holds(root, day, &leaf));
    let blocked = judged.tree.roots.iter().filter(|root| !has_day(**root));
    blocked.map(|root| judged.tree.nodes[*root].path.clone()).collect()
}

fn holds(judged: &Judged<'_>, supposed: &[Supposed], at: usize, day: Day) -> bool {
    judged.tree.verified(at, day) || supposed.iter().any(|(leaf, from)| *leaf == at && *from <= day)
}

/// From `as_of` on, up to where nothing changes any more.
fn days_ahead(judged: &Judged<'_>, supposed: &[Supposed]) -> impl Iterator<Item = Day> + use<> {
    let (as_of, last) = (judged.tree.person.as_of, judged.tree.person.horizon.last);
    let last = supposed.iter().map(|(_, from)| *from).max().map_or(last, |from| from.max(last));
    (0..=as_of.days_until(last)).map(move |offset| as_of.plus_days(offset))
}

/// Everything that somebody could do under a version, and from when it would hold.
pub(crate) fn candidates(question: Question<'_>, effective_from: Day) -> Vec<Start> {
    with_version(question, effective_from, |judged| {
        let start = |action: Action| question.as_of.plus_days(action.lead_days as i32);
        let all = everything(judged).into_iter();
        all.map(|(_, action)| Start { path: action.path.clone(), from: start(action) }).collect()
    })
    .unwrap_or_default()
}

/// The track's first day on or after `as_of` under a version, where these leaves hold from these days on.
pub(crate) fn first_day_with(question: Question<'_>, effective_from: Day, starts: &[Start]) -> Option<Day> {
    with_version(question, effective_from, |judged| {
        let place = |path: &Path| judged.tree.nodes.iter().position(|node| node.path == *path);
        let supposed: Vec<Supposed> = starts.iter().filter_map(|one| Some((place(&one.path)?, one.from))).collect();
        first_day(judged, &supposed)
    })?
}

fn with_version<T>(question: Question<'_>, effective_from: Day, ask: impl FnOnce(&Judged<'_>) -> T) -> Option<T> {
    let person = Person::known(question)?;
    let versions = &question.ladder.track(question.track).versions;
    let version = versions.iter().find(|version| version.effective_from == effective_from)?;
    Some(ask(&Judged::new(&person, version)))
}
