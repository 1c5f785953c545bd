//! Where one is signed in, and ending it there.

use axum::Form;
use axum::http::HeaderMap;
use axum::response::Response;
use leptos::prelude::*;
use model::TokenHash;
use operations::OwnSession;
use serde::Deserialize;

use super::{OTHERS_ENDED, SESSION_ENDED};
use crate::components::{ActionButton, table_scroll};
use crate::failure::Failure;
use crate::notice;
use crate::visit::{Reader, Visit, session};

#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Which {
    session: String,
}

pub(crate) async fn end(reader: Reader, Form(which): Form<Which>) -> Result<Response, Failure> {
    let session: TokenHash = which.session.parse().map_err(|_| Failure::Hidden)?;
    operations::end_session(&reader.visit.app.store, &reader.visit.ctx, session).await?;
    Ok(notice::done(SESSION_ENDED, "/account"))
}

pub(crate) async fn end_others(reader: Reader, headers: HeaderMap) -> Result<Response, Failure> {
    let visit = &reader.visit;
    let this = session(&headers, visit.app.safety).ok_or(Failure::Hidden)?;
    operations::end_sessions(&visit.app.store, &visit.ctx, reader.viewer.account, &this).await?;
    Ok(notice::done(OTHERS_ENDED, "/account"))
}

pub(super) fn section(visit: &Visit, own: Vec<OwnSession>) -> impl IntoView + use<> {
    let words = visit.app.words.clone();
    let others = own.iter().any(|one| !one.is_this).then(|| {
        view! {
            <ActionButton
                action="/account/sessions/end-others"
                label=words.account_end_others()
                class="button button--secondary"
            />
        }
    });
    let now = visit.ctx.now;
    let row = |one: OwnSession| {
        let since = words.ago(now.duration_since(one.session.created_at).as_secs());
        let seen = words.ago(now.duration_since(one.session.last_seen_at).as_secs());
        let act = if one.is_this {
            words.account_this_session().into_any()
        } else {
            view! {
                <ActionButton
                    action="/account/sessions/end"
                    label=words.account_end_session()
                    about=words.account_end_session_about(since.clone())
                    fields=vec![("session", one.session.token_hash.to_string())]
                />
            }
            .into_any()
        };
        view! { <tr><th scope="row">{since}</th><td>{seen}</td><td>{act}</td></tr> }
    };
    let rows = own.into_iter().map(row).collect_view();
    let table = view! {
        <table class="table">
            <caption class="visually-hidden">{words.account_sessions_caption()}</caption>
            <thead>
                <tr>
                    <th scope="col">{words.account_since()}</th>
                    <th scope="col">{words.account_last_seen()}</th>
                    <th scope="col"><span class="visually-hidden">{words.account_act()}</span></th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    };
    view! {
        <section class="section" aria-labelledby="sessions">
            <h2 id="sessions">{words.account_sessions()}</h2>
            <div class="stack">
                {table_scroll(words.account_sessions_caption(), table.into_any())}
                {others}
            </div>
        </section>
    }
}
