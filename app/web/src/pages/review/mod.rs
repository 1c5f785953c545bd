//! `/review`: what waits for HR; candidates side by side; what reviewers note; several decided at once.

mod chosen;
mod compare;
mod decide;
mod decision;
mod queue;
mod signs;
mod talk;

pub(crate) use compare::show as compare;
pub(crate) use decide::{choose, decide};
pub(crate) use queue::show;
pub(crate) use talk::{add, show as show_talk};

use operations::review::Waiting;
use words::English;

/// How much waits, as navigation says it.
pub(crate) fn in_navigation(words: &English, waiting: Waiting) -> String {
    let (many, count) = counted(waiting);
    words.review_navigation(many, count)
}

/// How much waits, as a sentence.
pub(crate) fn in_words(words: &English, waiting: Waiting) -> String {
    let (many, count) = counted(waiting);
    words.review_waiting(many, count)
}

fn counted(waiting: Waiting) -> (&'static str, u32) {
    match waiting {
        Waiting::Exactly(count) => ("exactly", count),
        Waiting::MoreThan(count) => ("more", count),
    }
}
