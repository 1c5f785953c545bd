//! What stands in the way of moves, and which are planned.

use leptos::prelude::*;
use model::MoveState;
use operations::HoldAct;
use operations::moves::MoveTold;
use policy::Sight;

use super::Shown;
use crate::pages::{holds, moves};

/// A hold in force, moves to come, and what the reader can do about either. What was made is history.
pub(super) fn moves(shown: &Shown<'_>) -> AnyView {
    let words = shown.words();
    let held = shown.record.holds.in_force.as_ref().map(|held| {
        let until = words.date(held.hold.until_on);
        let told = words.hold_in_force(shown.reader().code(), until);
        view! { <p><strong>{told}</strong></p> }
    });
    let planned = shown.record.moves.iter().filter(|one| one.told.state == MoveState::Planned).map(|one| {
        let told = words.move_planned(told(shown, one));
        let told = match shown.record.sight {
            Sight::Hr => view! { <a href=moves::address(one.told.id)>{told}</a> }.into_any(),
            Sight::Own | Sight::Line => told.into_any(),
        };
        view! { <li>{shown.date(one.told.effective_on)}<span>{told}</span></li> }
    });
    let planned = planned.collect_view();
    let planned = if planned.is_empty() {
        view! { <p class="soft">{words.move_none()}</p> }.into_any()
    } else {
        view! { <ol class="history" role="list">{planned}</ol> }.into_any()
    };
    let number = &shown.record.employee.number;
    let to_holds = match (shown.record.holds.in_force.is_some(), shown.record.holds.possible.contains(&HoldAct::Place))
    {
        (true, _) => Some(words.hold_see()),
        (false, true) => Some(words.hold_do("place")),
        (false, false) => None,
    };
    let to_holds = to_holds.map(|label| (holds::address(number), label));
    let to_record =
        (shown.record.sight == Sight::Hr).then(|| (moves::address_of_new(Some(number)), words.move_record()));
    let links = [to_holds, to_record].into_iter().flatten();
    let links =
        links.map(|(href, label)| view! { <a class="button button--secondary button--small" href=href>{label}</a> });
    let body = view! { {held}{planned}<div class="button-group">{links.collect_view()}</div> };
    shown.section("moves", words.move_moves(), Some(body.into_any()))
}

/// "Promotion to Team Lead".
pub(super) fn told(shown: &Shown<'_>, one: &MoveTold) -> String {
    moves::told(shown.words(), shown.ladder(), &one.told)
}
