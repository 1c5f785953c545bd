//! `/invitations/{token}`: choosing a password at a one-time address.

use axum::Form;
use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use leptos::prelude::*;
use operations::{Error, Token, accept_invitation, invited_as};

use super::account::{Asked, Fault, NewPassword, first_form};
use crate::components::{ErrorPage, ErrorSummary};
use crate::document::{Page, respond};
use crate::failure::Failure;
use crate::form::Faults;
use crate::visit::{Visit, cookie};

/// Whom an address invites; nobody, where it was used, has run out or never was.
async fn invited(visit: &Visit, address: &str) -> Result<Option<(Token, String)>, Failure> {
    let Ok(token) = address.parse::<Token>() else { return Ok(None) };
    match invited_as(&visit.app.store, &visit.ctx, &token).await {
        Ok(name) => Ok(Some((token, name))),
        Err(Error::Hidden) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

pub(crate) async fn show(visit: Visit, Path(address): Path<String>) -> Result<Response, Failure> {
    Ok(match invited(&visit, &address).await? {
        Some((_, name)) => render(&visit, StatusCode::OK, &address, name, Faults::none()),
        None => over(&visit),
    })
}

pub(crate) async fn accept(
    visit: Visit,
    Path(address): Path<String>,
    Form(form): Form<NewPassword>,
) -> Result<Response, Failure> {
    let Some((token, name)) = invited(&visit, &address).await? else { return Ok(over(&visit)) };
    let faults = match form.parse_first() {
        Ok(password) => match accept_invitation(&visit.app.store, &visit.ctx, &token, &password).await {
            Ok(welcome) => {
                let cookie = cookie(visit.app.safety, Some(&welcome.session));
                return Ok(([(header::SET_COOKIE, cookie)], Redirect::to("/")).into_response());
            }
            Err(Error::Password(fault)) => Faults::one(Asked::New, Fault::WillNotDo(fault)),
            Err(Error::Hidden) => return Ok(over(&visit)),
            Err(error) => return Err(error.into()),
        },
        Err(faults) => faults,
    };
    Ok(render(&visit, StatusCode::UNPROCESSABLE_ENTITY, &address, name, faults))
}

fn render(visit: &Visit, status: StatusCode, address: &str, name: String, faults: Faults<Asked, Fault>) -> Response {
    let words = &visit.app.words;
    let told = faults.told(|fault| fault.tell(words));
    respond(visit, status, || {
        let title = words.invitation_title();
        let body = view! {
            <div class="narrow stack stack--wide">
                <ErrorSummary errors=told.all()/>
                <div class="page-head">
                    <h1>{title.clone()}</h1>
                    <p class="soft">{words.invitation_why(name)}</p>
                </div>
                {first_form(&format!("/invitations/{address}"), words.invitation_button(), words, &told)}
            </div>
        };
        Page::new(title, body).with_form(&told, words)
    })
}

/// It was used, or its time is over, or it never was one: the three look alike.
fn over(visit: &Visit) -> Response {
    let words = &visit.app.words;
    respond(visit, StatusCode::GONE, || {
        let (title, text, sign_in) = (words.invitation_over_title(), words.invitation_over(), words.sign_in_title());
        let body = view! {
            <ErrorPage icon="not_yet" kind=words.invitation_over_kind() title=title.clone()>
                <p>{text}</p>
                <p class="button-group"><a class="button" href="/sign-in">{sign_in}</a></p>
            </ErrorPage>
        };
        Page::new(title, body)
    })
}
