//! What is a row of the workflow's table goes, by whom it is; what is none is refused, and says where it stands.

use std::collections::BTreeSet;

use model::{Case, Closing, DAYS_TO_ANSWER, NominationAct, ROWS, Refusal, State};
use operations::Error;
use operations::nominations::{At, advance_nominations, edit_case, propose, start};

use super::world::{FIRST, TRACK, World, job, refusal};
use crate::database::{Engine, on_each_engine};

on_each_engine! {
    every_row_goes_and_what_is_no_row_is_refused_with_the_state_it_is_in,
    interest_that_nobody_answers_becomes_hrs_after_fourteen_days,
    a_proposal_that_nobody_answers_is_closed_after_fourteen_days,
    an_employee_asks_hr_once_after_the_managers_no,
    of_fifty_who_start_at_once_exactly_one_wins_and_the_others_are_told,
    who_builds_on_an_older_save_is_told_and_writes_nothing_over,
    who_is_not_eligible_is_refused_with_the_day_and_may_be_proposed_for_a_later_one,
    an_empty_case_is_not_proposed,
    a_person_in_another_job_or_gone_ends_what_is_under_way,
    a_nomination_that_cannot_go_on_keeps_no_other_back,
}

/// Who does an act, where people do it.
fn whose(act: NominationAct, state: State) -> Option<&'static str> {
    match act {
        NominationAct::Start | NominationAct::EditCase | NominationAct::Discard | NominationAct::Propose => {
            Some("manager")
        }
        NominationAct::Endorse | NominationAct::DeclineInterest => {
            Some(if state == State::InterestWithHr { "partner" } else { "manager" })
        }
        NominationAct::ShowInterest
        | NominationAct::AskHr
        | NominationAct::Consent
        | NominationAct::Refuse
        | NominationAct::Withdraw
        | NominationAct::Appeal => Some("candidate"),
        NominationAct::TakeUp | NominationAct::Return | NominationAct::Approve | NominationAct::Decline => {
            Some("partner")
        }
        NominationAct::CallOff | NominationAct::Uphold | NominationAct::GrantAppeal => Some("lead"),
        NominationAct::Lapse
        | NominationAct::TakeEffect
        | NominationAct::Reopen
        | NominationAct::EndAsLeft
        | NominationAct::EndAsMoved
        // See waived.rs.
        | NominationAct::AskWaiver
        | NominationAct::GrantWaiver
        | NominationAct::RefuseWaiver => None,
    }
}

const REACHED: &[State] = &[
    State::Interest,
    State::Draft,
    State::Proposed,
    State::Submitted,
    State::InReview,
    State::Approved,
    State::Closed(Closing::Declined),
    State::Appealed,
];

async fn every_row_goes_and_what_is_no_row_is_refused_with_the_state_it_is_in(engine: Engine) {
    let world = World::draw(engine).await;
    let mut gone = BTreeSet::new();
    for state in REACHED {
        for act in NominationAct::ALL {
            let begins = [NominationAct::Start, NominationAct::ShowInterest].contains(act);
            let Some(who) = whose(*act, *state).filter(|_| !begins) else { continue };
            let row = ROWS.iter().find(|(from, legal, _)| *from == Some(*state) && legal == act);
            // Each from a fresh one: what is over makes place for the next.
            let id = world.reach(*state).await;
            let done = world.act(who, *act, id).await;
            match (row, done) {
                (Some((.., to)), Ok(saved)) => {
                    assert_eq!(saved.state, *to, "{state:?} {act:?}");
                    assert_eq!(world.state(id).await, *to);
                    gone.insert((*state, *act));
                }
                (None, Err(Error::NotNow(Refusal::OutOfTurn { state: told, act: asked }))) => {
                    assert_eq!((told, asked), (Some(*state), *act));
                    assert_eq!(world.state(id).await, *state, "nothing was done");
                }
                // What was not handed in is not there for HR, nor a draft for the candidate.
                (None, Err(Error::Hidden)) => {
                    assert!(matches!(state, State::Interest | State::Draft | State::Proposed), "{state:?} {act:?}");
                }
                (None, Err(Error::Denied(_))) => {}
                (row, done) => panic!("{state:?} {act:?} by {who}: {row:?}: {done:?}"),
            }
            world.clear(id).await;
        }
    }
    let by_people = |row: &&(Option<State>, NominationAct, State)| {
        row.0.is_some_and(|from| REACHED.contains(&from)) && whose(row.1, State::Draft).is_some()
    };
    assert_eq!(gone.len(), ROWS.iter().filter(by_people).count(), "every row that people go was gone");
}

async fn interest_that_nobody_answers_becomes_hrs_after_fourteen_days(engine: Engine) {
    let mut world = World::draw(engine).await;
    let id = world.reach(State::Interest).await;
    assert_eq!(world.possible("partner", id).await, None, "it is between the employee and the manager");
    let last = world.today.plus_days(DAYS_TO_ANSWER);
    world.day_begins(&last.to_string()).await;
    assert_eq!(world.state(id).await, State::Interest);
    world.day_begins(&last.next().to_string()).await;
    assert_eq!(world.state(id).await, State::InterestWithHr);
    for told in ["partner", "candidate", "manager"] {
        assert!(world.unread(told).await > 0, "{told} is told");
    }
    assert!(matches!(world.act("manager", NominationAct::Endorse, id).await, Err(Error::Denied(_))));
    assert_eq!(world.done("partner", NominationAct::Endorse, id).await, State::Draft);
    assert!(world.possible("partner", id).await.unwrap().contains(&NominationAct::EditCase), "it is HR's now");
}

async fn a_proposal_that_nobody_answers_is_closed_after_fourteen_days(engine: Engine) {
    let mut world = World::draw(engine).await;
    let id = world.reach(State::Proposed).await;
    let last = world.today.plus_days(DAYS_TO_ANSWER);
    world.today = last.next();
    let late = world.act("candidate", NominationAct::Consent, id).await;
    assert_eq!(refusal(late), Refusal::TooLate { act: NominationAct::Consent, last });
    world.day_begins(&last.to_string()).await;
    assert_eq!(world.state(id).await, State::Proposed);
    world.day_begins(&last.next().to_string()).await;
    assert_eq!(world.state(id).await, State::Closed(Closing::NoAnswer));
    assert!(world.unread("manager").await > 0 && world.unread("candidate").await > 0, "both are told");
    world.reach(State::Draft).await;
}

async fn an_employee_asks_hr_once_after_the_managers_no(engine: Engine) {
    let world = World::draw(engine).await;
    let id = world.reach(State::Interest).await;
    world.done("manager", NominationAct::DeclineInterest, id).await;
    assert_eq!(world.done("candidate", NominationAct::AskHr, id).await, State::InterestWithHr);
    world.done("partner", NominationAct::DeclineInterest, id).await;
    let again = world.act("candidate", NominationAct::AskHr, id).await;
    assert_eq!(refusal(again), Refusal::OnceOnly { act: NominationAct::AskHr });
}

async fn of_fifty_who_start_at_once_exactly_one_wins_and_the_others_are_told(engine: Engine) {
    let world = World::draw(engine).await;
    let tries = (0..50).map(|number| {
        let store = world.database.store.clone();
        let ctx = world.as_of(if number % 2 == 0 { "manager" } else { "senior" });
        tokio::spawn(async move { start(&store, &ctx, "candidate", TRACK).await })
    });
    let (mut won, mut told) = (0, 0);
    for one in tries.collect::<Vec<_>>() {
        match one.await.unwrap() {
            Ok(_) => won += 1,
            Err(Error::NotNow(Refusal::AlreadyOpen)) => told += 1,
            Err(error) => panic!("{error}"),
        }
    }
    assert_eq!((won, told), (1, 49));
}

async fn who_builds_on_an_older_save_is_told_and_writes_nothing_over(engine: Engine) {
    let world = World::draw(engine).await;
    let id = world.draft().await;
    let (store, ctx) = (&world.database.store, world.as_of("manager"));
    let case = |text: &str| Case { text: text.to_owned(), facts: Vec::new() };
    let seen = world.at(id).await;
    let first = edit_case(store, &ctx, seen, &case("first")).await.unwrap();
    assert_eq!(first.revision, seen.seen + 1, "a save shows its number");
    let stale = edit_case(store, &ctx, seen, &case("second")).await;
    assert_eq!(refusal(stale), Refusal::Stale { seen: 1, now: 2 });
    let kept = operations::nominations::nomination(store, &ctx, id).await.unwrap().nominated.nomination;
    assert_eq!(kept.case, case("first"));
}

async fn who_is_not_eligible_is_refused_with_the_day_and_may_be_proposed_for_a_later_one(engine: Engine) {
    let world = World::draw(engine).await;
    let (store, ctx) = (&world.database.store, world.as_of("manager"));
    let id = start(store, &ctx, "novice", TRACK).await.unwrap().id;
    let case = Case { text: "Quick to learn.".to_owned(), facts: Vec::new() };
    let saved = edit_case(store, &ctx, world.at(id).await, &case).await.unwrap();
    let at = At { id, seen: saved.revision };
    let first_day = "2027-06-01".parse().unwrap();
    match refusal(propose(store, &ctx, at, None).await) {
        Refusal::NotEligible { on, earliest_on, .. } => {
            assert_eq!((on, earliest_on), (FIRST.parse().unwrap(), Some(first_day)));
        }
        other => panic!("{other:?}"),
    }
    let day_before = propose(store, &ctx, at, Some(first_day.previous())).await;
    assert!(matches!(refusal(day_before), Refusal::NotEligible { .. }), "wrong by one day is wrong");
    let past = propose(store, &ctx, at, Some(ctx.today.previous())).await;
    assert!(matches!(refusal(past), Refusal::DayPassed { .. }));
    assert_eq!(propose(store, &ctx, at, Some(first_day)).await.unwrap().state, State::Proposed);
}

async fn an_empty_case_is_not_proposed(engine: Engine) {
    let world = World::draw(engine).await;
    let id = world.draft().await;
    assert_eq!(refusal(world.act("manager", NominationAct::Propose, id).await), Refusal::EmptyCase);
}

async fn a_person_in_another_job_or_gone_ends_what_is_under_way(engine: Engine) {
    let mut world = World::draw(engine).await;
    let id = world.reach(State::Submitted).await;
    world.feed("candidate", |one| one.left_on = Some("2026-12-01".parse().unwrap())).await;
    world.day_begins("2026-12-01").await;
    assert_eq!(world.state(id).await, State::Submitted, "it is their last day");
    world.day_begins("2026-12-02").await;
    assert_eq!(world.state(id).await, State::Closed(Closing::Left));
    assert!(world.unread("partner").await > 0);

    let store = &world.database.store;
    let id = start(store, &world.as_of("manager"), "peer", TRACK).await.unwrap().id;
    world
        .feed("peer", |one| {
            one.job = job("team-lead");
            one.job_started_on = Some("2026-12-10".parse().unwrap());
        })
        .await;
    world.day_begins("2026-12-10").await;
    assert_eq!(world.state(id).await, State::Closed(Closing::Moved));
}

async fn a_nomination_that_cannot_go_on_keeps_no_other_back(engine: Engine) {
    let mut world = World::draw(engine).await;
    let proposed = world.reach(State::Proposed).await;
    let store = world.database.store.clone();
    // Kept as no act of ours would leave it: a draft that waits for an answer, and did so before the other.
    let broken = start(&store, &world.as_of("manager"), "novice", TRACK).await.unwrap().id;
    let doctored = async |tx: &mut store::Tx| {
        tx.record(model::Event::DaySwept { day: String::new() });
        let permit = || {
            let act = policy::Act::Nominate(NominationAct::EditCase);
            policy::authorize_system(act, model::Subject::Nomination(broken))
        };
        let mut one = tx.nominations().find_by_id(&permit(), broken).await?.unwrap().nomination;
        (one.answer_by, one.revision) = (Some(FIRST.parse().unwrap()), one.revision + 1);
        tx.nominations().save(permit(), &one).await
    };
    assert!(store.write(&world.as_of("clock"), doctored).await.unwrap());
    world.today = world.today.plus_days(DAYS_TO_ANSWER + 1);
    for stepped in [1, 0] {
        let advanced = advance_nominations(&store, &world.as_of("clock")).await.unwrap();
        assert_eq!(advanced.stepped, stepped, "the other lapses");
        let failed: Vec<_> = advanced.failed.iter().map(|(id, _)| *id).collect();
        assert_eq!(failed, [broken], "and which could not is told");
    }
    assert_eq!(world.state(proposed).await, State::Closed(Closing::NoAnswer));
    assert_eq!(world.state(broken).await, State::Draft);
}
