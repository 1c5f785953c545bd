//! `/review`: what waits for HR, what needs a human first.

use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::Response;
use leptos::prelude::*;
use model::State;
use operations::nominations::At;
use operations::review::{QueuePage, Queued, SoughtReview, review_queue};
use serde::Deserialize;
use words::English;

use super::chosen::{CHOSEN, written};
use super::in_words;
use super::signs::signs;
use crate::app::App;
use crate::components::{empty, pagination, select, table_scroll, time};
use crate::document::{Page, respond};
use crate::failure::Failure;
use crate::pages::nominations::job_of;
use crate::pages::people::row::track_title;
use crate::visit::{Reader, urlencode};

const PATH: &str = "/review";
/// So many on a page, which is as many as are decided at a time.
const ON_A_PAGE: u32 = 50;

/// What an address asks, as it stands there; what is empty or makes no sense asks nothing.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    state: String,
    track: String,
    site: String,
    after: String,
}

impl Asked {
    fn sought(&self) -> SoughtReview {
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let state = State::WITH_HR.iter().copied().find(|state| state.code() == self.state);
        SoughtReview { state, track: some(&self.track), site: some(&self.site) }
    }

    fn narrows(&self) -> bool {
        [&self.state, &self.track, &self.site].iter().any(|text| !text.is_empty())
    }

    fn address(&self, after: &str) -> String {
        let pairs = [("state", self.state.as_str()), ("track", &self.track), ("site", &self.site), ("after", after)];
        let pairs = pairs.into_iter().filter(|(_, value)| !value.is_empty());
        let pairs: Vec<String> = pairs.map(|(name, value)| format!("{name}={}", urlencode(value))).collect();
        if pairs.is_empty() { PATH.to_owned() } else { format!("{PATH}?{}", pairs.join("&")) }
    }
}

pub(crate) async fn show(reader: Reader, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let visit = &reader.visit;
    let after = asked.after.parse().ok();
    let found = review_queue(&visit.app.store, &visit.ctx, &asked.sought(), after, ON_A_PAGE).await?;
    Ok(respond(visit, StatusCode::OK, || {
        let words = &visit.app.words;
        let is_empty = found.queued.is_empty();
        let body = if is_empty { none(words, &asked) } else { list(&visit.app, &asked, &found) };
        let filters = (!is_empty || asked.narrows()).then(|| filters(&reader, &asked, &found));
        let title = words.review_title();
        let body = view! {
            <div class="page-head">
                <h1>{title.clone()}</h1>
                <p class="soft">{in_words(words, found.waiting)} ". " {words.review_waiting_more()}</p>
            </div>
            {filters}
            {body}
        };
        Page::new(title, body).wide()
    }))
}

fn none(words: &English, asked: &Asked) -> AnyView {
    if asked.narrows() {
        let all = (words.review_all(), PATH.to_owned());
        empty(words.review_no_match_title(), words.review_no_match(), Some(all))
    } else {
        empty(words.review_none_title(), words.review_none(), None)
    }
}

fn filters(reader: &Reader, asked: &Asked, found: &QueuePage) -> AnyView {
    let words = &reader.visit.app.words;
    let (today, ladder) = (reader.visit.ctx.today, &found.ladder);
    let state = |state: &State| (state.code().to_owned(), words.nomination_state(state.code()));
    let states = State::WITH_HR.iter().map(state).collect();
    let track =
        |track: &rules::Track| (track.code.to_string(), track_title(words, ladder, track, &ladder.tracks, today));
    let tracks = ladder.tracks.iter().map(track).collect();
    let sites = found.sites.iter().map(|site| (site.clone(), site.clone())).collect();
    view! {
        <form class="form form--inline" method="get" action=PATH role="search" aria-label=words.review_title()>
            {select("state", words.review_state(), words.review_any_state(), states, &asked.state)}
            {select("track", words.review_track(), words.review_any_track(), tracks, &asked.track)}
            {select("site", words.review_site(), words.review_any_site(), sites, &asked.site)}
            <button class="button" type="submit">{words.review_find()}</button>
        </form>
    }
    .into_any()
}

fn list(app: &App, asked: &Asked, found: &QueuePage) -> AnyView {
    let words = &app.words;
    let rows = found.queued.iter().map(|queued| row(words, found, queued)).collect_view();
    let table = view! {
        <table class="table">
            <caption class="visually-hidden">{words.review_caption()}</caption>
            <thead>
                <tr>
                    <th scope="col">{words.review_candidate()}</th>
                    <th scope="col">{words.review_to()}</th>
                    <th scope="col">{words.review_site()}</th>
                    <th scope="col">{words.review_stands()}</th>
                    <th scope="col">{words.review_why()}</th>
                    <th scope="col">{words.review_since()}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    };
    let first = (!asked.after.is_empty()).then(|| asked.address(""));
    let next = found.next.map(|place| asked.address(&place.to_string()));
    view! {
        <form class="stack" method="get" action="/review/compare">
            {table_scroll(words.review_caption(), table.into_any())}
            <div class="stack stack--tight">
                <div class="button-group">
                    <button class="button" type="submit">{words.review_compare()}</button>
                    <button class="button button--secondary" type="submit" formaction="/review/decide">
                        {words.review_decide()}
                    </button>
                </div>
                <p class="hint">{words.review_chosen_hint()}</p>
            </div>
        </form>
        {pagination(app, first, next)}
    }
    .into_any()
}

fn row(words: &English, found: &QueuePage, queued: &Queued) -> AnyView {
    let nominated = &queued.nominated;
    let one = &nominated.nomination;
    let name = nominated.full_name.clone();
    let signs = signs(words, nominated);
    let why = if signs.is_empty() {
        view! { <span class="missing">{words.review_usual()}</span> }.into_any()
    } else {
        view! { <span class="signs">{signs}</span> }.into_any()
    };
    let by = queued.reviewer.clone().map(|name| view! { <span class="small soft">{words.review_by(name)}</span> });
    let recused = queued.is_recused.then(|| view! { <strong class="small">{words.review_recused()}</strong> });
    view! {
        <tr>
            <th scope="row">{chooser(words, At { id: one.id, seen: one.revision }, name)}</th>
            <td>{job_of(&found.ladder, &one.track)}</td>
            <td>{nominated.site.clone()}</td>
            <td>
                <span class="signs"><span>{words.nomination_state(one.state.code())}</span>{by}{recused}</span>
            </td>
            <td>{why}</td>
            <td>{time(one.since_on, words.date(one.since_on))}</td>
        </tr>
    }
    .into_any()
}

/// A candidate's name, which leads to the nomination, and what chooses them.
pub(super) fn chooser(words: &English, at: At, name: String) -> AnyView {
    let href = format!("/nominations/{}", at.id);
    view! {
        <span class="chooser">
            <input type="checkbox" name=CHOSEN value=written(at) aria-label=words.review_choose(name.clone())/>
            <a href=href>{name}</a>
        </span>
    }
    .into_any()
}
