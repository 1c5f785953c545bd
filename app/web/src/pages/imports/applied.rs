//! `/imports/{id}`: an import that was made, and taking it back.

use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use leptos::prelude::*;
use model::ChangeId;
use operations::import::{ImportCounts, ListedImport, find_import, what_rests_on};
use operations::{Error, Obstacle};
use serde::Deserialize;

use super::parts::{above, counts, told};
use super::{Named, named};
use crate::components::Icon;
use crate::document::{Page, respond};
use crate::failure::{Failure, obstacle};
use crate::visit::{Reader, Visit};

/// What was just done.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Done {
    done: String,
}

/// How many facts an import changed.
pub(super) fn changed(import: &ListedImport) -> u64 {
    ImportCounts::of(import).changed()
}

fn name(visit: &Visit, import: &ListedImport) -> String {
    let name = import.change.reason.clone().filter(|name| !name.is_empty());
    name.unwrap_or_else(|| visit.app.words.imports_unnamed())
}

pub(crate) async fn show(reader: Reader, id: Named<ChangeId>, done: Query<Done>) -> Result<Response, Failure> {
    let (visit, id) = (&reader.visit, named(id)?);
    let (store, ctx) = (&visit.app.store, &visit.ctx);
    let import = find_import(store, ctx, id).await?;
    let rests = if import.undone_at.is_none() { what_rests_on(store, ctx, id).await? } else { 0 };
    let words = &visit.app.words;
    Ok(respond(visit, StatusCode::OK, || {
        let (name, all) = (name(visit, &import), ImportCounts::of(&import));
        let banner = match (done.done.as_str(), import.undone_at) {
            ("applied", None) => Some(words.imports_applied_banner(all.changed())),
            ("undone", Some(_)) => Some(words.imports_undone_banner()),
            _ => None,
        };
        let banner = banner.map(|text| {
            view! {
                <div class="notification-banner notification-banner--success" role="status">
                    <h2><Icon name="success"/>{text}</h2>
                </div>
            }
        });
        let by = import.recorded_by_name.clone().unwrap_or_else(|| words.imports_by_program());
        let undone = import.undone_at.map(|at| {
            view! { <p class="soft">{words.imports_undone_at(told(words, at))}</p> }
        });
        let digest = import.change.digest.clone().map(|digest| {
            view! {
                <dl class="summary-list"><div><dt>{words.imports_digest()}</dt><dd><code>{digest}</code></dd></div></dl>
            }
        });
        let undo = import.undone_at.is_none().then(|| undo_section(visit, id, rests));
        let body = view! {
            {banner}
            <div class="page-head">
                <h1>{name.clone()}</h1>
                <p class="soft">{words.imports_applied_by(told(words, import.change.recorded_at), by)}</p>
                {undone}
            </div>
            {counts(vec![
                (words.imports_counts_people(), all.people),
                (words.imports_counts_new_people(), all.new_people),
                (words.imports_counts_added(), all.added),
                (words.imports_counts_corrected(), all.corrected + all.confirmed),
                (words.imports_counts_ended(), all.ended),
                (words.imports_counts_conflicts(), all.conflicts),
            ])}
            {digest}
            {undo}
        };
        Page::new(name, body).below(above(words))
    }))
}

fn undo_section(visit: &Visit, id: ChangeId, rests: u64) -> AnyView {
    let words = &visit.app.words;
    let way = if rests > 0 {
        view! { <p>{words.imports_undo_rests(rests)}</p> }.into_any()
    } else {
        view! {
            <p>{words.imports_undo_lead()}</p>
            <p>
                <a class="button button--secondary" href=format!("/imports/{id}/undo")>
                    <Icon name="undo"/>{words.imports_undo_link()}
                </a>
            </p>
        }
        .into_any()
    };
    view! {
        <section class="section" aria-labelledby="undo"><h2 id="undo">{words.imports_undo_title()}</h2>{way}</section>
    }
    .into_any()
}

pub(crate) async fn show_undo(reader: Reader, id: Named<ChangeId>) -> Result<Response, Failure> {
    confirm(&reader.visit, named(id)?, StatusCode::OK, None).await
}

pub(crate) async fn undo(reader: Reader, id: Named<ChangeId>) -> Result<Response, Failure> {
    let (visit, id) = (&reader.visit, named(id)?);
    match operations::import::undo(&visit.app.store, &visit.ctx, id).await {
        Ok(()) => Ok(Redirect::to(&format!("/imports/{id}?done=undone")).into_response()),
        Err(Error::Refused(why)) => confirm(visit, id, StatusCode::CONFLICT, Some(why)).await,
        Err(error) => Err(error.into()),
    }
}

/// Asks before it is undone, or says why it cannot be.
async fn confirm(
    visit: &Visit,
    id: ChangeId,
    status: StatusCode,
    refused: Option<Obstacle>,
) -> Result<Response, Failure> {
    let import = find_import(&visit.app.store, &visit.ctx, id).await?;
    if import.undone_at.is_some() {
        return Ok(Redirect::to(&format!("/imports/{id}")).into_response());
    }
    let words = &visit.app.words;
    Ok(respond(visit, status, || {
        let title = words.imports_undo_ask(name(visit, &import));
        let keep =
            view! { <a class="button button--secondary" href=format!("/imports/{id}")>{words.imports_undo_keep()}</a> };
        let body = match refused {
            Some(why) => view! {
                <h1>{words.imports_undo_refused()}</h1>
                <p>{obstacle(words, &why)}</p>
                <div class="button-group">{keep}</div>
            }
            .into_any(),
            None => view! {
                <h1>{title.clone()}</h1>
                <form class="stack" method="post" action=format!("/imports/{id}/undo")>
                    <p class="warning-text">
                        <Icon name="error"/>
                        <span>{words.imports_undo_warning(ImportCounts::of(&import).changed())}</span>
                    </p>
                    <div class="button-group">
                        <button class="button button--warning" type="submit">
                            <Icon name="undo"/>{words.imports_undo_link()}
                        </button>
                        {keep}
                    </div>
                </form>
            }
            .into_any(),
        };
        Page::new(title, body).below(above(words))
    }))
}
