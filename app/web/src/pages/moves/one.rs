//! `/moves/{id}`: a move, with what changes, and what calls it off.

use axum::Form;
use axum::extract::Path;
use axum::extract::rejection::PathRejection;
use axum::http::StatusCode;
use axum::response::Response;
use leptos::prelude::*;
use model::{MoveId, Refusal};
use operations::Error;
use operations::moves::{CallOff, OneMove, call_off_move, find_move};
use serde::Deserialize;
use words::English;

use super::{PATH, address, job_of, told};
use crate::components::summary_list::summary_list;
use crate::components::{Banner, ErrorSummary, NotificationBanner, Textarea, person_link, time};
use crate::document::{Page, respond};
use crate::failure::Failure;
use crate::form::{self, Faults, Told};
use crate::notice;
use crate::visit::{self, Visit};

/// What the page after an act tells.
pub(super) const RECORDED: &str = "move-recorded";
const CALLED_OFF: &str = "move-called-off";

/// What was typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Typed {
    why: String,
}

#[derive(Clone, Copy, PartialEq)]
enum Field {
    Why,
    /// What can be done at all.
    Next,
}

impl form::Field for Field {
    fn name(self) -> &'static str {
        match self {
            Field::Why => "why",
            Field::Next => "next",
        }
    }
}

type Named = Result<Path<MoveId>, PathRejection>;

fn id(named: Named) -> Result<MoveId, Failure> {
    named.map(|Path(id)| id).map_err(|_| Failure::Hidden)
}

pub(crate) async fn show_one(reader: visit::Reader, named: Named) -> Result<Response, Failure> {
    let visit = &reader.visit;
    let one = find_move(&visit.app.store, &visit.ctx, id(named)?).await?;
    visit.app.read_log.note(&reader.viewer, one.found.told.employee);
    Ok(render(visit, StatusCode::OK, &one, &Typed::default(), &Told::default()))
}

pub(crate) async fn call_off(
    reader: visit::Reader,
    named: Named,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let (visit, id) = (&reader.visit, id(named)?);
    let (store, ctx, words) = (&visit.app.store, &visit.ctx, &visit.app.words);
    // Of what one may not know there is no page, whatever is sent.
    find_move(store, ctx, id).await?;
    match call_off_move(store, ctx, id, &typed.why).await {
        Ok(()) => Ok(notice::done(CALLED_OFF, &address(id))),
        Err(Error::NotNow(refusal)) => {
            let (status, field) = match refusal {
                Refusal::MoveWithoutReason => (StatusCode::UNPROCESSABLE_ENTITY, Field::Why),
                _ => (StatusCode::CONFLICT, Field::Next),
            };
            let told = Faults::one(field, refusal).told(|refusal| words.refusal(&refusal));
            let now = find_move(store, ctx, id).await?;
            Ok(render(visit, status, &now, &typed, &told))
        }
        Err(error) => Err(error.into()),
    }
}

fn render(visit: &Visit, status: StatusCode, one: &OneMove, typed: &Typed, faults: &Told) -> Response {
    let words = &visit.app.words;
    respond(visit, status, || {
        let title = told(words, &one.ladder, &one.found.told);
        let done = match visit.notice.as_deref() {
            Some(RECORDED) => Some("recorded"),
            Some(CALLED_OFF) => Some("called_off"),
            Some(_) | None => None,
        };
        let done = done.filter(|_| faults.is_empty()).map(|done| words.move_done(done));
        let body = view! {
            {done.map(|title| view! { <NotificationBanner about=Banner::Success title/> })}
            <ErrorSummary errors=faults.all()/>
            <div class="page-head"><h1>{title.clone()}</h1></div>
            <div class="columns">
                {summary(words, one)}
                <section class="section" aria-labelledby="next">
                    <h2 id="next">{words.nomination_next()}</h2>
                    {next(words, one, typed, faults)}
                </section>
            </div>
        };
        Page::new(title, body).with_form(faults, words).below(vec![(words.move_moves(), PATH.to_owned())])
    })
}

fn summary(words: &English, one: &OneMove) -> AnyView {
    let (found, moved) = (&one.found, &one.found.told);
    let line = |label: String, value: Option<String>| Some((label, value?.into_any()));
    let named = |manager: &Option<(String, String)>| manager.as_ref().map(|(_, name)| name.clone());
    let changed = |before: Option<String>, after: Option<String>| match (before, after) {
        (Some(before), Some(after)) if before != after => Some(words.move_changes(before, after)),
        (_, after) => after,
    };
    let job = (moved.job != moved.from_job)
        .then(|| changed(Some(job_of(&one.ladder, &moved.from_job)), Some(job_of(&one.ladder, &moved.job))));
    let lines = [
        Some((words.move_who(), person_link(&found.number, found.full_name.clone()))),
        line(words.move_stands(), Some(words.move_state(moved.state.code()))),
        Some((words.move_first_day(), time(moved.effective_on, words.date(moved.effective_on)))),
        line(words.move_job(), job.unwrap_or_else(|| Some(job_of(&one.ladder, &moved.job)))),
        line(words.move_site(), changed(moved.from.site.clone(), moved.to.site.clone())),
        line(words.move_unit(), changed(moved.from.unit.clone(), moved.to.unit.clone())),
        line(words.move_line_manager(), changed(named(&found.from_manager), named(&found.manager))),
        line(words.move_reason(), moved.reason.clone()),
        line(words.move_off_because(), moved.ended_because.clone()),
    ];
    summary_list(lines.into_iter().flatten().collect())
}

fn next(words: &English, one: &OneMove, typed: &Typed, faults: &Told) -> AnyView {
    match one.call_off {
        CallOff::Over => view! { <p class="missing">{words.move_over()}</p> }.into_any(),
        CallOff::With(nomination) => {
            let href = format!("/nominations/{nomination}");
            view! { <p>{words.move_with_nomination()}" "<a href=href>{words.nomination_see()}</a></p> }.into_any()
        }
        CallOff::Here => view! {
            <form class="form" method="post" action=address(one.found.told.id) novalidate>
                <Textarea
                    name=form::Field::name(Field::Why)
                    label=words.move_call_off_label()
                    error=faults.of(Field::Why)
                    value=typed.why.clone()
                />
                <button class="button button--warning" type="submit">{words.move_call_off()}</button>
            </form>
        }
        .into_any(),
    }
}
