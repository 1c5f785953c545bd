//! `/review/{id}`: what reviewers note of a nomination, one's own first, and who stands aside.

use axum::Form;
use axum::extract::Path;
use axum::extract::rejection::PathRejection;
use axum::http::StatusCode;
use axum::response::Response;
use leptos::prelude::*;
use model::{NominationId, Refusal, ReviewAct};
use operations::Error;
use operations::review::{NoteTold, RecusalTold, Talk, stand_aside, talk, write_note};
use serde::Deserialize;
use words::English;

use crate::components::{Banner, ErrorSummary, NotificationBanner, Textarea, when};
use crate::document::{Page, respond};
use crate::failure::Failure;
use crate::notice;
use crate::pages::nominations::job_of;
use crate::visit::{Reader, Visit};

/// What the page after an act tells.
const DONE: &str = "review-done";

type Named = Result<Path<NominationId>, PathRejection>;

/// What is written into one of the forms.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Written {
    act: String,
    note: String,
    reason: String,
}

pub(crate) async fn show(reader: Reader, named: Named) -> Result<Response, Failure> {
    let (visit, id) = (&reader.visit, id(named)?);
    let talk = talk(&visit.app.store, &visit.ctx, id).await?;
    Ok(render(visit, StatusCode::OK, &talk, &Written::default(), None))
}

pub(crate) async fn add(reader: Reader, named: Named, Form(written): Form<Written>) -> Result<Response, Failure> {
    let (visit, id) = (&reader.visit, id(named)?);
    let (store, ctx) = (&visit.app.store, &visit.ctx);
    let act = ReviewAct::from_code(&written.act).ok_or(Failure::Malformed(StatusCode::BAD_REQUEST))?;
    let done = match act {
        ReviewAct::Note => write_note(store, ctx, id, &written.note).await.map(drop),
        ReviewAct::StandAside => stand_aside(store, ctx, id, &written.reason).await,
    };
    match done {
        Ok(()) => Ok(notice::done(DONE, &format!("/review/{id}"))),
        Err(Error::NotNow(refusal @ (Refusal::NothingWritten | Refusal::TooLong { .. }))) => {
            let talk = talk(store, ctx, id).await?;
            let fault = (act, visit.app.words.refusal(&refusal));
            Ok(render(visit, StatusCode::UNPROCESSABLE_ENTITY, &talk, &written, Some(fault)))
        }
        Err(error) => Err(error.into()),
    }
}

/// What is no id is not found.
fn id(named: Named) -> Result<NominationId, Failure> {
    named.map(|Path(id)| id).map_err(|_| Failure::Hidden)
}

fn render(
    visit: &Visit,
    status: StatusCode,
    talk: &Talk,
    written: &Written,
    fault: Option<(ReviewAct, String)>,
) -> Response {
    respond(visit, status, || {
        let words = &visit.app.words;
        let one = &talk.nominated.nomination;
        let title = words.review_talk_title(talk.nominated.full_name.clone());
        let nomination = words.nomination_title(talk.nominated.full_name.clone(), job_of(&talk.ladder, &one.track));
        let done = (visit.notice.as_deref() == Some(DONE))
            .then(|| view! { <NotificationBanner about=Banner::Success title=words.review_talk_saved()/> });
        let of = |act: ReviewAct| fault.as_ref().filter(|(own, _)| *own == act).map(|(_, text)| text.clone());
        let errors = fault.iter().map(|(act, text)| (field(*act), text.clone())).collect();
        let body = view! {
            {done}
            <ErrorSummary errors/>
            <div class="page-head">
                <h1>{title.clone()}</h1>
                <p class="soft">{words.nomination_state(one.state.code())}</p>
            </div>
            <div class="columns">
                {notes(words, talk, written, of(ReviewAct::Note))}
                {aside(words, talk, written, of(ReviewAct::StandAside))}
            </div>
        };
        let above =
            vec![(words.review_title(), "/review".to_owned()), (nomination, format!("/nominations/{}", one.id))];
        Page::new(title, body).below(above)
    })
}

fn field(act: ReviewAct) -> &'static str {
    match act {
        ReviewAct::Note => "note",
        ReviewAct::StandAside => "reason",
    }
}

fn notes(words: &English, talk: &Talk, written: &Written, error: Option<String>) -> AnyView {
    let may = talk.possible.contains(&ReviewAct::Note);
    let lead = match () {
        () if talk.is_recused => words.review_talk_recused(),
        () if !may => words.review_talk_not_yours(),
        () if talk.notes.is_empty() => words.review_talk_first(),
        () => words.review_talk_kept(),
    };
    let note = |told: &NoteTold| {
        let paragraphs = told.note.words.lines().map(str::trim).filter(|line| !line.is_empty());
        let paragraphs = paragraphs.map(|line| view! { <p>{line.to_owned()}</p> }).collect_view();
        view! {
            <li>
                <p class="soft small"><strong>{told.name.clone()}</strong> " " {when(words, told.note.written_at)}</p>
                {paragraphs}
            </li>
        }
    };
    let notes = (!talk.notes.is_empty())
        .then(|| view! { <ol class="notes" role="list">{talk.notes.iter().map(note).collect_view()}</ol> });
    let form = may.then(|| {
        let label = if talk.notes.is_empty() { words.review_talk_label() } else { words.review_talk_more() };
        let hint = if talk.notes.is_empty() { words.review_talk_kept() } else { String::new() };
        let value = written.note.clone();
        let area = if hint.is_empty() {
            view! { <Textarea name="note" label error value/> }.into_any()
        } else {
            view! { <Textarea name="note" label hint error value/> }.into_any()
        };
        form(talk, ReviewAct::Note, area, "button", words.review_talk_save())
    });
    view! {
        <section class="section" aria-labelledby="notes">
            <h2 id="notes">{words.review_talk_notes()}</h2>
            <p>{lead}</p>
            {notes}
            {form}
        </section>
    }
    .into_any()
}

fn aside(words: &English, talk: &Talk, written: &Written, error: Option<String>) -> AnyView {
    let who = |told: &RecusalTold| {
        view! {
            <li>
                <p class="soft small"><strong>{told.name.clone()}</strong> " " {when(words, told.recusal.recused_at)}</p>
                <p>{told.recusal.reason.clone()}</p>
            </li>
        }
    };
    let all = if talk.recusals.is_empty() {
        view! { <p class="missing">{words.review_aside_none()}</p> }.into_any()
    } else {
        view! { <ol class="notes" role="list">{talk.recusals.iter().map(who).collect_view()}</ol> }.into_any()
    };
    let form = talk.possible.contains(&ReviewAct::StandAside).then(|| {
        let is_open = error.is_some();
        let (label, hint, value) = (words.review_aside_label(), words.review_aside_more(), written.reason.clone());
        let area = view! { <Textarea name="reason" label hint error value/> }.into_any();
        let form = form(talk, ReviewAct::StandAside, area, "button button--secondary", words.review_aside());
        view! { <details class="details" open=is_open><summary>{words.review_aside()}</summary>{form}</details> }
    });
    view! {
        <section class="section" aria-labelledby="aside">
            <h2 id="aside">{words.review_aside_title()}</h2>
            {all}
            {form}
        </section>
    }
    .into_any()
}

fn form(talk: &Talk, act: ReviewAct, area: AnyView, class: &'static str, label: String) -> AnyView {
    let action = format!("/review/{}", talk.nominated.nomination.id);
    view! {
        <form class="form" method="post" action=action novalidate>
            <input type="hidden" name="act" value=act.code()/>
            {area}
            <button class=class type="submit">{label}</button>
        </form>
    }
    .into_any()
}
