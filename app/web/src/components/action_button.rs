//! A form that is a button: something that can be done at once, without typing.

use leptos::prelude::*;

/// Posts to an address. `about` is what ears need to tell it from its like: what it is done to.
#[component]
pub(crate) fn ActionButton(
    #[prop(into)] action: String,
    #[prop(into)] label: String,
    #[prop(optional, into)] about: Option<String>,
    /// Fields to send along.
    #[prop(optional)]
    fields: Vec<(&'static str, String)>,
    #[prop(default = "button button--link")] class: &'static str,
) -> impl IntoView {
    let about = about.map(|text| view! { <span class="visually-hidden">" "{text}</span> });
    let fields = fields.into_iter().map(|(name, value)| view! { <input type="hidden" name=name value=value/> });
    view! {
        <form method="post" action=action>
            {fields.collect_view()}
            <button class=class type="submit">{label}{about}</button>
        </form>
    }
}
