//! What goes wrong, mapped once: from an operation's error to a status and the page that says what to do.

use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use leptos::prelude::*;
use model::Refusal;
use operations::{Error, Obstacle};
use policy::Act;
use words::English;

use crate::components::ErrorPage;
use crate::document::{Page, respond};
use crate::visit::{Visit, sign_in_address};

/// Why there is no page. Rendered by the layer around all routes, which knows who asked.
#[derive(Clone, Debug)]
pub(crate) enum Failure {
    /// To be signed in first; where to go on.
    SignedOut { to: String },
    /// To change the password first.
    PasswordFirst,
    /// It came from another site, and changed nothing.
    FromElsewhere,
    /// Not there, or not for this reader: the two look alike.
    Hidden,
    /// Not allowed; the page says who may.
    Denied(Act),
    /// What was sent makes no sense, and what would.
    Invalid(String),
    /// What was sent is no form, or none of this page.
    Malformed(StatusCode),
    /// More was sent than is taken.
    TooLarge,
    /// The address is there, and not for that.
    NotForThat,
    /// A rule stands against it, and what must happen first.
    Refused(Obstacle),
    /// The workflow of nominations stands against it, and what must happen first.
    NotNow(Refusal),
    /// Too many failed; seconds to wait.
    Wait(u64),
    /// The database cannot be reached.
    Unavailable,
    /// Ours; the text goes to the log, the number to the reader.
    Internal(String),
}

impl From<Error> for Failure {
    fn from(error: Error) -> Failure {
        match error {
            Error::Hidden => Failure::Hidden,
            Error::Denied(denied) => Failure::Denied(denied.act),
            Error::Invalid(problem) => Failure::Invalid(problem.to_string()),
            Error::Refused(why) => Failure::Refused(why),
            Error::NotNow(refusal) => Failure::NotNow(refusal),
            Error::NotSignedIn => Failure::SignedOut { to: "/".to_owned() },
            Error::Wait(wait) => Failure::Wait(wait.as_secs().unsigned_abs()),
            Error::Password(fault) => Failure::Invalid(fault.to_string()),
            Error::Store(ref store) if store.is_unavailable() => Failure::Unavailable,
            Error::Store(_) | Error::Io(_) => Failure::Internal(error.to_string()),
        }
    }
}

/// What stands in the way, and what must happen first.
pub(crate) fn obstacle(words: &English, what: &Obstacle) -> String {
    words.error_obstacle(what.code(), what.about())
}

/// What there is to do about a failure.
#[derive(Clone, Copy)]
enum WayOn {
    Home,
    /// The same once more.
    Again,
    /// The page that it came from.
    Back,
}

/// What a failure's page shows.
struct Shown {
    icon: &'static str,
    kind: String,
    title: String,
    text: String,
    /// For whoever helps.
    incident: Option<String>,
    way_on: WayOn,
}

impl Failure {
    fn status(&self) -> StatusCode {
        match self {
            Failure::SignedOut { .. } | Failure::PasswordFirst => StatusCode::SEE_OTHER,
            Failure::Hidden => StatusCode::NOT_FOUND,
            Failure::Denied(_) | Failure::FromElsewhere => StatusCode::FORBIDDEN,
            Failure::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Failure::Malformed(status) => *status,
            Failure::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Failure::NotForThat => StatusCode::METHOD_NOT_ALLOWED,
            Failure::Refused(_) | Failure::NotNow(_) => StatusCode::CONFLICT,
            Failure::Wait(_) => StatusCode::TOO_MANY_REQUESTS,
            Failure::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
            Failure::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// What an answer tells that no page of ours wrote: axum's own, where a request is none that a page understands.
    pub(crate) fn of(method: &Method, response: &Response) -> Option<Failure> {
        let status = response.status();
        let has_page =
            response.headers().get(header::CONTENT_TYPE).is_some_and(|kind| kind != "text/plain; charset=utf-8");
        if has_page || !(status.is_client_error() || status.is_server_error()) {
            return None;
        }
        Some(match status {
            StatusCode::NOT_FOUND => Failure::Hidden,
            StatusCode::PAYLOAD_TOO_LARGE => Failure::TooLarge,
            StatusCode::METHOD_NOT_ALLOWED => Failure::NotForThat,
            // An address that cannot be read is none of ours.
            status if status.is_client_error() && method == Method::GET => Failure::Hidden,
            status if status.is_client_error() => Failure::Malformed(status),
            status => Failure::Internal(format!("an answer without a page: {status}")),
        })
    }

    /// The page that says what to do.
    pub(crate) fn page(&self, visit: &Visit) -> Response {
        // Wherever it was asked for: what is not there and what one may not see are the same page.
        let visit = &Visit { asked: String::new(), ..visit.clone() };
        let to = match self {
            Failure::SignedOut { to } => Some(sign_in_address(to)),
            Failure::PasswordFirst => Some("/account/password".to_owned()),
            _ => None,
        };
        if let Some(to) = to {
            return (StatusCode::SEE_OTHER, [(header::LOCATION, to)]).into_response();
        }
        let mut response = self.shown(visit).respond(visit, self.status());
        if let Some(wait) = self.retry_after() {
            response.headers_mut().insert(header::RETRY_AFTER, wait);
        }
        response
    }

    fn retry_after(&self) -> Option<HeaderValue> {
        match self {
            Failure::Wait(seconds) => Some(HeaderValue::from(*seconds)),
            Failure::Unavailable => Some(HeaderValue::from_static("60")),
            _ => None,
        }
    }

    fn shown(&self, visit: &Visit) -> Shown {
        let words = &visit.app.words;
        let shown = |icon, kind, title, text, way_on| Shown { icon, kind, title, text, incident: None, way_on };
        match self {
            Failure::SignedOut { .. } | Failure::PasswordFirst | Failure::Hidden => shown(
                "search",
                words.error_hidden_kind(),
                words.error_hidden_title(),
                words.error_hidden(),
                WayOn::Home,
            ),
            Failure::FromElsewhere => shown(
                "hidden",
                words.error_elsewhere_kind(),
                words.error_elsewhere_title(),
                words.error_elsewhere(),
                WayOn::Home,
            ),
            Failure::Denied(act) => shown(
                "hidden",
                words.error_denied_kind(),
                words.error_denied_title(),
                words.error_denied(act.code()),
                WayOn::Home,
            ),
            Failure::Invalid(problem) => shown(
                "error",
                words.error_invalid_kind(),
                words.error_invalid_title(),
                words.error_invalid(problem.clone()),
                WayOn::Back,
            ),
            Failure::Malformed(_) => shown(
                "error",
                words.error_malformed_kind(),
                words.error_malformed_title(),
                words.error_malformed(),
                WayOn::Back,
            ),
            Failure::TooLarge => {
                shown("error", words.error_large_kind(), words.error_large_title(), words.error_large(), WayOn::Back)
            }
            Failure::NotForThat => shown(
                "search",
                words.error_method_kind(),
                words.error_method_title(),
                words.error_method(),
                WayOn::Home,
            ),
            Failure::NotNow(refusal) => shown(
                "notice",
                words.error_refused_kind(),
                words.error_refused_title(),
                words.refusal(refusal),
                WayOn::Back,
            ),
            Failure::Refused(why) => shown(
                "notice",
                words.error_refused_kind(),
                words.error_refused_title(),
                words.error_refused(obstacle(words, why)),
                WayOn::Back,
            ),
            Failure::Wait(seconds) => shown(
                "not_yet",
                words.error_wait_kind(),
                words.error_wait_title(),
                words.error_wait(*seconds),
                WayOn::Again,
            ),
            Failure::Unavailable => shown(
                "not_yet",
                words.error_unavailable_kind(),
                words.error_unavailable_title(),
                words.error_unavailable(),
                WayOn::Again,
            ),
            Failure::Internal(cause) => {
                let incident = visit.ctx.request.0.simple().to_string();
                tracing::error!(%incident, cause);
                let text = words.error_internal();
                let incident = Some(incident);
                let (kind, title) = (words.error_internal_kind(), words.error_internal_title());
                Shown { icon: "error", kind, title, text, incident, way_on: WayOn::Again }
            }
        }
    }
}

impl Shown {
    fn respond(self, visit: &Visit, status: StatusCode) -> Response {
        let words = &visit.app.words;
        respond(visit, status, || {
            // An empty address is the one that was asked for: where a form was refused, its page.
            let home = |class| view! { <a class=class href="/">{words.error_home()}</a> }.into_any();
            let way_on = match self.way_on {
                WayOn::Home => home("button"),
                WayOn::Again => view! {
                    <a class="button" href="">{words.error_again()}</a>
                    {home("button button--secondary")}
                }
                .into_any(),
                WayOn::Back => view! {
                    <a class="button" href="">{words.error_back()}</a>
                    {home("button button--secondary")}
                }
                .into_any(),
            };
            let incident = self.incident.map(|number| view! { " "<strong>{number}</strong> });
            let body = view! {
                <ErrorPage icon=self.icon kind=self.kind title=self.title.clone()>
                    <p>{self.text}{incident}</p>
                    <p class="button-group">{way_on}</p>
                </ErrorPage>
            };
            Page::new(self.title, body)
        })
    }
}

/// Leaves the failure in the response, for the layer that renders it.
impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

#[cfg(test)]
mod tests {
    use model::NominationAct;

    use super::*;

    #[test]
    fn who_may_is_said_of_every_act_that_somebody_may() {
        let words = English::new();
        let by_itself = words.error_denied(Act::Seal.code());
        let nominations = NominationAct::ALL.iter().map(|act| Act::Nominate(*act));
        for act in Act::ALL.iter().copied().chain(nominations).filter(|act| !is_of_the_program(*act)) {
            assert_ne!(words.error_denied(act.code()), by_itself, "{}", act.code());
        }
    }

    fn is_of_the_program(act: Act) -> bool {
        match act {
            Act::Assess | Act::Seal | Act::Move => true,
            Act::Nominate(act) => matches!(
                act,
                NominationAct::Lapse
                    | NominationAct::TakeEffect
                    | NominationAct::Reopen
                    | NominationAct::EndAsLeft
                    | NominationAct::EndAsMoved
            ),
            _ => false,
        }
    }
}
