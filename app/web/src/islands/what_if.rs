//! What if, answered while it is typed: the same rules in the browser, without asking the server.

use leptos::prelude::*;

use crate::what_if::fields::Fields;
use crate::what_if::outcome::Asked;
use crate::what_if::view::result;
use crate::what_if::wording::Wording;

/// The form (its children, as the server made it) and the result under it.
///
/// `query` is what the page was asked with, so that both sides begin with the same result.
#[island]
pub fn WhatIf(asked: Asked, wording: Wording, query: Vec<(String, String)>, children: Children) -> impl IntoView {
    let typed = RwSignal::new(query);
    let form = NodeRef::<leptos::html::Div>::new();
    let read = move |_| {
        #[cfg(feature = "hydrate")]
        if let Some(pairs) = form.get_untracked().and_then(|form| browser::typed_into(&form)) {
            browser::keep_in_address(&pairs);
            typed.set(pairs);
        }
    };
    let shown = move || {
        typed.with(|pairs| {
            let pairs = pairs.iter().map(|(name, value)| (name.as_str(), value.as_str()));
            result(&asked, &wording, &Fields::from_pairs(pairs))
        })
    };
    view! {
        <div node_ref=form on:input=read>
            {children()}
        </div>
        <div class="what-if__result" role="status">{shown}</div>
    }
}

/// What the browser holds and the server does not.
#[cfg(feature = "hydrate")]
mod browser {
    use leptos::wasm_bindgen::{JsCast, JsValue};
    use leptos::web_sys::{self, Element, FormData, HtmlFormElement, UrlSearchParams};

    use crate::what_if::fields::Fields;

    /// Names and values of the form within an element.
    pub(super) fn typed_into(around: &Element) -> Option<Vec<(String, String)>> {
        let form: HtmlFormElement = around.query_selector("form").ok()??.dyn_into().ok()?;
        let data = FormData::new_with_form(&form).ok()?;
        let params = UrlSearchParams::new_with_str_sequence_sequence(&data).ok()?;
        let text = String::from(params.to_string());
        let plain = |text: &str| {
            let text = text.replace('+', " ");
            js_sys::decode_uri_component(&text).ok().map(String::from)
        };
        let pairs = text.split('&').filter_map(|pair| pair.split_once('='));
        pairs.map(|(name, value)| Some((plain(name)?, plain(value)?))).collect()
    }

    /// Puts them into the address, so that a link holds what is tried; nothing is sent.
    pub(super) fn keep_in_address(pairs: &[(String, String)]) {
        let pairs = pairs.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        let fields = Fields::from_pairs(pairs);
        let Ok(params) = UrlSearchParams::new() else { return };
        for (name, value) in fields.to_pairs() {
            params.append(name, value);
        }
        let Some(window) = web_sys::window() else { return };
        let Ok(path) = window.location().pathname() else { return };
        let query = String::from(params.to_string());
        let address = if query.is_empty() { path } else { format!("{path}?{query}") };
        // An address that cannot be kept is no reason to stop answering.
        let kept =
            window.history().and_then(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(&address)));
        if kept.is_err() {
            leptos::logging::warn!("the address could not be kept");
        }
    }
}
