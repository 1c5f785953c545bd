//! `/admin/accounts/{id}`: one account, its access, and what can be done with it.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use leptos::prelude::*;
use model::{AccountId, Grant};
use operations::{AccountState, FoundAccount, account_of};

use super::{above, state, title_of, told_access};
use crate::components::{ActionButton, Banner, NotificationBanner, table_scroll};
use crate::document::{Page, respond};
use crate::failure::Failure;
use crate::pages::admin::Administrator;
use crate::visit::Visit;

pub(super) const ACCESS_GIVEN: &str = "access-given";
pub(super) const ACCESS_ENDED: &str = "access-ended";
pub(super) const CLOSED: &str = "account-closed";

pub(crate) async fn show(
    Administrator(visit): Administrator,
    Path(account): Path<AccountId>,
) -> Result<Response, Failure> {
    let found = account_of(&visit.app.store, &visit.ctx, account).await?;
    Ok(render(&visit, found))
}

fn render(visit: &Visit, found: FoundAccount) -> Response {
    let words = &visit.app.words;
    let done = match visit.notice.as_deref() {
        Some(ACCESS_GIVEN) => Some(words.admin_access_given()),
        Some(ACCESS_ENDED) => Some(words.admin_access_ended()),
        Some(CLOSED) => Some(words.admin_account_closed()),
        Some(_) | None => None,
    };
    respond(visit, StatusCode::OK, || {
        let own = visit.signed_in.as_ref().map(|me| me.viewer.account) == Some(found.listed.account.id);
        let title = title_of(&found);
        let body = view! {
            {done.map(|title| view! { <NotificationBanner about=Banner::Success title/> })}
            <h1>{title.clone()}</h1>
            {about(visit, &found)}
            <div class="columns columns--even">
                {access(visit, &found, own)}
                {signing_in(visit, &found)}
            </div>
        };
        Page::new(title, body).below(vec![above(words)])
    })
}

fn about(visit: &Visit, found: &FoundAccount) -> impl IntoView + use<> {
    let words = &visit.app.words;
    let seen = found
        .listed
        .last_seen_at
        .map_or_else(|| words.admin_none(), |seen| words.ago(visit.ctx.now.duration_since(seen).as_secs()));
    let number = found.listed.owner.as_ref().map(|(number, _)| number.clone());
    let number = number.map(|number| view! { <div><dt>{words.admin_number()}</dt><dd>{number}</dd></div> });
    view! {
        <dl class="summary-list">
            <div><dt>{words.admin_sign_in_name()}</dt><dd>{found.listed.account.sign_in_name.clone()}</dd></div>
            {number}
            <div><dt>{words.admin_state()}</dt><dd>{state(words, found.state)}</dd></div>
            <div><dt>{words.account_last_seen()}</dt><dd>{seen}</dd></div>
        </dl>
    }
}

fn access(visit: &Visit, found: &FoundAccount, own: bool) -> impl IntoView + use<> {
    let words = visit.app.words.clone();
    let today = visit.ctx.today;
    let page = format!("/admin/accounts/{}", found.listed.account.id);
    let row = |grant: &Grant| {
        let told = told_access(&words, grant);
        let open = !own && grant.until_on.is_none_or(|until_on| today <= until_on);
        let end = open.then(|| {
            let href = format!("{page}/access/{}/end", grant.id);
            view! { <a href=href>{words.admin_end()}<span class="visually-hidden">" "{told.clone()}</span></a> }
        });
        view! {
            <tr>
                <th scope="row">{told.clone()}</th>
                <td>{words.date(grant.from_on)}</td>
                <td>{grant.until_on.map_or_else(|| words.admin_none(), |until_on| words.date(until_on))}</td>
                <td>{end}</td>
            </tr>
        }
    };
    let rows = found.grants.iter().map(row).collect_view();
    let table = if found.grants.is_empty() {
        view! { <p class="missing">{words.admin_no_access()}</p> }.into_any()
    } else {
        let table = view! {
            <table class="table">
                <caption class="visually-hidden">{words.admin_access_title()}</caption>
                <thead>
                    <tr>
                        <th scope="col">{words.admin_access_title()}</th>
                        <th scope="col">{words.admin_from()}</th>
                        <th scope="col">{words.admin_until()}</th>
                        <th scope="col"><span class="visually-hidden">{words.account_act()}</span></th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        };
        table_scroll(words.admin_access_title(), table.into_any())
    };
    let give = if own {
        view! { <p class="soft">{words.admin_not_oneself()}</p> }.into_any()
    } else {
        let href = format!("{page}/access");
        view! { <p><a class="button button--secondary" href=href>{words.admin_give()}</a></p> }.into_any()
    };
    view! {
        <section class="section" aria-labelledby="access">
            <h2 id="access">{words.admin_access_title()}</h2>
            <div class="stack">{table}{give}</div>
        </section>
    }
}

fn signing_in(visit: &Visit, found: &FoundAccount) -> impl IntoView + use<> {
    let words = &visit.app.words;
    let page = format!("/admin/accounts/{}", found.listed.account.id);
    let reset = format!("{page}/reset");
    let close = format!("{page}/close");
    let open = (found.state != AccountState::Closed).then(|| {
        view! {
            <p>{words.admin_address_why()}</p>
            <ActionButton action=format!("{page}/address") label=words.admin_address() class="button button--secondary"/>
        }
    });
    let closing =
        (found.state != AccountState::Closed).then(|| view! { <p><a href=close>{words.admin_close()}</a></p> });
    view! {
        <section class="section" aria-labelledby="signing-in">
            <h2 id="signing-in">{words.admin_signing_in()}</h2>
            <div class="stack">
                {open}
                <p><a href=reset>{words.admin_reset()}</a></p>
                {closing}
            </div>
        </section>
    }
}
