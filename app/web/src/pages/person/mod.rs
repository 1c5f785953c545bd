//! `/people/{number}`: what is known of a person, and every track from their job. `/me` leads to one's own.

mod achievements;
mod history;
mod job;
mod moves;
mod results;
mod tracks;

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use leptos::prelude::*;
use operations::{Record, person_record};
use policy::Sight;
use rules::{Day, Entry, Ladder};
use words::English;

use crate::app::App;
use crate::document::{Page, respond};
use crate::failure::Failure;
use crate::visit;

pub(crate) async fn me(reader: visit::Reader) -> Result<Response, Failure> {
    let own = reader.me.employee.ok_or(Failure::Hidden)?;
    Ok(Redirect::to(&format!("/people/{}", own.number)).into_response())
}

pub(crate) async fn show(reader: visit::Reader, Path(number): Path<String>) -> Result<Response, Failure> {
    let visit = &reader.visit;
    let app = &visit.app;
    let record = person_record(&app.store, &visit.ctx, &app.read_log, &number).await?;
    let shown = Shown { app, record: &record, today: visit.ctx.today };
    Ok(respond(visit, StatusCode::OK, || page(&shown)))
}

/// A record on its way to a page.
pub(super) struct Shown<'a> {
    app: &'a App,
    record: &'a Record,
    today: Day,
}

impl<'a> Shown<'a> {
    fn words(&self) -> &'a English {
        &self.app.words
    }

    fn ladder(&self) -> &'a Ladder {
        &self.record.ladder
    }

    fn reader(&self) -> words::Reader<'a> {
        match self.record.sight {
            Sight::Own => words::Reader::Own,
            Sight::Hr | Sight::Line => words::Reader::Other(&self.record.employee.full_name),
        }
    }

    /// The title of the job held, or last held.
    fn job(&self) -> String {
        let held = &self.record.employee.job;
        let job = self.ladder().catalogue.jobs.iter().find(|job| job.code == held.as_str());
        job.map_or_else(|| held.clone(), |job| job.title().to_owned())
    }

    /// A day as it is told.
    fn date(&self, day: Day) -> AnyView {
        crate::components::time::time(day, self.words().date(day))
    }

    /// A section with its heading; where there is nothing in it, that is said.
    fn section(&self, id: &'static str, title: String, body: Option<AnyView>) -> AnyView {
        let body = body.unwrap_or_else(|| view! { <p class="soft">{self.words().person_nothing()}</p> }.into_any());
        view! { <section class="section" aria-labelledby=id><h2 id=id>{title}</h2>{body}</section> }.into_any()
    }
}

fn page(shown: &Shown<'_>) -> Page<AnyView> {
    let employee = &shown.record.employee;
    let caption = shown.words().person_caption(employee.number.clone(), shown.job());
    let body = view! {
        <div class="page-head"><h1>{employee.full_name.clone()}</h1><p class="soft">{caption}</p></div>
        {tracks::tracks(shown)}
        {moves::moves(shown)}
        <div class="columns columns--even">
            {job::job(shown)}
            {achievements::certifications(shown)}
            {achievements::languages(shown)}
            {achievements::trainings(shown)}
        </div>
        {results::results(shown)}
        <div class="columns columns--even">
            {results::reviews(shown)}
            {achievements::skills(shown)}
            {achievements::activities(shown)}
            {history::leaves(shown)}
        </div>
        {history::history(shown)}
    };
    Page::new(employee.full_name.clone(), body.into_any())
}
