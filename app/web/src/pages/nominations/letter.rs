//! `/nominations/{id}/letters/{letter}`: a letter as it was sent; and before it is, how it would be.

use axum::http::StatusCode;
use axum::response::Response;
use leptos::prelude::*;
use model::letter::Written;
use model::{NominationAct, NominationActId, NominationId};
use operations::nominations::{SentLetter, Story, nomination};
use words::English;

use super::forms::{Typed, form};
use super::list::job_of;
use super::{Named, ids};
use crate::components::letter::letter;
use crate::components::time::told;
use crate::document::{Page, respond};
use crate::failure::Failure;
use crate::visit::{self, Visit};

/// Where a letter is that went out with an act.
pub(in crate::pages) fn letter_address(nomination: NominationId, act: NominationActId) -> String {
    format!("/nominations/{nomination}/letters/{act}")
}

/// What was written, and is the reader's to read.
pub(super) fn letters(words: &English, story: &Story) -> AnyView {
    if story.letters.is_empty() {
        return ().into_any();
    }
    let line = |one: &SentLetter| {
        let href = letter_address(story.nominated.nomination.id, one.act);
        let sent = words.letter_sent(told(words, one.sent_at));
        view! { <li><a href=href>{one.written.title.clone()}</a>" "<span class="soft">{sent}</span></li> }
    };
    view! {
        <section class="section" aria-labelledby="letters">
            <h2 id="letters">{words.letter_list()}</h2>
            <ul role="list">{story.letters.iter().map(line).collect_view()}</ul>
        </section>
    }
    .into_any()
}

pub(crate) async fn show(
    reader: visit::Reader,
    named: Named<(NominationId, NominationActId)>,
) -> Result<Response, Failure> {
    let (visit, (id, act)) = (&reader.visit, ids(named)?);
    let story = nomination(&visit.app.store, &visit.ctx, id).await?;
    let sent = story.letters.iter().find(|one| one.act == act).ok_or(Failure::Hidden)?;
    Ok(respond(visit, StatusCode::OK, || {
        let words = &visit.app.words;
        let title = words.letter_kind(sent.written.kind.code());
        let body = view! {
            <div class="page-head no-print">
                <h1>{title.clone()}</h1>
                <p class="soft">{words.letter_stays(told(words, sent.sent_at))}</p>
            </div>
            {letter(words, &sent.written)}
        };
        Page::new(title, body).below(above(words, &story))
    }))
}

/// The letter that would go out, and below it the form that sends it.
pub(super) fn show_preview(
    visit: &Visit,
    story: &Story,
    (act, typed): (NominationAct, &Typed),
    written: &Written,
) -> Response {
    respond(visit, StatusCode::OK, || {
        let words = &visit.app.words;
        let title = words.letter_preview_title();
        let body = view! {
            <div class="page-head">
                <h1>{title.clone()}</h1>
                <p class="soft">{words.letter_preview_more()}</p>
            </div>
            <div class="columns">
                {letter(words, written)}
                <section class="section" aria-labelledby="next">
                    <h2 id="next">{words.nomination_do(act.code())}</h2>
                    {form(words, story, act, typed, &[])}
                </section>
            </div>
        };
        Page::new(title, body).below(above(words, story))
    })
}

fn above(words: &English, story: &Story) -> Vec<(String, String)> {
    let nomination = &story.nominated.nomination;
    let title = words.nomination_title(story.nominated.full_name.clone(), job_of(&story.ladder, &nomination.track));
    let address = format!("/nominations/{}", nomination.id);
    vec![(words.nomination_list(), "/nominations".to_owned()), (title, address)]
}
