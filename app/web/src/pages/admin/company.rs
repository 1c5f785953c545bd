//! `/admin/company`: what holds for the company as a whole, its time zone.

use axum::Form;
use axum::http::StatusCode;
use axum::response::Response;
use leptos::prelude::*;
use model::Zone;
use operations::{Error, NoZone, Obstacle, ZoneSet, set_time_zone, zone_named};
use serde::Deserialize;
use words::English;

use super::Administrator;
use crate::components::summary_list::summary_list;
use crate::components::{Banner, ErrorSummary, NotificationBanner, TextInput, Typed, time, when};
use crate::document::{Page, respond};
use crate::failure::{Failure, obstacle};
use crate::form::{Faults, Field};
use crate::notice;
use crate::visit::Visit;

const SET: &str = "time-zone-set";
const ALREADY: &str = "time-zone-already";

#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Set {
    time_zone: String,
}

#[derive(Clone, Copy, PartialEq)]
enum Asked {
    TimeZone,
}

impl Field for Asked {
    fn name(self) -> &'static str {
        match self {
            Asked::TimeZone => "time_zone",
        }
    }
}

enum Fault {
    NoZone,
    Unknown(NoZone),
    NotYet(Obstacle),
}

impl Fault {
    fn tell(self, words: &English) -> String {
        match self {
            Fault::NoZone => words.company_no_zone(),
            Fault::Unknown(NoZone { typed, near }) if near.is_empty() => words.company_unknown_zone(typed, "none"),
            Fault::Unknown(NoZone { typed, near }) => words.company_unknown_zone(typed, words.one_of(near)),
            Fault::NotYet(why) => obstacle(words, &why),
        }
    }
}

impl Set {
    fn parse(&self) -> Result<Zone, Faults<Asked, Fault>> {
        if self.time_zone.trim().is_empty() {
            return Err(Faults::one(Asked::TimeZone, Fault::NoZone));
        }
        zone_named(&self.time_zone).map_err(|none| Faults::one(Asked::TimeZone, Fault::Unknown(none)))
    }
}

pub(crate) async fn show(Administrator(visit): Administrator) -> Response {
    let form = Set { time_zone: visit.zone.name().to_owned() };
    render(&visit, StatusCode::OK, form, Faults::none())
}

pub(crate) async fn set(Administrator(visit): Administrator, Form(form): Form<Set>) -> Result<Response, Failure> {
    let faults = match form.parse() {
        Ok(zone) => match set_time_zone(&visit.app.store, &visit.ctx, &zone).await {
            Ok(set) => {
                // Other servers take it up by themselves.
                visit.app.clock.follow(zone);
                let told = match set {
                    ZoneSet::Now(_) => SET,
                    ZoneSet::Already => ALREADY,
                };
                return Ok(notice::done(told, "/admin/company"));
            }
            Err(Error::Refused(why @ Obstacle::DayHasBegun { .. })) => Faults::one(Asked::TimeZone, Fault::NotYet(why)),
            Err(error) => return Err(error.into()),
        },
        Err(faults) => faults,
    };
    Ok(render(&visit, StatusCode::UNPROCESSABLE_ENTITY, form, faults))
}

fn render(visit: &Visit, status: StatusCode, form: Set, faults: Faults<Asked, Fault>) -> Response {
    let words = &visit.app.words;
    let told = faults.told(|fault| fault.tell(words));
    let zone = || visit.zone.name().to_owned();
    let done = match visit.notice.as_deref() {
        Some(SET) => Some((Banner::Success, words.company_set_done(zone()))),
        Some(ALREADY) => Some((Banner::Notice, words.company_set_already(zone()))),
        Some(_) | None => None,
    };
    respond(visit, status, || {
        let title = words.company_title();
        let (today, known) = (visit.ctx.today, Zone::names().collect::<Vec<_>>());
        let lines = vec![
            (words.company_zone(), zone().into_any()),
            (words.company_today(), time(today, words.weekday_date(today))),
            (words.company_clocks(), when(words, visit.ctx.now)),
        ];
        let body = view! {
            {done.map(|(about, title)| view! { <NotificationBanner about title/> })}
            <ErrorSummary errors=told.all()/>
            <h1>{title.clone()}</h1>
            <div class="columns columns--even">
                {summary_list(lines)}
                <section class="section" aria-labelledby="set">
                    <h2 id="set">{words.company_set_title()}</h2>
                    <p>{words.company_set_why()}</p>
                    <form class="form" method="post" action="/admin/company" novalidate>
                        <TextInput
                            name=Asked::TimeZone.name()
                            label=words.company_zone()
                            hint=words.company_set_hint()
                            error=told.of(Asked::TimeZone)
                            value=form.time_zone
                            typed=Typed::Name
                            known
                        />
                        <button class="button" type="submit">{words.company_set()}</button>
                    </form>
                </section>
            </div>
        };
        let above = (words.admin_accounts(), "/admin/accounts".to_owned());
        Page::new(title, body).with_form(&told, words).below(vec![above])
    })
}
