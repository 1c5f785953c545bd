//! Everything that is wrong with a form, on top, each linked to its field.

use leptos::prelude::*;

use super::{Around, Icon};

/// All of it: the id of a field, and what is wrong with it. Nothing where nothing is wrong.
#[component]
pub(crate) fn ErrorSummary(errors: Vec<(&'static str, String)>) -> impl IntoView {
    let title = Around::get().words.form_problem();
    let line = |(field, text): (&'static str, String)| {
        let href = format!("#{field}");
        view! { <li><a href=href>{text}</a></li> }
    };
    (!errors.is_empty()).then(|| {
        view! {
            <div class="error-summary" role="alert" tabindex="-1" aria-labelledby="error-summary-title">
                <h2 id="error-summary-title"><Icon name="error"/>{title}</h2>
                <ul>{errors.into_iter().map(line).collect_view()}</ul>
            </div>
        }
    })
}
