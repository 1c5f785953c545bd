//! `/nominations`: the latest first.

use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::Response;
use leptos::prelude::*;
use model::NominationId;
use operations::nominations::Nominated;
use operations::nominations::list_nominations;
use rules::Ladder;
use serde::Deserialize;
use words::English;

use crate::components::pagination;
use crate::components::time;
use crate::components::{empty, table_scroll};
use crate::document::{Page, respond};
use crate::failure::Failure;
use crate::visit;

const PAGE: u32 = 50;

#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Start {
    before: Option<NominationId>,
}

pub(crate) async fn list(reader: visit::Reader, Query(start): Query<Start>) -> Result<Response, Failure> {
    let visit = &reader.visit;
    let page = list_nominations(&visit.app.store, &visit.ctx, start.before, PAGE).await?;
    Ok(respond(visit, StatusCode::OK, || {
        let words = &visit.app.words;
        let title = words.nomination_list();
        let list = if page.nominations.is_empty() {
            empty(words.nomination_list_none(), words.nomination_list_none_more(), None)
        } else {
            let row = |one: &Nominated| row(words, &page.ladder, one);
            let rows = page.nominations.iter().map(row).collect_view();
            let table = view! {
                <table class="table">
                    <caption class="visually-hidden">{words.nomination_list_caption()}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{words.nomination_candidate()}</th>
                            <th scope="col">{words.nomination_track()}</th>
                            <th scope="col">{words.nomination_stands()}</th>
                            <th scope="col">{words.nomination_since()}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            };
            table_scroll(words.nomination_list_caption(), table.into_any())
        };
        let first = start.before.map(|_| "/nominations".to_owned());
        let next = page.next.map(|id| format!("/nominations?before={id}"));
        let body = view! {
            <div class="page-head"><h1>{title.clone()}</h1></div>
            {list}
            {pagination(&visit.app, first, next)}
        };
        Page::new(title, body)
    }))
}

fn row(words: &English, ladder: &Ladder, one: &Nominated) -> impl IntoView + use<> {
    let nomination = &one.nomination;
    let href = format!("/nominations/{}", nomination.id);
    view! {
        <tr>
            <th scope="row"><a href=href>{one.full_name.clone()}</a></th>
            <td>{job_of(ladder, &nomination.track)}</td>
            <td>{words.nomination_state(nomination.state.code())}</td>
            <td>{time(nomination.since_on, words.date(nomination.since_on))}</td>
        </tr>
    }
}

/// What the job is called that a track leads to; of one that is no longer on the ladder its code.
pub(in crate::pages) fn job_of(ladder: &Ladder, track: &str) -> String {
    let found = ladder.track_ids().map(|id| ladder.track(id)).find(|known| known.code == track);
    let version = found.and_then(|track| track.versions.last());
    version.map_or_else(|| track.to_owned(), |version| ladder.catalogue.job(version.to).title.clone())
}
