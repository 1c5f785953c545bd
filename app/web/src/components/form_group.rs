//! A field with its label above it, and its hint and its error between.

use leptos::prelude::*;

use super::{Around, Icon};

/// What a field's hint and error are found by: what its `aria-describedby` says.
pub(super) fn described_by(id: &str, hint: Option<&String>, error: Option<&String>) -> Option<String> {
    let hint = hint.map(|_| format!("{id}-hint"));
    let error = error.map(|_| format!("{id}-error"));
    match (hint, error) {
        (Some(hint), Some(error)) => Some(format!("{hint} {error}")),
        (one, other) => one.or(other),
    }
}

/// What is wrong with a field, at the field.
#[component]
pub(crate) fn ErrorMessage(id: &'static str, text: String) -> impl IntoView {
    let error = Around::get().words.form_error();
    view! {
        <p class="error-message" id=format!("{id}-error")>
            <Icon name="error"/>
            <span><span class="visually-hidden">{error}" "</span>{text}</span>
        </p>
    }
}

/// A field of its own.
#[component]
pub(super) fn FormGroup(
    id: &'static str,
    label: String,
    hint: Option<String>,
    error: Option<String>,
    children: Children,
) -> impl IntoView {
    let hint = hint.map(|text| view! { <p class="hint" id=format!("{id}-hint")>{text}</p> });
    let error = error.map(|text| view! { <ErrorMessage id text/> });
    view! {
        <div class="form-group">
            <label class="label" for=id>{label}</label>
            {hint}
            {error}
            {children()}
        </div>
    }
}
