//! The way on from an answer: nominate, show interest, or go to what is under way.

use leptos::prelude::*;
use model::NominationAct;
use operations::nominations::Beginning;
use rules::Status;

use super::told::{Told, reader_of};
use crate::pages::holds;

/// The button of what is the likely way on, and of another.
const FIRST: &str = "button";
const SECOND: &str = "button button--secondary";

/// Where the track leads on from the person's job, what could begin, or is under way.
pub(super) fn begin(told: &Told<'_>, beginning: Beginning) -> AnyView {
    let words = &told.app.words;
    let applies = told.assessment.decision.status != Status::NotApplicable;
    let number = &told.answer.employee.number;
    let held = beginning.held_until.map(|until_on| {
        let told = words.hold_in_force(reader_of(told.answer).code(), words.date(until_on));
        view! { <p><strong>{told}</strong>" "<a href=holds::address(number)>{words.hold_see()}</a></p> }
    });
    let inside = match (beginning.open, beginning.act.filter(|_| applies)) {
        (Some(open), _) => {
            let href = format!("/nominations/{open}");
            view! { <p>{words.nomination_under_way()} " " <a href=href>{words.nomination_see()}</a></p> }.into_any()
        }
        (None, Some(act)) => {
            let employee = &told.answer.employee;
            let (why, number) = match act {
                NominationAct::ShowInterest => (words.nomination_begin_interest(), None),
                _ => (words.nomination_begin_start(employee.full_name.clone()), Some(employee.number.clone())),
            };
            let form = |then, label, class| begin_form(told, number.clone(), then, (label, class));
            let decision = &told.assessment.decision;
            if act == NominationAct::ShowInterest || decision.status == Status::Eligible {
                let start = form(None, words.nomination_do(act.code()), FIRST);
                view! { <p>{why}</p>{start} }.into_any()
            } else {
                let (earliest, day) =
                    decision.earliest_on.map_or(("none", String::new()), |on| ("day", words.date(on)));
                let later = decision.earliest_on.map(|_| form(Some("later"), words.waiver_begin_later(), FIRST));
                let class = if later.is_some() { SECOND } else { FIRST };
                let ask = form(Some("waiver"), words.waiver_begin_ask(), class);
                view! {
                    <p>{words.waiver_begin_not_today(employee.full_name.clone(), earliest, day)}</p>
                    <p>{why}</p>
                    <div class="button-group">{later}{ask}</div>
                }
                .into_any()
            }
        }
        (None, None) if held.is_none() => return ().into_any(),
        (None, None) => ().into_any(),
    };
    view! {
        <section class="section" aria-labelledby="begin">
            <h2 id="begin">{words.nomination_begin()}</h2>
            {held}
            {inside}
        </section>
    }
    .into_any()
}

/// Begins it, and goes on where on its page there is something to do first.
fn begin_form(
    told: &Told<'_>,
    number: Option<String>,
    then: Option<&'static str>,
    (label, class): (String, &'static str),
) -> AnyView {
    let number = number.map(|number| view! { <input type="hidden" name="number" value=number/> });
    let then = then.map(|then| view! { <input type="hidden" name="then" value=then/> });
    let track = told.answer.ladder.track(told.answer.track).code.to_string();
    view! {
        <form method="post" action="/nominations">
            {number}
            {then}
            <input type="hidden" name="track" value=track/>
            <button class=class type="submit">{label}</button>
        </form>
    }
    .into_any()
}
