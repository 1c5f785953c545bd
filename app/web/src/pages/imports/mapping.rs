//! `/imports/files/{id}/mapping`: which column of an export feeds what, as a text to edit and a table to see it by.

use axum::Form;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use leptos::prelude::*;
use model::UploadId;
use operations::Error;
use operations::import::{
    Becomes, Preview, PreviewColumn, begin_check, find_upload, map_upload, preview_upload, save_mapping,
};
use serde::Deserialize;

use super::parts::{above, described_by, error_at, head, table};
use super::receive::{address, mapping_address};
use super::{Named, clock, named, set_off};
use crate::components::{ErrorSummary, Icon};
use crate::document::{Page, respond};
use crate::failure::{Failure, obstacle};
use crate::visit::{Reader, Visit};

#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Fields {
    text: String,
    name: String,
    act: String,
}

/// The page's form, as it stands.
struct State {
    preview: Preview,
    text: String,
    name: String,
    errors: Vec<(&'static str, String)>,
    saved: Option<String>,
}

pub(crate) async fn show(reader: Reader, id: Named<UploadId>) -> Result<Response, Failure> {
    let (visit, id) = (&reader.visit, named(id)?);
    let (preview, text) = preview_upload(&visit.app.store, &visit.ctx, id, None).await?;
    // A mapping that is there already is judged; a beginning of one is not.
    let is_there = find_upload(&visit.app.store, &visit.ctx, id).await?.mapping.is_some();
    let errors = if is_there { problems(visit, &preview) } else { Vec::new() };
    render(visit, id, StatusCode::OK, State { preview, text, name: String::new(), errors, saved: None }).await
}

pub(crate) async fn change(
    reader: Reader,
    id: Named<UploadId>,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let (visit, id) = (&reader.visit, named(id)?);
    let (store, ctx) = (&visit.app.store, &visit.ctx);
    // Browsers send line ends of two letters.
    let text = fields.text.replace("\r\n", "\n");
    let (preview, text) = preview_upload(store, ctx, id, Some(&text)).await?;
    let mut errors = problems(visit, &preview);
    let mut saved = None;
    if errors.is_empty() && !fields.name.trim().is_empty() {
        match save_mapping(store, ctx, &fields.name, &text).await {
            Ok(()) => saved = Some(fields.name.trim().to_owned()),
            Err(Error::Refused(why)) => errors.push(("name", obstacle(&visit.app.words, &why))),
            Err(error) => return Err(error.into()),
        }
    }
    if fields.act == "use" && errors.is_empty() {
        map_upload(store, ctx, id, &text).await?;
        set_off(visit, begin_check(store, ctx, &clock(visit), id).await?).await;
        return Ok(Redirect::to(&address(id)).into_response());
    }
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    render(visit, id, status, State { preview, text, name: fields.name, errors, saved }).await
}

/// What is wrong with the mapping, each with its place.
fn problems(visit: &Visit, preview: &Preview) -> Vec<(&'static str, String)> {
    let words = &visit.app.words;
    let say = |problem: &operations::import::Problem| {
        let line = problem.line.map(|line| words.imports_map_line(line));
        let places: Vec<String> =
            [Some(problem.file.clone()), line, problem.at.clone()].into_iter().flatten().collect();
        ("text", words.imports_map_problem(places.join(", "), problem.reason.clone()))
    };
    preview.problems.iter().map(say).collect()
}

async fn render(visit: &Visit, id: UploadId, status: StatusCode, state: State) -> Result<Response, Failure> {
    let upload = find_upload(&visit.app.store, &visit.ctx, id).await?;
    let words = &visit.app.words;
    Ok(respond(visit, status, || {
        let State { preview, text, name, errors, saved } = state;
        let title = words.imports_map_title(upload.name.clone());
        let saved = saved.map(|name| {
            view! {
                <div class="notification-banner notification-banner--success" role="status">
                    <h2><Icon name="success"/>{words.imports_map_saved(name)}</h2>
                    <p>{words.imports_map_saved_more()}</p>
                </div>
            }
        });
        let invalid = |field| errors.iter().any(|(at, _)| *at == field).then_some("true");
        let rows = preview.columns.iter().map(|column| row(visit, column)).collect();
        let heads =
            vec![head(words.imports_map_column()), head(words.imports_map_becomes()), head(words.imports_map_values())];
        let body = view! {
            <ErrorSummary errors=errors.clone()/>
            {saved}
            <div class="page-head"><h1>{title.clone()}</h1><p class="soft">{words.imports_map_lead()}</p></div>
            <form class="form" method="post" action=mapping_address(id)>
                <div class="form-group">
                    <label class="label" for="text">{words.imports_map_text()}</label>
                    <p class="hint" id="text-hint">{words.imports_map_text_hint()}</p>
                    <textarea class="textarea textarea--code" id="text" name="text" rows="18" spellcheck="false"
                        autocomplete="off" aria-describedby="text-hint" aria-invalid=invalid("text")>
                        {format!("\n{text}")}
                    </textarea>
                </div>
                <div class="form-group">
                    <label class="label" for="name">{words.imports_map_name()}</label>
                    <p class="hint" id="name-hint">{words.imports_map_name_hint()}</p>
                    {error_at("name", &errors)}
                    <input class="input input--medium" id="name" name="name" value=name maxlength="60"
                        autocomplete="off" aria-describedby=described_by("name", &errors)
                        aria-invalid=invalid("name")/>
                </div>
                <div class="button-group">
                    <button class="button" type="submit" name="act" value="use">{words.imports_map_use()}</button>
                    <button class="button button--secondary" type="submit" name="act" value="look">
                        {words.imports_map_look()}
                    </button>
                </div>
            </form>
            <section class="section" aria-labelledby="columns">
                <h2 id="columns">{words.imports_map_columns()}</h2>
                {table(words.imports_map_columns(), heads, rows)}
            </section>
        };
        Page::new(title, body).below(above(words))
    }))
}

fn row(visit: &Visit, column: &PreviewColumn) -> AnyView {
    let words = &visit.app.words;
    let becomes = match &column.becomes {
        Becomes::Fields(fields) => {
            let fields = fields.iter().map(|(file, field)| {
                view! { <li>{words.imports_map_field(*field, *file)}</li> }
            });
            view! { <ul role="list">{fields.collect_view()}</ul> }.into_any()
        }
        Becomes::Skips => words.imports_map_skips().into_any(),
        Becomes::Ignored => view! { <span class="missing">{words.imports_map_ignored()}</span> }.into_any(),
        Becomes::Unknown => view! { <strong>{words.imports_map_unknown()}</strong> }.into_any(),
    };
    let values = column.values.iter().filter(|value| !value.is_empty()).cloned().collect::<Vec<_>>().join(" · ");
    view! {
        <tr>
            <th scope="row">{column.name.clone()}</th>
            <td>{becomes}</td>
            <td class="table__text">{values}</td>
        </tr>
    }
    .into_any()
}
