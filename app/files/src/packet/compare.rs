//! What changed since: two packets of one person, side by side.

use std::collections::{BTreeMap, BTreeSet};

use rules::{Day, Kind, State};

use super::rows::{self, PacketRow};
use super::{FrozenDecision, FrozenFinding, Packet};
use crate::ladder_file::{entries, version_keys, write_criterion};

/// The earlier and the later of two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BeforeAfter<T> {
    /// The earlier.
    pub before: T,
    /// The later.
    pub after: T,
}

/// What changed from one packet to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changes {
    /// The two days.
    pub as_of: BeforeAfter<Day>,
    /// Facts that came, went or changed: by file, and within it by key.
    pub facts: Vec<FactChange>,
    /// What is asked otherwise.
    pub criteria: Vec<CriteriaChange>,
    /// Criteria that stand otherwise: by state or by dates.
    pub findings: Vec<FindingChange>,
    /// What was decided and what is; the same where nothing changed.
    pub decision: BeforeAfter<FrozenDecision>,
}

/// A fact that came, went or changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactChange {
    /// The file of the bundle that it is of, without its ending.
    pub file: &'static str,
    /// Its natural key in that file, as text.
    pub key: String,
    /// As it was; empty where it came.
    pub before: Option<PacketRow>,
    /// As it is; empty where it went.
    pub after: Option<PacketRow>,
}

/// Something that is asked otherwise, as a ladder file writes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CriteriaChange {
    /// What of the ladder.
    pub part: CriteriaPart,
    /// As it was; empty where it came.
    pub before: Option<String>,
    /// As it is; empty where it went.
    pub after: Option<String>,
}

/// A part of what a track asks.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CriteriaPart {
    /// A key of the version that judges: `effective_from`, `where`, …
    Key(&'static str),
    /// One of the track's own criteria, by its id, else by its place.
    Criterion(String),
    /// An entry of the catalogue, by kind and code.
    Entry(&'static str, String),
}

/// A criterion that stands otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindingChange {
    /// How it stood; empty where it was not asked.
    pub before: Option<FrozenFinding>,
    /// How it stands; empty where it is asked no longer.
    pub after: Option<FrozenFinding>,
    /// Whether conduct decides it, alone or among others.
    pub rests_on_conduct: bool,
}

impl Packet {
    /// What changed from this packet to a later one.
    pub fn compare(&self, later: &Packet) -> Changes {
        Changes {
            as_of: BeforeAfter { before: self.as_of, after: later.as_of },
            facts: facts(self, later),
            criteria: criteria(self, later),
            findings: findings(self, later),
            decision: BeforeAfter { before: self.decision().clone(), after: later.decision().clone() },
        }
    }

    /// Every criterion in this packet beside itself in a later one, in the order of this one, then what came.
    pub fn beside(&self, later: &Packet) -> Vec<FindingChange> {
        beside(self, later)
    }
}

impl FindingChange {
    /// Whether it stands otherwise: by its state, or by a day that did not merely move on with the days.
    pub fn is_otherwise(&self, as_of: &BeforeAfter<Day>) -> bool {
        !stands_the_same(self.before.as_ref(), as_of.before, self.after.as_ref(), as_of.after)
    }
}

impl FactChange {
    /// Whether it is of days after that one alone, so that it says nothing of how somebody stood then.
    pub fn is_after(&self, day: Day) -> bool {
        let days = |row: &PacketRow| -> Vec<Day> { row.values().filter_map(|value| day_in(value)).collect() };
        let days: Vec<Day> = [&self.before, &self.after].into_iter().flatten().flat_map(days).collect();
        !days.is_empty() && days.iter().all(|one| *one > day)
    }
}

/// A day as a bundle writes it, or the first of a month.
fn day_in(value: &str) -> Option<Day> {
    value.parse().ok().or_else(|| format!("{value}-01").parse().ok())
}

impl Changes {
    /// Whether nothing changed but the day.
    pub fn is_empty(&self) -> bool {
        self.facts.is_empty() && self.criteria.is_empty() && self.findings.is_empty() && !self.is_decided_otherwise()
    }

    /// Whether the decision is another one: by its status, or by a day that did not merely move on with the days.
    pub fn is_decided_otherwise(&self) -> bool {
        let told = |decision: &FrozenDecision, as_of: Day| {
            let ahead = |day: Option<Day>| day.map(|day| (day > as_of).then_some(day));
            (
                (decision.status, decision.reason, decision.eligible_since, decision.lapses_on),
                [decision.earliest_on, decision.earliest_on_if_verified, decision.earliest_on_if_known].map(ahead),
            )
        };
        told(&self.decision.before, self.as_of.before) != told(&self.decision.after, self.as_of.after)
    }

    /// What the line may be told: of conduct whether the criterion holds and when that ends, and nothing of the
    /// actions, nor of the days gone by of what rests on them.
    pub fn without_conduct(mut self) -> Changes {
        self.facts.retain(|change| change.file != "conduct");
        for change in self.findings.iter_mut().filter(|change| change.rests_on_conduct) {
            for finding in [&mut change.before, &mut change.after].into_iter().flatten() {
                finding.met_since = None;
            }
        }
        let (before, after) = (self.as_of.before, self.as_of.after);
        self.findings.retain(|change| !stands_the_same(change.before.as_ref(), before, change.after.as_ref(), after));
        self
    }
}

/// Both of what has the same name, the earlier first: in the order of the earlier, then what came.
fn paired<K: Ord + Clone, T>(
    before: impl IntoIterator<Item = (K, T)>,
    after: impl IntoIterator<Item = (K, T)>,
) -> Vec<(K, Option<T>, Option<T>)> {
    let mut later: Vec<(K, Option<T>)> = after.into_iter().map(|(key, one)| (key, Some(one))).collect();
    let places: BTreeMap<K, usize> = later.iter().enumerate().map(|(at, (key, _))| (key.clone(), at)).collect();
    let mut pairs: Vec<(K, Option<T>, Option<T>)> = Vec::new();
    for (key, one) in before {
        let other = places.get(&key).and_then(|at| later[*at].1.take());
        pairs.push((key, Some(one), other));
    }
    pairs.extend(later.into_iter().filter_map(|(key, one)| one.map(|one| (key, None, Some(one)))));
    pairs
}

fn facts(before: &Packet, after: &Packet) -> Vec<FactChange> {
    // What a packet leaves out may have told two rows of one key apart: then they are counted.
    fn keyed(packet: &Packet) -> BTreeMap<(&'static str, String, usize), &PacketRow> {
        let mut seen: BTreeMap<(&'static str, String), usize> = BTreeMap::new();
        let rows = packet.rows().flat_map(|(file, rows)| rows.iter().map(move |row| (file, row)));
        rows.map(|(file, row)| {
            let key = rows::key(file, row);
            let count = seen.entry((file, key.clone())).or_default();
            *count += 1;
            ((file, key, *count), row)
        })
        .collect()
    }
    let mut changed: Vec<_> =
        paired(keyed(before), keyed(after)).into_iter().filter(|(_, before, after)| before != after).collect();
    changed.sort_by(|(one, ..), (other, ..)| one.cmp(other));
    let change =
        |((file, key, _), before, after): ((&'static str, String, usize), Option<&PacketRow>, Option<&PacketRow>)| {
            FactChange { file, key, before: before.cloned(), after: after.cloned() }
        };
    changed.into_iter().map(change).collect()
}

fn criteria(before: &Packet, after: &Packet) -> Vec<CriteriaChange> {
    let changed = paired(parts(before), parts(after)).into_iter().filter(|(_, before, after)| before != after);
    // The entries of the catalogue that a packet has depend on its facts too; what came or went is told elsewhere.
    changed
        .filter(|(part, before, after)| !matches!(part, CriteriaPart::Entry(..)) || before.is_some() && after.is_some())
        .map(|(part, before, after)| CriteriaChange { part, before, after })
        .collect()
}

/// Everything that the version that judges asks, part by part.
fn parts(packet: &Packet) -> Vec<(CriteriaPart, String)> {
    let (ladder, from) = (&packet.ladder, packet.criteria_effective_from);
    let versions = &ladder.track(packet.track).versions;
    let Some(version) = versions.iter().find(|version| version.effective_from == from) else { return Vec::new() };
    let keys = version_keys(version, &ladder.catalogue).into_iter().filter(|(key, _)| *key != "criteria");
    let keys = keys.map(|(key, text)| (CriteriaPart::Key(key), text));
    let criteria = version.criteria.iter().enumerate().map(|(at, criterion)| {
        let name = criterion.id.as_ref().map_or_else(|| at.to_string(), ToString::to_string);
        (CriteriaPart::Criterion(name), write_criterion(criterion, &ladder.catalogue))
    });
    let catalogue = entries(ladder, |(kind, ..)| kind != "track");
    let catalogue = catalogue.into_iter().map(|one| (CriteriaPart::Entry(one.kind, one.code.into_string()), one.text));
    keys.chain(criteria).chain(catalogue).collect()
}

fn findings(before: &Packet, after: &Packet) -> Vec<FindingChange> {
    let as_of = BeforeAfter { before: before.as_of, after: after.as_of };
    beside(before, after).into_iter().filter(|pair| pair.is_otherwise(&as_of)).collect()
}

fn beside(before: &Packet, after: &Packet) -> Vec<FindingChange> {
    // An id is kept across versions; where none is written, the place is the name.
    let named = |packet: &'_ Packet| -> Vec<(String, FrozenFinding)> {
        let name = |finding: &FrozenFinding| finding.id.clone().unwrap_or_else(|| finding.path.clone());
        packet.findings().iter().map(|finding| (name(finding), finding.clone())).collect()
    };
    let on_conduct: BTreeSet<String> = resting_on_conduct(before).chain(resting_on_conduct(after)).collect();
    paired(named(before), named(after))
        .into_iter()
        .map(|(_, before, after)| {
            let paths = [&before, &after].into_iter().flatten().map(|finding| &finding.path);
            let rests_on_conduct = paths.into_iter().any(|path| on_conduct.contains(path));
            FindingChange { before, after, rests_on_conduct }
        })
        .collect()
}

/// The paths of the criteria of conduct, and of the groups around them.
fn resting_on_conduct(packet: &Packet) -> impl Iterator<Item = String> {
    let conduct = packet.findings().iter().filter(|finding| finding.kind == Kind::ClearConduct);
    conduct.flat_map(|finding| {
        let ends = finding.path.match_indices('.').map(|(at, _)| at).chain([finding.path.len()]);
        ends.map(|end| finding.path[..end].to_owned()).collect::<Vec<_>>()
    })
}

/// By state and dates, of which a day that is the packet's own merely moved on with it.
fn stands_the_same(one: Option<&FrozenFinding>, on: Day, other: Option<&FrozenFinding>, other_on: Day) -> bool {
    let stands = |finding: &FrozenFinding, as_of: Day| -> (State, Option<Day>, Option<Option<Day>>, Option<Day>) {
        let ahead = finding.earliest_on.map(|day| (day > as_of).then_some(day));
        (finding.state, finding.met_since, ahead, finding.lapses_on)
    };
    one.map(|finding| stands(finding, on)) == other.map(|finding| stands(finding, other_on))
}
