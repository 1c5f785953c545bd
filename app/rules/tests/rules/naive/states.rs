//! Section 5: how each criterion stands on `as_of`.

use rules::{Rule, State};

use super::Fault;
use super::kinds::metrics::{self, Window};
use super::kinds::records;
use super::tree::Tree;

/// True, untrue, or neither.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Truth {
    Untrue,
    Unknown,
    True,
}

fn truth(state: State) -> Truth {
    match state {
        State::Met | State::Waived => Truth::True,
        State::Unverified | State::NoEvidence | State::Insufficient | State::CannotTell => Truth::Unknown,
        State::NotYet | State::Unmet => Truth::Untrue,
    }
}

/// The state of a criterion: the first that applies.
pub(crate) fn state(tree: &Tree<'_>, at: usize) -> State {
    let (person, as_of) = (tree.person, tree.person.as_of);
    let by_facts = |at, day| tree.verified(at, day);
    if !person.is_employed(as_of) {
        return State::Unmet;
    }
    if tree.holds_by_itself(at, as_of, &by_facts) {
        return State::Met;
    }
    if tree.is_waived(at, as_of) {
        return if person.makes(Fault::WaivedIsMet) { State::Met } else { State::Waived };
    }
    let unknown = if tree.is_leaf(at) { unknown_leaf(tree, at) } else { unknown_group(tree, at) };
    if let Some(unknown) = unknown {
        return unknown;
    }
    let comes = tree.days(at, &by_facts).first_from(as_of.next()).is_some();
    if comes { State::NotYet } else { State::Unmet }
}

fn unknown_leaf(tree: &Tree<'_>, at: usize) -> Option<State> {
    let (person, as_of) = (tree.person, tree.person.as_of);
    if tree.claimed(at, as_of) {
        return Some(State::Unverified);
    }
    let nothing = (!person.makes(Fault::MissingIsUnmet)).then_some(State::NoEvidence);
    match &tree.nodes[at].criterion.rule {
        Rule::Metric(rule) => match metrics::window(person, rule, as_of) {
            Window::Empty => nothing,
            Window::TooLittle => Some(State::Insufficient),
            Window::Value(..) => None,
        },
        Rule::Skill { skill, assessor, .. } => match records::skill_level(person, *skill, *assessor, as_of) {
            None => nothing,
            Some(_) => None,
        },
        Rule::Rating { reviews, .. } => match records::latest_reviews(person, *reviews, as_of).len() {
            0 => nothing,
            some if some < *reviews as usize => Some(State::Insufficient),
            _ => None,
        },
        _ => None,
    }
}

fn unknown_group(tree: &Tree<'_>, at: usize) -> Option<State> {
    let node = &tree.nodes[at];
    let parts: Vec<Truth> = node.parts.iter().map(|part| truth(state(tree, *part))).collect();
    let count = |wanted: Truth| parts.iter().filter(|part| **part == wanted).count();
    let (known, unknown) = (count(Truth::True), count(Truth::Unknown));
    let could_be = match &node.criterion.rule {
        Rule::All(_) => count(Truth::Untrue) == 0,
        Rule::Any(_) => unknown > 0,
        Rule::AtLeast { count, .. } => known + unknown >= *count as usize,
        _ => false,
    };
    (could_be && !tree.person.makes(Fault::UnknownIsUntrue)).then_some(State::CannotTell)
}
