//! `/account/kept`: a form that was sent after the session had ended, shown to its owner after signing in.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use leptos::prelude::*;
use operations::{forget_kept_post, kept_post};

use crate::document::{Page, respond};
use crate::failure::Failure;
use crate::sent_late;
use crate::visit::Reader;

/// Shows what is kept, and lets it be sent where it was sent.
pub(crate) async fn show(reader: Reader) -> Result<Response, Failure> {
    let visit = &reader.visit;
    let words = &visit.app.words;
    let Some(post) = kept_post(&visit.app.store, &visit.ctx).await? else {
        return Ok(Redirect::to("/").into_response());
    };
    let fields = sent_late::fields(&post.body);
    Ok(respond(visit, StatusCode::OK, || {
        let entered: Vec<_> = fields.iter().filter(|(_, value)| !value.trim().is_empty()).collect();
        let entered = if entered.is_empty() {
            view! { <p>{words.account_kept_nothing_typed()}</p> }.into_any()
        } else {
            let entered = entered.into_iter().map(|(_, value)| view! { <li>{value.clone()}</li> }).collect_view();
            view! {
                <div class="stack stack--tight">
                    <h2>{words.account_kept_typed()}</h2>
                    <ul class="kept" role="list">{entered}</ul>
                </div>
            }
            .into_any()
        };
        let hidden = fields.into_iter().map(|(name, value)| view! { <input type="hidden" name=name value=value/> });
        let body = view! {
            <div class="narrow stack stack--wide">
                <div class="page-head">
                    <h1>{words.account_kept_title()}</h1>
                    <p class="soft">{words.account_kept_why()}</p>
                </div>
                {entered}
                <div class="button-group">
                    <form method="post" action="/account/kept/send">
                        {hidden.collect_view()}
                        <button class="button" type="submit">{words.account_kept_send()}</button>
                    </form>
                    <form method="post" action="/account/kept">
                        <button class="button button--secondary" type="submit">{words.account_kept_discard()}</button>
                    </form>
                </div>
            </div>
        };
        Page::new(words.account_kept_title(), body)
    }))
}

/// Forgets it, and has the browser send the same fields on to where they were sent at first.
pub(crate) async fn send(reader: Reader) -> Result<Response, Failure> {
    let visit = &reader.visit;
    let post = kept_post(&visit.app.store, &visit.ctx).await?.ok_or(Failure::Hidden)?;
    forget_kept_post(&visit.app.store, &visit.ctx).await?;
    Ok(Redirect::temporary(&post.path).into_response())
}

/// Forgets it.
pub(crate) async fn discard(reader: Reader) -> Result<Response, Failure> {
    forget_kept_post(&reader.visit.app.store, &reader.visit.ctx).await?;
    Ok(Redirect::to("/").into_response())
}
