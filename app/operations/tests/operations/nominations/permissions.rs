//! Who can do what to a nomination in each of its states, as a table under review: `permissions.txt`. Every cell is
//! done, by operations.

use std::fmt::Write;

use model::{Closing, NominationAct, NominationId, State};
use operations::Error;

use super::world::World;
use crate::database::{Engine, on_each_engine, setting};

on_each_engine! {
    who_can_do_what_in_each_state_is_as_it_was_last_reviewed,
}

pub(super) const WHO: &[&str] = &[
    "candidate",
    "manager",
    "senior",
    "stand_in",
    "peer",
    "absent",
    "partner",
    "second",
    "south",
    "lead",
    "lead2",
    "auditor",
    "administrator",
];

const STATES: &[State] = &[
    State::Interest,
    State::InterestWithHr,
    State::Closed(Closing::InterestDeclined),
    State::Draft,
    State::Proposed,
    State::Submitted,
    State::InReview,
    State::Approved,
    State::Closed(Closing::Declined),
    State::Appealed,
];

const HEAD: &str = "\
# Who can do what to a nomination in each of its states. NEXTRUNG_REVIEW=1 writes it anew from what operations answer;
# every change is a decision to be reviewed.
#
# yes  done
# no   refused, and it is said who may
# .    as if there were no such nomination
#
# `senior` leads the manager, who started it; `stand_in` stands in for the manager; `absent` leads others. `partner` is
# HR of the site, took it up and decided; `second` is HR of the site, too, and `south` of another. `lead` and `lead2`
# are HR leads. What the clock does is not here; waivers have a table of their own.
";

/// The acts of people that are possible in a state.
fn acts(state: State) -> impl Iterator<Item = NominationAct> {
    let is_not_here = |act: &NominationAct| {
        matches!(
            act,
            NominationAct::Lapse
                | NominationAct::TakeEffect
                | NominationAct::Reopen
                | NominationAct::EndAsLeft
                | NominationAct::EndAsMoved
                | NominationAct::AskWaiver
                | NominationAct::GrantWaiver
                | NominationAct::RefuseWaiver
        )
    };
    state.acts().filter(move |act| !is_not_here(act))
}

async fn reach(world: &World, state: State) -> NominationId {
    let by_the_manager = |state| matches!(state, State::Closed(Closing::InterestDeclined) | State::InterestWithHr);
    if !by_the_manager(state) {
        return world.reach(state).await;
    }
    let id = world.reach(State::Interest).await;
    world.done("manager", NominationAct::DeclineInterest, id).await;
    if state == State::InterestWithHr {
        world.done("candidate", NominationAct::AskHr, id).await;
    }
    id
}

async fn table(world: &World) -> String {
    let mut table = HEAD.to_owned();
    for state in STATES {
        let columns: String = WHO.iter().map(|who| format!("  {who}")).collect();
        writeln!(table, "\n{:18}{columns}", state.code()).unwrap();
        let mut id = reach(world, *state).await;
        for act in acts(*state) {
            let mut line = format!("  {:16}", act.code());
            for who in WHO {
                let cell = match world.act(who, act, id).await {
                    Ok(_) => "yes",
                    Err(Error::Denied(_)) => "no",
                    Err(Error::Hidden) => ".",
                    Err(error) => panic!("{who}: {act:?} in {state:?}: {error}"),
                };
                if cell == "yes" {
                    world.clear(id).await;
                    id = reach(world, *state).await;
                }
                write!(line, "  {cell:width$}", width = who.len()).unwrap();
            }
            writeln!(table, "{}", line.trim_end()).unwrap();
        }
        world.clear(id).await;
    }
    table
}

async fn who_can_do_what_in_each_state_is_as_it_was_last_reviewed(engine: Engine) {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/operations/nominations/permissions.txt");
    let table = table(&World::draw(engine).await).await;
    if setting("NEXTRUNG_REVIEW").is_some() {
        std::fs::write(path, &table).unwrap();
    }
    let reviewed = std::fs::read_to_string(path).unwrap_or_default();
    for (now, reviewed) in table.lines().zip(reviewed.lines()) {
        assert_eq!(now, reviewed, "done (left), as reviewed (right); NEXTRUNG_REVIEW=1 rewrites permissions.txt");
    }
    assert_eq!(table.lines().count(), reviewed.lines().count(), "NEXTRUNG_REVIEW=1 rewrites permissions.txt");
}
