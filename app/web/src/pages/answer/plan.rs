//! What now: the earliest day if she starts today, and the steps to it.

use leptos::prelude::*;
use rules::{Action, Status};

use super::told::Told;
use crate::components::time::time;

pub(super) fn plan(told: &Told<'_>) -> AnyView {
    let (words, assessment) = (&told.app.words, told.assessment);
    let step = |action: &Action| {
        let criterion = told.version.criterion(&action.path)?;
        let text = words.action(told.telling.ladder, criterion, action);
        let start = words.start(action);
        Some(view! { <li><p><strong>{text}</strong></p><p>{start}</p></li> })
    };
    let steps: Vec<_> = assessment.plan.actions.iter().filter_map(step).collect();
    let end = assessment.plan.eligible_on.map(|day| {
        let reached = time(day, words.answer_reached(words.weekday_date(day)));
        view! { <li class="steps__end"><p>{reached}</p></li> }
    });
    let steps = (!steps.is_empty()).then(|| view! { <ol class="steps">{steps}{end}</ol> });
    let elsewhere = (assessment.decision.status == Status::NotApplicable).then(|| {
        let reader = told.telling.reader;
        let (_, href) = told.record();
        view! { <p><a href=href>{words.answer_elsewhere(reader.code(), reader.name().to_owned())}</a></p> }
    });
    view! {
        <section class="section plan" aria-labelledby="plan">
            <h2 id="plan">{words.answer_plan()}</h2>
            <p>{words.plan(&told.telling, assessment)}</p>
            {steps}
            {elsewhere}
        </section>
    }
    .into_any()
}
