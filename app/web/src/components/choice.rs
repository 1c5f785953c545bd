//! One or some of a few, all in sight.

use leptos::prelude::*;

use super::form_group::ErrorMessage;

/// How many can be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Choose {
    /// One.
    One,
    /// Any number.
    #[allow(dead_code, reason = "for the forms to come")]
    Some,
}

/// One or some of a few, by value and words. The first one's id is the name, for the summary's link.
#[component]
pub(crate) fn Choices(
    name: &'static str,
    choose: Choose,
    #[prop(into)] legend: String,
    options: Vec<(String, String)>,
    #[prop(optional, into)] hint: Option<String>,
    #[prop(optional_no_strip, into)] error: Option<String>,
    #[prop(optional, into)] chosen: Vec<String>,
) -> impl IntoView {
    let described_by = super::form_group::described_by(name, hint.as_ref(), error.as_ref());
    let kind = match choose {
        Choose::One => "radio",
        Choose::Some => "checkbox",
    };
    let hint = hint.map(|text| view! { <p class="hint" id=format!("{name}-hint")>{text}</p> });
    let error = error.map(|text| view! { <ErrorMessage id=name text/> });
    let option = |(at, (code, words)): (usize, (String, String))| {
        let id = if at == 0 { name.to_owned() } else { format!("{name}-{at}") };
        let checked = chosen.contains(&code);
        view! {
            <div class="choice">
                <input type=kind id=id.clone() name=name value=code checked=checked/>
                <label for=id>{words}</label>
            </div>
        }
    };
    let options = options.into_iter().enumerate().map(option).collect_view();
    view! {
        <div class="form-group">
            <fieldset class="fieldset" aria-describedby=described_by>
                <legend class="legend">{legend}</legend>
                {hint}
                {error}
                <div>{options}</div>
            </fieldset>
        </div>
    }
}
