//! The result as it is shown, by the server and by the browser alike.

use leptos::prelude::*;
use rules::{Day, State, Status};

use super::fields::{Fields, Problem, Scenario};
use super::outcome::{Asked, CriterionStanding, Difference, Outcome, Standing};
use super::wording::{Wording, filled};

/// What comes of the fields as they are typed.
pub(crate) fn result(asked: &Asked, wording: &Wording, fields: &Fields) -> AnyView {
    match fields.parse(&asked.ladder, asked.as_of, &wording.months) {
        Err(problems) => faults(wording, &problems),
        Ok(scenario) if scenario == Scenario::default() => {
            view! { <p class="soft">{wording.nothing_assumed.clone()}</p> }.into_any()
        }
        Ok(scenario) => table(wording, &asked.outcome(&scenario)),
    }
}

fn faults(wording: &Wording, problems: &[Problem]) -> AnyView {
    let line = |problem: &Problem| {
        let of_day = problem.field == super::fields::Field::Day;
        let place = (problem.change + 1).to_string();
        let whose = if of_day { wording.later_day.clone() } else { filled(&wording.change, &place) };
        let href = format!("#{}", id(problem));
        view! { <li><a href=href>{whose} ": " {wording.fault(problem.fault)}</a></li> }
    };
    let lines = problems.iter().map(line).collect_view();
    view! { <div class="error-summary"><ul role="list">{lines}</ul></div> }.into_any()
}

/// The id of a field of the form.
pub(crate) fn id(problem: &Problem) -> String {
    use super::fields::Field;
    let name = match problem.field {
        Field::Day => return "what-if-day".to_owned(),
        Field::What => "what",
        Field::On => "on",
        Field::Until => "until",
        Field::Value => "value",
    };
    format!("what-if-{name}-{}", problem.change + 1)
}

fn table(wording: &Wording, outcome: &Outcome) -> AnyView {
    let tracks = outcome.tracks.iter().zip(&wording.tracks);
    let tracks = tracks.map(|((_, difference), title)| track(wording, title, difference, outcome.day)).collect_view();
    let criteria = outcome.criteria.iter().map(|(path, difference)| {
        let place = path.positions().first().copied().unwrap_or_default();
        let title = wording.criteria.get(usize::from(place)).cloned().unwrap_or_default();
        row(title, criterion(wording, difference.today), Some(criterion(wording, difference.with_changes)), wording)
    });
    let criteria = criteria.collect_view();
    let criteria = (!outcome.criteria.is_empty()).then(|| {
        view! {
            <table class="table">
                <caption class="visually-hidden">{wording.criterion.clone()}</caption>
                {head(&wording.criterion, wording)}
                <tbody>{criteria}</tbody>
            </table>
        }
    });
    view! {
        <div class="stack">
            <table class="table">
                <caption class="visually-hidden">{wording.caption.clone()}</caption>
                {head(&wording.answer, wording)}
                <tbody>{tracks}</tbody>
            </table>
            {criteria}
        </div>
    }
    .into_any()
}

fn head(first: &str, wording: &Wording) -> AnyView {
    view! {
        <thead>
            <tr>
                <th scope="col">{first.to_owned()}</th>
                <th scope="col">{wording.today.clone()}</th>
                <th scope="col">{wording.with_changes.clone()}</th>
            </tr>
        </thead>
    }
    .into_any()
}

/// A row; the second cell says so where nothing differs.
fn row(title: String, today: AnyView, with_changes: Option<AnyView>, wording: &Wording) -> AnyView {
    let changed = with_changes.is_some();
    let none = || view! { <span class="soft">{wording.no_difference.clone()}</span> }.into_any();
    let with_changes = with_changes.unwrap_or_else(none);
    view! {
        <tr>
            <th scope="row">{title}</th>
            <td>{today}</td>
            <td class=changed.then_some("changed")>{with_changes}</td>
        </tr>
    }
    .into_any()
}

fn track(wording: &Wording, title: &str, difference: &Difference<Standing>, day: Option<Day>) -> AnyView {
    let differs = difference.today != difference.with_changes;
    let after = differs.then(|| standing(wording, difference.with_changes, day));
    row(title.to_owned(), standing(wording, difference.today, day), after, wording)
}

fn standing(wording: &Wording, standing: Standing, day: Option<Day>) -> AnyView {
    let icon = match standing.status {
        Status::Eligible => "met",
        Status::OnCourse => "not_yet",
        Status::CannotTell => "unknown",
        Status::NeedsAction => "unmet",
        Status::NotApplicable => "not_applicable",
    };
    let date = match standing.status {
        Status::Eligible => dated(wording, &wording.until, standing.date),
        Status::OnCourse | Status::CannotTell | Status::NeedsAction | Status::NotApplicable => {
            dated(wording, &wording.from, standing.date)
        }
    };
    let then = day.zip(standing.then).map(|(day, eligible)| {
        let then = if eligible { &wording.eligible_then } else { &wording.not_eligible_then };
        let text = format!("{} {then}", filled(&wording.on_day, &wording.day(day)));
        view! { <p>{text}</p> }
    });
    let word = wording.status(standing.status);
    view! { {tag(wording, standing.status.code(), icon, word)} {date} {then} }.into_any()
}

fn criterion(wording: &Wording, standing: CriterionStanding) -> AnyView {
    let (icon, pattern) = match standing.state {
        State::Met => ("met", &wording.until),
        State::Waived => ("waived", &wording.until),
        State::Unverified | State::NoEvidence | State::Insufficient | State::CannotTell => ("unknown", &wording.from),
        State::NotYet => ("not_yet", &wording.from),
        State::Unmet => ("unmet", &wording.from),
    };
    let word = wording.state(standing.state);
    view! { {tag(wording, standing.state.code(), icon, word)} {dated(wording, pattern, standing.date)} }.into_any()
}

fn dated(wording: &Wording, pattern: &str, day: Option<Day>) -> Option<AnyView> {
    let day = day?;
    let text = filled(pattern, &wording.day(day));
    Some(view! { <p><time datetime=day.to_string()>{text}</time></p> }.into_any())
}

fn tag(wording: &Wording, state: &'static str, icon: &str, word: String) -> AnyView {
    let href = format!("{}#{icon}", wording.icons);
    view! {
        <strong class="tag" data-state=state>
            <svg class="icon" aria-hidden="true"><use href=href/></svg>
            {word}
        </strong>
    }
    .into_any()
}
