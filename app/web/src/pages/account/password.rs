//! `/account/password`: the first password of one's own, and another one.

use std::net::SocketAddr;

use axum::Form;
use axum::extract::ConnectInfo;
use axum::http::{StatusCode, header};
use axum::response::{AppendHeaders, IntoResponse, Redirect, Response};
use leptos::prelude::*;
use operations::{Error, Password, PasswordFault, Welcome};
use serde::Deserialize;
use words::English;

use super::PASSWORD_CHANGED;
use crate::components::{ErrorSummary, TextInput, Typed};
use crate::document::{Page, respond};
use crate::failure::Failure;
use crate::form::{Faults, Field, Told};
use crate::notice;
use crate::visit::{Visit, cookie};

#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct NewPassword {
    current_password: String,
    new_password: String,
    again_password: String,
}

#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Asked {
    Current,
    New,
    Again,
}

impl Field for Asked {
    fn name(self) -> &'static str {
        match self {
            Asked::Current => "current_password",
            Asked::New => "new_password",
            Asked::Again => "again_password",
        }
    }
}

/// What is wrong with a password that is chosen.
pub(crate) enum Fault {
    NoCurrent,
    WrongCurrent,
    Wait(u64),
    WillNotDo(PasswordFault),
    NotTheSame,
}

impl Fault {
    /// What is not right, in words.
    pub(crate) fn tell(self, words: &English) -> String {
        match self {
            Fault::NoCurrent => words.account_no_current(),
            Fault::WrongCurrent => words.account_wrong_current(),
            Fault::Wait(seconds) => words.sign_in_wait(seconds),
            Fault::WillNotDo(PasswordFault::TooShort) => words.account_password_short(),
            Fault::WillNotDo(PasswordFault::TooLong) => words.account_password_long(),
            Fault::WillNotDo(PasswordFault::ContainsName) => words.account_password_name(),
            Fault::WillNotDo(PasswordFault::Unchanged) => words.account_password_unchanged(),
            Fault::NotTheSame => words.account_password_differs(),
        }
    }
}

/// Which password it is about.
#[derive(Clone, Copy, PartialEq)]
enum Which {
    /// The first of one's own, after one that somebody else knows.
    First,
    /// Another one.
    Another,
}

impl NewPassword {
    /// The first password of one's own.
    pub(crate) fn parse_first(&self) -> Result<Password, Faults<Asked, Fault>> {
        self.parse(Which::First).map(|(_, new)| new)
    }

    /// The passwords, now and from now on.
    fn parse(&self, which: Which) -> Result<(Password, Password), Faults<Asked, Fault>> {
        let mut faults = Faults::none();
        if which == Which::Another && self.current_password.is_empty() {
            faults.note(Asked::Current, Fault::NoCurrent);
        }
        let new = Password::typed(self.new_password.clone());
        if let Err(fault) = new.has_a_length_that_will_do() {
            faults.note(Asked::New, Fault::WillNotDo(fault));
        }
        if which == Which::First && self.new_password != self.again_password {
            faults.note(Asked::Again, Fault::NotTheSame);
        }
        faults.or(Some((Password::typed(self.current_password.clone()), new)))
    }
}

fn which(visit: &Visit) -> Result<Which, Failure> {
    match &visit.signed_in {
        Some(signed_in) if signed_in.must_change_password => Ok(Which::First),
        Some(_) => Ok(Which::Another),
        None => Err(Failure::SignedOut { to: "/account/password".to_owned() }),
    }
}

pub(crate) async fn show(visit: Visit) -> Result<Response, Failure> {
    let which = which(&visit)?;
    Ok(render(&visit, which, StatusCode::OK, Faults::none()))
}

pub(crate) async fn change(
    visit: Visit,
    ConnectInfo(address): ConnectInfo<SocketAddr>,
    Form(form): Form<NewPassword>,
) -> Result<Response, Failure> {
    let which = which(&visit)?;
    let (current, new) = match form.parse(which) {
        Ok(passwords) => passwords,
        Err(faults) => return Ok(render(&visit, which, StatusCode::UNPROCESSABLE_ENTITY, faults)),
    };
    let (store, ctx) = (&visit.app.store, &visit.ctx);
    let changed = match which {
        Which::First => operations::choose_password(store, ctx, &new).await,
        Which::Another => operations::change_password(store, ctx, &current, &new, &address.ip().to_string()).await,
    };
    let (status, faults) = match changed {
        Ok(Welcome { session, .. }) => {
            let session = AppendHeaders([(header::SET_COOKIE, cookie(visit.app.safety, Some(&session)))]);
            return Ok(match which {
                Which::First => (session, Redirect::to("/")).into_response(),
                Which::Another => (session, notice::done(PASSWORD_CHANGED, "/account")).into_response(),
            });
        }
        Err(Error::Password(fault)) => {
            (StatusCode::UNPROCESSABLE_ENTITY, Faults::one(Asked::New, Fault::WillNotDo(fault)))
        }
        Err(Error::NotSignedIn) if which == Which::Another => {
            (StatusCode::UNPROCESSABLE_ENTITY, Faults::one(Asked::Current, Fault::WrongCurrent))
        }
        Err(Error::Wait(wait)) => {
            let fault = Fault::Wait(wait.as_secs().unsigned_abs());
            (StatusCode::TOO_MANY_REQUESTS, Faults::one(Asked::Current, fault))
        }
        Err(error) => return Err(error.into()),
    };
    Ok(render(&visit, which, status, faults))
}

fn render(visit: &Visit, which: Which, status: StatusCode, faults: Faults<Asked, Fault>) -> Response {
    let words = &visit.app.words;
    let told = faults.told(|fault| fault.tell(words));
    respond(visit, status, || {
        let (title, why) = match which {
            Which::First => (words.account_first_title(), Some(words.account_first_why())),
            Which::Another => (words.account_change_title(), None),
        };
        let form = match which {
            Which::First => first_form("/account/password", words.account_first_button(), words, &told).into_any(),
            Which::Another => change_form(words, &told).into_any(),
        };
        let body = view! {
            <div class="narrow stack stack--wide">
                <ErrorSummary errors=told.all()/>
                <div class="page-head">
                    <h1>{title.clone()}</h1>
                    {why.map(|text| view! { <p class="soft">{text}</p> })}
                </div>
                {form}
            </div>
        };
        let above = match which {
            Which::First => Vec::new(),
            Which::Another => vec![(words.account_title(), "/account".to_owned())],
        };
        Page::new(title, body).with_form(&told, words).below(above)
    })
}

/// A password, twice, to be sent to an address of ours.
pub(crate) fn first_form(action: &str, button: String, words: &English, told: &Told) -> impl IntoView + use<> {
    view! {
        <form class="form" method="post" action=action.to_owned() novalidate>
            <TextInput
                name=Asked::New.name()
                label=words.account_new()
                hint=words.account_new_hint()
                error=told.of(Asked::New)
                typed=Typed::NewPassword
            />
            <TextInput
                name=Asked::Again.name()
                label=words.account_again()
                error=told.of(Asked::Again)
                typed=Typed::NewPassword
            />
            <button class="button" type="submit">{button}</button>
        </form>
    }
}

/// The password as it is, and another.
pub(super) fn change_form(words: &English, told: &Told) -> impl IntoView + use<> {
    view! {
        <form class="form" method="post" action="/account/password" novalidate>
            <TextInput
                name=Asked::Current.name()
                label=words.account_current()
                error=told.of(Asked::Current)
                typed=Typed::CurrentPassword
            />
            <TextInput
                name=Asked::New.name()
                label=words.account_new()
                hint=words.account_new_hint()
                error=told.of(Asked::New)
                typed=Typed::NewPassword
            />
            <button class="button" type="submit">{words.account_change_button()}</button>
        </form>
    }
}
