//! `/sign-in`: complete without JavaScript, and without WebAssembly.

use std::net::SocketAddr;

use axum::Form;
use axum::extract::{ConnectInfo, Query};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use leptos::prelude::*;
use operations::{Error, Password};
use serde::Deserialize;

use crate::document::{Page, respond};
use crate::failure::Failure;
use crate::visit::{Visit, cookie, session};

#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct GoOn {
    /// The own path to go on at.
    to: String,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Fields {
    name: String,
    password: String,
    to: String,
}

/// What was not right about a try.
enum Fault {
    Wrong,
    Wait(u64),
}

pub(crate) async fn show(visit: Visit, Query(go_on): Query<GoOn>) -> Response {
    if visit.signed_in.is_some() {
        return Redirect::to(own_path(&go_on.to)).into_response();
    }
    render(&visit, StatusCode::OK, Fields { to: go_on.to, ..Fields::default() }, None)
}

pub(crate) async fn sign_in(
    visit: Visit,
    ConnectInfo(address): ConnectInfo<SocketAddr>,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let password = Password::typed(fields.password.clone());
    let address = address.ip().to_string();
    match operations::sign_in(&visit.app.store, &visit.ctx, &fields.name, &password, &address).await {
        Ok(welcome) => {
            let to = if welcome.must_change_password { "/account/password" } else { own_path(&fields.to) };
            let cookie = cookie(visit.app.safety, Some(&welcome.session));
            Ok(([(header::SET_COOKIE, cookie)], Redirect::to(to)).into_response())
        }
        Err(Error::NotSignedIn) => Ok(render(&visit, StatusCode::UNPROCESSABLE_ENTITY, fields, Some(Fault::Wrong))),
        Err(Error::Wait(wait)) => {
            let fault = Fault::Wait(wait.as_secs().unsigned_abs());
            Ok(render(&visit, StatusCode::TOO_MANY_REQUESTS, fields, Some(fault)))
        }
        Err(error) => Err(error.into()),
    }
}

pub(crate) async fn sign_out(visit: Visit, headers: HeaderMap) -> Result<Response, Failure> {
    if let Some(token) = session(&headers, visit.app.safety) {
        operations::sign_out(&visit.app.store, &visit.ctx, &token).await?;
    }
    Ok(([(header::SET_COOKIE, cookie(visit.app.safety, None))], Redirect::to("/sign-in")).into_response())
}

/// Only a path of this site is gone on to: `//elsewhere` and `/\elsewhere` are other sites to a browser.
fn own_path(to: &str) -> &str {
    let own = to.starts_with('/') && !to.starts_with("//") && !to.contains(['\\', '\n', '\r', '\t']);
    if own { to } else { "/" }
}

fn render(visit: &Visit, status: StatusCode, fields: Fields, fault: Option<Fault>) -> Response {
    let words = &visit.app.words;
    let fault = fault.map(|fault| match fault {
        Fault::Wrong => words.sign_in_wrong(),
        Fault::Wait(seconds) => words.sign_in_wait(seconds),
    });
    respond(visit, status, || {
        let summary = fault.map(|text| view! { <div class="error-summary" role="alert"><p>{text}</p></div> });
        let body = view! {
            {summary}
            <h1>{words.sign_in_title()}</h1>
            <form method="post" action="/sign-in">
                <input type="hidden" name="to" value=fields.to/>
                <label for="name">{words.sign_in_name()}</label>
                <input id="name" name="name" type="text" autocomplete="username" required value=fields.name/>
                <label for="password">{words.sign_in_password()}</label>
                <input id="password" name="password" type="password" autocomplete="current-password" required/>
                <button type="submit">{words.sign_in_button()}</button>
            </form>
        };
        Page::new(words.sign_in_title(), body)
    })
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
