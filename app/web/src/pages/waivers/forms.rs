//! What can be done with a waiver: granted, refused, ended.

use leptos::prelude::*;
use model::NominationId;
use operations::nominations::{WaiverSeen, WaiverStep};
use words::English;

use crate::components::Textarea;

/// What was typed into one of the forms, to be shown again.
#[derive(Clone, Debug, Default)]
pub(crate) struct Answering {
    /// Into which.
    pub(super) act: String,
    /// Whatever was written.
    pub(super) words: String,
    /// What is wrong with it.
    pub(super) error: Option<String>,
}

/// The field of an act in which somebody writes why.
pub(super) fn field(act: &str) -> &'static str {
    match act {
        "grant" => "grant-words",
        "refuse" => "refuse-words",
        _ => "end-words",
    }
}

/// A form for each thing that the reader can do, where it is done from the page of a nomination with the way back.
pub(in crate::pages) fn answers(
    words: &English,
    seen: &WaiverSeen,
    typed: &Answering,
    back: Option<NominationId>,
) -> AnyView {
    let acts: &[&'static str] = match seen.possible {
        Some(WaiverStep::Answer) => &["grant", "refuse"],
        Some(WaiverStep::End) => &["end"],
        None => return view! { <p class="missing">{words.waiver_nothing()}</p> }.into_any(),
    };
    let action = format!("/waivers/{}", seen.waiver.told.id);
    let form = |act: &&'static str| {
        let own = typed.act == *act;
        // What is granted is ended where somebody means to: it is asked for first.
        let is_open = own || (typed.act.is_empty() && *act == "grant");
        let value = if own { typed.words.clone() } else { String::new() };
        let error = typed.error.clone().filter(|_| own);
        let back = back.map(|id| view! { <input type="hidden" name="nomination" value=id.to_string()/> });
        let (label, hint) = (words.waiver_words_label(*act), words.waiver_words_hint(*act));
        view! {
            <details class="details" open=is_open>
                <summary>{words.waiver_do(*act)}</summary>
                <form class="form" method="post" action=action.clone() novalidate>
                    <input type="hidden" name="act" value=*act/>
                    {back}
                    <Textarea name=field(act) label hint error value/>
                    <button class="button" type="submit">{words.waiver_do(*act)}</button>
                </form>
            </details>
        }
    };
    acts.iter().map(form).collect_view().into_any()
}
