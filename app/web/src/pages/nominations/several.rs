//! `/nominations/several`: people chosen in a list are nominated for a track; first it is shown who would be accepted.

use axum::Form;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use leptos::prelude::*;
use operations::ladder_in_force;
use operations::nominations::{Chosen, Outcome, Several, preview_several, start_several};
use rules::{Day, Ladder};
use words::English;

use super::one::DONE;
use crate::components::{empty, person_link, table_scroll};
use crate::document::{Page, respond};
use crate::failure::Failure;
use crate::notice;
use crate::pages::people::row::track_title;
use crate::visit::{self, Visit};

type Pairs = Vec<(String, String)>;

/// What was chosen: the people, by number, and the track.
struct Asked {
    numbers: Vec<String>,
    track: String,
}

impl Asked {
    fn read(pairs: Pairs) -> Asked {
        let mut asked = Asked { numbers: Vec::new(), track: String::new() };
        for (name, value) in pairs {
            match name.as_str() {
                "number" if !asked.numbers.contains(&value) => asked.numbers.push(value),
                "track" => asked.track = value,
                _ => {}
            }
        }
        asked
    }
}

/// For which track, and who of those chosen would be accepted for it.
pub(crate) async fn preview(reader: visit::Reader, Query(pairs): Query<Pairs>) -> Result<Response, Failure> {
    let (visit, asked) = (&reader.visit, Asked::read(pairs));
    let (store, ctx) = (&visit.app.store, &visit.ctx);
    let ladder = ladder_in_force(store, ctx).await?.ladder;
    let several = match (asked.track.is_empty(), asked.numbers.is_empty()) {
        (false, false) => Some(preview_several(store, ctx, &asked.track, &asked.numbers).await?),
        _ => None,
    };
    Ok(respond(visit, StatusCode::OK, || {
        let words = &visit.app.words;
        let body = if asked.numbers.is_empty() {
            let directory = (words.people_title(), "/people".to_owned());
            empty(words.several_nobody(), words.several_nobody_more(), Some(directory))
        } else {
            let table = several.as_ref().map(|several| table(words, several, |()| words.several_accepted().into_any()));
            let start = several.as_ref().map(|several| start(words, &asked.track, several));
            view! {
                {choose(words, &asked, &ladder, ctx.today)}
                {table}
                {start}
            }
            .into_any()
        };
        page(words, body)
    }))
}

/// Begins a draft for each, and says what became of those for whom it did not.
pub(crate) async fn begin(reader: visit::Reader, Form(pairs): Form<Pairs>) -> Result<Response, Failure> {
    let (visit, asked) = (&reader.visit, Asked::read(pairs));
    if asked.numbers.is_empty() {
        return Ok(Redirect::to("/nominations/several").into_response());
    }
    let several = start_several(&visit.app.store, &visit.ctx, &asked.track, &asked.numbers).await?;
    if several.people.iter().all(|one| matches!(one.outcome, Outcome::Accepted(_))) {
        return Ok(notice::done(DONE, "/nominations"));
    }
    Ok(outcomes(visit, &several))
}

fn outcomes(visit: &Visit, several: &Several<model::NominationId>) -> Response {
    respond(visit, StatusCode::CONFLICT, || {
        let words = &visit.app.words;
        let link = |id: &model::NominationId| {
            let href = format!("/nominations/{id}");
            view! { <a href=href>{words.several_begun()}</a> }.into_any()
        };
        page(words, view! { <p>{words.several_refused()}</p> {table(words, several, link)} }.into_any())
    })
}

fn page(words: &English, body: AnyView) -> Page<AnyView> {
    let title = words.several_title();
    let body = view! { <div class="page-head"><h1>{title.clone()}</h1></div> {body} };
    Page::new(title, body.into_any()).below(vec![(words.people_title(), "/people".to_owned())])
}

/// The track, with the people as they were chosen.
fn choose(words: &English, asked: &Asked, ladder: &Ladder, today: Day) -> AnyView {
    let option = |track: &rules::Track| {
        let code = track.code.to_string();
        let selected = code == asked.track;
        let title = track_title(words, ladder, track, &ladder.tracks, today);
        view! { <option value=code selected=selected>{title}</option> }
    };
    let options = ladder.tracks.iter().filter(|track| track.version_on(today).is_some()).map(option).collect_view();
    view! {
        <form class="form form--inline" method="get" action="/nominations/several">
            {people(&asked.numbers)}
            <div class="form-group">
                <label class="label" for="track">{words.nomination_track()}</label>
                <select class="select" id="track" name="track">{options}</select>
            </div>
            <button class="button button--secondary" type="submit">{words.several_show()}</button>
        </form>
    }
    .into_any()
}

/// The button, for those who would be accepted.
fn start(words: &English, track: &str, several: &Several<()>) -> AnyView {
    let accepted = several.people.iter().filter(|one| one.outcome == Outcome::Accepted(()));
    let numbers: Vec<String> = accepted.map(|one| one.number.clone()).collect();
    if numbers.is_empty() {
        return view! { <p class="missing">{words.several_none()}</p> }.into_any();
    }
    let count = numbers.len();
    view! {
        <form class="form" method="post" action="/nominations/several">
            {people(&numbers)}
            <input type="hidden" name="track" value=track.to_owned()/>
            <button class="button" type="submit">{words.several_start(count)}</button>
        </form>
    }
    .into_any()
}

fn people(numbers: &[String]) -> AnyView {
    let field = |number: &String| view! { <input type="hidden" name="number" value=number.clone()/> };
    numbers.iter().map(field).collect_view().into_any()
}

fn table<T>(words: &English, several: &Several<T>, accepted: impl Fn(&T) -> AnyView) -> AnyView {
    let row = |one: &Chosen<T>| {
        let name = match &one.full_name {
            Some(name) => person_link(&one.number, name.clone()),
            None => one.number.clone().into_any(),
        };
        let outcome = match &one.outcome {
            Outcome::Accepted(done) => accepted(done),
            Outcome::Refused(refusal) => words.refusal(refusal).into_any(),
            Outcome::NotTheirs => words.several_not_theirs().into_any(),
        };
        view! { <tr><th scope="row">{name}</th><td>{outcome}</td></tr> }
    };
    let rows = several.people.iter().map(row).collect_view();
    let table = view! {
        <table class="table">
            <caption class="visually-hidden">{words.several_title()}</caption>
            <thead>
                <tr>
                    <th scope="col">{words.nomination_candidate()}</th>
                    <th scope="col">{words.several_outcome()}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    };
    table_scroll(words.several_title(), table.into_any())
}
