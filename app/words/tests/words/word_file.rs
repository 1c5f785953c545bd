//! The word file against the table of messages: nothing missing, nothing unused, no variable too many or too few.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey};
use rules::{
    Aggregate, Assessor, Basis, Clock, EmploymentKind, Kind, NotApplicableReason, State, Status, TrackKind, WorkMode,
};
use words::{ENGLISH, LABELS, MESSAGES};

/// What a message names and chooses by.
#[derive(Default)]
struct Used {
    variables: BTreeSet<&'static str>,
    messages: BTreeSet<&'static str>,
    choices: BTreeMap<&'static str, BTreeSet<&'static str>>,
}

impl Used {
    fn read(&mut self, pattern: &Pattern<&'static str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&'static str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                if let InlineExpression::VariableReference { id } = selector {
                    self.choices.entry(id.name).or_default().extend(variants.iter().map(key));
                }
                variants.iter().for_each(|variant| self.read(&variant.value));
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&'static str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name);
            }
            InlineExpression::MessageReference { id, attribute: None } => {
                self.messages.insert(id.name);
            }
            InlineExpression::StringLiteral { .. } => {}
            other => panic!("the word file does without {other:?}"),
        }
    }
}

/// Every message that is ever said, with what it is given.
fn said() -> impl Iterator<Item = &'static (&'static str, &'static [&'static str])> + Clone {
    MESSAGES.iter().chain(LABELS.iter().copied().flatten())
}

fn key(variant: &Variant<&'static str>) -> &'static str {
    match variant.key {
        VariantKey::Identifier { name } => name,
        VariantKey::NumberLiteral { value } => value,
    }
}

fn word_file() -> BTreeMap<&'static str, Used> {
    let file = fluent_syntax::parser::parse(ENGLISH).expect("the word file has no line that cannot be read");
    let mut messages = BTreeMap::new();
    for entry in file.body {
        match entry {
            Entry::Message(message) => {
                let mut used = Used::default();
                used.read(message.value.as_ref().expect("a message has a text"));
                assert!(message.attributes.is_empty(), "{} has attributes, which nobody says", message.id.name);
                assert!(messages.insert(message.id.name, used).is_none(), "{} is there twice", message.id.name);
            }
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
            Entry::Term(term) => panic!("the word file does without terms: {}", term.id.name),
            Entry::Junk { content } => panic!("cannot be read: {content}"),
        }
    }
    messages
}

/// The variables of a message and of those it quotes; and which those are.
fn closure(
    messages: &BTreeMap<&'static str, Used>,
    key: &'static str,
) -> (BTreeSet<&'static str>, BTreeSet<&'static str>) {
    let used = messages.get(key).unwrap_or_else(|| panic!("the word file lacks {key}"));
    let (mut variables, mut quoted) = (used.variables.clone(), used.messages.clone());
    for message in &used.messages {
        let (more_variables, more_quoted) = closure(messages, message);
        variables.extend(more_variables);
        quoted.extend(more_quoted);
    }
    (variables, quoted)
}

#[test]
fn every_message_that_is_said_stands_in_the_word_file_with_exactly_the_variables_it_is_given() {
    let messages = word_file();
    for (key, given) in said() {
        let given: BTreeSet<&str> = given.iter().copied().collect();
        assert_eq!(closure(&messages, key).0, given, "variables of {key}: in the word file (left), given (right)");
    }
}

#[test]
fn every_message_in_the_word_file_is_said() {
    let messages = word_file();
    let said = said().map(|(key, _)| *key);
    let said: BTreeSet<&str> = said.clone().chain(said.flat_map(|key| closure(&messages, key).1)).collect();
    let unused: Vec<&&str> = messages.keys().filter(|key| !said.contains(**key)).collect();
    assert!(unused.is_empty(), "nobody says {unused:?}");
}

#[test]
fn no_message_is_listed_twice() {
    let keys: BTreeSet<&str> = said().map(|(key, _)| *key).collect();
    assert_eq!(keys.len(), said().count());
}

#[test]
fn every_status_state_and_kind_has_a_title_of_its_own() {
    let messages = word_file();
    let same = |message: &'static str, variable: &str, codes: Vec<&'static str>| {
        assert_eq!(messages[message].choices[variable], codes.into_iter().collect(), "{message}, by {variable}");
    };
    same("status", "status", Status::ALL.iter().map(|status| status.code()).collect());
    same("not-applicable", "reason", NotApplicableReason::ALL.iter().map(|reason| reason.code()).collect());
    same("state", "state", State::ALL.iter().map(|state| state.code()).collect());
    same("kind", "kind", Kind::ALL.iter().map(|kind| kind.code()).collect());
    same("employment-kind", "kind", EmploymentKind::ALL.iter().map(|kind| kind.code()).collect());
    same("work-mode", "mode", WorkMode::ALL.iter().map(|mode| mode.code()).collect());
    same("track-kind", "kind", TrackKind::ALL.iter().map(|kind| kind.code()).collect());
    same("assessor", "assessor", Assessor::ALL.iter().map(|assessor| assessor.code()).collect());
    same("criterion-skill", "assessor", Assessor::ALL.iter().map(|assessor| assessor.code()).collect());
    same("action-skill", "assessor", Assessor::ALL.iter().map(|assessor| assessor.code()).collect());
    same("criterion-tenure", "clock", Clock::ALL.iter().map(|clock| clock.code()).collect());
    same("criterion-metric", "aggregate", Aggregate::ALL.iter().map(|aggregate| aggregate.code()).collect());
    same("asked-metric", "aggregate", Aggregate::ALL.iter().map(|aggregate| aggregate.code()).collect());
    same("evidence-certification", "basis", Basis::ALL.iter().map(|basis| basis.code()).collect());
}
