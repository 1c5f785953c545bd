//! `/moves/new`: HR records a move for which no nomination is needed.

use axum::Form;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::Response;
use leptos::prelude::*;
use model::{MoveKind, Refusal};
use operations::moves::{NewMove, record_move};
use operations::{Error, ladder_in_force};
use rules::{Day, Entry, Ladder};
use serde::Deserialize;
use words::English;

use super::one::RECORDED;
use super::place::{PlaceFields, PlaceTyped, place};
use super::{Hr, PATH, address, address_of_new};
use crate::components::{Choices, Choose, ErrorSummary, TextInput, Textarea, Typed as Kind};
use crate::document::{Page, respond};
use crate::failure::Failure;
use crate::form::{self, Faults};
use crate::notice;
use crate::visit::Visit;

/// What was typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Typed {
    number: String,
    kind: String,
    job: String,
    on: String,
    why: String,
    site: String,
    unit: String,
    manager: String,
    rise: String,
}

const PLACE: PlaceFields = PlaceFields { site: "site", unit: "unit", manager: "manager", rise: "rise" };

#[derive(Clone, Copy, PartialEq)]
enum Field {
    Number,
    Kind,
    Job,
    On,
    Why,
    /// One of where they work from then on.
    Place(&'static str),
}

impl form::Field for Field {
    fn name(self) -> &'static str {
        match self {
            Field::Number => "number",
            Field::Kind => "kind",
            Field::Job => "job",
            Field::On => "on",
            Field::Why => "why",
            Field::Place(name) => name,
        }
    }
}

enum Fault {
    NoNumber,
    Nobody,
    NoKind,
    NoDay(String),
    DayMissing,
    Told(String),
}

impl Fault {
    fn tell(self, words: &English) -> String {
        match self {
            Fault::NoNumber => words.move_no_number(),
            Fault::Nobody => words.move_nobody(),
            Fault::NoKind => words.move_no_kind(),
            Fault::NoDay(text) => words.form_no_day(text),
            Fault::DayMissing => words.form_day_missing(),
            Fault::Told(told) => told,
        }
    }

    /// What a rule has against it, by the field that it is about.
    fn of(words: &English, refusal: &Refusal) -> (StatusCode, Faults<Field, Fault>) {
        let field = match refusal {
            Refusal::MoveWithoutReason => Field::Why,
            Refusal::DayPassed { .. } | Refusal::NotEmployedOn { .. } => Field::On,
            Refusal::MoveChangesNothing => Field::Job,
            Refusal::NotThatKind { .. } => Field::Kind,
            other => PLACE.of(other).map_or(Field::Number, Field::Place),
        };
        // What is about the person is no slip of the hand.
        let status = if field == Field::Number { StatusCode::CONFLICT } else { StatusCode::UNPROCESSABLE_ENTITY };
        (status, Faults::one(field, Fault::Told(words.refusal(refusal))))
    }
}

impl Typed {
    fn place(&self) -> PlaceTyped {
        let Typed { site, unit, manager, rise, .. } = self.clone();
        PlaceTyped { site, unit, manager, rise }
    }

    /// Whose move, and which.
    fn parse(&self, words: &English) -> Result<(&str, NewMove), Faults<Field, Fault>> {
        let mut faults = Faults::none();
        let number = Some(self.number.trim()).filter(|number| !number.is_empty());
        let number = faults.read(Field::Number, number.ok_or(Fault::NoNumber));
        let kind = faults.read(Field::Kind, MoveKind::from_code(&self.kind).ok_or(Fault::NoKind));
        let on = match self.on.trim() {
            "" => Err(Fault::DayMissing),
            text => words.typed_day(text).ok_or_else(|| Fault::NoDay(text.to_owned())),
        };
        let on: Option<Day> = faults.read(Field::On, on);
        let placement = faults.read(Field::Place(PLACE.rise), self.place().read(words).map_err(Fault::Told));
        if self.why.trim().is_empty() {
            faults.note(Field::Why, Fault::Told(words.refusal(&Refusal::MoveWithoutReason)));
        }
        let job = Some(self.job.clone()).filter(|job| !job.is_empty());
        let new = kind.zip(on).zip(placement).map(|((kind, effective_on), placement)| NewMove {
            kind,
            job,
            placement,
            effective_on,
            reason: self.why.clone(),
        });
        faults.or(number.zip(new))
    }
}

pub(crate) async fn show_new(Hr(visit): Hr, Query(typed): Query<Typed>) -> Result<Response, Failure> {
    let ladder = ladder_in_force(&visit.app.store, &visit.ctx).await?.ladder;
    Ok(render(&visit, StatusCode::OK, &ladder, &typed, Faults::none()))
}

pub(crate) async fn record(Hr(visit): Hr, Form(typed): Form<Typed>) -> Result<Response, Failure> {
    let words = &visit.app.words;
    let (status, faults) = match typed.parse(words) {
        Ok((number, new)) => match record_move(&visit.app.store, &visit.ctx, number, &new).await {
            Ok(id) => return Ok(notice::done(RECORDED, &address(id))),
            Err(Error::Hidden) => (StatusCode::UNPROCESSABLE_ENTITY, Faults::one(Field::Number, Fault::Nobody)),
            Err(Error::NotNow(refusal)) => Fault::of(words, &refusal),
            Err(error) => return Err(error.into()),
        },
        Err(faults) => (StatusCode::UNPROCESSABLE_ENTITY, faults),
    };
    let ladder = ladder_in_force(&visit.app.store, &visit.ctx).await?.ladder;
    Ok(render(&visit, status, &ladder, &typed, faults))
}

fn render(visit: &Visit, status: StatusCode, ladder: &Ladder, typed: &Typed, faults: Faults<Field, Fault>) -> Response {
    let words = &visit.app.words;
    let told = faults.told(|fault| fault.tell(words));
    respond(visit, status, || {
        let name = form::Field::name;
        let title = words.move_record();
        let kinds = MoveKind::ALL.iter().map(|kind| (kind.code().to_owned(), words.move_kind(kind.code()))).collect();
        let job = |job: &rules::Job| {
            let selected = job.code() == typed.job;
            view! { <option value=job.code().to_owned() selected=selected>{job.title.clone()}</option> }
        };
        let jobs = ladder.catalogue.jobs.iter().map(job).collect_view();
        let job_error = told.of(Field::Job);
        let job_described = job_error.is_some().then_some("job-error");
        let job_error = job_error.map(|text| view! { <crate::components::ErrorMessage id="job" text/> });
        let body = view! {
            <div class="narrow stack stack--wide">
                <ErrorSummary errors=told.all()/>
                <div class="page-head"><h1>{title.clone()}</h1><p class="soft">{words.move_record_lead()}</p></div>
                <form class="form" method="post" action=address_of_new(None) novalidate>
                    <TextInput
                        name=name(Field::Number)
                        label=words.move_number()
                        error=told.of(Field::Number)
                        value=typed.number.clone()
                        typed=Kind::Code
                    />
                    <Choices
                        name=name(Field::Kind)
                        choose=Choose::One
                        legend=words.move_kind_label()
                        options=kinds
                        error=told.of(Field::Kind)
                        chosen=vec![typed.kind.clone()]
                    />
                    <div class="form-group">
                        <label class="label" for="job">{words.move_job()}</label>
                        {job_error}
                        <select class="select" id="job" name="job" aria-describedby=job_described>
                            <option value="">{words.move_same_job()}</option>
                            {jobs}
                        </select>
                    </div>
                    <TextInput
                        name=name(Field::On)
                        label=words.move_on()
                        hint=words.move_on_hint()
                        error=told.of(Field::On)
                        value=typed.on.clone()
                        typed=Kind::Day
                    />
                    {place(words, &PLACE, &typed.place(), &told.all())}
                    <Textarea
                        name=name(Field::Why)
                        label=words.move_why()
                        hint=words.move_why_hint()
                        error=told.of(Field::Why)
                        value=typed.why.clone()
                    />
                    <button class="button" type="submit">{words.move_record()}</button>
                </form>
            </div>
        };
        Page::new(title, body).with_form(&told, words).below(vec![(words.move_moves(), PATH.to_owned())])
    })
}
