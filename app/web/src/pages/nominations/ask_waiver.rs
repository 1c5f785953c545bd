//! A waiver is asked for: the form on the page of a nomination, and what is posted to it.

use axum::Form;
use axum::http::StatusCode;
use axum::response::Response;
use leptos::prelude::*;
use model::{NominationAct, NominationId, Reason, Refusal};
use operations::Error;
use operations::nominations::{At, NewWaiver, Story, ask_waiver};
use rules::Day;
use serde::Deserialize;
use words::English;

use super::criteria::Criteria;
use super::forms::Typed;
use super::one::{render, whole};
use super::{Named, ids};
use crate::components::{Choices, Choose, TextInput, Textarea, Typed as Kind};
use crate::failure::Failure;
use crate::form::{Faults, Field, Told};
use crate::notice;
use crate::visit;

/// What the page after it tells.
pub(in crate::pages) const ASKED: &str = "waiver-asked";

/// The first field, which links lead to.
pub(super) const FIRST: &str = "ask-waiver-criterion";

/// The form as it came.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asking {
    seen: String,
    #[serde(rename = "ask-waiver-criterion")]
    criterion: String,
    #[serde(rename = "ask-waiver-reason")]
    reason: String,
    #[serde(rename = "ask-waiver-words")]
    words: String,
    #[serde(rename = "ask-waiver-from")]
    from_on: String,
    #[serde(rename = "ask-waiver-until")]
    until_on: String,
    /// What is wrong with it.
    #[serde(skip)]
    told: Told,
}

#[derive(Clone, Copy, PartialEq)]
enum Asked {
    Criterion,
    Reason,
    Words,
    FromOn,
    UntilOn,
}

impl Field for Asked {
    fn name(self) -> &'static str {
        match self {
            Asked::Criterion => FIRST,
            Asked::Reason => "ask-waiver-reason",
            Asked::Words => "ask-waiver-words",
            Asked::FromOn => "ask-waiver-from",
            Asked::UntilOn => "ask-waiver-until",
        }
    }
}

enum Fault {
    NoCriterion,
    NoReason,
    NoWords,
    NoDay(String),
    NoEnd,
    Refused(Refusal),
}

impl Fault {
    fn tell(self, words: &English) -> String {
        match self {
            Fault::NoCriterion => words.waiver_no_criterion(),
            Fault::NoReason => words.waiver_no_reason(),
            Fault::NoWords => words.waiver_no_words(),
            Fault::NoDay(text) => words.form_no_day(text),
            Fault::NoEnd => words.waiver_no_until(),
            Fault::Refused(refusal) => words.refusal(&refusal),
        }
    }
}

impl Asking {
    fn parse(&self, words: &English, today: Day) -> Result<NewWaiver, Faults<Asked, Fault>> {
        let mut faults = Faults::none();
        let criterion = self.criterion.trim();
        if criterion.is_empty() {
            faults.note(Asked::Criterion, Fault::NoCriterion);
        }
        let reason = faults.read(Asked::Reason, Reason::from_code(&self.reason).ok_or(Fault::NoReason));
        if self.words.trim().is_empty() {
            faults.note(Asked::Words, Fault::NoWords);
        }
        let day = |text: &str| words.typed_day(text).ok_or_else(|| Fault::NoDay(text.trim().to_owned()));
        let from_on = if self.from_on.trim().is_empty() { Ok(today) } else { day(&self.from_on) };
        let from_on = faults.read(Asked::FromOn, from_on);
        let until_on = if self.until_on.trim().is_empty() { Err(Fault::NoEnd) } else { day(&self.until_on) };
        let until_on = faults.read(Asked::UntilOn, until_on);
        let new = reason.zip(from_on.zip(until_on)).map(|(reason, (from_on, until_on))| NewWaiver {
            criterion: criterion.to_owned(),
            reason,
            words: self.words.clone(),
            from_on,
            until_on,
        });
        faults.or(new)
    }
}

/// Asks, or shows the page again with what was typed and what stands against it.
pub(crate) async fn ask(
    reader: visit::Reader,
    named: Named<NominationId>,
    Form(mut form): Form<Asking>,
) -> Result<Response, Failure> {
    let (visit, id) = (&reader.visit, ids(named)?);
    let words = &visit.app.words;
    let (status, faults) = match form.parse(words, visit.ctx.today) {
        Ok(new) => {
            // A save that nobody made is one that somebody made since.
            let at = At { id, seen: form.seen.parse().unwrap_or_default() };
            match ask_waiver(&visit.app.store, &visit.ctx, at, &new).await {
                Ok(_) => return Ok(notice::done(ASKED, &format!("/nominations/{id}"))),
                Err(Error::NotNow(refusal)) => {
                    let (status, place) = place_of(&refusal);
                    (status, Faults::one(place, Fault::Refused(refusal)))
                }
                Err(error) => return Err(error.into()),
            }
        }
        Err(faults) => (StatusCode::UNPROCESSABLE_ENTITY, faults),
    };
    form.told = faults.told(|fault| fault.tell(words));
    let whole = whole(visit, id).await?;
    let errors = form.told.all();
    let typed = Typed { act: Some(NominationAct::AskWaiver), waiver: form, ..Typed::default() };
    Ok(render(visit, status, &whole, &typed, errors))
}

/// What the form itself lacks, and what stands against it elsewhere; each at its field.
fn place_of(refusal: &Refusal) -> (StatusCode, Asked) {
    match refusal {
        Refusal::DayPassed { .. } => (StatusCode::UNPROCESSABLE_ENTITY, Asked::FromOn),
        Refusal::WaiverEndsBefore | Refusal::WaiverTooLong { .. } => (StatusCode::UNPROCESSABLE_ENTITY, Asked::UntilOn),
        Refusal::ReasonMissing { .. } => (StatusCode::UNPROCESSABLE_ENTITY, Asked::Reason),
        _ => (StatusCode::CONFLICT, Asked::Criterion),
    }
}

/// What is asked: which criterion, why, and from when until when.
pub(super) fn form(words: &English, story: &Story, typed: &Typed) -> AnyView {
    let Some(criteria) = Criteria::of(words, story) else { return ().into_any() };
    let options = criteria.waivable(criteria.day(story, typed));
    if options.is_empty() {
        return view! { <p class="missing" id=FIRST>{words.waiver_ask_none()}</p> }.into_any();
    }
    let nomination = &story.nominated.nomination;
    let asking = &typed.waiver;
    let error = |field: Asked| asking.told.of(field);
    let chosen = |code: &str| if code.is_empty() { Vec::new() } else { vec![code.to_owned()] };
    let reasons = Reason::offered(NominationAct::AskWaiver).iter();
    let reasons = reasons.map(|one| (one.code().to_owned(), words.nomination_reason(one.code()))).collect();
    let day = |field: Asked, label: String, hint: String, value: String| {
        view! { <TextInput name=field.name() label hint error=error(field) value typed=Kind::Day/> }
    };
    let action = format!("/nominations/{}/waivers", nomination.id);
    view! {
        <form class="form" method="post" action=action novalidate>
            <p class="soft">{words.waiver_ask_why()}</p>
            <input type="hidden" name="seen" value=nomination.revision.to_string()/>
            <Choices
                name=Asked::Criterion.name()
                choose=Choose::One
                legend=words.waiver_ask_criterion()
                options
                error=error(Asked::Criterion)
                chosen=chosen(&asking.criterion)
            />
            <Choices
                name=Asked::Reason.name()
                choose=Choose::One
                legend=words.waiver_ask_reason()
                options=reasons
                error=error(Asked::Reason)
                chosen=chosen(&asking.reason)
            />
            <Textarea
                name=Asked::Words.name()
                label=words.waiver_ask_words()
                hint=words.waiver_ask_words_hint()
                error=error(Asked::Words)
                value=asking.words.clone()
            />
            {day(Asked::FromOn, words.waiver_ask_from(), words.waiver_ask_from_hint(), asking.from_on.clone())}
            {day(Asked::UntilOn, words.waiver_ask_until(), words.waiver_ask_until_hint(), asking.until_on.clone())}
            <button class="button" type="submit">{words.nomination_do(NominationAct::AskWaiver.code())}</button>
        </form>
    }
    .into_any()
}
