//! Every text that findings, plans and answers say is reached: each message, and within it each choice and plural. What
//! pages say around them has a method each.
//!
//! Each text gets a mark of its own, everything is told with the marked words, and no mark may be missing.

use fluent_syntax::ast::{Entry, Expression, Pattern, PatternElement, VariantKey};
use words::{ENGLISH, English, LABELS};

use crate::everything::told;

/// Puts a mark into a pattern and into all that it chooses from; names them.
fn mark(pattern: &mut Pattern<String>, name: &str, marks: &mut Vec<String>) {
    for element in &mut pattern.elements {
        if let PatternElement::Placeable { expression: Expression::Select { variants, .. } } = element {
            for variant in variants {
                let (VariantKey::Identifier { name: key } | VariantKey::NumberLiteral { value: key }) = &variant.key;
                mark(&mut variant.value, &format!("{name}, [{key}]"), marks);
            }
        }
    }
    pattern.elements.push(PatternElement::TextElement { value: format!("⟦{}⟧", marks.len()) });
    marks.push(name.to_owned());
}

#[test]
fn every_text_in_the_word_file_can_be_read_by_somebody() {
    let mut file = fluent_syntax::parser::parse(ENGLISH.to_owned()).expect("the word file can be read");
    let mut marks = Vec::new();
    for entry in &mut file.body {
        if let Entry::Message(message) = entry {
            if LABELS.iter().copied().flatten().any(|(key, _)| *key == message.id.name) {
                continue;
            }
            let pattern = message.value.as_mut().expect("a message has a text");
            mark(pattern, &message.id.name, &mut marks);
        }
    }
    let told = told(&English::worded(&fluent_syntax::serializer::serialize(&file)));
    let reached = |at: usize| told.contains(&format!("⟦{at}⟧"));
    let unreachable: Vec<&String> =
        marks.iter().enumerate().filter(|(at, _)| !reached(*at)).map(|(_, name)| name).collect();
    assert!(unreachable.is_empty(), "nobody can read: {unreachable:#?}");
}
