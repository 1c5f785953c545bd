//! `/review/compare`: candidates side by side, on the same criteria.

use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::Response;
use leptos::prelude::*;
use model::NominationId;
use operations::nominations::At;
use operations::review::{Candidate, Compared, MOST_COMPARED, compare};
use rules::{Assessment, Day, Finding, Ladder, Track, TrackVersion};
use words::English;

use super::chosen::chosen;
use super::queue::chooser;
use super::signs::signs;
use crate::components::{Standing, date_of_track, empty, plain_tag, table_scroll, tag, time};
use crate::document::{Page, respond};
use crate::failure::Failure;
use crate::pages::nominations::job_of;
use crate::visit::Reader;

pub(crate) async fn show(reader: Reader, Query(form): Query<Vec<(String, String)>>) -> Result<Response, Failure> {
    let visit = &reader.visit;
    let chosen: Vec<NominationId> = chosen(&form).into_iter().map(|at| at.id).collect();
    let (app, words) = (&visit.app, &visit.app.words);
    let title = words.review_compare_title();
    let above = vec![(words.review_title(), "/review".to_owned())];
    if chosen.is_empty() {
        // Whoever may not compare learns nothing here.
        operations::review::may_review(&visit.ctx)?;
        return Ok(respond(visit, StatusCode::OK, || {
            let queue = (words.review_decide_queue(), "/review".to_owned());
            let none = empty(words.review_decide_none_title(), words.review_decide_none(), Some(queue));
            Page::new(title.clone(), view! { <h1>{title}</h1>{none} }).below(above)
        }));
    }
    let compared = compare(&app.store, &visit.ctx, &app.read_log, &chosen).await?;
    Ok(respond(visit, StatusCode::OK, || {
        let too_many = (chosen.len() > MOST_COMPARED)
            .then(|| view! { <p>{words.review_compare_too_many(chosen.len(), MOST_COMPARED)}</p> });
        let tables = tracks(&compared).into_iter().map(|track| table(words, &compared, track, visit.ctx.today));
        let body = view! {
            <div class="page-head"><h1>{title.clone()}</h1><p class="soft">{words.review_compare_lead()}</p></div>
            {too_many}
            <form class="stack stack--wide" method="get" action="/review/decide">
                {tables.collect_view()}
                <div class="button-group">
                    <button class="button" type="submit">{words.review_decide()}</button>
                </div>
            </form>
        };
        Page::new(title, body).wide().below(above)
    }))
}

/// The tracks that candidates were chosen for, in their order.
fn tracks(compared: &Compared) -> Vec<&str> {
    let mut tracks: Vec<&str> = Vec::new();
    for candidate in &compared.candidates {
        let track = candidate.nominated.nomination.track.as_str();
        if !tracks.contains(&track) {
            tracks.push(track);
        }
    }
    tracks
}

fn table(words: &English, compared: &Compared, track: &str, today: Day) -> AnyView {
    let ladder = &compared.ladder;
    let on_track = |one: &&Candidate| one.nominated.nomination.track == track;
    let candidates: Vec<&Candidate> = compared.candidates.iter().filter(on_track).collect();
    let job = job_of(ladder, track);
    let heads = candidates.iter().map(|one| head(words, one)).collect_view();
    let rows = candidates.iter().find_map(|one| rows(words, ladder, track, &candidates, one.assessment.as_ref()?));
    let rows = rows.unwrap_or_else(|| {
        let gone = candidates.iter().map(|_| view! { <td>{words.review_compare_gone()}</td> }).collect_view();
        view! { <tr><th scope="row">{words.review_compare_all()}</th>{gone}</tr> }.into_any()
    });
    let all = candidates.iter().map(|one| whole(words, one.assessment.as_ref(), today)).collect_view();
    let table = view! {
        <table class="table comparison">
            <caption class="visually-hidden">{words.review_compare_caption(job.clone())}</caption>
            <thead><tr><th scope="col">{words.review_compare_criterion()}</th>{heads}</tr></thead>
            <tbody>
                <tr><th scope="row">{words.review_compare_all()}</th>{all}</tr>
                {rows}
            </tbody>
        </table>
    };
    // Above the frame, as wide as the page and not as the table.
    view! {
        <section class="stack stack--tight">
            <h2>{words.review_compare_caption(job.clone())}</h2>
            {table_scroll(words.review_compare_moved(job), table.into_any())}
        </section>
    }
    .into_any()
}

fn head(words: &English, candidate: &Candidate) -> AnyView {
    let nominated = &candidate.nominated;
    let one = &nominated.nomination;
    let at = At { id: one.id, seen: one.revision };
    let recused = candidate.is_recused.then(|| view! { <strong class="small">{words.review_recused()}</strong> });
    let recorded = candidate
        .then
        .as_ref()
        .filter(|_| one.frozen.is_some_and(|frozen| nominated.employee_revision > frozen.revision));
    let recorded = recorded.map(|then| {
        view! { <span class="small">{words.review_compare_recorded(words.date(then.as_of))}</span> }
    });
    let talk = format!("/review/{}", one.id);
    view! {
        <th scope="col">
            <span class="signs">
                {chooser(words, at, nominated.full_name.clone())}
                <span class="small">{words.nomination_state(one.state.code())}</span>
                {signs(words, nominated)}
                {recorded}
                {recused}
                <a class="small" href=talk>{words.review_notes_link()}</a>
            </span>
        </th>
    }
    .into_any()
}

/// How a candidate stands on the whole.
fn whole(words: &English, assessment: Option<&Assessment>, today: Day) -> AnyView {
    let Some(assessment) = assessment else { return view! { <td></td> }.into_any() };
    let standing = Standing::of_track(words, &assessment.decision, today);
    let date = date_of_track(words, &assessment.decision).map(|(day, told)| time(day, told));
    view! { <td><span class="signs">{tag(&standing)}{date}</span></td> }.into_any()
}

/// A line a criterion, groups included, in the order of the track.
fn rows(
    words: &English,
    ladder: &Ladder,
    track: &str,
    candidates: &[&Candidate],
    assessment: &Assessment,
) -> Option<AnyView> {
    let track: &Track = ladder.tracks.iter().find(|one| one.code == track)?;
    let version = track.versions.iter().find(|one| one.effective_from == assessment.criteria_effective_from)?;
    let row = |finding: &Finding| row(words, ladder, version, candidates, finding);
    Some(assessment.findings.iter().map(row).collect_view().into_any())
}

fn row(
    words: &English,
    ladder: &Ladder,
    version: &TrackVersion,
    candidates: &[&Candidate],
    asked: &Finding,
) -> AnyView {
    let heading = version.criterion(&asked.path).map(|criterion| words.heading(ladder, criterion));
    let class = if asked.path.is_top_level() { None } else { Some("comparison__part") };
    let cells = candidates.iter().map(|one| cell(words, one, asked)).collect_view();
    view! { <tr><th scope="row" class=class>{heading}</th>{cells}</tr> }.into_any()
}

fn cell(words: &English, candidate: &Candidate, asked: &Finding) -> AnyView {
    let found = candidate.assessment.as_ref().and_then(|assessment| {
        let finding = assessment.findings.iter().find(|one| one.path == asked.path)?;
        Some((assessment.as_of, finding))
    });
    let Some((as_of, finding)) = found else { return view! { <td></td> }.into_any() };
    let until = || finding.lapses_on.map(Day::previous).map(|day| time(day, words.timeline_until(words.date(day))));
    let from = || finding.earliest_on.map(|day| time(day, words.timeline_from(words.date(day))));
    let date = if finding.state.is_met() { until() } else { from() };
    let was = candidate.was(&asked.path).zip(candidate.then.as_ref()).map(|(state, then)| {
        let told = words.review_compare_was(words.date(then.as_of), words.state(state));
        view! { <span class="small soft">{told}</span> }
    });
    let standing = Standing::of_criterion(words, finding, as_of);
    view! { <td><span class="signs">{plain_tag(&standing)}{date}{was}</span></td> }.into_any()
}
