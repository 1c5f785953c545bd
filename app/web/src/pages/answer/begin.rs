//! The way on from an answer: nominate, show interest, or go to what is under way.

use leptos::prelude::*;
use model::NominationAct;
use operations::nominations::Beginning;
use rules::Status;

use super::told::Told;

/// Where the track leads on from the person's job, what could begin, or is under way.
pub(super) fn begin(told: &Told<'_>, beginning: Beginning) -> AnyView {
    let words = &told.app.words;
    let applies = told.assessment.decision.status != Status::NotApplicable;
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
            let number = number.map(|number| view! { <input type="hidden" name="number" value=number/> });
            let track = told.answer.ladder.track(told.answer.track).code.to_string();
            view! {
                <p>{why}</p>
                <form method="post" action="/nominations">
                    {number}
                    <input type="hidden" name="track" value=track/>
                    <button class="button" type="submit">{words.nomination_do(act.code())}</button>
                </form>
            }
            .into_any()
        }
        (None, None) => return ().into_any(),
    };
    view! {
        <section class="section" aria-labelledby="begin">
            <h2 id="begin">{words.nomination_begin()}</h2>
            {inside}
        </section>
    }
    .into_any()
}
