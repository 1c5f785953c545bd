//! The page of somebody's holds.

use leptos::prelude::*;
use model::LONGEST_HOLD_DAYS;
use operations::{HoldTold, PersonHolds};
use policy::Sight;
use words::{English, Reader};

use super::forms::{Typed, forms};
use super::{ENDED, PLACED, RENEWED};
use crate::components::summary_list::summary_list;
use crate::components::{Banner, ErrorSummary, NotificationBanner, table_scroll, time};
use crate::document::Page;
use crate::visit::{Visit, urlencode};

pub(super) fn reader(holds: &PersonHolds) -> Reader<'_> {
    match holds.sight {
        Sight::Own => Reader::Own,
        Sight::Hr | Sight::Line => Reader::Other(&holds.employee.full_name),
    }
}

/// The page, with a form as it was typed and what stands against it.
pub(super) fn page(
    visit: &Visit,
    holds: &PersonHolds,
    typed: &Typed,
    told: Vec<(&'static str, String)>,
) -> Page<AnyView> {
    let (words, reader) = (&visit.app.words, reader(holds));
    let title = words.hold_title(reader.code(), reader.name().to_owned());
    let done = match visit.notice.as_deref() {
        Some(PLACED) => Some("placed"),
        Some(RENEWED) => Some("renewed"),
        Some(ENDED) => Some("ended"),
        Some(_) | None => None,
    };
    let done = done.filter(|_| told.is_empty()).map(|done| words.hold_done(done));
    let now = match &holds.in_force {
        Some(held) => summary(words, held),
        None => view! { <p>{words.hold_none(reader.code())}</p> }.into_any(),
    };
    let tab = if told.is_empty() { title.clone() } else { words.form_error_title(title.clone()) };
    let forms = forms(visit, holds, typed, &told);
    let body = view! {
        {done.map(|title| view! { <NotificationBanner about=Banner::Success title/> })}
        <ErrorSummary errors=told/>
        <div class="page-head">
            <h1>{title.clone()}</h1>
            <p class="soft">{words.hold_lead(LONGEST_HOLD_DAYS)}</p>
        </div>
        <div class="columns">
            <div class="stack stack--wide">
                <section class="section" aria-labelledby="now"><h2 id="now">{words.hold_now()}</h2>{now}</section>
                {others(words, &holds.others)}
            </div>
            <section class="section" aria-labelledby="next">
                <h2 id="next">{words.hold_next()}</h2>
                {forms}
            </section>
        </div>
    };
    let record = (holds.employee.full_name.clone(), format!("/people/{}", urlencode(&holds.employee.number)));
    Page { tab, ..Page::new(title, body.into_any()).below(vec![record]) }
}

/// Who placed it, and for whom.
fn placed_by(words: &English, held: &HoldTold) -> String {
    match &held.on_behalf_of_name {
        Some(manager) => words.nomination_for(held.placed_by_name.clone(), manager.clone()),
        None => held.placed_by_name.clone(),
    }
}

fn summary(words: &English, held: &HoldTold) -> AnyView {
    let hold = &held.hold;
    let said = hold.words.clone().map(|text| (words.hold_said(), text.into_any()));
    let renewed = held.renewed_by_name.clone().map(|name| (words.hold_renewed_by(), name.into_any()));
    let lines = [
        Some((words.hold_reason_label(), words.hold_reason(hold.reason.code()).into_any())),
        said,
        Some((words.hold_from(), time(hold.from_on, words.date(hold.from_on)))),
        Some((words.hold_until(), time(hold.until_on, words.date(hold.until_on)))),
        Some((words.hold_by(), placed_by(words, held).into_any())),
        renewed,
    ];
    summary_list(lines.into_iter().flatten().collect())
}

fn others(words: &English, holds: &[HoldTold]) -> Option<AnyView> {
    let row = |held: &HoldTold| {
        let hold = &held.hold;
        let ended = hold.ended_on.filter(|ended_on| *ended_on <= hold.until_on);
        let ended = ended.map_or_else(|| words.hold_ran_out(), |day| words.hold_ended(words.date(day)));
        view! {
            <tr>
                <th scope="row">{words.hold_reason(hold.reason.code())}</th>
                <td class="table__text">{hold.words.clone()}</td>
                <td>{time(hold.from_on, words.date(hold.from_on))}</td>
                <td>{time(hold.until_on, words.date(hold.until_on))}</td>
                <td>{placed_by(words, held)}</td>
                <td>{ended}</td>
            </tr>
        }
    };
    let rows = holds.iter().map(row).collect_view();
    let table = view! {
        <table class="table">
            <caption class="visually-hidden">{words.hold_others_caption()}</caption>
            <thead>
                <tr>
                    <th scope="col">{words.hold_reason_label()}</th>
                    <th scope="col">{words.hold_said()}</th>
                    <th scope="col">{words.hold_from()}</th>
                    <th scope="col">{words.hold_until()}</th>
                    <th scope="col">{words.hold_by()}</th>
                    <th scope="col">{words.hold_how_it_ended()}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    };
    (!holds.is_empty()).then(|| {
        view! {
            <section class="section" aria-labelledby="others">
                <h2 id="others">{words.hold_others()}</h2>
                {table_scroll(words.hold_others_caption(), table.into_any())}
            </section>
        }
        .into_any()
    })
}
