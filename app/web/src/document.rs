//! The document around every page: head, header, navigation, footer.

use std::sync::Arc;

use axum::body::Body;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use hydration_context::SsrSharedContext;
use leptos::prelude::*;

use crate::app::App;
use crate::components::Around;
use crate::visit::Visit;

/// A page before it is a response.
pub(crate) struct Page<V> {
    /// What the browser's tab says, before the product's name.
    pub(crate) title: String,
    /// What stands in `main`.
    pub(crate) body: V,
    /// Whether the browser has something to wake on it.
    pub(crate) islands: Islands,
}

/// Whether a page has islands: without, it loads no WebAssembly.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Islands {
    None,
    Some,
}

impl<V: IntoView> Page<V> {
    /// A page without islands.
    pub(crate) fn new(title: String, body: V) -> Page<V> {
        Page { title, body, islands: Islands::None }
    }
}

/// Renders in a reactive owner of its own, which islands ask for.
///
/// `view` is called within it: components run when they are named, not when they are written out.
pub(crate) fn respond<V: IntoView>(visit: &Visit, status: StatusCode, page: impl FnOnce() -> Page<V>) -> Response {
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new_islands())));
    let html = owner.with(|| {
        Around::provide(&visit.app);
        document(visit, page()).to_html()
    });
    owner.unset_with_forced_cleanup();
    let headers = [(header::CONTENT_TYPE, "text/html; charset=utf-8"), (header::CACHE_CONTROL, "no-store")];
    (status, headers, Body::from(html)).into_response()
}

fn document<V: IntoView>(visit: &Visit, page: Page<V>) -> impl IntoView {
    let App { words, assets, .. } = &visit.app;
    let script = (page.islands == Islands::Some).then(|| {
        let islands = assets.islands.clone();
        view! { <script type="module" src=islands></script> }
    });
    view! {
        <!DOCTYPE html>
        <html lang=words.page_language() dir=words.page_direction()>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light dark"/>
                <title>{page.title} " · Nextrung"</title>
                <link rel="icon" href="data:,"/>
                <link rel="stylesheet" href=assets.style.clone()/>
                {script}
            </head>
            <body>
                <a class="skip-link" href="#main">{words.page_skip()}</a>
                <header class="site-header">
                    <a class="wordmark" href="/">"Nextrung"</a>
                </header>
                <main id="main">{page.body.into_view()}</main>
            </body>
        </html>
    }
}
