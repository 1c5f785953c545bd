//! What is sent to the page of somebody's holds.

use axum::http::StatusCode;
use leptos::prelude::*;
use model::{HoldReason, LONGEST_HOLD_DAYS, Refusal};
use operations::{HoldAct, NewHold, PersonHolds};
use rules::Day;
use serde::Deserialize;
use words::English;

use super::address;
use crate::components::{Choices, Choose, TextInput, Textarea, Typed as Kind};
use crate::failure::Failure;
use crate::form::{self, Faults};
use crate::visit::Visit;

/// What was typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub(crate) struct Typed {
    act: String,
    reason: String,
    words: String,
    until: String,
    renew_until: String,
}

/// What is asked for.
pub(super) enum Asked {
    Place(NewHold),
    Renew(Day),
    End,
}

#[derive(Clone, Copy, PartialEq)]
pub(super) enum Field {
    Reason,
    Words,
    Until,
    RenewUntil,
    /// None of them: what can be done at all.
    Next,
}

impl form::Field for Field {
    fn name(self) -> &'static str {
        match self {
            Field::Reason => "reason",
            Field::Words => "words",
            Field::Until => "until",
            Field::RenewUntil => "renew-until",
            Field::Next => "next",
        }
    }
}

pub(super) enum Fault {
    NoReason,
    DayMissing,
    NoDay(String),
    Refused(Refusal),
}

impl Fault {
    pub(super) fn tell(self, words: &English) -> String {
        match self {
            Fault::NoReason => words.hold_no_reason(),
            Fault::DayMissing => words.form_day_missing(),
            Fault::NoDay(text) => words.form_no_day(text),
            Fault::Refused(refusal) => words.refusal(&refusal),
        }
    }

    /// What a rule has against what was asked, by the field that it is about.
    pub(super) fn of(asked: &Asked, refusal: Refusal) -> (StatusCode, Faults<Field, Fault>) {
        let (status, field) = match (&refusal, asked) {
            (Refusal::HoldTooLong { .. }, Asked::Renew(_)) => (StatusCode::UNPROCESSABLE_ENTITY, Field::RenewUntil),
            (Refusal::HoldTooLong { .. }, _) => (StatusCode::UNPROCESSABLE_ENTITY, Field::Until),
            (_, _) => (StatusCode::CONFLICT, Field::Next),
        };
        (status, Faults::one(field, Fault::Refused(refusal)))
    }
}

fn code(act: HoldAct) -> &'static str {
    match act {
        HoldAct::Place => "place",
        HoldAct::Renew => "renew",
        HoldAct::End => "end",
    }
}

impl Typed {
    /// What it asks for, or what is wrong with it.
    pub(super) fn parse(&self, words: &English) -> Result<Result<Asked, Faults<Field, Fault>>, Failure> {
        let mut faults = Faults::none();
        let day = |text: &str| match text.trim() {
            "" => Err(Fault::DayMissing),
            text => words.typed_day(text).ok_or_else(|| Fault::NoDay(text.to_owned())),
        };
        let asked = match self.act.as_str() {
            "place" => {
                let reason = faults.read(Field::Reason, HoldReason::from_code(&self.reason).ok_or(Fault::NoReason));
                let until_on = faults.read(Field::Until, day(&self.until));
                let new = |(reason, until_on)| NewHold { reason, words: self.words.clone(), until_on };
                reason.zip(until_on).map(new).map(Asked::Place)
            }
            "renew" => faults.read(Field::RenewUntil, day(&self.renew_until)).map(Asked::Renew),
            "end" => Some(Asked::End),
            _ => return Err(Failure::Malformed(StatusCode::BAD_REQUEST)),
        };
        Ok(faults.or(asked))
    }
}

/// A form for each thing that the reader can do.
pub(super) fn forms(visit: &Visit, holds: &PersonHolds, typed: &Typed, told: &[(&'static str, String)]) -> AnyView {
    let words = &visit.app.words;
    if holds.possible.is_empty() {
        return view! { <p class="missing">{words.hold_nothing()}</p> }.into_any();
    }
    let form = |act: &HoldAct| {
        let inside = match act {
            HoldAct::Place => place(visit, holds, typed, told),
            HoldAct::Renew => renew(visit, typed, told),
            HoldAct::End => view! { <p>{words.hold_end_more()}</p> }.into_any(),
        };
        let button = if *act == HoldAct::Place { "button" } else { "button button--secondary" };
        view! {
            <form class="form" method="post" action=address(&holds.employee.number) novalidate>
                <input type="hidden" name="act" value=code(*act)/>
                {inside}
                <button class=button type="submit">{words.hold_do(code(*act))}</button>
            </form>
        }
    };
    holds.possible.iter().map(form).collect_view().into_any()
}

fn error(told: &[(&'static str, String)], field: Field) -> Option<String> {
    let name = form::Field::name(field);
    told.iter().find(|(own, _)| *own == name).map(|(_, text)| text.clone())
}

/// The last day that a hold can have from today on.
fn latest(visit: &Visit) -> String {
    visit.app.words.date(visit.ctx.today.plus_days(LONGEST_HOLD_DAYS - 1))
}

fn place(visit: &Visit, holds: &PersonHolds, typed: &Typed, told: &[(&'static str, String)]) -> AnyView {
    let words = &visit.app.words;
    let name = form::Field::name;
    let options = HoldReason::ALL.iter().map(|reason| (reason.code().to_owned(), words.hold_reason(reason.code())));
    view! {
        <Choices
            name=name(Field::Reason)
            choose=Choose::One
            legend=words.hold_reason_label()
            options=options.collect()
            error=error(told, Field::Reason)
            chosen=vec![typed.reason.clone()]
        />
        <Textarea
            name=name(Field::Words)
            label=words.hold_words_label()
            hint=words.hold_words_hint(holds.employee.full_name.clone())
            error=None
            value=typed.words.clone()
        />
        <TextInput
            name=name(Field::Until)
            label=words.hold_until_label()
            hint=words.hold_until_hint(latest(visit))
            error=error(told, Field::Until)
            value=typed.until.clone()
            typed=Kind::Day
        />
    }
    .into_any()
}

fn renew(visit: &Visit, typed: &Typed, told: &[(&'static str, String)]) -> AnyView {
    let words = &visit.app.words;
    view! {
        <TextInput
            name=form::Field::name(Field::RenewUntil)
            label=words.hold_until_label()
            hint=words.hold_until_hint(latest(visit))
            error=error(told, Field::RenewUntil)
            value=typed.renew_until.clone()
            typed=Kind::Day
        />
    }
    .into_any()
}
