//! Several lines to type.

use leptos::prelude::*;

use super::form_group::{FormGroup, described_by};

/// Several lines to type. Its id is its name.
#[component]
pub(crate) fn Textarea(
    name: &'static str,
    #[prop(into)] label: String,
    #[prop(optional, into)] hint: Option<String>,
    #[prop(optional_no_strip, into)] error: Option<String>,
    #[prop(optional, into)] value: String,
) -> impl IntoView {
    let described_by = described_by(name, hint.as_ref(), error.as_ref());
    let invalid = error.is_some().then_some("true");
    view! {
        <FormGroup id=name label hint error>
            <textarea
                class="textarea"
                id=name
                name=name
                rows="6"
                aria-describedby=described_by
                aria-invalid=invalid
            >{value}</textarea>
        </FormGroup>
    }
}
