//! `/admin/accounts/invite`: accounts for people, and the one-time addresses by which they choose a password.

use axum::Form;
use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use leptos::prelude::*;
use model::AccountId;
use operations::{Error, NewAccount, account_of, invite_people};
use serde::Deserialize;

use super::{above, addresses};
use crate::components::{ErrorSummary, Textarea};
use crate::document::{Page, respond};
use crate::failure::{Failure, obstacle};
use crate::form::{Faults, Field};
use crate::pages::admin::Administrator;
use crate::visit::Visit;

/// At most so many at a time: each is an act of its own.
const MOST: usize = 200;

#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Invite {
    who: String,
}

#[derive(Clone, Copy, PartialEq)]
enum Asked {
    Who,
}

impl Field for Asked {
    fn name(self) -> &'static str {
        match self {
            Asked::Who => "who",
        }
    }
}

enum Fault {
    Nobody,
    TooMany,
    Unreadable(String),
}

impl Invite {
    /// A number, an e-mail address, or both, a line.
    fn parse(&self) -> Result<Vec<NewAccount>, Faults<Asked, Fault>> {
        let lines: Vec<&str> = self.who.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        if lines.is_empty() || lines.len() > MOST {
            return Err(Faults::one(Asked::Who, if lines.is_empty() { Fault::Nobody } else { Fault::TooMany }));
        }
        let mut faults = Faults::none();
        let read = |line: &&str| faults.read(Asked::Who, account(line).ok_or(Fault::Unreadable((*line).to_owned())));
        let people = lines.iter().map(read).collect();
        faults.or(people)
    }
}

fn account(line: &str) -> Option<NewAccount> {
    let parts: Vec<&str> = line.split([' ', '\t', ',', ';']).filter(|part| !part.is_empty()).collect();
    let (number, name) = match parts.as_slice() {
        [one] if one.contains('@') => (None, *one),
        [number] => (Some(*number), *number),
        [number, email] if email.contains('@') && !number.contains('@') => (Some(*number), *email),
        _ => return None,
    };
    let employee_number = number.map(str::to_owned);
    Some(NewAccount { sign_in_name: name.to_owned(), employee_number, first_password: None })
}

pub(crate) async fn show(Administrator(visit): Administrator) -> Response {
    render(&visit, StatusCode::OK, Invite::default(), Faults::none())
}

pub(crate) async fn invite(
    Administrator(visit): Administrator,
    headers: HeaderMap,
    Form(form): Form<Invite>,
) -> Result<Response, Failure> {
    let people = match form.parse() {
        Ok(people) => people,
        Err(faults) => return Ok(render(&visit, StatusCode::UNPROCESSABLE_ENTITY, form, faults)),
    };
    let words = &visit.app.words;
    let (mut invited, mut refused) = (Vec::new(), Vec::new());
    let done = invite_people(&visit.app.store, &visit.ctx, &people).await?;
    for (person, one) in people.into_iter().zip(done) {
        match one {
            Ok(invitation) => invited.push(invitation),
            Err(Error::Hidden) => refused.push((person.sign_in_name, words.admin_no_such_person())),
            Err(Error::Refused(why)) => refused.push((person.sign_in_name, obstacle(words, &why))),
            Err(error) => return Err(error.into()),
        }
    }
    Ok(addresses::show(&visit, &headers, invited, refused))
}

/// Another address for one account; the one before it can no longer be used.
pub(crate) async fn again(
    Administrator(visit): Administrator,
    headers: HeaderMap,
    Path(account): Path<AccountId>,
) -> Result<Response, Failure> {
    let found = account_of(&visit.app.store, &visit.ctx, account).await?;
    let invitation = operations::invite(&visit.app.store, &visit.ctx, &found.listed.account.sign_in_name).await?;
    Ok(addresses::show(&visit, &headers, vec![invitation], Vec::new()))
}

fn render(visit: &Visit, status: StatusCode, form: Invite, faults: Faults<Asked, Fault>) -> Response {
    let words = &visit.app.words;
    let told = faults.told(|fault| match fault {
        Fault::Nobody => words.admin_invite_nobody(),
        Fault::TooMany => words.admin_invite_too_many(MOST as u64),
        Fault::Unreadable(line) => words.admin_invite_unreadable(line),
    });
    respond(visit, status, || {
        let title = words.admin_invite();
        let body = view! {
            <div class="narrow stack stack--wide">
                <ErrorSummary errors=told.all()/>
                <h1>{title.clone()}</h1>
                <form class="form" method="post" action="/admin/accounts/invite" novalidate>
                    <Textarea
                        name=Asked::Who.name()
                        label=words.admin_invite_who()
                        hint=words.admin_invite_hint()
                        error=told.of(Asked::Who)
                        value=form.who
                    />
                    <button class="button" type="submit">{words.admin_invite_button()}</button>
                </form>
            </div>
        };
        Page::new(title, body).with_form(&told, words).below(vec![above(words)])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(who: &str) -> Option<Vec<(String, Option<String>)>> {
        let people = Invite { who: who.to_owned() }.parse().ok()?;
        Some(people.into_iter().map(|person| (person.sign_in_name, person.employee_number)).collect())
    }

    #[test]
    fn a_line_is_a_number_an_address_or_both() {
        let text = |text: &str| text.to_owned();
        let asked = "1021\r\n\r\n  ana@example.org\n1022, ben@example.org\n";
        let read_as = [
            (text("1021"), Some(text("1021"))),
            (text("ana@example.org"), None),
            (text("ben@example.org"), Some(text("1022"))),
        ];
        assert_eq!(read(asked).unwrap(), read_as);
    }

    #[test]
    fn what_is_neither_invites_nobody() {
        for wrong in ["", " \n ", "1021 1022", "ana@example.org ben@example.org", &"1\n".repeat(201)] {
            assert_eq!(read(wrong), None, "{wrong:.20}");
        }
    }
}
