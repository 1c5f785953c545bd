//! `/admin/deputies`: who stands in for a manager, from a day to a day.

use axum::Form;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::Response;
use leptos::prelude::*;
use model::Deputy;
use operations::{Deputies, Error, end_deputy, list_deputies, name_deputy};
use rules::Day;
use serde::Deserialize;
use words::English;

use super::Administrator;
use crate::components::{ActionButton, Banner, ErrorSummary, NotificationBanner, TextInput, Typed, table_scroll};
use crate::document::{Page, respond};
use crate::failure::Failure;
use crate::form::{Faults, Field, Told};
use crate::notice;
use crate::visit::{Visit, urlencode};

const NAMED: &str = "deputy-named";
const ENDED: &str = "deputy-ended";

#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Name {
    manager: String,
    deputy: String,
    from_on: String,
    until_on: String,
}

#[derive(Clone, Copy, PartialEq)]
enum Asked {
    Manager,
    Deputy,
    FromOn,
    UntilOn,
}

impl Field for Asked {
    fn name(self) -> &'static str {
        match self {
            Asked::Manager => "manager",
            Asked::Deputy => "deputy",
            Asked::FromOn => "from_on",
            Asked::UntilOn => "until_on",
        }
    }
}

enum Fault {
    NoManager,
    NoDeputy,
    NoSuchPerson,
    TheSame,
    NoDay(String),
    NoEnd,
    EndsBeforeItBegins,
}

impl Fault {
    fn tell(self, words: &English) -> String {
        match self {
            Fault::NoManager => words.admin_deputy_no_manager(),
            Fault::NoDeputy => words.admin_deputy_nobody(),
            Fault::NoSuchPerson => words.admin_no_such_person(),
            Fault::TheSame => words.admin_deputy_same(),
            Fault::NoDay(text) => words.form_no_day(text),
            Fault::NoEnd => words.admin_deputy_no_end(),
            Fault::EndsBeforeItBegins => words.admin_ends_before(),
        }
    }
}

/// Who stands in for whom, and when.
struct Named<'f> {
    manager: &'f str,
    deputy: &'f str,
    days: (Day, Day),
}

impl Name {
    fn parse(&self, words: &English, today: Day) -> Result<Named<'_>, Faults<Asked, Fault>> {
        let mut faults = Faults::none();
        let (manager, deputy) = (self.manager.trim(), self.deputy.trim());
        if manager.is_empty() {
            faults.note(Asked::Manager, Fault::NoManager);
        }
        if deputy.is_empty() {
            faults.note(Asked::Deputy, Fault::NoDeputy);
        } else if manager == deputy {
            faults.note(Asked::Deputy, Fault::TheSame);
        }
        let day = |text: &str| words.typed_day(text).ok_or_else(|| Fault::NoDay(text.trim().to_owned()));
        let from_on = match self.from_on.trim() {
            "" => Ok(today),
            text => day(text),
        };
        let from_on = faults.read(Asked::FromOn, from_on);
        let until_on = if self.until_on.trim().is_empty() { Err(Fault::NoEnd) } else { day(&self.until_on) };
        let until_on = faults.read(Asked::UntilOn, until_on);
        let days = from_on.zip(until_on);
        if days.is_some_and(|(from_on, until_on)| until_on < from_on) {
            faults.note(Asked::UntilOn, Fault::EndsBeforeItBegins);
        }
        faults.or(days.map(|days| Named { manager, deputy, days }))
    }
}

pub(crate) async fn show(Administrator(visit): Administrator, Query(asked): Query<Name>) -> Result<Response, Failure> {
    let (form, mut faults) = (Name { manager: asked.manager, ..Name::default() }, Faults::none());
    let known = known(&visit, &form.manager).await?;
    if known.is_none() && !form.manager.trim().is_empty() {
        faults.note(Asked::Manager, Fault::NoSuchPerson);
    }
    let status =
        if known.is_none() && !form.manager.trim().is_empty() { StatusCode::NOT_FOUND } else { StatusCode::OK };
    Ok(render(&visit, status, form, known, faults))
}

pub(crate) async fn name(Administrator(visit): Administrator, Form(form): Form<Name>) -> Result<Response, Failure> {
    let faults = match form.parse(&visit.app.words, visit.ctx.today) {
        Ok(Named { manager, deputy, days }) => {
            match name_deputy(&visit.app.store, &visit.ctx, manager, deputy, days).await {
                Ok(_) => return Ok(notice::done(NAMED, &page_of(manager))),
                Err(Error::Hidden) => {
                    let manager_is_there = known(&visit, manager).await?.is_some();
                    Faults::one(if manager_is_there { Asked::Deputy } else { Asked::Manager }, Fault::NoSuchPerson)
                }
                Err(error) => return Err(error.into()),
            }
        }
        Err(faults) => faults,
    };
    let known = known(&visit, &form.manager).await?;
    Ok(render(&visit, StatusCode::UNPROCESSABLE_ENTITY, form, known, faults))
}

/// Ends it by today: it counts no longer.
pub(crate) async fn end(Administrator(visit): Administrator, Form(form): Form<Name>) -> Result<Response, Failure> {
    end_deputy(&visit.app.store, &visit.ctx, &form.manager, &form.deputy, None).await?;
    Ok(notice::done(ENDED, &page_of(&form.manager)))
}

fn page_of(manager: &str) -> String {
    format!("/admin/deputies?manager={}", urlencode(manager))
}

/// Who stands in for the manager of a number, where there is one of it.
async fn known(visit: &Visit, manager: &str) -> Result<Option<Deputies>, Failure> {
    match manager.trim() {
        "" => Ok(None),
        number => match list_deputies(&visit.app.store, &visit.ctx, number).await {
            Ok(known) => Ok(Some(known)),
            Err(Error::Hidden) => Ok(None),
            Err(error) => Err(error.into()),
        },
    }
}

fn render(
    visit: &Visit,
    status: StatusCode,
    form: Name,
    known: Option<Deputies>,
    faults: Faults<Asked, Fault>,
) -> Response {
    let words = &visit.app.words;
    let told = faults.told(|fault| fault.tell(words));
    let done = match visit.notice.as_deref() {
        Some(NAMED) => Some(words.admin_deputy_named()),
        Some(ENDED) => Some(words.admin_deputy_ended()),
        Some(_) | None => None,
    };
    respond(visit, status, || {
        let title = words.admin_deputies();
        let body = view! {
            {done.map(|title| view! { <NotificationBanner about=Banner::Success title/> })}
            <ErrorSummary errors=told.all()/>
            <div class="page-head">
                <h1>{title.clone()}</h1>
                <p class="soft">{words.admin_deputies_why()}</p>
            </div>
            <div class="columns columns--even">
                <section class="section" aria-labelledby="name-deputy">
                    <h2 id="name-deputy">{words.admin_deputy_name()}</h2>
                    {name_form(words, form, &told)}
                </section>
                {known.map(|known| named(visit, known))}
            </div>
        };
        let above = (words.admin_accounts(), "/admin/accounts".to_owned());
        Page::new(title, body).with_form(&told, words).below(vec![above])
    })
}

fn name_form(words: &English, form: Name, told: &Told) -> impl IntoView + use<> {
    let number = |asked: Asked, label: String, value: String| {
        view! { <TextInput name=asked.name() label error=told.of(asked) value typed=Typed::Code/> }
    };
    let day = |asked: Asked, label: String, hint: String, value: String| {
        view! { <TextInput name=asked.name() label hint error=told.of(asked) value typed=Typed::Day/> }
    };
    view! {
        <form class="form" method="post" action="/admin/deputies" novalidate>
            {number(Asked::Manager, words.admin_deputy_manager(), form.manager)}
            {number(Asked::Deputy, words.admin_deputy_who(), form.deputy)}
            {day(Asked::FromOn, words.admin_from(), words.admin_from_hint(), form.from_on)}
            {day(Asked::UntilOn, words.admin_until(), words.admin_deputy_until_hint(), form.until_on)}
            <button class="button" type="submit">{words.admin_deputy_name()}</button>
        </form>
    }
}

fn named(visit: &Visit, known: Deputies) -> impl IntoView + use<> {
    let words = visit.app.words.clone();
    let today = visit.ctx.today;
    let (number, manager) = known.manager;
    let title = words.admin_deputies_of(manager);
    if known.deputies.is_empty() {
        return view! {
            <section class="section" aria-labelledby="deputies">
                <h2 id="deputies">{title}</h2>
                <p class="missing">{words.admin_deputies_none()}</p>
            </section>
        }
        .into_any();
    }
    let row = |(days, (deputy, name)): (Deputy, (String, String))| {
        let end = (today <= days.until_on).then(|| {
            view! {
                <ActionButton
                    action="/admin/deputies/end"
                    label=words.admin_end()
                    about=name.clone()
                    fields=vec![("manager", number.clone()), ("deputy", deputy)]
                />
            }
        });
        view! {
            <tr>
                <th scope="row">{name.clone()}</th>
                <td>{words.date(days.from_on)}</td>
                <td>{words.date(days.until_on)}</td>
                <td>{end}</td>
            </tr>
        }
    };
    let rows = known.deputies.into_iter().map(row).collect_view();
    let table = view! {
        <table class="table">
            <caption class="visually-hidden">{title.clone()}</caption>
            <thead>
                <tr>
                    <th scope="col">{words.admin_name()}</th>
                    <th scope="col">{words.admin_from()}</th>
                    <th scope="col">{words.admin_until()}</th>
                    <th scope="col"><span class="visually-hidden">{words.account_act()}</span></th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    };
    view! {
        <section class="section" aria-labelledby="deputies">
            <h2 id="deputies">{title.clone()}</h2>
            {table_scroll(title, table.into_any())}
        </section>
    }
    .into_any()
}
