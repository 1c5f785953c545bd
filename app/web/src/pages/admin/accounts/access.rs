//! `/admin/accounts/{id}/access`: giving access, and ending it.

use axum::Form;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use leptos::prelude::*;
use model::{Access, AccountId, Grant, GrantId};
use operations::{FoundAccount, NewGrant, account_of};
use rules::Day;
use serde::Deserialize;
use words::English;

use super::account::{ACCESS_ENDED, ACCESS_GIVEN};
use super::{above_of, title_of, told_access};
use crate::components::{Choices, Choose, ErrorSummary, TextInput, Typed};
use crate::document::{Page, respond};
use crate::failure::Failure;
use crate::form::{Faults, Field};
use crate::notice;
use crate::pages::admin::Administrator;
use crate::visit::Visit;

#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Give {
    access: String,
    site: String,
    from_on: String,
    until_on: String,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct End {
    until_on: String,
}

#[derive(Clone, Copy, PartialEq)]
enum Asked {
    Access,
    Site,
    FromOn,
    UntilOn,
}

impl Field for Asked {
    fn name(self) -> &'static str {
        match self {
            Asked::Access => "access",
            Asked::Site => "site",
            Asked::FromOn => "from_on",
            Asked::UntilOn => "until_on",
        }
    }
}

enum Fault {
    NoAccess,
    NoSite,
    SiteIsForPartners,
    NoDay(String),
    EndsBeforeItBegins,
    LaterThanItEnds,
}

impl Fault {
    fn tell(self, words: &English) -> String {
        match self {
            Fault::NoAccess => words.admin_no_access_chosen(),
            Fault::NoSite => words.admin_no_site(),
            Fault::SiteIsForPartners => words.admin_site_not_for(),
            Fault::NoDay(text) => words.form_no_day(text),
            Fault::EndsBeforeItBegins => words.admin_ends_before(),
            Fault::LaterThanItEnds => words.admin_ends_later(),
        }
    }
}

/// A day that may be left out.
fn optional_day(words: &English, text: &str) -> Result<Option<Day>, Fault> {
    match text.trim() {
        "" => Ok(None),
        text => words.typed_day(text).map(Some).ok_or_else(|| Fault::NoDay(text.to_owned())),
    }
}

impl Give {
    fn parse(&self, words: &English, today: Day) -> Result<NewGrant, Faults<Asked, Fault>> {
        let mut faults = Faults::none();
        let access = faults.read(Asked::Access, Access::from_code(&self.access).ok_or(Fault::NoAccess));
        let site = Some(self.site.trim().to_owned()).filter(|site| !site.is_empty());
        match (access, &site) {
            (Some(Access::HrPartner), None) => faults.note(Asked::Site, Fault::NoSite),
            (Some(Access::HrLead | Access::Auditor | Access::Administrator), Some(_)) => {
                faults.note(Asked::Site, Fault::SiteIsForPartners);
            }
            (Some(_) | None, _) => {}
        }
        let from_on = faults.read(Asked::FromOn, optional_day(words, &self.from_on)).map(|day| day.unwrap_or(today));
        let until_on = faults.read(Asked::UntilOn, optional_day(words, &self.until_on));
        if let (Some(from_on), Some(Some(until_on))) = (from_on, until_on)
            && until_on < from_on
        {
            faults.note(Asked::UntilOn, Fault::EndsBeforeItBegins);
        }
        let grant = access.zip(from_on).zip(until_on);
        faults.or(grant.map(|((access, from_on), until_on)| NewGrant { access, site, from_on, until_on }))
    }
}

impl End {
    /// The last day; none for none at all.
    fn parse(&self, words: &English, grant: &Grant) -> Result<Option<Day>, Faults<Asked, Fault>> {
        let last_day = optional_day(words, &self.until_on).map_err(|fault| Faults::one(Asked::UntilOn, fault))?;
        match (last_day, grant.until_on) {
            (Some(last_day), Some(until_on)) if until_on <= last_day => {
                Err(Faults::one(Asked::UntilOn, Fault::LaterThanItEnds))
            }
            (Some(_) | None, _) => Ok(last_day),
        }
    }
}

pub(crate) async fn show_give(
    Administrator(visit): Administrator,
    Path(account): Path<AccountId>,
) -> Result<Response, Failure> {
    let found = account_of(&visit.app.store, &visit.ctx, account).await?;
    Ok(render_give(&visit, StatusCode::OK, &found, Give::default(), Faults::none()))
}

pub(crate) async fn give(
    Administrator(visit): Administrator,
    Path(account): Path<AccountId>,
    Form(form): Form<Give>,
) -> Result<Response, Failure> {
    let found = account_of(&visit.app.store, &visit.ctx, account).await?;
    let grant = match form.parse(&visit.app.words, visit.ctx.today) {
        Ok(grant) => grant,
        Err(faults) => return Ok(render_give(&visit, StatusCode::UNPROCESSABLE_ENTITY, &found, form, faults)),
    };
    operations::give_access(&visit.app.store, &visit.ctx, &found.listed.account.sign_in_name, &grant).await?;
    Ok(notice::done(ACCESS_GIVEN, &format!("/admin/accounts/{account}")))
}

/// An account, and one of its grants.
async fn granted(visit: &Visit, account: AccountId, grant: GrantId) -> Result<(FoundAccount, Grant), Failure> {
    let found = account_of(&visit.app.store, &visit.ctx, account).await?;
    let grant = found.grants.iter().find(|one| one.id == grant).cloned().ok_or(Failure::Hidden)?;
    Ok((found, grant))
}

pub(crate) async fn show_end(
    Administrator(visit): Administrator,
    Path((account, grant)): Path<(AccountId, GrantId)>,
) -> Result<Response, Failure> {
    let (found, grant) = granted(&visit, account, grant).await?;
    Ok(render_end(&visit, StatusCode::OK, &found, &grant, End::default(), Faults::none()))
}

pub(crate) async fn end(
    Administrator(visit): Administrator,
    Path((account, grant)): Path<(AccountId, GrantId)>,
    Form(form): Form<End>,
) -> Result<Response, Failure> {
    let (found, grant) = granted(&visit, account, grant).await?;
    let last_day = match form.parse(&visit.app.words, &grant) {
        Ok(last_day) => last_day,
        Err(faults) => return Ok(render_end(&visit, StatusCode::UNPROCESSABLE_ENTITY, &found, &grant, form, faults)),
    };
    let (name, which) = (&found.listed.account.sign_in_name, (grant.access, grant.site.as_deref()));
    operations::end_access(&visit.app.store, &visit.ctx, name, which, last_day).await?;
    Ok(notice::done(ACCESS_ENDED, &format!("/admin/accounts/{account}")))
}

fn render_give(
    visit: &Visit,
    status: StatusCode,
    found: &FoundAccount,
    form: Give,
    faults: Faults<Asked, Fault>,
) -> Response {
    let words = &visit.app.words;
    let told = faults.told(|fault| fault.tell(words));
    respond(visit, status, || {
        let page = format!("/admin/accounts/{}", found.listed.account.id);
        let title = words.admin_give_title(title_of(found));
        let kinds = Access::ALL.iter().map(|access| (access.code().to_owned(), words.admin_access(access.code())));
        let body = view! {
            <div class="narrow stack stack--wide">
                <ErrorSummary errors=told.all()/>
                <div class="page-head">
                    <h1>{title.clone()}</h1>
                    <p class="soft">{words.admin_give_why()}</p>
                </div>
                <form class="form" method="post" action=format!("{page}/access") novalidate>
                    <Choices
                        name=Asked::Access.name()
                        choose=Choose::One
                        legend=words.admin_access_title()
                        options=kinds.collect()
                        error=told.of(Asked::Access)
                        chosen=vec![form.access]
                    />
                    <TextInput
                        name=Asked::Site.name()
                        label=words.admin_site()
                        hint=words.admin_site_hint()
                        error=told.of(Asked::Site)
                        value=form.site
                    />
                    <TextInput
                        name=Asked::FromOn.name()
                        label=words.admin_from()
                        hint=words.admin_from_hint()
                        error=told.of(Asked::FromOn)
                        value=form.from_on
                        typed=Typed::Day
                    />
                    <TextInput
                        name=Asked::UntilOn.name()
                        label=words.admin_until()
                        hint=words.admin_until_hint()
                        error=told.of(Asked::UntilOn)
                        value=form.until_on
                        typed=Typed::Day
                    />
                    <div class="button-group">
                        <button class="button" type="submit">{words.admin_give()}</button>
                        <a class="button button--secondary" href=page.clone()>{words.admin_leave()}</a>
                    </div>
                </form>
            </div>
        };
        Page::new(title, body).with_form(&told, words).below(above_of(words, found))
    })
}

fn render_end(
    visit: &Visit,
    status: StatusCode,
    found: &FoundAccount,
    grant: &Grant,
    form: End,
    faults: Faults<Asked, Fault>,
) -> Response {
    let words = &visit.app.words;
    let told = faults.told(|fault| fault.tell(words));
    respond(visit, status, || {
        let page = format!("/admin/accounts/{}", found.listed.account.id);
        let title = words.admin_end_title(told_access(words, grant), title_of(found));
        let body = view! {
            <div class="narrow stack stack--wide">
                <ErrorSummary errors=told.all()/>
                <div class="page-head">
                    <h1>{title.clone()}</h1>
                    <p class="soft">{words.admin_end_why()}</p>
                </div>
                <form class="form" method="post" action=format!("{page}/access/{}/end", grant.id) novalidate>
                    <TextInput
                        name=Asked::UntilOn.name()
                        label=words.admin_last_day()
                        hint=words.admin_last_day_hint()
                        error=told.of(Asked::UntilOn)
                        value=form.until_on
                        typed=Typed::Day
                    />
                    <div class="button-group">
                        <button class="button button--warning" type="submit">{words.admin_end_button()}</button>
                        <a class="button button--secondary" href=page.clone()>{words.admin_leave()}</a>
                    </div>
                </form>
            </div>
        };
        Page::new(title, body).with_form(&told, words).below(above_of(words, found))
    })
}
