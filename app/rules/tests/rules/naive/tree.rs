//! The criteria of a version as a flat list, parent first, and whether each holds on a day.

use rules::{Criterion, Day, Path, Rule};

use super::Fault;
use super::days::Days;
use super::kinds::{self, Claims};
use super::person::Person;

/// One criterion of the track, leaf or group.
pub(crate) struct Node<'a> {
    pub(crate) path: Path,
    pub(crate) criterion: &'a Criterion,
    /// Where its parts stand in the list.
    pub(crate) parts: Vec<usize>,
    /// First and last day of each waiver of its own.
    waivers: Vec<(Day, Day)>,
    /// Of a leaf: the days on which it holds, without waivers; and what they would be with claims counted.
    verified: Days,
    claimed: Days,
}

/// All criteria of a version.
pub(crate) struct Tree<'a> {
    pub(crate) person: &'a Person<'a>,
    /// In the order of their paths.
    pub(crate) nodes: Vec<Node<'a>>,
    /// The top-level ones.
    pub(crate) roots: Vec<usize>,
}

/// What is taken to be true of a leaf, by its place in the list, on a day: its facts, or something supposed.
pub(crate) type Leaf<'f> = &'f dyn Fn(usize, Day) -> bool;

impl<'a> Tree<'a> {
    pub(crate) fn new(person: &'a Person<'a>, criteria: &'a [Criterion]) -> Tree<'a> {
        let mut tree = Tree { person, nodes: Vec::new(), roots: Vec::new() };
        for (position, criterion) in criteria.iter().enumerate() {
            let root = tree.add(Path::default().part(position), criterion);
            tree.roots.push(root);
        }
        tree
    }

    fn add(&mut self, path: Path, criterion: &'a Criterion) -> usize {
        let person = self.person;
        let named = person
            .facts
            .waivers
            .iter()
            .filter(|waiver| waiver.track == person.track && criterion.id.as_ref() == Some(&waiver.criterion));
        let waivers = named.map(|waiver| (waiver.from_on, waiver.until_on)).collect();
        let verified = kinds::days(person, &criterion.rule, Claims::Ignored);
        let claimed = match &criterion.rule {
            Rule::Certification(_) | Rule::Language(_) => kinds::days(person, &criterion.rule, Claims::Counted),
            _ => verified.clone(),
        };
        let at = self.nodes.len();
        self.nodes.push(Node { path: path.clone(), criterion, parts: Vec::new(), waivers, verified, claimed });
        for (position, part) in criterion.rule.parts().iter().enumerate() {
            let part = self.add(path.part(position), part);
            self.nodes[at].parts.push(part);
        }
        at
    }

    /// Each leaf by its facts.
    pub(crate) fn verified(&self, at: usize, day: Day) -> bool {
        self.nodes[at].verified.hold_on(day)
    }

    /// Each leaf with its claims counted as verified.
    pub(crate) fn claimed(&self, at: usize, day: Day) -> bool {
        self.nodes[at].claimed.hold_on(day)
    }

    pub(crate) fn is_leaf(&self, at: usize) -> bool {
        self.nodes[at].parts.is_empty()
    }

    /// Whether the criterion holds on the day, its waivers joined, cut to `E`.
    pub(crate) fn holds(&self, at: usize, day: Day, leaf: Leaf<'_>) -> bool {
        self.holds_by_itself(at, day, leaf) || self.is_waived(at, day)
    }

    /// The same without a waiver of its own: its parts' waivers count.
    pub(crate) fn holds_by_itself(&self, at: usize, day: Day, leaf: Leaf<'_>) -> bool {
        let node = &self.nodes[at];
        let holding = || node.parts.iter().filter(|part| self.holds(**part, day, leaf)).count();
        self.person.is_employed(day)
            && match &node.criterion.rule {
                Rule::All(parts) => holding() == parts.len(),
                Rule::Any(_) => holding() >= 1,
                Rule::AtLeast { count, .. } => holding() >= *count as usize,
                _ => leaf(at, day),
            }
    }

    /// Whether a waiver of its own covers the day.
    pub(crate) fn is_waived(&self, at: usize, day: Day) -> bool {
        let cut = self.person.is_employed(day) || self.person.makes(Fault::WaiverIsNotCutToEmployment);
        cut && self.nodes[at].waivers.iter().any(|(from, until)| *from <= day && day <= *until)
    }

    /// The criterion's timeline.
    pub(crate) fn days(&self, at: usize, leaf: Leaf<'_>) -> Days {
        self.person.horizon.on_which(|day| self.holds(at, day, leaf))
    }
}
