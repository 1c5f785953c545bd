//! `/sign-in`: complete without JavaScript, and without WebAssembly.

use std::net::SocketAddr;

use axum::Form;
use axum::extract::{ConnectInfo, Query};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use leptos::prelude::*;
use operations::{Error, Password};
use serde::Deserialize;

use crate::components::{Details, ErrorSummary, TextInput, Typed};
use crate::document::{Page, respond};
use crate::failure::Failure;
use crate::form::{Faults, Field, Told};
use crate::visit::{Visit, cookie, session};

#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct GoOn {
    /// The own path to go on at.
    to: String,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct SignIn {
    name: String,
    password: String,
    to: String,
}

#[derive(Clone, Copy, PartialEq)]
enum Asked {
    Name,
    Password,
}

impl Field for Asked {
    fn name(self) -> &'static str {
        match self {
            Asked::Name => "name",
            Asked::Password => "password",
        }
    }
}

/// What was not right about a try.
enum Fault {
    NoName,
    NoPassword,
    Wrong,
    Wait(u64),
}

impl SignIn {
    fn parse(&self) -> Result<Password, Faults<Asked, Fault>> {
        let mut faults = Faults::none();
        if self.name.trim().is_empty() {
            faults.note(Asked::Name, Fault::NoName);
        }
        if self.password.is_empty() {
            faults.note(Asked::Password, Fault::NoPassword);
        }
        faults.or(Some(Password::typed(self.password.clone())))
    }
}

pub(crate) async fn show(visit: Visit, Query(go_on): Query<GoOn>) -> Response {
    if visit.signed_in.is_some() {
        return Redirect::to(own_path(&go_on.to)).into_response();
    }
    render(&visit, StatusCode::OK, SignIn { to: go_on.to, ..SignIn::default() }, Faults::none())
}

pub(crate) async fn sign_in(
    visit: Visit,
    ConnectInfo(address): ConnectInfo<SocketAddr>,
    Form(form): Form<SignIn>,
) -> Result<Response, Failure> {
    let password = match form.parse() {
        Ok(password) => password,
        Err(faults) => return Ok(render(&visit, StatusCode::UNPROCESSABLE_ENTITY, form, faults)),
    };
    let address = address.ip().to_string();
    match operations::sign_in(&visit.app.store, &visit.ctx, &form.name, &password, &address).await {
        Ok(welcome) => {
            let ctx = visit.ctx.of(welcome.viewer.clone());
            let to = if welcome.must_change_password {
                "/account/password"
            } else if operations::kept_post(&visit.app.store, &ctx).await?.is_some() {
                "/account/kept"
            } else {
                own_path(&form.to)
            };
            let cookie = cookie(visit.app.safety, Some(&welcome.session));
            Ok(([(header::SET_COOKIE, cookie)], Redirect::to(to)).into_response())
        }
        Err(Error::NotSignedIn) => {
            let faults = Faults::one(Asked::Name, Fault::Wrong);
            Ok(render(&visit, StatusCode::UNPROCESSABLE_ENTITY, form, faults))
        }
        Err(Error::Wait(wait)) => {
            let faults = Faults::one(Asked::Name, Fault::Wait(wait.as_secs().unsigned_abs()));
            Ok(render(&visit, StatusCode::TOO_MANY_REQUESTS, form, faults))
        }
        Err(error) => Err(error.into()),
    }
}

pub(crate) async fn sign_out(visit: Visit, headers: HeaderMap) -> Result<Response, Failure> {
    if let (Some(token), Some(_)) = (session(&headers, visit.app.safety), &visit.signed_in) {
        operations::sign_out(&visit.app.store, &visit.ctx, &token).await?;
    }
    Ok(([(header::SET_COOKIE, cookie(visit.app.safety, None))], Redirect::to("/sign-in")).into_response())
}

/// Only a path of this site is gone on to: `//elsewhere` and `/\elsewhere` are other sites to a browser.
fn own_path(to: &str) -> &str {
    let own = to.starts_with('/') && !to.starts_with("//") && !to.contains(['\\', '\n', '\r', '\t']);
    if own { to } else { "/" }
}

fn render(visit: &Visit, status: StatusCode, form: SignIn, faults: Faults<Asked, Fault>) -> Response {
    let words = &visit.app.words;
    let told = faults.told(|fault| match fault {
        Fault::NoName => words.sign_in_no_name(),
        Fault::NoPassword => words.sign_in_no_password(),
        Fault::Wrong => words.sign_in_wrong(),
        Fault::Wait(seconds) => words.sign_in_wait(seconds),
    });
    respond(visit, status, || Page::new(words.sign_in_title(), page(visit, form, &told)).with_form(&told, words))
}

fn page(visit: &Visit, form: SignIn, told: &Told) -> impl IntoView + use<> {
    let words = &visit.app.words;
    let help = words.sign_in_help();
    view! {
        <div class="sign-in">
            <div class="stack stack--wide">
                <ErrorSummary errors=told.all()/>
                <h1>{words.sign_in_title()}</h1>
                <form class="form" method="post" action="/sign-in" novalidate>
                    <input type="hidden" name="to" value=form.to/>
                    <TextInput
                        name=Asked::Name.name()
                        label=words.sign_in_name()
                        error=told.of(Asked::Name)
                        value=form.name
                        typed=Typed::SignInName
                    />
                    <TextInput
                        name=Asked::Password.name()
                        label=words.sign_in_password()
                        error=told.of(Asked::Password)
                        typed=Typed::CurrentPassword
                    />
                    <button class="button" type="submit">{words.sign_in_button()}</button>
                </form>
                <Details summary=words.sign_in_cannot()><p>{help}</p></Details>
            </div>
            <p class="sign-in__board">{words.page_description()}</p>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::own_path;

    #[test]
    fn signing_in_goes_on_to_own_paths_only() {
        assert_eq!(own_path("/people/7?at=2"), "/people/7?at=2");
        for elsewhere in ["", "https://a.example", "//a.example", "/\\a.example", "/\t/a.example", "javascript:1"] {
            assert_eq!(own_path(elsewhere), "/", "{elsewhere}");
        }
    }
}
