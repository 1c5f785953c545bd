//! `/news`: what the reader was told, the latest first.

use axum::Form;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use leptos::prelude::*;
use model::{MoveState, NewsId, NominationAct};
use operations::news::{News, NewsItem, RecordDone, RecordItem, list_news, read_news};
use rules::Ladder;
use serde::Deserialize;
use words::English;

use super::moves;
use super::nominations::{job_of, letter_address};
use super::waivers::criterion_of;
use crate::components::{ActionButton, empty, pagination, person_link, table_scroll, track_link, when};
use crate::document::{Page, respond};
use crate::failure::Failure;
use crate::visit;

const PAGE: u32 = 50;

#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Start {
    before: Option<NewsId>,
}

#[derive(Deserialize)]
pub(crate) struct Until {
    until: NewsId,
}

pub(crate) async fn show(reader: visit::Reader, Query(start): Query<Start>) -> Result<Response, Failure> {
    let visit = &reader.visit;
    let news = list_news(&visit.app.store, &visit.ctx, start.before, PAGE).await?;
    Ok(respond(visit, StatusCode::OK, || {
        let words = &visit.app.words;
        let title = words.news_title();
        let row = |one: &News| {
            let new = one.read_at().is_none().then(|| view! { <strong class="tag">{words.news_new()}</strong> });
            let (what, about) = match one {
                News::OfNomination(item) => of_nomination(words, &news.ladder, item),
                News::OfRecord { item, sees_record } => of_record(words, &news.ladder, item, *sees_record),
            };
            view! {
                <tr>
                    <td>{when(words, one.told_at())}</td>
                    <td>{what} " " {new}</td>
                    <th scope="row">{about}</th>
                </tr>
            }
        };
        let list = if news.items.is_empty() {
            empty(words.news_none(), words.news_none_more(), None)
        } else {
            let rows = news.items.iter().map(row).collect_view();
            let table = view! {
                <table class="table">
                    <caption class="visually-hidden">{words.news_caption()}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{words.nomination_when()}</th>
                            <th scope="col">{words.nomination_what()}</th>
                            <th scope="col">{words.news_of()}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            };
            table_scroll(words.news_caption(), table.into_any())
        };
        let read = news.items.first().filter(|_| news.unread > 0 && start.before.is_none()).map(|latest| {
            let fields = vec![("until", latest.id().to_string())];
            view! { <ActionButton action="/news" label=words.news_read() fields/> }
        });
        let unread = u32::try_from(news.unread).unwrap_or(u32::MAX);
        let first = start.before.map(|_| "/news".to_owned());
        let next = news.next.map(|id| format!("/news?before={id}"));
        let body = view! {
            <div class="page-head"><h1>{title.clone()}</h1><p class="soft">{words.news_unread(unread)}</p></div>
            {read}
            {list}
            {pagination(&visit.app, first, next)}
        };
        Page::new(title, body)
    }))
}

/// What was done to a nomination, and which, with the letter that went out with it.
fn of_nomination(words: &English, ladder: &Ladder, item: &NewsItem) -> (String, AnyView) {
    // Who is to answer may not see the nomination yet.
    let href = match item.act {
        NominationAct::AskWaiver => "/waivers?state=asked".to_owned(),
        _ => format!("/nominations/{}", item.nomination),
    };
    let about = words.nomination_title(item.full_name.clone(), job_of(ladder, &item.track));
    let letter = item.letter.map(|_| {
        let href = letter_address(item.nomination, item.act_id);
        view! { <p><a href=href>{words.letter_read()}</a></p> }
    });
    (words.nomination_act(item.act.code()), view! { <a href=href>{about}</a>{letter} }.into_any())
}

/// What was done to a record, and whose. It leads there where the reader sees it still.
fn of_record(words: &English, ladder: &Ladder, item: &RecordItem, sees_record: bool) -> (String, AnyView) {
    let about = |what: String| words.news_about(item.full_name.clone(), what);
    match &item.done {
        RecordDone::Move { id, kind, from_job, job, state } => {
            let about = about(moves::told_by(words, ladder, (*kind, from_job, job)));
            let about = match state {
                _ if !sees_record => about.into_any(),
                MoveState::Made => person_link(&item.number, about),
                _ => view! { <a href=moves::address(*id)>{about}</a> }.into_any(),
            };
            (words.news_move(state.code()), about)
        }
        RecordDone::WaiverEnded { track, criterion, .. } => {
            let about = about(criterion_of(words, ladder, track, criterion)).into_any();
            let about = if sees_record { track_link(&item.number, track, about) } else { about };
            (words.news_waiver_ended(), about)
        }
    }
}

/// All that is on the page, and before it, is read.
pub(crate) async fn read(reader: visit::Reader, Form(form): Form<Until>) -> Result<Response, Failure> {
    read_news(&reader.visit.app.store, &reader.visit.ctx, form.until).await?;
    Ok(Redirect::to("/news").into_response())
}
