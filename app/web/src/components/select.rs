//! One of many, out of a list that opens.

use leptos::prelude::*;

/// One of many by value and words, or any of them. Its id is its name.
pub(crate) fn select(
    name: &'static str,
    label: String,
    any: String,
    options: Vec<(String, String)>,
    chosen: &str,
) -> AnyView {
    let option = |(value, text): (String, String)| {
        let selected = value == chosen;
        view! { <option value=value selected=selected>{text}</option> }
    };
    let options = options.into_iter().map(option).collect_view();
    view! {
        <div class="form-group">
            <label class="label" for=name>{label}</label>
            <select class="select" id=name name=name><option value="">{any}</option>{options}</select>
        </div>
    }
    .into_any()
}
