//! A line to type.

use leptos::prelude::*;

use super::form_group::{FormGroup, described_by};

/// What is typed into a line: what a phone's keyboard, a password manager and the width go by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Typed {
    /// Some words.
    #[default]
    Text,
    /// Something to look for.
    Search,
    /// A day, as people write it.
    Day,
    /// What something is called by, as an employee number.
    Code,
    /// A name that is not the writer's to choose, as of a time zone.
    Name,
    /// The name that somebody signs in by.
    SignInName,
    /// The password that somebody has.
    CurrentPassword,
    /// A password that somebody chooses.
    NewPassword,
}

impl Typed {
    fn kind(self) -> &'static str {
        match self {
            Typed::Text | Typed::Day | Typed::Code | Typed::Name | Typed::SignInName => "text",
            Typed::Search => "search",
            Typed::CurrentPassword | Typed::NewPassword => "password",
        }
    }

    fn class(self) -> &'static str {
        match self {
            Typed::Text | Typed::Search => "input",
            Typed::Day => "input input--date",
            Typed::Code => "input input--short",
            Typed::Name | Typed::SignInName | Typed::CurrentPassword | Typed::NewPassword => "input input--medium",
        }
    }

    fn autocomplete(self) -> Option<&'static str> {
        match self {
            Typed::Text | Typed::Search => None,
            Typed::Day | Typed::Code | Typed::Name => Some("off"),
            Typed::SignInName => Some("username"),
            Typed::CurrentPassword => Some("current-password"),
            Typed::NewPassword => Some("new-password"),
        }
    }

    /// What is no sentence is neither begun with a capital nor checked for its spelling.
    fn is_sentence(self) -> bool {
        self == Typed::Text || self == Typed::Search
    }
}

/// A line to type. Its id is its name. A password that was typed is not shown again. What is known is offered, and other
/// things can be typed.
#[component]
pub(crate) fn TextInput(
    name: &'static str,
    #[prop(into)] label: String,
    #[prop(optional, into)] hint: Option<String>,
    #[prop(optional_no_strip, into)] error: Option<String>,
    #[prop(optional, into)] value: String,
    #[prop(optional)] typed: Typed,
    #[prop(optional)] known: Vec<String>,
) -> impl IntoView {
    let described_by = described_by(name, hint.as_ref(), error.as_ref());
    let invalid = error.is_some().then_some("true");
    let offered = (!known.is_empty()).then(|| format!("{name}-known"));
    let known = offered.clone().map(|id| {
        let options = known.into_iter().map(|one| view! { <option value=one></option> }).collect_view();
        view! { <datalist id=id>{options}</datalist> }
    });
    let value = if typed.kind() == "password" { String::new() } else { value };
    view! {
        <FormGroup id=name label hint error>
            <input
                class=typed.class()
                id=name
                name=name
                type=typed.kind()
                list=offered
                value=value
                autocomplete=typed.autocomplete()
                autocapitalize=(!typed.is_sentence()).then_some("none")
                spellcheck=(!typed.is_sentence()).then_some("false")
                aria-describedby=described_by
                aria-invalid=invalid
            />
            {known}
        </FormGroup>
    }
}
