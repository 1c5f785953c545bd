//! `/people/{number}/tracks/{track}`: the answer. Headline, timeline, each criterion, the plan.

mod begin;
mod criterion;
mod header;
mod picture;
mod plan;
mod told;
mod versions;

use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::Response;
use leptos::prelude::*;
use operations::{Answer, explain_person};
use rules::{Day, Entry};

use crate::app::App;
use crate::components::timeline::timeline;
use crate::document::{Page, Script, respond};
use crate::failure::Failure;
use crate::visit;
use crate::what_if::form as what_if;
use told::{Told, reader_of};

pub(crate) async fn show(
    reader: visit::Reader,
    Path((number, track)): Path<(String, String)>,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let visit = &reader.visit;
    let app = &visit.app;
    // The first day of the version that is to judge, where it is not the one in force. The rest asks what if.
    let version = query.iter().find(|(name, _)| name == "version");
    let version = version.map(|(_, day)| day.parse::<Day>().map_err(|_| Failure::Hidden)).transpose()?;
    let answer = explain_person(&app.store, &visit.ctx, &app.read_log, &number, &track, version).await?;
    if version.is_some() && answer.assessment.is_none() {
        return Err(Failure::Hidden);
    }
    let today = visit.ctx.today;
    Ok(respond(visit, StatusCode::OK, || match Told::new(app, &answer, version) {
        Some(told) => page(&told, query),
        None => nothing_to_tell(app, &answer, today),
    }))
}

fn page(told: &Told<'_>, query: Vec<(String, String)>) -> Page<AnyView> {
    let (app, words) = (told.app, &told.app.words);
    let title = told.title();
    let what_if = what_if::section(app, told.answer, told.telling.as_of, told.pinned, query);
    let criteria = told.top_level().map(|finding| criterion::criterion(told, finding)).collect_view();
    let body = view! {
        {versions::pinned(told)}
        {header::header(told)}
        <section class="stack" aria-labelledby="timeline-title">
            <h2 id="timeline-title">{words.timeline_title()}</h2>
            {timeline(app, &picture::picture(told, &told.answer.moves))}
        </section>
        <div class="columns">
            <section class="section" aria-labelledby="criteria">
                <div class="section__head"><h2 id="criteria">{words.answer_criteria()}</h2></div>
                <ol class="criteria" role="list">{criteria}</ol>
            </section>
            <div class="stack stack--wide">{plan::plan(told)}{begin::begin(told, told.answer.beginning)}{what_if}{versions::others(told)}</div>
        </div>
    };
    Page::new(title, body.into_any()).below(vec![told.record()]).with(Script::WhatIf)
}

/// No employment has begun, or no criteria are in force: there is no assessment to show.
fn nothing_to_tell(app: &App, answer: &Answer, today: Day) -> Page<AnyView> {
    let (words, reader) = (&app.words, reader_of(answer));
    let record = (answer.employee.full_name.clone(), format!("/people/{}", answer.employee.number));
    let track = answer.ladder.track(answer.track);
    let version = track.versions.first();
    let title = version.map_or_else(
        || track.code.to_string(),
        |version| {
            let job = answer.ladder.catalogue.job(version.to).title().to_owned();
            words.answer_title(version.kind.code(), job)
        },
    );
    let none = words.answer_none(reader.code(), reader.name().to_owned(), words.date(today));
    let heading = title.clone();
    let body = view! {
        <div class="page-head"><h1>{heading}</h1></div>
        <div class="empty"><p>{none}</p></div>
    };
    Page::new(title, body.into_any()).below(vec![record])
}
