//! The board: the answer in a line, and its dates.

use leptos::prelude::*;
use rules::{Day, Status};

use super::told::Told;
use crate::components::Icon;
use crate::components::tag::Standing;
use crate::components::time::time;

pub(super) fn header(told: &Told<'_>) -> AnyView {
    let (words, assessment) = (&told.app.words, told.assessment);
    let standing = Standing::of_track(words, &assessment.decision, assessment.as_of);
    let caption = words.answer_caption(told.answer.employee.full_name.clone(), told.job_held());
    view! {
        <header class="answer" data-state=standing.code>
            <p class="answer__caption">{caption}</p>
            <h1>{told.title()}</h1>
            <p class="answer__headline">
                <Icon name=standing.icon/><span>{words.headline(&told.telling, assessment)}</span>
            </p>
            <dl class="answer__dates">{dates(told)}</dl>
        </header>
    }
    .into_any()
}

/// The dates that matter, as columns of a timetable.
fn dates(told: &Told<'_>) -> Vec<AnyView> {
    let (words, assessment) = (&told.app.words, told.assessment);
    let (decision, as_of) = (&assessment.decision, assessment.as_of);
    let on = |label: String, day: Day| {
        let (date, away) = (time(day, words.date(day)), words.from_today(as_of, day));
        view! { <div><dt>{label}</dt><dd>{date}" "<span>{away}</span></dd></div> }.into_any()
    };
    // Where somebody has to be somewhere, the weekday helps.
    let ahead = |label: String, day: Day| {
        let (date, away) = (time(day, words.weekday_date(day)), words.from_today(as_of, day));
        view! { <div><dt>{label}</dt><dd>{date}" "<span>{away}</span></dd></div> }.into_any()
    };
    let plain =
        |label: String, day: Day| view! { <div><dt>{label}</dt><dd>{time(day, words.date(day))}</dd></div> }.into_any();
    let if_verified = decision.earliest_on_if_verified.filter(|day| Some(*day) != decision.earliest_on);
    let if_known = decision
        .earliest_on_if_known
        .filter(|day| Some(*day) != decision.earliest_on && Some(*day) != decision.earliest_on_if_verified);
    let planned = assessment.plan.eligible_on.filter(|_| !assessment.plan.actions.is_empty());
    let dates = match decision.status {
        Status::Eligible => [
            decision.eligible_since.map(|day| on(words.answer_since(), day)),
            decision.lapses_on.map(|day| ahead(words.answer_until(), day.previous())),
            None,
        ],
        Status::OnCourse => [
            decision.earliest_on.map(|day| ahead(words.answer_from(), day)),
            if_verified.map(|day| ahead(words.answer_verified(), day)),
            planned.map(|day| ahead(words.answer_planned(), day)),
        ],
        Status::CannotTell | Status::NeedsAction => [
            if_verified.map(|day| ahead(words.answer_verified(), day)),
            if_known.map(|day| ahead(words.answer_known(), day)),
            planned.map(|day| ahead(words.answer_planned(), day)),
        ],
        Status::NotApplicable => [None, None, None],
    };
    let always =
        [plain(words.answer_as_of(), as_of), plain(words.answer_criteria_of(), assessment.criteria_effective_from)];
    dates.into_iter().flatten().chain(always).collect()
}
