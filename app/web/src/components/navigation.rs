//! The way around, by who you are. It leads to nothing that the table of routes does not have.

use leptos::prelude::*;
use model::Access;
use operations::SignedIn;
use words::English;

use crate::app::App;
use crate::pages::review::in_navigation;
use crate::routes::is_there;
use crate::visit::urlencode;

/// The pages of whoever is signed in, and their account; `asked` is where they are.
pub(crate) fn navigation(app: &App, signed_in: &SignedIn, asked: &str) -> AnyView {
    let words = &app.words;
    let path = place(asked.split('?').next().unwrap_or_default(), signed_in);
    let path = path.as_str();
    let pages = pages(app, signed_in).into_iter().filter(|(href, _)| is_there(href));
    let pages = pages.map(|(href, text)| item(path, href, text)).collect_view();
    let name = signed_in.me.employee.as_ref().map_or_else(|| words.page_account(), |own| own.full_name.clone());
    let account = is_there("/account").then(|| item(path, "/account", name));
    view! {
        <nav class="navigation" aria-label=words.page_navigation()><ul role="list">{pages}</ul></nav>
        <nav class="navigation navigation--account" aria-label=words.page_account()>
            <ul role="list">
                {account}
                <li>
                    <form method="post" action="/sign-out"><button type="submit">{words.page_sign_out()}</button></form>
                </li>
            </ul>
        </nav>
    }
    .into_any()
}

/// Where one is on the way around: one's own record is not among the people, but one's own.
fn place(path: &str, signed_in: &SignedIn) -> String {
    let own = signed_in.me.employee.as_ref().map(|own| format!("/people/{}", urlencode(&own.number)));
    let within = own.and_then(|own| path.strip_prefix(own.as_str()).map(str::to_owned));
    let within = within.filter(|rest| rest.is_empty() || rest.starts_with('/'));
    within.map_or_else(|| path.to_owned(), |rest| format!("/me{rest}"))
}

/// The news, and how many of them are new.
fn news(words: &English, unread: u64) -> String {
    if unread == 0 { words.news_title() } else { words.page_news(unread.to_string()) }
}

/// What there is for somebody. A password that has to be changed first comes before all of it.
fn pages(app: &App, signed_in: &SignedIn) -> Vec<(&'static str, String)> {
    let SignedIn { viewer, me, must_change_password } = signed_in;
    if *must_change_password {
        return Vec::new();
    }
    let words = &app.words;
    let is_hr = viewer.has(Access::HrPartner) || viewer.has(Access::HrLead);
    let all = [
        (true, "/", words.page_home()),
        (me.employee.is_some(), "/me", words.page_my_record()),
        (me.leads, "/team", words.page_team()),
        (me.leads || is_hr, "/people", words.page_people()),
        (true, "/ladder", words.page_ladder()),
        (true, "/nominations", words.nomination_list()),
        (is_hr || viewer.has(Access::Auditor), "/waivers", words.waiver_list()),
        (is_hr, "/moves", words.move_moves()),
        (me.waiting.is_some(), "/review", me.waiting.map(|waiting| in_navigation(words, waiting)).unwrap_or_default()),
        (true, "/news", news(words, me.unread)),
        (viewer.has(Access::HrLead), "/imports", words.page_imports()),
        (viewer.has(Access::Administrator), "/admin/accounts", words.page_accounts()),
        (viewer.has(Access::Auditor), "/audit", words.page_audit()),
    ];
    all.into_iter().filter(|(is_for, ..)| *is_for).map(|(_, href, text)| (href, text)).collect()
}

fn item(path: &str, href: &'static str, text: String) -> AnyView {
    view! { <li><a href=href aria-current=current(path, href)>{text}</a></li> }.into_any()
}

/// Whether one is on a page, or somewhere below it.
fn current(path: &str, href: &str) -> Option<&'static str> {
    let below = path.strip_prefix(href).is_some_and(|rest| rest.starts_with('/') && href != "/");
    if path == href {
        Some("page")
    } else if below {
        Some("true")
    } else {
        None
    }
}
