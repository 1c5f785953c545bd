//! `/imports/files/{id}`: an upload on its way. While it is worked on the page looks again by itself; once it was
//! checked it says what would change, and asks; what is true leads on to the import.

use axum::Form;
use axum::extract::Query;
use axum::extract::rejection::QueryRejection;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use leptos::prelude::*;
use model::{Stage, Upload, UploadId};
use operations::import::{
    Accepts, RefusedRow, Section, TellLine, Verdict, Why, begin_apply, begin_check, discard_upload, find_upload,
    is_alive, refused_rows, told_lines,
};
use serde::Deserialize;

use super::difference::{self, Lines};
use super::parts::{LINES, above, counts, grouped, head, notes, numeric, pagination, table};
use super::receive::{address, mapping_address};
use super::{Named, clock, named, set_off};
use crate::document::{Page, respond};
use crate::failure::Failure;
use crate::visit::{Reader, Visit};

/// After how many seconds the page of what is worked on looks again.
const LOOKS_AGAIN: HeaderValue = HeaderValue::from_static("3");

/// After which line the lists go on.
#[derive(Deserialize, Default, Clone, Copy)]
#[serde(default)]
pub(crate) struct After {
    refused: i64,
    changes: i64,
    conflicts: i64,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Fields {
    act: String,
    accept: Option<String>,
}

pub(crate) async fn show(
    reader: Reader,
    id: Named<UploadId>,
    after: Result<Query<After>, QueryRejection>,
) -> Result<Response, Failure> {
    let Query(after) = after.unwrap_or_default();
    render(&reader.visit, named(id)?, StatusCode::OK, after, Vec::new()).await
}

pub(crate) async fn act(reader: Reader, id: Named<UploadId>, Form(fields): Form<Fields>) -> Result<Response, Failure> {
    let (visit, id) = (&reader.visit, named(id)?);
    let (store, ctx) = (&visit.app.store, &visit.ctx);
    match fields.act.as_str() {
        "discard" => {
            discard_upload(store, ctx, id).await?;
            return Ok(Redirect::to("/imports").into_response());
        }
        "apply" => {
            let upload = find_upload(store, ctx, id).await?;
            let accepts = if fields.accept.is_some() { Accepts::Fewer } else { Accepts::AsMany };
            let held = matches!(Verdict::read(upload.result.as_deref())?,
                Some(Verdict::Difference { fewer, .. }) if !fewer.is_empty());
            if held && accepts == Accepts::AsMany && upload.stage == Stage::Checked {
                let errors = vec![("accept", visit.app.words.imports_fewer_error())];
                return render(visit, id, StatusCode::UNPROCESSABLE_ENTITY, After::default(), errors).await;
            }
            set_off(visit, begin_apply(store, ctx, &clock(visit), id, accepts).await?).await;
        }
        _ => set_off(visit, begin_check(store, ctx, &clock(visit), id).await?).await,
    }
    // What was applied in a moment is shown where it belongs.
    let upload = find_upload(store, ctx, id).await?;
    let applied = match Verdict::read(upload.result.as_deref())? {
        Some(Verdict::Applied { change: Some(change) }) if upload.stage == Stage::Applied => Some(change),
        _ => None,
    };
    let to = applied.map_or_else(|| address(id), |change| format!("/imports/{change}?done=applied"));
    Ok(Redirect::to(&to).into_response())
}

async fn render(
    visit: &Visit,
    id: UploadId,
    status: StatusCode,
    after: After,
    errors: Vec<(&'static str, String)>,
) -> Result<Response, Failure> {
    let (store, ctx) = (&visit.app.store, &visit.ctx);
    let upload = find_upload(store, ctx, id).await?;
    let verdict = Verdict::read(upload.result.as_deref())?;
    match (upload.stage, verdict) {
        (Stage::Unmapped, _) => Ok(Redirect::to(&mapping_address(id)).into_response()),
        (Stage::Checking | Stage::Applying, _) if is_alive(ctx, &upload) => Ok(running(visit, &upload)),
        (Stage::Applied, Some(Verdict::Applied { change: Some(change) })) => {
            Ok(Redirect::to(&format!("/imports/{change}?done=applied")).into_response())
        }
        (Stage::Applied, _) => Ok(known(visit, &upload)),
        (Stage::Checked, Some(Verdict::Difference { changes, people, new_people, kinds, fewer, notes })) => {
            let (first, changes_after, conflicts_after) = (LINES + 1, after.changes, after.conflicts);
            let lines = Lines {
                changes: told_lines(store, ctx, id, Section::Changes, changes_after, first).await?,
                conflicts: told_lines(store, ctx, id, Section::Conflicts, conflicts_after, first).await?,
                changes_after,
                conflicts_after,
            };
            let found = difference::Found { changes, people, new_people, kinds, fewer, notes };
            Ok(difference::render(visit, status, &upload, &found, lines, &errors))
        }
        (Stage::Checked, Some(Verdict::Refused { problems, more, notes })) => {
            let rows = refused_rows(store, ctx, id, after.refused, LINES + 1).await?;
            Ok(refused(visit, &upload, (problems, more), &notes, rows, after.refused))
        }
        (_, verdict) => Ok(stopped(visit, &upload, verdict)),
    }
}

/// The buttons below what cannot be applied.
fn way_on(visit: &Visit, upload: &Upload) -> AnyView {
    let words = &visit.app.words;
    let map = upload.mapping.is_some().then(|| {
        view! { <a class="button button--secondary" href=mapping_address(upload.id)>{words.imports_map()}</a> }
    });
    view! {
        <form class="button-group" method="post" action=address(upload.id)>
            <button class="button" type="submit" name="act" value="check">{words.imports_again()}</button>
            {map}
            <button class="button button--secondary" type="submit" name="act" value="discard">
                {words.imports_discard()}
            </button>
        </form>
    }
    .into_any()
}

fn running(visit: &Visit, upload: &Upload) -> Response {
    let words = &visit.app.words;
    let title = match upload.stage {
        Stage::Applying => words.imports_applying_title(upload.name.clone()),
        _ => words.imports_checking_title(upload.name.clone()),
    };
    let at: Option<(String, u64)> = upload.progress.as_deref().and_then(|at| serde_json::from_str(at).ok());
    let at = at.filter(|(step, _)| !step.is_empty());
    let mut response = respond(visit, StatusCode::OK, || {
        let at = at.map(|(step, rows)| view! { <p>{words.imports_running_step(step, grouped(rows))}</p> });
        let body = view! {
            <h1>{title.clone()}</h1>
            {at}
            <p>{words.imports_running()}</p>
            <p><a href=address(upload.id)>{words.imports_look_again()}</a></p>
        };
        Page::new(title, body).below(above(words))
    });
    response.headers_mut().insert(header::REFRESH, LOOKS_AGAIN);
    response
}

fn known(visit: &Visit, upload: &Upload) -> Response {
    let words = &visit.app.words;
    respond(visit, StatusCode::OK, || {
        let title = words.imports_known_title(upload.name.clone());
        let body = view! {
            <h1>{title.clone()}</h1>
            <p>{words.imports_known()}</p>
            <p><a href="/imports">{words.imports_title()}</a></p>
        };
        Page::new(title, body).below(above(words))
    })
}

/// What was not done to the end, or was refused.
fn stopped(visit: &Visit, upload: &Upload, verdict: Option<Verdict>) -> Response {
    let words = &visit.app.words;
    let (title, text) = match verdict {
        Some(Verdict::Stopped { why: Some(why), .. }) if upload.stage == Stage::Stopped => {
            let why = match why {
                Why::InTheWay { what, about } => words.error_obstacle(what, about),
                Why::Told(why) => why,
            };
            (words.imports_stopped_title(upload.name.clone()), words.imports_stopped(why))
        }
        Some(Verdict::Stopped { why: None, incident }) if upload.stage == Stage::Stopped => {
            (words.imports_stopped_title(upload.name.clone()), words.imports_stopped_incident(incident))
        }
        _ => (words.imports_dead_title(upload.name.clone()), words.imports_dead()),
    };
    respond(visit, StatusCode::OK, || {
        let body = view! {
            <h1>{title.clone()}</h1>
            <p>{text}</p>
            {way_on(visit, upload)}
        };
        Page::new(title, body).below(above(words))
    })
}

fn refused(
    visit: &Visit,
    upload: &Upload,
    (problems, more): (u64, u64),
    told: &[operations::import::Note],
    mut rows: Vec<(i64, RefusedRow)>,
    after: i64,
) -> Response {
    let (app, words) = (&visit.app, &visit.app.words);
    let next = (rows.len() > LINES as usize).then(|| rows.truncate(LINES as usize)).and(rows.last());
    let next = next.map(|(last, _)| (words.imports_more(), format!("{}?refused={last}#refused", address(upload.id))));
    let first = (after > 0).then(|| (words.imports_first(), format!("{}#refused", address(upload.id))));
    respond(visit, StatusCode::OK, || {
        let title = words.imports_refused_title(upload.name.clone());
        let row = |(_, row): &(i64, RefusedRow)| {
            let RefusedRow { file, line, at, reason } = row.clone();
            view! {
                <tr>
                    <th scope="row">{file}</th>
                    <td class="numeric">{line.map(grouped)}</td>
                    <td>{at}</td>
                    <td class="table__text">{reason}</td>
                </tr>
            }
            .into_any()
        };
        let heads = vec![
            head(words.imports_file()),
            numeric(words.imports_line()),
            head(words.imports_column()),
            head(words.imports_wrong()),
        ];
        let label = words.imports_refused(problems + more);
        let more = (more > 0).then(|| view! { <p>{words.imports_refused_more(more)}</p> });
        let body = view! {
            <h1>{title.clone()}</h1>
            <p>{words.imports_refused_lead()}</p>
            {mapped_counts(words, told)}
            <section class="section" aria-labelledby="refused">
                <h2 id="refused">{label.clone()}</h2>
                {table(label.clone(), heads, rows.iter().map(row).collect())}
                {more}
                {pagination(app, first, next)}
            </section>
            {notes(words, told)}
            {way_on(visit, upload)}
        };
        Page::new(title, body).below(above(words))
    })
}

/// Of an export: how many of its rows were taken.
fn mapped_counts(words: &words::English, told: &[operations::import::Note]) -> Option<AnyView> {
    told.iter().find_map(|note| match note {
        operations::import::Note::Mapped { rows, taken, skipped, refused } => Some(counts(vec![
            (words.imports_counts_rows(), *rows),
            (words.imports_counts_taken(), *taken),
            (words.imports_counts_skipped(), *skipped),
            (words.imports_counts_refused(), *refused),
        ])),
        _ => None,
    })
}

/// A line of a difference, with its number.
pub(super) type Numbered = (i64, TellLine);
