//! `/admin/accounts/{id}/close` and `…/reset`: asked before they are done.

use axum::Form;
use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use leptos::prelude::*;
use model::AccountId;
use operations::{FoundAccount, account_of, disable_account, reset_account};
use serde::Deserialize;

use super::account::CLOSED;
use super::{above_of, addresses, title_of};
use crate::components::{ErrorSummary, TextInput, WarningText};
use crate::document::{Page, respond};
use crate::failure::Failure;
use crate::form::{Faults, Field};
use crate::notice;
use crate::pages::admin::Administrator;
use crate::visit::Visit;

#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Close {
    reason: String,
}

#[derive(Clone, Copy, PartialEq)]
enum Asked {
    Reason,
}

impl Field for Asked {
    fn name(self) -> &'static str {
        match self {
            Asked::Reason => "reason",
        }
    }
}

enum Fault {
    NoReason,
    TooLong,
}

/// The audit trail keeps it for ever.
const LONGEST_REASON: usize = 500;

impl Close {
    fn parse(&self) -> Result<&str, Faults<Asked, Fault>> {
        let reason = self.reason.trim();
        match reason.chars().count() {
            0 => Err(Faults::one(Asked::Reason, Fault::NoReason)),
            1..=LONGEST_REASON => Ok(reason),
            _ => Err(Faults::one(Asked::Reason, Fault::TooLong)),
        }
    }
}

pub(crate) async fn show_close(
    Administrator(visit): Administrator,
    Path(account): Path<AccountId>,
) -> Result<Response, Failure> {
    let found = account_of(&visit.app.store, &visit.ctx, account).await?;
    Ok(render_close(&visit, StatusCode::OK, &found, Close::default(), Faults::none()))
}

pub(crate) async fn close(
    Administrator(visit): Administrator,
    Path(account): Path<AccountId>,
    Form(form): Form<Close>,
) -> Result<Response, Failure> {
    let found = account_of(&visit.app.store, &visit.ctx, account).await?;
    let faults = match form.parse() {
        Ok(reason) => {
            let name = &found.listed.account.sign_in_name;
            disable_account(&visit.app.store, &visit.ctx, name, reason).await?;
            return Ok(notice::done(CLOSED, &format!("/admin/accounts/{account}")));
        }
        Err(faults) => faults,
    };
    Ok(render_close(&visit, StatusCode::UNPROCESSABLE_ENTITY, &found, form, faults))
}

pub(crate) async fn show_reset(
    Administrator(visit): Administrator,
    Path(account): Path<AccountId>,
) -> Result<Response, Failure> {
    let found = account_of(&visit.app.store, &visit.ctx, account).await?;
    let words = &visit.app.words;
    Ok(respond(&visit, StatusCode::OK, || {
        let page = format!("/admin/accounts/{account}");
        let title = words.admin_reset_title(title_of(&found));
        let body = view! {
            <div class="narrow stack stack--wide">
                <h1>{title.clone()}</h1>
                <WarningText text=words.admin_reset_warning()/>
                <form class="form" method="post" action=format!("{page}/reset")>
                    <div class="button-group">
                        <button class="button button--warning" type="submit">{words.admin_reset_button()}</button>
                        <a class="button button--secondary" href=page.clone()>{words.admin_leave()}</a>
                    </div>
                </form>
            </div>
        };
        Page::new(title, body).below(above_of(words, &found))
    }))
}

pub(crate) async fn reset(
    Administrator(visit): Administrator,
    headers: HeaderMap,
    Path(account): Path<AccountId>,
) -> Result<Response, Failure> {
    let found = account_of(&visit.app.store, &visit.ctx, account).await?;
    let invitation = reset_account(&visit.app.store, &visit.ctx, &found.listed.account.sign_in_name).await?;
    Ok(addresses::show(&visit, &headers, vec![invitation], Vec::new()))
}

fn render_close(
    visit: &Visit,
    status: StatusCode,
    found: &FoundAccount,
    form: Close,
    faults: Faults<Asked, Fault>,
) -> Response {
    let words = &visit.app.words;
    let told = faults.told(|fault| match fault {
        Fault::NoReason => words.admin_no_reason(),
        Fault::TooLong => words.admin_long_reason(LONGEST_REASON as u64),
    });
    respond(visit, status, || {
        let page = format!("/admin/accounts/{}", found.listed.account.id);
        let title = words.admin_close_title(title_of(found));
        let body = view! {
            <div class="narrow stack stack--wide">
                <ErrorSummary errors=told.all()/>
                <h1>{title.clone()}</h1>
                <WarningText text=words.admin_close_warning()/>
                <form class="form" method="post" action=format!("{page}/close") novalidate>
                    <TextInput
                        name=Asked::Reason.name()
                        label=words.admin_reason()
                        hint=words.admin_reason_hint()
                        error=told.of(Asked::Reason)
                        value=form.reason
                    />
                    <div class="button-group">
                        <button class="button button--warning" type="submit">{words.admin_close_button()}</button>
                        <a class="button button--secondary" href=page.clone()>{words.admin_leave()}</a>
                    </div>
                </form>
            </div>
        };
        Page::new(title, body).with_form(&told, words).below(above_of(words, found))
    })
}
