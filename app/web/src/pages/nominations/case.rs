//! The case for a candidate: what is written, and the facts that were picked from the record for it.

use std::collections::BTreeMap;

use leptos::prelude::*;
use model::{FactKind, KnownFact};
use operations::nominations::Story;
use words::English;

use super::forms::Typed;

/// The field that holds picked facts.
pub(super) const PICKED: &str = "case-facts";

/// The case as everybody involved reads it; nothing where nobody nominates yet.
pub(super) fn case(words: &English, story: &Story) -> AnyView {
    let one = &story.nominated.nomination;
    if one.nominator.is_none() {
        return ().into_any();
    }
    let text = if one.case.is_empty() {
        view! { <p class="missing">{words.nomination_case_none()}</p> }.into_any()
    } else {
        let paragraphs = one.case.text.split("\n").map(str::trim).filter(|line| !line.is_empty());
        paragraphs.map(|line| view! { <p>{line.to_owned()}</p> }).collect_view().into_any()
    };
    let row = |known: &KnownFact| view! { <li>{words.recorded(&story.ladder, &known.fact)}</li> };
    let picked = (!story.picked.is_empty()).then(|| {
        view! {
            <h3>{words.nomination_picked()}</h3>
            <ul>{story.picked.iter().map(row).collect_view()}</ul>
        }
    });
    view! {
        <section class="section" aria-labelledby="case">
            <h2 id="case">{words.nomination_case()}</h2>
            {text}
            {picked}
        </section>
    }
    .into_any()
}

/// The record to pick from, a group for each kind, the latest first; what was picked and is not in it any longer stays
/// on offer.
pub(super) fn pick(words: &English, story: &Story, typed: Option<&Typed>) -> Option<AnyView> {
    let chosen: Vec<String> = match typed {
        Some(typed) => typed.facts.clone(),
        None => story.picked.iter().map(|known| known.id.to_string()).collect(),
    };
    let mut kinds: BTreeMap<FactKind, Vec<&KnownFact>> = BTreeMap::new();
    for known in &story.offered {
        kinds.entry(known.fact.kind).or_default().push(known);
    }
    for known in story.picked.iter().filter(|picked| story.offered.iter().all(|known| known.id != picked.id)) {
        kinds.entry(known.fact.kind).or_default().push(known);
    }
    if kinds.is_empty() {
        return None;
    }
    let group = |(kind, mut facts): (FactKind, Vec<&KnownFact>)| {
        facts.sort_by_key(|known| std::cmp::Reverse(day_of(known)));
        let box_of = |known: &&KnownFact| {
            let (value, id) = (known.id.to_string(), format!("{PICKED}-{}", known.id));
            let checked = chosen.contains(&value);
            view! {
                <div class="choice">
                    <input type="checkbox" id=id.clone() name=PICKED value=value checked=checked/>
                    <label for=id>{words.recorded(&story.ladder, &known.fact)}</label>
                </div>
            }
        };
        let is_open = facts.iter().any(|known| chosen.contains(&known.id.to_string()));
        let title = words.nomination_pick_kind(kind.code(), facts.len().to_string());
        view! {
            <details class="details" open=is_open>
                <summary>{title}</summary>
                {facts.iter().map(box_of).collect_view()}
            </details>
        }
    };
    let groups = kinds.into_iter().map(group).collect_view();
    let view = view! {
        <div class="form-group">
            <fieldset class="fieldset" aria-describedby="case-facts-hint">
                <legend class="legend">{words.nomination_pick()}</legend>
                <p class="hint" id="case-facts-hint">{words.nomination_pick_hint()}</p>
                {groups}
            </fieldset>
        </div>
    };
    Some(view.into_any())
}

/// When it was, as its row writes it: days and months sort alike.
fn day_of(known: &KnownFact) -> &str {
    const COLUMNS: &[&str] = &[
        "issued_on",
        "completed_on",
        "planned_on",
        "month",
        "reviewed_on",
        "assessed_on",
        "occurred_on",
        "started_on",
    ];
    let body = &known.fact.body;
    COLUMNS.iter().find_map(|column| body.get(*column).filter(|day| !day.is_empty())).map_or("", String::as_str)
}
