//! What goes wrong, mapped once: from an operation's error to a status and the page that says what to do.

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use leptos::prelude::*;
use operations::Error;

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
    /// Not allowed; who may.
    Denied { who_may: &'static str },
    /// What was sent makes no sense, and what would.
    Invalid(String),
    /// A rule stands against it, and what must happen first.
    Refused(String),
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
            Error::Denied(denied) => Failure::Denied { who_may: denied.who_may },
            Error::Invalid(problem) => Failure::Invalid(problem.to_string()),
            Error::Refused(why) => Failure::Refused(why),
            Error::NotSignedIn => Failure::SignedOut { to: "/".to_owned() },
            Error::Wait(wait) => Failure::Wait(wait.as_secs().unsigned_abs()),
            Error::Password(fault) => Failure::Invalid(fault.to_string()),
            Error::Store(ref store) if store.is_unavailable() => Failure::Unavailable,
            Error::Store(_) | Error::Io(_) => Failure::Internal(error.to_string()),
        }
    }
}

impl Failure {
    fn status(&self) -> StatusCode {
        match self {
            Failure::SignedOut { .. } | Failure::PasswordFirst => StatusCode::SEE_OTHER,
            Failure::Hidden => StatusCode::NOT_FOUND,
            Failure::Denied { .. } | Failure::FromElsewhere => StatusCode::FORBIDDEN,
            Failure::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Failure::Refused(_) => StatusCode::CONFLICT,
            Failure::Wait(_) => StatusCode::TOO_MANY_REQUESTS,
            Failure::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
            Failure::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The page that says what to do.
    pub(crate) fn page(&self, visit: &Visit) -> Response {
        let words = &visit.app.words;
        let (title, text) = match self {
            Failure::SignedOut { to } => {
                return (StatusCode::SEE_OTHER, [(header::LOCATION, sign_in_address(to))]).into_response();
            }
            Failure::PasswordFirst => {
                return (StatusCode::SEE_OTHER, [(header::LOCATION, "/account/password")]).into_response();
            }
            Failure::FromElsewhere => (words.error_elsewhere_title(), words.error_elsewhere()),
            Failure::Hidden => (words.error_hidden_title(), words.error_hidden()),
            Failure::Denied { who_may } => (words.error_denied_title(), words.error_denied(*who_may)),
            Failure::Invalid(problem) => (words.error_invalid_title(), words.error_invalid(problem.clone())),
            Failure::Refused(why) => (words.error_refused_title(), words.error_refused(why.clone())),
            Failure::Wait(seconds) => (words.error_wait_title(), words.error_wait(*seconds)),
            Failure::Unavailable => (words.error_unavailable_title(), words.error_unavailable()),
            Failure::Internal(cause) => {
                let incident = visit.ctx.request.0.simple().to_string();
                tracing::error!(%incident, cause);
                (words.error_internal_title(), words.error_internal(incident))
            }
        };
        respond(visit, self.status(), || {
            let heading = title.clone();
            Page::new(
                title,
                view! {
                    <h1>{heading}</h1>
                    <p>{text}</p>
                },
            )
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
