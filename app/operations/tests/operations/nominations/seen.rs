//! Who knows of a nomination, and when: what a reader may not see does not exist for them.

use model::Case;
use model::{NominationAct, Refusal, State};
use operations::Error;
use operations::nominations::{
    At, Chosen, Outcome, edit_case, list_nominations, nominations_of_person, preview_several, start_several,
};

use super::world::{TRACK, World};
use crate::database::{Engine, on_each_engine};

on_each_engine! {
    a_draft_is_its_nominators_until_the_candidate_is_asked,
    hr_and_the_auditor_see_what_was_handed_in_and_nobody_elsewhere_does,
    interest_is_between_the_employee_and_the_direct_manager_or_who_stands_in,
    a_list_a_persons_nominations_and_the_page_itself_agree_for_everybody,
    facts_of_somebody_else_cannot_be_picked,
    of_several_each_is_accepted_or_refused_for_their_own_reason_as_it_was_shown_before,
}

pub(super) const EVERYBODY: &[&str] = &[
    "boss",
    "senior",
    "manager",
    "candidate",
    "novice",
    "peer",
    "stand_in",
    "absent",
    "other",
    "partner",
    "second",
    "south",
    "lead",
    "lead2",
    "auditor",
    "administrator",
];

async fn who_sees(world: &World, id: model::NominationId) -> Vec<&'static str> {
    let mut see = Vec::new();
    for who in EVERYBODY {
        if world.possible(who, id).await.is_some() {
            see.push(*who);
        }
    }
    see
}

async fn a_draft_is_its_nominators_until_the_candidate_is_asked(engine: Engine) {
    let world = World::draw(engine).await;
    let id = world.draft().await;
    assert_eq!(who_sees(&world, id).await, ["manager"]);
    for who in ["candidate", "lead", "boss"] {
        assert!(matches!(world.act(who, NominationAct::Discard, id).await, Err(Error::Hidden)), "{who}");
    }
    world.done("manager", NominationAct::EditCase, id).await;
    world.done("manager", NominationAct::Propose, id).await;
    assert_eq!(who_sees(&world, id).await, ["boss", "senior", "manager", "candidate", "stand_in"]);
}

async fn hr_and_the_auditor_see_what_was_handed_in_and_nobody_elsewhere_does(engine: Engine) {
    let world = World::draw(engine).await;
    let id = world.reach(State::Submitted).await;
    let see = ["boss", "senior", "manager", "candidate", "stand_in", "partner", "second", "lead", "lead2", "auditor"];
    assert_eq!(who_sees(&world, id).await, see);
    world.done("partner", NominationAct::Return, id).await;
    assert_eq!(world.state(id).await, State::Draft);
    assert_eq!(who_sees(&world, id).await, see, "who was told once goes on seeing it");
}

async fn interest_is_between_the_employee_and_the_direct_manager_or_who_stands_in(engine: Engine) {
    let world = World::draw(engine).await;
    let id = world.reach(State::Interest).await;
    assert_eq!(who_sees(&world, id).await, ["manager", "candidate", "stand_in"]);
    assert_eq!(world.unread("manager").await, 1);
    assert_eq!(world.unread("senior").await + world.unread("partner").await + world.unread("candidate").await, 0);
    let saved = world.act("stand_in", NominationAct::Endorse, id).await.unwrap();
    assert_eq!(saved.state, State::Draft);
    let story = operations::nominations::nomination(&world.database.store, &world.as_of("stand_in"), id).await.unwrap();
    let endorsed = story.acts.last().unwrap();
    assert!(endorsed.on_behalf_of_name.is_some(), "it says for whom: {endorsed:?}");
}

async fn a_list_a_persons_nominations_and_the_page_itself_agree_for_everybody(engine: Engine) {
    let world = World::draw(engine).await;
    let store = &world.database.store;
    for state in [State::Draft, State::Proposed, State::InReview] {
        let id = world.reach(state).await;
        for who in EVERYBODY {
            let ctx = world.as_of(who);
            let sees = world.possible(who, id).await.is_some();
            let listed = list_nominations(store, &ctx, None, 200).await.unwrap().nominations;
            assert_eq!(listed.iter().any(|one| one.nomination.id == id), sees, "{who} in the list, {state:?}");
            match nominations_of_person(store, &ctx, "candidate").await {
                Ok(own) => assert_eq!(own.iter().any(|one| one.nomination.id == id), sees, "{who} of the person"),
                // An auditor sees decisions, and no people's records.
                Err(Error::Hidden) => assert!(!sees || *who == "auditor", "{who}"),
                Err(error) => panic!("{error}"),
            }
        }
        world.clear(id).await;
    }
}

async fn facts_of_somebody_else_cannot_be_picked(engine: Engine) {
    let world = World::draw(engine).await;
    let id = world.draft().await;
    let at: At = world.at(id).await;
    let strange = model::FactId(id.0);
    let case = Case { text: "She leads already.".to_owned(), facts: vec![strange] };
    let picked = edit_case(&world.database.store, &world.as_of("manager"), at, &case).await;
    assert!(matches!(picked, Err(Error::Hidden)), "{picked:?}");
}

async fn of_several_each_is_accepted_or_refused_for_their_own_reason_as_it_was_shown_before(engine: Engine) {
    let world = World::draw(engine).await;
    let store = &world.database.store;
    let numbers = ["candidate", "novice", "peer", "other", "manager", "nobody"].map(str::to_owned);
    world.reach(State::Interest).await;
    let manager = world.as_of("manager");
    let previewed = preview_several(store, &manager, TRACK, &numbers).await.unwrap().people;
    let started = start_several(store, &manager, TRACK, &numbers).await.unwrap().people;
    for (shown, done) in previewed.iter().zip(&started) {
        assert_eq!((&shown.number, &shown.full_name), (&done.number, &done.full_name));
        let accepted = |one: &Chosen<()>| matches!(one.outcome, Outcome::Accepted(()));
        assert_eq!(accepted(shown), matches!(done.outcome, Outcome::Accepted(_)), "{}", shown.number);
    }
    let outcomes: Vec<_> = previewed.iter().map(|one| &one.outcome).collect();
    assert_eq!(outcomes[0], &Outcome::Refused(Refusal::AlreadyOpen));
    let Outcome::Refused(Refusal::NotEligible { earliest_on, .. }) = outcomes[1] else { panic!("{:?}", outcomes[1]) };
    assert!(earliest_on.is_some(), "and from which day");
    assert_eq!(outcomes[2], &Outcome::Accepted(()));
    assert_eq!(outcomes[3..], [&Outcome::NotTheirs; 3], "of elsewhere, oneself, and nobody look alike");
    assert_eq!(previewed[3].full_name, None, "who is not seen has no name");
    let again = start_several(store, &manager, TRACK, &numbers).await.unwrap().people;
    assert_eq!(again[2].outcome, Outcome::Refused(Refusal::AlreadyOpen), "twice is once");
}
