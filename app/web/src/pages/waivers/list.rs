//! The list: the latest first, all or some, and below it how many there are.

use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::Response;
use leptos::prelude::*;
use model::{AccountId, WaiverId, WaiverState};
use operations::nominations::{SoughtWaivers, WaiverTold, list_waivers};
use rules::Ladder;
use serde::Deserialize;
use words::English;

use super::counts::counts;
use super::{criterion_of, days, state_tag};
use crate::components::{TextInput, Typed, empty, pagination, select, table_scroll};
use crate::document::{Page, respond};
use crate::failure::Failure;
use crate::pages::nominations::job_of;
use crate::visit::{self, urlencode};

const PAGE: u32 = 50;
const PATH: &str = "/waivers";

/// What is looked for; what is left out asks nothing.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    pub(super) state: String,
    pub(super) person: String,
    pub(super) by: Option<AccountId>,
    pub(super) track: String,
    pub(super) criterion: String,
    pub(super) before: Option<WaiverId>,
}

impl Asked {
    /// Nothing where a state is asked for that there is not.
    fn sought(&self) -> Option<SoughtWaivers> {
        let given = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        let state = match self.state.as_str() {
            "" => None,
            code => Some(WaiverState::from_code(code)?),
        };
        Some(SoughtWaivers {
            state,
            asked_by: self.by,
            person: given(&self.person),
            track: given(&self.track),
            criterion: given(&self.criterion),
        })
    }

    /// Where the same is asked for, before one where given.
    pub(super) fn address(&self, before: Option<WaiverId>) -> String {
        let by = self.by.map(|id| id.to_string()).unwrap_or_default();
        let before = before.map(|id| id.to_string()).unwrap_or_default();
        let all = [
            ("state", self.state.as_str()),
            ("person", &self.person),
            ("by", &by),
            ("track", &self.track),
            ("criterion", &self.criterion),
            ("before", &before),
        ];
        let given = all.into_iter().filter(|(_, value)| !value.is_empty());
        let given: Vec<String> = given.map(|(name, value)| format!("{name}={}", urlencode(value))).collect();
        if given.is_empty() { PATH.to_owned() } else { format!("{PATH}?{}", given.join("&")) }
    }
}

pub(crate) async fn list(reader: visit::Reader, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let visit = &reader.visit;
    let sought = asked.sought().ok_or(Failure::Hidden)?;
    let page = list_waivers(&visit.app.store, &visit.ctx, &sought, asked.before, PAGE).await?;
    Ok(respond(visit, StatusCode::OK, || {
        let words = &visit.app.words;
        let title = words.waiver_list();
        let narrows = sought != SoughtWaivers::default();
        let all = narrows.then(|| {
            view! { <p>{words.waiver_narrowed()} " " <a href=PATH>{words.waiver_list_all()}</a></p> }
        });
        let list = if page.waivers.is_empty() {
            empty(words.waiver_list_none(), words.waiver_list_none_more(), None)
        } else {
            table(words, &page.ladder, &page.waivers)
        };
        let first = asked.before.map(|_| asked.address(None));
        let next = page.next.map(|id| asked.address(Some(id)));
        let body = view! {
            <div class="page-head"><h1>{title.clone()}</h1><p class="soft">{words.waiver_list_why()}</p></div>
            {filters(words, &asked)}
            {all}
            {list}
            {pagination(&visit.app, first, next)}
            {counts(words, &page.ladder, &page.counts)}
        };
        Page::new(title, body).wide()
    }))
}

fn filters(words: &English, asked: &Asked) -> AnyView {
    let states = WaiverState::ALL.iter().map(|state| (state.code().to_owned(), words.waiver_state(state.code())));
    let states = states.collect();
    view! {
        <form class="form form--inline" method="get" action=PATH role="search" aria-label=words.waiver_list()>
            {select("state", words.waiver_stands(), words.waiver_show_all(), states, &asked.state)}
            <TextInput name="person" label=words.waiver_person() value=asked.person.clone() typed=Typed::Code/>
            <button class="button button--secondary" type="submit">{words.waiver_show()}</button>
        </form>
    }
    .into_any()
}

fn table(words: &English, ladder: &Ladder, waivers: &[WaiverTold]) -> AnyView {
    let row = |one: &WaiverTold| {
        let told = &one.told;
        let href = format!("{PATH}/{}", told.id);
        view! {
            <tr>
                <th scope="row"><a href=href>{one.full_name.clone()}</a></th>
                <td>{criterion_of(words, ladder, &told.track, &told.criterion)}</td>
                <td>{job_of(ladder, &told.track)}</td>
                <td>{days(words, told)}</td>
                <td>{one.asked_by_name.clone()}</td>
                <td>{state_tag(words, told.state)}</td>
            </tr>
        }
    };
    let rows = waivers.iter().map(row).collect_view();
    let table = view! {
        <table class="table">
            <caption class="visually-hidden">{words.waiver_list_caption()}</caption>
            <thead>
                <tr>
                    <th scope="col">{words.waiver_for()}</th>
                    <th scope="col">{words.waiver_criterion()}</th>
                    <th scope="col">{words.waiver_track()}</th>
                    <th scope="col">{words.waiver_days()}</th>
                    <th scope="col">{words.waiver_asked_by()}</th>
                    <th scope="col">{words.waiver_stands()}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    };
    table_scroll(words.waiver_list_caption(), table.into_any())
}
