//! The document around every page: head, header, navigation, footer.

use std::sync::Arc;

use axum::body::Body;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use hydration_context::SsrSharedContext;
use leptos::prelude::*;
use words::English;

use crate::app::App;
use crate::components::{Around, breadcrumbs, navigation, time};
use crate::form::Told;
use crate::visit::Visit;

/// The mark by the name: two rails, a rung, a next one.
const MARK: &str = "M1 1h22v5H1zM4 9h3v14H4zM17 9h3v14h-3zM7 11h10v2.5H7zM7 17h10v2.5H7z";

/// A page before it is a response.
pub(crate) struct Page<V> {
    /// What it is called.
    pub(crate) title: String,
    /// What the browser's tab says, before the product's name.
    pub(crate) tab: String,
    /// What stands in `main`.
    pub(crate) body: V,
    /// What the browser has to do on it.
    pub(crate) script: Option<Script>,
    /// How much of a wide screen it takes.
    pub(crate) width: Width,
    /// The pages above it, by title and address.
    pub(crate) above: Vec<(String, String)>,
}

/// How much of a wide screen a page takes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Width {
    /// What is read: lines of a length for reading.
    Text,
    /// What is worked with: a table as wide as it will go.
    Full,
}

/// What the browser does on a page beside showing it: nothing that a form would not do without.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Script {
    /// Answers what if, by WebAssembly.
    WhatIf,
    /// Saves what is written while one types.
    Draft,
}

impl<V: IntoView> Page<V> {
    /// A page without a script.
    pub(crate) fn new(title: String, body: V) -> Page<V> {
        Page { tab: title.clone(), title, body, script: None, width: Width::Text, above: Vec::new() }
    }

    /// With a form on it: where something is wrong with that, the tab says so first.
    pub(crate) fn with_form(self, told: &Told, words: &English) -> Page<V> {
        if told.is_empty() { self } else { Page { tab: words.form_error_title(self.title.clone()), ..self } }
    }

    /// With something for the browser to do.
    pub(crate) fn with(self, script: Script) -> Page<V> {
        Page { script: Some(script), ..self }
    }

    /// As wide as it will go.
    pub(crate) fn wide(self) -> Page<V> {
        Page { width: Width::Full, ..self }
    }

    /// Below other pages, by title and address.
    pub(crate) fn below(self, above: Vec<(String, String)>) -> Page<V> {
        Page { above, ..self }
    }
}

/// Renders in a reactive owner of its own, which islands ask for.
///
/// `view` is called within it: components run when they are named, not when they are written out.
pub(crate) fn respond<V: IntoView>(visit: &Visit, status: StatusCode, page: impl FnOnce() -> Page<V>) -> Response {
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new_islands())));
    let html = owner.with(|| {
        Around::provide(visit);
        document(visit, status, page()).to_html()
    });
    owner.unset_with_forced_cleanup();
    let headers = [(header::CONTENT_TYPE, "text/html; charset=utf-8"), (header::CACHE_CONTROL, "no-store")];
    (status, headers, Body::from(html)).into_response()
}

fn document<V: IntoView>(visit: &Visit, status: StatusCode, page: Page<V>) -> impl IntoView {
    let App { words, assets, .. } = &visit.app;
    let script = page.script.map(|script| {
        let address = match script {
            Script::WhatIf => assets.islands.clone(),
            Script::Draft => assets.draft.clone(),
        };
        view! { <script type="module" src=address></script> }
    });
    let width = match page.width {
        Width::Text => "width",
        Width::Full => "width width--full",
    };
    // Where there is no page one is nowhere, whatever the address looks like.
    let here = if status == StatusCode::NOT_FOUND { "" } else { &visit.asked };
    let navigation = visit.signed_in.as_ref().map(|signed_in| navigation(&visit.app, signed_in, here));
    let above = (!page.above.is_empty()).then(|| breadcrumbs(&visit.app, page.above, page.title.clone()));
    let today = visit.ctx.today;
    let zone =
        visit.signed_in.as_ref().map(|_| view! { <span>{words.page_times_of(visit.zone.name().to_owned())}</span> });
    // In one piece: between two, leptos would write a mark that a tab shows.
    let tab = format!("{} – Nextrung", page.tab);
    view! {
        <!DOCTYPE html>
        <html lang=words.page_language() dir=words.page_direction()>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light dark"/>
                <meta name="description" content=words.page_description()/>
                <title>{tab}</title>
                <link rel="icon" href="data:,"/>
                <link rel="stylesheet" href=assets.style.clone()/>
                {script}
            </head>
            <body>
                <a class="skip-link" href="#main">{words.page_skip()}</a>
                <header class="header">
                    <div class="width header__bar">
                        <a class="wordmark" href="/">
                            <svg class="wordmark__mark" viewBox="0 0 24 24" aria-hidden="true"><path d=MARK/></svg>
                            "Nextrung"
                        </a>
                        {navigation}
                    </div>
                </header>
                <div class=width>
                    {above}
                    <main id="main" tabindex="-1" class="stack stack--wide">{page.body.into_view()}</main>
                </div>
                <footer class="footer">
                    <div class="width row row--apart">
                        <span>{words.page_as_of()} " " {time(today, words.date(today))}</span>
                        {zone}
                        <span>"Nextrung"</span>
                    </div>
                </footer>
            </body>
        </html>
    }
}
