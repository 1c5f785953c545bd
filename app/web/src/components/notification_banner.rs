//! What has just been done, or what to know before going on.

use leptos::prelude::*;

use super::Icon;

/// What a banner is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Banner {
    /// It was done.
    Success,
    /// To be known.
    Notice,
}

/// A heading, and below it what there is to say more.
#[component]
pub(crate) fn NotificationBanner(
    about: Banner,
    #[prop(into)] title: String,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let (class, icon) = match about {
        Banner::Success => ("notification-banner notification-banner--success", "success"),
        Banner::Notice => ("notification-banner", "notice"),
    };
    view! {
        <div class=class role="status">
            <h2><Icon name=icon/>{title}</h2>
            {children.map(|children| children())}
        </div>
    }
}
