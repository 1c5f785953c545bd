//! A mark out of the one sprite, beside words that say the same.

use leptos::prelude::*;

use super::Around;

/// Which way a mark points.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Pointing {
    /// Nowhere.
    #[default]
    Nowhere,
    /// Along the text: turned round where it runs from right to left.
    Along,
}

/// A mark by its name in the sprite.
#[component]
pub(crate) fn Icon(
    #[prop(into)] name: String,
    #[prop(optional)] pointing: Pointing,
    /// What it is called where it stands, for what has to find it there.
    #[prop(optional)]
    part: Option<&'static str>,
) -> impl IntoView {
    let class = match pointing {
        Pointing::Nowhere => "icon",
        Pointing::Along => "icon icon--directed",
    };
    let class = part.map_or_else(|| class.to_owned(), |part| format!("{class} {part}"));
    let href = format!("{}#{name}", Around::get().icons);
    view! { <svg class=class aria-hidden="true"><use href=href></use></svg> }
}
