//! One of several, in a list that opens.

use leptos::prelude::*;

use super::form_group::{FormGroup, described_by};

/// One of several, by value and words. Its id is its name.
#[component]
pub(crate) fn Select(
    name: &'static str,
    #[prop(into)] label: String,
    options: Vec<(String, String)>,
    #[prop(optional, into)] hint: Option<String>,
    #[prop(optional_no_strip, into)] error: Option<String>,
    #[prop(optional, into)] value: String,
) -> impl IntoView {
    let described_by = described_by(name, hint.as_ref(), error.as_ref());
    let invalid = error.is_some().then_some("true");
    let option = |(code, words): (String, String)| {
        let selected = code == value;
        view! { <option value=code selected=selected>{words}</option> }
    };
    let options = options.into_iter().map(option).collect_view();
    view! {
        <FormGroup id=name label hint error>
            <select class="select" id=name name=name aria-describedby=described_by aria-invalid=invalid>
                {options}
            </select>
        </FormGroup>
    }
}
