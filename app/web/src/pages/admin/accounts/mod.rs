//! `/admin/accounts`: who signs in, by what, and what their access is.

mod access;
mod account;
mod addresses;
mod close;
mod invite;

use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::Response;
use leptos::prelude::*;
use model::AccountId;
use operations::{AccountState, FoundAccount, search_accounts};
use serde::Deserialize;
use words::English;

use super::Administrator;
use crate::components::{Icon, TextInput, Typed, pagination};
use crate::document::{Page, respond};
use crate::failure::Failure;
use crate::visit::{Visit, urlencode};

pub(crate) use access::{end as end_access, give as give_access, show_end as show_end_access, show_give};
pub(crate) use account::show as show_one;
pub(crate) use close::{close, reset, show_close, show_reset};
pub(crate) use invite::{again as invite_again, invite, show as show_invite};

/// How many stand on a page.
const ON_A_PAGE: u32 = 50;

#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    q: String,
    after: Option<AccountId>,
}

pub(crate) async fn list(Administrator(visit): Administrator, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let found = search_accounts(&visit.app.store, &visit.ctx, &asked.q, asked.after, ON_A_PAGE).await?;
    Ok(render(&visit, asked, found))
}

fn render(visit: &Visit, asked: Asked, (found, next): (Vec<FoundAccount>, Option<AccountId>)) -> Response {
    let words = &visit.app.words;
    respond(visit, StatusCode::OK, || {
        let address = format!("/admin/accounts?q={}", urlencode(&asked.q));
        let next = next.map(|after| format!("{address}&after={after}"));
        let pages = pagination(&visit.app, asked.after.map(|_| address), next);
        let nobody = found.is_empty().then(|| view! { <p class="empty">{words.admin_nobody()}</p> });
        let table = (!found.is_empty()).then(|| table(visit, found));
        let body = view! {
            <div class="row row--apart">
                <h1>{words.admin_accounts()}</h1>
                <div class="button-group">
                    <a class="button button--secondary" href="/admin/company">{words.company_title()}</a>
                    <a class="button button--secondary" href="/admin/deputies">{words.admin_deputies()}</a>
                    <a class="button" href="/admin/accounts/invite"><Icon name="add"/>{words.admin_invite()}</a>
                </div>
            </div>
            <form class="form form--inline" method="get" role="search" aria-label=words.admin_accounts()>
                <TextInput name="q" label=words.admin_search() value=asked.q typed=Typed::Search/>
                <button class="button" type="submit"><Icon name="search"/>{words.admin_search_button()}</button>
            </form>
            {table}
            {nobody}
            {pages}
        };
        Page::new(words.admin_accounts(), body).wide()
    })
}

fn table(visit: &Visit, found: Vec<FoundAccount>) -> impl IntoView + use<> {
    let words = visit.app.words.clone();
    let (now, today) = (visit.ctx.now, visit.ctx.today);
    let row = |one: FoundAccount| {
        let account = &one.listed.account;
        let href = format!("/admin/accounts/{}", account.id);
        let name = one.listed.owner.as_ref().map_or_else(|| account.sign_in_name.clone(), |(_, name)| name.clone());
        let seen = one
            .listed
            .last_seen_at
            .map_or_else(|| words.admin_none(), |seen| words.ago(now.duration_since(seen).as_secs()));
        let counts = |until: Option<rules::Day>| until.is_none_or(|until| today <= until);
        let grants = one.grants.iter().filter(|grant| counts(grant.until_on));
        let grants: Vec<String> = grants.map(|grant| told_grant(&words, grant)).collect();
        let grants = if grants.is_empty() {
            words.admin_none().into_any()
        } else {
            grants.into_iter().map(|grant| view! { <div>{grant}</div> }).collect_view().into_any()
        };
        view! {
            <tr>
                <th scope="row"><a href=href>{name}</a></th>
                <td>{account.sign_in_name.clone()}</td>
                <td>{state(&words, one.state)}</td>
                <td>{grants}</td>
                <td>{seen}</td>
            </tr>
        }
    };
    let rows = found.into_iter().map(row).collect_view();
    view! {
        <div class="table-scroll" role="region" aria-label=words.admin_table() tabindex="0">
            <table class="table table--dense">
                <caption class="visually-hidden">{words.admin_accounts()}</caption>
                <thead>
                    <tr>
                        <th scope="col">{words.admin_name()}</th>
                        <th scope="col">{words.admin_sign_in_name()}</th>
                        <th scope="col">{words.admin_state()}</th>
                        <th scope="col">{words.admin_access_title()}</th>
                        <th scope="col">{words.account_last_seen()}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

/// "HR partner for Pune, until 28 Feb 2027".
fn told_grant(words: &English, grant: &model::Grant) -> String {
    let access = told_access(words, grant);
    match grant.until_on {
        Some(until_on) => words.admin_access_until(access, words.date(until_on)),
        None => access,
    }
}

/// "HR partner for Pune".
fn told_access(words: &English, grant: &model::Grant) -> String {
    let access = words.admin_access(grant.access.code());
    match &grant.site {
        Some(site) => words.admin_access_for(access, site.clone()),
        None => access,
    }
}

/// Whether somebody can sign in by it.
fn state(words: &English, state: AccountState) -> String {
    match state {
        AccountState::Active => words.admin_active(),
        AccountState::Invited => words.admin_invited(),
        AccountState::Closed => words.admin_closed(),
    }
}

/// The name on an account's pages: the person's, where it is one's.
fn title_of(found: &FoundAccount) -> String {
    let owner = found.listed.owner.as_ref();
    owner.map_or_else(|| found.listed.account.sign_in_name.clone(), |(_, full_name)| full_name.clone())
}

/// The list, as the page above others.
fn above(words: &English) -> (String, String) {
    (words.admin_accounts(), "/admin/accounts".to_owned())
}

/// The list and an account, as the pages above others.
fn above_of(words: &English, found: &FoundAccount) -> Vec<(String, String)> {
    vec![above(words), (title_of(found), format!("/admin/accounts/{}", found.listed.account.id))]
}
