//! `/audit/{entry}`: one decision on one page: who, for whom, what, before and after, in which request.

use axum::extract::Path;
use axum::extract::rejection::PathRejection;
use axum::http::StatusCode;
use axum::response::Response;
use leptos::prelude::*;
use model::EntryId;
use operations::{ChangedFact, Side, TrailEntry, trail_entry};
use policy::auditor_sees;
use words::English;

use super::{Auditor, PATH, told};
use crate::components::summary_list::summary_list;
use crate::components::time::when;
use crate::document::{Page, respond};
use crate::failure::Failure;

pub(crate) async fn show(
    Auditor(visit): Auditor,
    entry: Result<Path<EntryId>, PathRejection>,
) -> Result<Response, Failure> {
    let Path(id) = entry.map_err(|_| Failure::Hidden)?;
    let found = trail_entry(&visit.app.store, &visit.ctx, id).await?;
    let words = &visit.app.words;
    Ok(respond(&visit, StatusCode::OK, || {
        let title = words.audit_act(found.listed.entry.act.clone());
        let detail = told::detail(&found.listed.entry.detail).into_iter().map(|(field, value)| {
            let value = value.map_or_else(
                || view! { <span class="missing">{words.audit_nothing()}</span> }.into_any(),
                |value| view! { <code>{value}</code> }.into_any(),
            );
            (words.audit_field(field), value)
        });
        let body = view! {
            <h1>{title.clone()}</h1>
            {summary_list(about(words, &found))}
            <section class="section" aria-labelledby="detail">
                <h2 id="detail">{words.audit_detail()}</h2>
                {summary_list(detail.collect())}
            </section>
            {changed(words, &found.facts)}
        };
        Page::new(title, body).below(vec![(words.audit_title(), PATH.to_owned())])
    }))
}

fn about(words: &English, found: &TrailEntry) -> Vec<(String, AnyView)> {
    let TrailEntry { listed, seal, .. } = found;
    let code = |text: String| view! { <code>{text}</code> }.into_any();
    let mut lines = vec![
        (words.audit_when(), when(words, listed.entry.recorded_at)),
        (words.audit_actor(), told::actor(words, listed).into_any()),
        (words.audit_about(), told::about(words, listed).into_any()),
        (words.audit_request(), code(listed.entry.request.0.simple().to_string())),
        (words.audit_entry(), code(listed.entry.id.to_string())),
    ];
    match seal {
        Some(seal) => {
            let head = seal.to_string();
            lines.push((words.audit_link(), seal.sequence.to_string().into_any()));
            lines.push((words.audit_hash(), code(head)));
        }
        None => lines.push((words.audit_link(), words.audit_link_none().into_any())),
    }
    lines
}

/// What held before, and what has held since.
fn changed(words: &English, facts: &[ChangedFact]) -> Option<AnyView> {
    if facts.is_empty() {
        return None;
    }
    let side = |side: Side| {
        let of = facts.iter().filter(move |fact| fact.side == side);
        let lines: Vec<_> = of.map(|fact| view! { <li>{told_fact(words, fact)}</li> }).collect();
        match lines.is_empty() {
            true => view! { <span class="missing">{words.audit_nothing()}</span> }.into_any(),
            false => view! { <ul role="list">{lines}</ul> }.into_any(),
        }
    };
    let sides = vec![(words.audit_before(), side(Side::Before)), (words.audit_after(), side(Side::After))];
    Some(
        view! {
            <section class="section" aria-labelledby="changed">
                <h2 id="changed">{words.audit_changed()}</h2>
                {summary_list(sides)}
            </section>
        }
        .into_any(),
    )
}

/// A row by its columns; of what is not for an auditor the columns alone.
fn told_fact(words: &English, fact: &ChangedFact) -> AnyView {
    if !auditor_sees(fact.kind) {
        let columns: Vec<&str> = fact.body.keys().map(String::as_str).collect();
        return words.audit_withheld(columns.join(", ")).into_any();
    }
    let pairs: Vec<String> = fact.body.iter().map(|(column, value)| format!("{column}: {value}")).collect();
    view! { <code>{pairs.join(", ")}</code> }.into_any()
}
