//! `/audit`: the trail, for auditors: what was done, by whom, for whom, to what. `/audit.csv` is the same as a file.

mod entry;
mod export;
mod query;
mod told;
mod verification;

use axum::extract::{FromRequestParts, Query};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::Response;
use leptos::prelude::*;
use model::{Access, Event};
use operations::{ListedEntry, search_trail};
use policy::Act;

use crate::components::time::when;
use crate::components::{ErrorSummary, Icon, TextInput, Typed, empty, pagination, select};
use crate::document::{Page, respond};
use crate::failure::Failure;
use crate::form::Told;
use crate::visit::{Reader, Visit};

pub(crate) use entry::show as show_entry;
pub(crate) use query::Asked;
pub(crate) use verification::{show as show_verification, verify};

const PATH: &str = "/audit";
/// So many entries on a page.
const ON_A_PAGE: u32 = 50;

/// A visit of an auditor. Others are told who it is for.
pub(crate) struct Auditor(pub(crate) Visit);

impl<S: Sync> FromRequestParts<S> for Auditor {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Auditor, Failure> {
        let Reader { visit, viewer, .. } = Reader::from_request_parts(parts, state).await?;
        if viewer.has(Access::Auditor) { Ok(Auditor(visit)) } else { Err(Failure::Denied(Act::Audit)) }
    }
}

pub(crate) async fn show(Auditor(visit): Auditor, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let words = &visit.app.words;
    let trail = match asked.trail(words) {
        Ok(trail) => trail,
        Err(faults) => {
            let told = faults.told(|fault| fault.tell(words));
            return Ok(render(&visit, StatusCode::UNPROCESSABLE_ENTITY, &asked, &told, (Vec::new(), None)));
        }
    };
    let (found, next) = search_trail(&visit.app.store, &visit.ctx, &trail, asked.before, ON_A_PAGE).await?;
    let next = next.map(|before| asked.on_from(before).address(PATH));
    Ok(render(&visit, StatusCode::OK, &asked, &Told::default(), (found, next)))
}

pub(crate) async fn export(Auditor(visit): Auditor, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let trail = asked.trail(&visit.app.words).map_err(|_| Failure::Hidden)?;
    export::stream(visit.app.clone(), visit.ctx.clone(), trail).await
}

fn render(
    visit: &Visit,
    status: StatusCode,
    asked: &Asked,
    told: &Told,
    (found, next): (Vec<ListedEntry>, Option<String>),
) -> Response {
    let words = &visit.app.words;
    respond(visit, status, || {
        let first = asked.before.map(|_| asked.first_page().address(PATH));
        let csv = asked.first_page().address("/audit.csv");
        let export = (!found.is_empty()).then(|| {
            view! {
                <a class="button button--secondary button--small" href=csv>
                    <Icon name="download"/> {words.audit_export()}
                </a>
            }
        });
        let all = asked.narrows().then(|| (words.audit_all(), PATH.to_owned()));
        let list = match (found.is_empty(), told.is_empty()) {
            (true, true) => Some(empty(words.audit_none_title(), words.audit_none(), all)),
            (true, false) => None,
            (false, _) => Some(table(visit, &found)),
        };
        let body = view! {
            <ErrorSummary errors=told.all()/>
            <div class="row row--apart">
                <h1>{words.audit_title()}</h1>
                <div class="button-group">
                    {export}
                    <a class="button button--secondary button--small" href="/audit/verification">
                        {words.audit_verify_title()}
                    </a>
                </div>
            </div>
            <p class="soft">{words.audit_lead()}</p>
            {filters(visit, asked, told)}
            {list}
            {pagination(&visit.app, first, next)}
        };
        Page::new(words.audit_title(), body).with_form(told, words).wide()
    })
}

fn filters(visit: &Visit, asked: &Asked, told: &Told) -> AnyView {
    let words = &visit.app.words;
    let acts = Event::ACTS.iter().map(|act| ((*act).to_owned(), words.audit_act(*act))).collect();
    view! {
        <form class="form form--inline" method="get" action=PATH role="search" aria-label=words.audit_title()>
            {select("act", words.audit_act_label(), words.audit_any_act(), acts, &asked.act)}
            <TextInput name="actor" label=words.audit_actor() value=asked.actor.clone() typed=Typed::Code/>
            <TextInput name="person" label=words.audit_person() value=asked.person.clone() typed=Typed::Code/>
            <TextInput
                name="from"
                label=words.audit_from()
                value=asked.from.clone()
                error=told.of(query::Field::From)
                typed=Typed::Day
            />
            <TextInput
                name="until"
                label=words.audit_until()
                value=asked.until.clone()
                error=told.of(query::Field::Until)
                typed=Typed::Day
            />
            <button class="button" type="submit"><Icon name="search"/> {words.audit_find()}</button>
        </form>
    }
    .into_any()
}

fn table(visit: &Visit, found: &[ListedEntry]) -> AnyView {
    let words = &visit.app.words;
    let row = |listed: &ListedEntry| {
        let href = format!("{PATH}/{}", listed.entry.id);
        view! {
            <tr>
                <th scope="row"><a href=href>{words.audit_act(listed.entry.act.clone())}</a></th>
                <td>{when(words, listed.entry.recorded_at)}</td>
                <td>{told::actor(words, listed)}</td>
                <td class="table__text">{told::about(words, listed)}</td>
            </tr>
        }
    };
    view! {
        <div class="table-scroll" role="region" aria-label=words.audit_moved() tabindex="0">
            <table class="table table--dense">
                <caption class="visually-hidden">{words.audit_caption()}</caption>
                <thead>
                    <tr>
                        <th scope="col">{words.audit_act_label()}</th>
                        <th scope="col">{words.audit_when()}</th>
                        <th scope="col">{words.audit_actor()}</th>
                        <th scope="col">{words.audit_about()}</th>
                    </tr>
                </thead>
                <tbody>{found.iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}
