//! `/waivers/{id}`: what was asked, by whom, why, for whom and until when; what became of it, and its answer.

use axum::Form;
use axum::extract::Path;
use axum::extract::rejection::PathRejection;
use axum::http::StatusCode;
use axum::response::Response;
use leptos::prelude::*;
use model::{NominationId, Refusal, WaiverId};
use operations::Error;
use operations::nominations::{WaiverStory, end_waiver, grant_waiver, refuse_waiver, waiver};
use words::English;

use super::forms::{Answering, answers, field};
use super::{DONE, criterion_of, days, done, state_tag};
use crate::components::summary_list::summary_list;
use crate::components::time::told as told_when;
use crate::components::{Banner, ErrorSummary, NotificationBanner, person_link, time, track_link};
use crate::document::{Page, respond};
use crate::failure::Failure;
use crate::notice;
use crate::pages::nominations::job_of;
use crate::visit::{self, Visit};

type Named = Result<Path<WaiverId>, PathRejection>;
type Pairs = Vec<(String, String)>;

pub(crate) async fn show(reader: visit::Reader, named: Named) -> Result<Response, Failure> {
    let (visit, Path(id)) = (&reader.visit, named.map_err(|_| Failure::Hidden)?);
    let story = waiver(&visit.app.store, &visit.ctx, id).await?;
    Ok(render(visit, StatusCode::OK, &story, &Answering::default()))
}

/// Grants, refuses or ends it, or shows the page again with what was typed and what stands against it.
pub(crate) async fn act(reader: visit::Reader, named: Named, Form(form): Form<Pairs>) -> Result<Response, Failure> {
    let (visit, Path(id)) = (&reader.visit, named.map_err(|_| Failure::Hidden)?);
    let of = |name: &str| form.iter().find(|(own, _)| own == name).map(|(_, value)| value.clone()).unwrap_or_default();
    let (act, store, ctx) = (of("act"), &visit.app.store, &visit.ctx);
    let words = of(field(&act));
    let answered = match act.as_str() {
        "grant" => grant_waiver(store, ctx, id, &words).await,
        "refuse" => refuse_waiver(store, ctx, id, &words).await,
        "end" => end_waiver(store, ctx, id, &words).await,
        _ => return Err(Failure::Malformed(StatusCode::BAD_REQUEST)),
    };
    match answered {
        Ok(()) => {
            let code = DONE.iter().find(|(_, done)| *done == act).map_or("", |(code, _)| *code);
            let back = of("nomination").parse().map(NominationId).map(|id| format!("/nominations/{id}"));
            Ok(notice::done(code, &back.unwrap_or_else(|_| format!("/waivers/{id}"))))
        }
        Err(Error::NotNow(refusal)) => {
            let status = match &refusal {
                Refusal::ReasonMissing { .. } | Refusal::WaiverWithoutReason => StatusCode::UNPROCESSABLE_ENTITY,
                _ => StatusCode::CONFLICT,
            };
            let error = match &refusal {
                Refusal::ReasonMissing { .. } => visit.app.words.waiver_no_words(),
                _ => visit.app.words.refusal(&refusal),
            };
            let story = waiver(store, ctx, id).await?;
            Ok(render(visit, status, &story, &Answering { act, words, error: Some(error) }))
        }
        Err(error) => Err(error.into()),
    }
}

fn render(visit: &Visit, status: StatusCode, story: &WaiverStory, typed: &Answering) -> Response {
    respond(visit, status, || {
        let words = &visit.app.words;
        let title = words.waiver_title(story.seen.waiver.full_name.clone());
        // What was typed into a form that is gone stands where nothing is to be done.
        let place = if story.seen.possible.is_some() { field(&typed.act) } else { "next" };
        let errors = typed.error.clone().map(|error| (place, error)).into_iter().collect();
        let done = done(words, visit.notice.as_deref());
        let body = view! {
            {done.map(|title| view! { <NotificationBanner about=Banner::Success title/> })}
            <ErrorSummary errors/>
            <div class="page-head"><h1>{title.clone()}</h1></div>
            <div class="columns">
                {summary(words, story)}
                <section class="section" aria-labelledby="next">
                    <h2 id="next">{words.waiver_next()}</h2>
                    {answers(words, &story.seen, typed, None)}
                </section>
            </div>
        };
        Page::new(title, body).below(vec![(words.waiver_list(), "/waivers".to_owned())])
    })
}

fn summary(words: &English, story: &WaiverStory) -> AnyView {
    let (one, told) = (&story.seen.waiver, &story.seen.waiver.told);
    let by = |name: &str, at| words.waiver_by_on(name.to_owned(), told_when(words, at)).into_any();
    let criterion = criterion_of(words, &story.ladder, &told.track, &told.criterion).into_any();
    let track = job_of(&story.ladder, &told.track).into_any();
    // Decisions are an auditor's to see; people's records are not.
    let (person, track) = if story.sees_record {
        (person_link(&one.number, one.full_name.clone()), track_link(&one.number, &told.track, track))
    } else {
        (one.full_name.clone().into_any(), track)
    };
    let why = view! { <p>{words.nomination_reason(told.reason.code())}</p><p>{told.words.clone()}</p> };
    let mut lines = vec![
        (words.waiver_criterion(), criterion),
        (words.waiver_for(), person),
        (words.waiver_track(), track),
        (words.waiver_stands(), state_tag(words, told.state)),
        (words.waiver_days(), days(words, told).into_any()),
        (words.waiver_asked_by(), by(&one.asked_by_name, one.asked_at)),
        (words.waiver_why(), why.into_any()),
    ];
    let answered = one.answered_by_name.as_deref().zip(one.answered_at);
    lines.extend(answered.map(|(name, at)| (words.waiver_answered_by(), by(name, at))));
    let said = |text: &Option<String>| text.clone().map(|text| (words.waiver_answer(), text.into_any()));
    lines.extend(said(&told.answer_words));
    lines.extend(told.ended_on.map(|day| (words.waiver_ended_on(), time(day, words.date(day)))));
    lines.extend(told.end_words.clone().map(|text| (words.waiver_why(), text.into_any())));
    let nomination = story.sees_nomination.then(|| {
        let href = format!("/nominations/{}", told.nomination);
        view! { <p><a href=href>{words.waiver_nomination()}</a></p> }
    });
    view! { <div class="stack">{summary_list(lines)}{nomination}</div> }.into_any()
}
