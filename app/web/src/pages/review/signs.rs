//! What of a nomination needs a human, in words and shapes.

use leptos::prelude::*;
use model::{Attention, Turn};
use operations::nominations::Nominated;
use words::English;

use crate::components::{Standing, plain_tag};

/// All that needs a human, the most first; of most nominations nothing.
pub(super) fn signs(words: &English, nominated: &Nominated) -> Vec<AnyView> {
    let Some(frozen) = nominated.nomination.frozen else { return Vec::new() };
    let is_changed = nominated.employee_revision > frozen.revision;
    let attention = (frozen.attention != Attention::None).then(|| Turn::from(frozen.attention));
    let mut turns: Vec<Turn> = attention.into_iter().chain(is_changed.then_some(Turn::Changed)).collect();
    turns.sort_unstable();
    turns.into_iter().map(|turn| sign(words, turn)).collect()
}

fn sign(words: &English, turn: Turn) -> AnyView {
    let (code, icon) = match turn {
        Turn::Unknown => ("cannot_tell", "unknown"),
        Turn::Waived => ("waived", "waived"),
        Turn::Changed => ("needs_action", "notice"),
        Turn::NearBound | Turn::Usual => ("lapsing", "lapsing"),
    };
    plain_tag(&Standing { code, icon, word: words.review_sign(turn.code()) })
}
