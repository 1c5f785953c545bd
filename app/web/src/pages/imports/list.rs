//! `/imports`: what was loaded, what waits, and the form to load a file.

use axum::extract::Query;
use axum::extract::rejection::QueryRejection;
use axum::http::StatusCode;
use axum::response::Response;
use leptos::prelude::*;
use model::{ChangeId, FactKind, Instant, SavedMapping, Upload};
use operations::import::{MOST_BYTES, list_imports, list_mappings, list_uploads};
use serde::Deserialize;

use super::parts::{described_by, error_at, grouped, head, numeric, pagination, table, when};
use crate::components::{ErrorSummary, Icon};
use crate::document::{Page, respond};
use crate::failure::Failure;
use crate::visit::{Reader, Visit};

/// How many imports stand on a page.
const PAGE: u32 = 25;
/// How many mappings can be chosen from.
const MAPPINGS: u32 = 200;

/// Where a page of the list begins.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Start {
    at: String,
    before: Option<ChangeId>,
}

/// The form as it was filled in, and what is wrong with it.
#[derive(Default)]
pub(super) struct Form {
    pub(super) mapping: String,
    pub(super) replaced: Vec<FactKind>,
    pub(super) errors: Vec<(&'static str, String)>,
}

pub(crate) async fn show(reader: Reader, start: Result<Query<Start>, QueryRejection>) -> Result<Response, Failure> {
    let Query(start) = start.unwrap_or_default();
    render(&reader.visit, StatusCode::OK, &start, &Form::default()).await
}

/// The page, with the form as it is.
pub(super) async fn render(visit: &Visit, status: StatusCode, start: &Start, form: &Form) -> Result<Response, Failure> {
    let (store, ctx) = (&visit.app.store, &visit.ctx);
    let before = start.at.parse::<Instant>().ok().zip(start.before);
    let mut imports = list_imports(store, ctx, before, PAGE + 1).await?;
    let mappings = list_mappings(store, ctx, "", MAPPINGS).await?;
    let waiting = if before.is_none() { list_uploads(store, ctx, PAGE).await? } else { Vec::new() };
    let next = (imports.len() > PAGE as usize).then(|| imports.truncate(PAGE as usize));
    let next = next.and(imports.last()).map(|last| {
        let at = last.change.recorded_at.to_string().replace('+', "%2B");
        format!("/imports?at={at}&before={}", last.change.id)
    });
    let words = &visit.app.words;
    Ok(respond(visit, status, || {
        let mut rows: Vec<AnyView> = waiting.iter().map(|upload| waits(visit, upload)).collect();
        rows.extend(imports.iter().map(|one| {
            let name = one.change.reason.clone().filter(|name| !name.is_empty());
            let state = if one.undone_at.is_some() { "undone" } else { "applied" };
            view! {
                <tr>
                    <th scope="row">
                        <a href=format!("/imports/{}", one.change.id)>
                            {name.unwrap_or_else(|| words.imports_unnamed())}
                        </a>
                    </th>
                    <td>{when(words, one.change.recorded_at)}</td>
                    <td>{one.recorded_by_name.clone().unwrap_or_else(|| words.imports_by_program())}</td>
                    <td class="numeric">{grouped(super::applied::changed(one))}</td>
                    <td>{words.imports_stage(state)}</td>
                </tr>
            }
            .into_any()
        }));
        let heads = vec![
            head(words.imports_file()),
            head(words.imports_at()),
            head(words.imports_by()),
            numeric(words.imports_changed()),
            head(words.imports_state()),
        ];
        let list = if rows.is_empty() {
            view! {
                <div class="empty"><p>{words.imports_none_title()}</p><p>{words.imports_none()}</p></div>
            }
            .into_any()
        } else {
            table(words.imports_caption(), heads, rows)
        };
        let first = before.map(|_| (words.imports_newest(), "/imports".to_owned()));
        let pages = pagination(&visit.app, first, next.map(|href| (words.imports_older(), href)));
        let body = view! {
            <ErrorSummary errors=form.errors.clone()/>
            <h1>{words.imports_title()}</h1>
            <div class="columns">
                <section class="section" aria-labelledby="loads">
                    <h2 id="loads">{words.imports_list()}</h2>
                    {list}
                    {pages}
                </section>
                <section class="section" aria-labelledby="load">
                    <h2 id="load">{words.imports_load()}</h2>
                    {upload_form(visit, form, &mappings)}
                </section>
            </div>
        };
        Page::new(words.imports_title(), body)
    }))
}

fn waits(visit: &Visit, upload: &Upload) -> AnyView {
    let words = &visit.app.words;
    let me = visit.signed_in.as_ref().and_then(|signed_in| signed_in.me.employee.as_ref());
    let name = if upload.name.is_empty() { words.imports_unnamed() } else { upload.name.clone() };
    view! {
        <tr>
            <th scope="row"><a href=format!("/imports/files/{}", upload.id)>{name}</a></th>
            <td>{when(words, upload.touched_at)}</td>
            <td>{me.map_or_else(|| words.imports_by_you(), |own| own.full_name.clone())}</td>
            <td class="numeric"></td>
            <td>{words.imports_stage(upload.stage.code())}</td>
        </tr>
    }
    .into_any()
}

fn upload_form(visit: &Visit, form: &Form, mappings: &[SavedMapping]) -> AnyView {
    let words = &visit.app.words;
    let option = |mapping: &SavedMapping| {
        let selected = mapping.name == form.mapping;
        view! { <option value=mapping.name.clone() selected=selected>{mapping.name.clone()}</option> }
    };
    let kinds = FactKind::ALL.iter().filter(|kind| !matches!(kind, FactKind::Pay | FactKind::Identity));
    let choice = |kind: &FactKind| {
        let (id, code) = (format!("replace-{kind}"), kind.code());
        let checked = form.replaced.contains(kind);
        view! {
            <div class="choice">
                <input type="checkbox" name="replace" id=id.clone() value=code checked=checked/>
                <label for=id>{words.imports_kind(code)}</label>
            </div>
        }
    };
    let invalid = |field| form.errors.iter().any(|(at, _)| *at == field).then_some("true");
    view! {
        <form class="form" method="post" action="/imports" enctype="multipart/form-data">
            <div class="form-group">
                <label class="label" for="file">{words.imports_bundle()}</label>
                <p class="hint" id="file-hint">{words.imports_bundle_hint(MOST_BYTES >> 20)}</p>
                {error_at("file", &form.errors)}
                <input class="file" type="file" id="file" name="file" multiple accept=".zip,.csv,.txt,.tsv,.toml"
                    aria-describedby=described_by("file", &form.errors) aria-invalid=invalid("file")/>
            </div>
            <div class="form-group">
                <label class="label" for="mapping">{words.imports_mapping()}</label>
                <p class="hint" id="mapping-hint">{words.imports_mapping_hint()}</p>
                {error_at("mapping", &form.errors)}
                <select class="select" id="mapping" name="mapping" aria-describedby="mapping-hint">
                    <option value="">{words.imports_mapping_none()}</option>
                    {mappings.iter().map(option).collect_view()}
                </select>
            </div>
            <div class="form-group">
                <label class="label" for="mapping_file">{words.imports_mapping_file()}</label>
                <p class="hint" id="mapping_file-hint">{words.imports_mapping_file_hint()}</p>
                {error_at("mapping_file", &form.errors)}
                <input class="file" type="file" id="mapping_file" name="mapping_file" accept=".toml"
                    aria-describedby=described_by("mapping_file", &form.errors) aria-invalid=invalid("mapping_file")/>
            </div>
            <fieldset class="fieldset" aria-describedby="replace-hint">
                <legend class="legend">{words.imports_replace()}</legend>
                <p class="hint" id="replace-hint">{words.imports_replace_hint()}</p>
                <details class="details" open=!form.replaced.is_empty()>
                    <summary><Icon name="open"/>{words.imports_replace_files()}</summary>
                    <div class="details__body">{kinds.map(choice).collect_view()}</div>
                </details>
            </fieldset>
            <button class="button" type="submit"><Icon name="upload"/>{words.imports_check()}</button>
        </form>
    }
    .into_any()
}
