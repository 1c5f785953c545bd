//! `/account`: one's own password, sessions and data.

mod data;
mod kept;
mod password;
mod sessions;

use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use leptos::prelude::*;
use operations::list_sessions;

use crate::components::{Banner, Icon, NotificationBanner};
use crate::document::{Page, respond};
use crate::failure::Failure;
use crate::form::Told;
use crate::visit::{Reader, session};

pub(crate) use data::download as download_data;
pub(crate) use kept::{discard as discard_kept, send as send_kept, show as show_kept};
pub(crate) use password::{Asked, Fault, NewPassword, change as change_password, first_form, show as show_password};
pub(crate) use sessions::{end as end_session, end_others as end_other_sessions};

pub(super) const PASSWORD_CHANGED: &str = "password-changed";
pub(super) const SESSION_ENDED: &str = "session-ended";
pub(super) const OTHERS_ENDED: &str = "other-sessions-ended";

pub(crate) async fn show(reader: Reader, headers: HeaderMap) -> Result<Response, Failure> {
    let visit = &reader.visit;
    let words = &visit.app.words;
    let this = session(&headers, visit.app.safety).ok_or(Failure::Hidden)?;
    let own = list_sessions(&visit.app.store, &visit.ctx, &this).await?;
    let done = match visit.notice.as_deref() {
        Some(PASSWORD_CHANGED) => Some(words.account_password_changed()),
        Some(SESSION_ENDED) => Some(words.account_session_ended()),
        Some(OTHERS_ENDED) => Some(words.account_others_ended()),
        Some(_) | None => None,
    };
    Ok(respond(visit, StatusCode::OK, || {
        let data = reader.me.employee.is_some().then(|| {
            view! {
                <section class="section" aria-labelledby="data">
                    <h2 id="data">{words.account_data()}</h2>
                    <p>{words.account_data_what()}</p>
                    <p>
                        <a class="button button--secondary" href="/account/data.json" download="">
                            <Icon name="download"/>{words.account_data_download()}
                        </a>
                    </p>
                </section>
            }
        });
        let body = view! {
            {done.map(|title| view! { <NotificationBanner about=Banner::Success title/> })}
            <h1>{words.account_title()}</h1>
            <div class="columns columns--even">
                <section class="section" aria-labelledby="password-title">
                    <h2 id="password-title">{words.account_password()}</h2>
                    {password::change_form(words, &Told::default())}
                </section>
                {sessions::section(visit, own)}
                {data}
            </div>
        };
        Page::new(words.account_title(), body)
    }))
}
