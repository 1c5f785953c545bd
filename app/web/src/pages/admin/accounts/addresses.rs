//! One-time addresses, shown once to whoever hands them on: on paper, or by mail.

use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;
use leptos::prelude::*;
use operations::Invitation;

use super::above;
use crate::app::Safety;
use crate::components::{Banner, NotificationBanner};
use crate::document::{Page, respond};
use crate::visit::Visit;

/// Shows the addresses, and below who got none and why. They are kept nowhere: this page is not come back to.
pub(super) fn show(
    visit: &Visit,
    headers: &HeaderMap,
    invited: Vec<Invitation>,
    refused: Vec<(String, String)>,
) -> Response {
    let words = &visit.app.words;
    let site = site(visit, headers);
    respond(visit, StatusCode::OK, || {
        let row = |one: Invitation| {
            let name = one.full_name.unwrap_or_default();
            let address = format!("{site}/invitations/{}", one.token.reveal());
            view! {
                <tr>
                    <th scope="row">{one.sign_in_name}</th>
                    <td>{name}</td>
                    <td><code class="address">{address}</code></td>
                </tr>
            }
        };
        let count = invited.len();
        let rows = invited.into_iter().map(row).collect_view();
        let table = (count > 0).then(|| {
            view! {
                <div class="table-scroll" role="region" aria-label=words.admin_addresses_table() tabindex="0">
                    <table class="table">
                        <caption class="visually-hidden">{words.admin_addresses()}</caption>
                        <thead>
                            <tr>
                                <th scope="col">{words.admin_sign_in_name()}</th>
                                <th scope="col">{words.admin_name()}</th>
                                <th scope="col">{words.admin_address_column()}</th>
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            }
        });
        let refused = (!refused.is_empty()).then(|| {
            let line = |(who, why): (String, String)| view! { <div><dt>{who}</dt><dd>{why}</dd></div> };
            view! {
                <section class="section" aria-labelledby="refused">
                    <h2 id="refused">{words.admin_not_invited()}</h2>
                    <dl class="summary-list">{refused.into_iter().map(line).collect_view()}</dl>
                </section>
            }
        });
        let once = words.admin_addresses_once();
        let banner = (count > 0).then(|| {
            view! {
                <NotificationBanner about=Banner::Notice title=words.admin_addresses_made(count as u64)>
                    <p>{once}</p>
                </NotificationBanner>
            }
        });
        let body = view! {
            {banner}
            <h1>{words.admin_addresses()}</h1>
            {table}
            {refused}
        };
        Page::new(words.admin_addresses(), body).below(vec![above(words)])
    })
}

/// The site as the administrator's browser has it.
fn site(visit: &Visit, headers: &HeaderMap) -> String {
    let scheme = match visit.app.safety {
        Safety::Tls => "https",
        Safety::Plain => "http",
    };
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok());
    host.map(|host| format!("{scheme}://{host}")).unwrap_or_default()
}
