//! The moves of the people of whoever is HR, the latest day first.

use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::Response;
use leptos::prelude::*;
use model::{Access, MoveKind, MoveState};
use operations::moves::{MoveList, MoveTold, search_moves};

use super::query::{self, Asked};
use super::{Hr, PATH, address, address_of_new, job_of, told};
use crate::components::{ErrorSummary, Icon, TextInput, Typed, empty, pagination, select, time};
use crate::document::{Page, respond};
use crate::failure::Failure;
use crate::form::Told;
use crate::visit::Visit;

/// So many moves on a page.
const ON_A_PAGE: u32 = 50;

pub(crate) async fn show(Hr(visit): Hr, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let words = &visit.app.words;
    match asked.sought(words, visit.ctx.today) {
        Ok(sought) => {
            let found = search_moves(&visit.app.store, &visit.ctx, &sought, asked.before(), ON_A_PAGE).await?;
            Ok(render(&visit, StatusCode::OK, &asked, &Told::default(), Some(&found)))
        }
        Err(faults) => {
            let told = faults.told(|fault| fault.tell(words));
            Ok(render(&visit, StatusCode::UNPROCESSABLE_ENTITY, &asked, &told, None))
        }
    }
}

pub(crate) async fn export(Hr(visit): Hr, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let sought = asked.sought(&visit.app.words, visit.ctx.today).map_err(|_| Failure::Hidden)?;
    super::export::stream(visit.app.clone(), visit.ctx.clone(), sought).await
}

fn render(visit: &Visit, status: StatusCode, asked: &Asked, told: &Told, found: Option<&MoveList>) -> Response {
    let words = &visit.app.words;
    respond(visit, status, || {
        let keeps_hris = visit.signed_in.as_ref().is_some_and(|one| one.viewer.has(Access::HrLead));
        let is_any = found.is_some_and(|found| !found.moves.is_empty());
        let csv = (keeps_hris && is_any).then(|| {
            let href = asked.first_page().address("/moves.csv");
            view! {
                <a class="button button--secondary button--small" href=href><Icon name="download"/> {words.move_export()}</a>
            }
        });
        let all = asked.narrows().then(|| (words.move_all(), PATH.to_owned()));
        let list = found.map(|found| match found.moves.is_empty() {
            true => empty(words.move_none_title(), words.move_none_here(), all),
            false => table(visit, found),
        });
        let first = asked.before().map(|_| asked.first_page().address(PATH));
        let next = found.and_then(|found| found.next).map(|last| asked.on_from(last).address(PATH));
        let body = view! {
            <ErrorSummary errors=told.all()/>
            <div class="row row--apart">
                <h1>{words.move_moves()}</h1>
                <div class="button-group">
                    {csv}
                    <a class="button button--small" href=address_of_new(None)>{words.move_record()}</a>
                </div>
            </div>
            <p class="soft">{words.move_lead()}</p>
            {filters(visit, asked, told)}
            {list}
            {pagination(&visit.app, first, next)}
        };
        Page::new(words.move_moves(), body).with_form(told, words).wide()
    })
}

fn filters(visit: &Visit, asked: &Asked, told: &Told) -> AnyView {
    let words = &visit.app.words;
    let kinds = MoveKind::ALL.iter().map(|kind| (kind.code().to_owned(), words.move_kind(kind.code()))).collect();
    let states = MoveState::ALL.iter().map(|state| (state.code().to_owned(), words.move_state(state.code()))).collect();
    view! {
        <form class="form form--inline" method="get" action=PATH role="search" aria-label=words.move_moves()>
            {select("state", words.move_stands(), words.move_any_state(), states, &asked.state)}
            {select("kind", words.move_kind_label(), words.move_any_kind(), kinds, &asked.kind)}
            <TextInput
                name="from"
                label=words.move_from_label()
                value=asked.from(words, visit.ctx.today)
                error=told.of(query::Field::From)
                typed=Typed::Day
            />
            <TextInput
                name="until"
                label=words.move_until_label()
                value=asked.until.clone()
                error=told.of(query::Field::Until)
                typed=Typed::Day
            />
            <button class="button" type="submit"><Icon name="search"/> {words.move_find()}</button>
        </form>
    }
    .into_any()
}

fn table(visit: &Visit, found: &MoveList) -> AnyView {
    let words = &visit.app.words;
    let row = |one: &MoveTold| {
        let moved = &one.told;
        view! {
            <tr>
                <th scope="row"><a href=address(moved.id)>{one.full_name.clone()}</a></th>
                <td class="numeric">{one.number.clone()}</td>
                <td class="table__text">{told(words, &found.ladder, moved)}</td>
                <td>{job_of(&found.ladder, &moved.from_job)}</td>
                <td>{time(moved.effective_on, words.date(moved.effective_on))}</td>
                <td>{words.move_state(moved.state.code())}</td>
            </tr>
        }
    };
    view! {
        <div class="table-scroll" role="region" aria-label=words.move_table() tabindex="0">
            <table class="table table--dense">
                <caption class="visually-hidden">{words.move_caption()}</caption>
                <thead>
                    <tr>
                        <th scope="col">{words.move_who()}</th>
                        <th scope="col" class="numeric">{words.move_number()}</th>
                        <th scope="col">{words.move_what()}</th>
                        <th scope="col">{words.move_from_job()}</th>
                        <th scope="col">{words.move_first_day()}</th>
                        <th scope="col">{words.move_stands()}</th>
                    </tr>
                </thead>
                <tbody>{found.moves.iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}
