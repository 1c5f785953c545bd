//! Four eyes, frozen evidence, appeals.

use files::Packet;
use model::{Closing, DAYS_TO_APPEAL, Moment, NominationAct, Reason, Refusal, Said, State};
use operations::moves::Placement;
use operations::nominations::{appeal, approve, decline, nomination};
use operations::{Error, audit_entries_about};
use store::FrozenEvidence;

use super::world::{FIRST, Wordless, World, refusal};
use crate::database::{Engine, on_each_engine};

on_each_engine! {
    nobody_decides_on_their_own_or_what_they_nominated,
    what_was_known_is_frozen_on_consent_and_on_the_decision_and_stays_as_it_was,
    a_decision_against_has_a_reason_and_a_next_step,
    an_appeal_comes_once_within_thirty_days_and_is_answered_by_somebody_else_as_of_the_original_day,
    what_was_over_does_not_go_on_beside_another_that_was_begun_since,
    an_approval_from_a_day_on_which_nobody_would_be_eligible_says_why,
}

async fn evidence(world: &World, id: model::NominationId) -> Vec<FrozenEvidence> {
    nomination(&world.database.store, &world.as_of("lead"), id).await.unwrap().evidence
}

async fn nobody_decides_on_their_own_or_what_they_nominated(engine: Engine) {
    let world = World::draw(engine).await;
    let id = world.reach(State::InReview).await;
    for who in ["candidate", "manager", "boss", "auditor"] {
        for act in [NominationAct::Approve, NominationAct::Decline, NominationAct::Return] {
            let done = world.act(who, act, id).await;
            assert!(matches!(done, Err(Error::Denied(_))), "{who} {act:?}: {done:?}");
        }
    }
    assert!(matches!(world.act("south", NominationAct::Approve, id).await, Err(Error::Hidden)));
    world.clear(id).await;

    // HR that endorsed is the nominator.
    let mut world = world;
    let id = world.reach(State::Interest).await;
    let late = world.today.plus_days(15).to_string();
    world.day_begins(&late).await;
    for (who, act) in [
        ("partner", NominationAct::Endorse),
        ("partner", NominationAct::EditCase),
        ("partner", NominationAct::Propose),
        ("candidate", NominationAct::Consent),
    ] {
        world.done(who, act, id).await;
    }
    assert!(matches!(world.act("partner", NominationAct::TakeUp, id).await, Err(Error::Denied(_))));
    world.done("second", NominationAct::TakeUp, id).await;
    assert!(matches!(world.act("partner", NominationAct::Approve, id).await, Err(Error::Denied(_))));
    assert_eq!(world.done("second", NominationAct::Approve, id).await, State::Approved);
}

async fn what_was_known_is_frozen_on_consent_and_on_the_decision_and_stays_as_it_was(engine: Engine) {
    let world = World::draw(engine).await;
    let id = world.reach(State::InReview).await;
    let before = evidence(&world, id).await;
    assert_eq!(before.iter().map(|one| one.moment).collect::<Vec<_>>(), [Moment::Consent]);
    world.feed("candidate", |one| one.hired_on = "2026-08-01".parse().unwrap()).await;
    world.done("partner", NominationAct::Decline, id).await;
    let after = evidence(&world, id).await;
    assert_eq!(after[0], before[0], "for ever");
    let read = |one: &FrozenEvidence| Packet::read(one.document.as_bytes(), "evidence").unwrap();
    let (then, now) = (read(&after[0]), read(&after[1]));
    assert!(!then.compare(&now).facts.is_empty(), "what changed since can be told");
    for one in &after {
        assert_eq!(one.digest, Packet::digest_of(one.document.as_bytes()));
    }
    let auditor = world.as_of("auditor");
    let entries = audit_entries_about(&world.database.store, &auditor, id.0, None, 50).await.unwrap();
    for one in &after {
        assert!(entries.iter().any(|entry| entry.detail.contains(&one.digest)), "the trail vouches for it");
    }
}

async fn a_decision_against_has_a_reason_and_a_next_step(engine: Engine) {
    let world = World::draw(engine).await;
    let id = world.reach(State::InReview).await;
    let (store, ctx, at) = (&world.database.store, world.as_of("partner"), world.at(id).await);
    let without = [
        Said::default(),
        Said::words("no"),
        Said { reasons: vec![Reason::Results], words: "  ".to_owned() },
        Said { reasons: vec![Reason::ProcedureFlawed], words: "of another act".to_owned() },
    ];
    for said in without {
        let done = decline(store, &ctx, at, &said, &Wordless).await;
        assert_eq!(refusal(done), Refusal::ReasonMissing { act: NominationAct::Decline }, "{said:?}");
    }
    assert_eq!(world.state(id).await, State::InReview);
}

async fn an_appeal_comes_once_within_thirty_days_and_is_answered_by_somebody_else_as_of_the_original_day(
    engine: Engine,
) {
    let mut world = World::draw(engine).await;
    let id = world.reach(State::InReview).await;
    world.done("lead", NominationAct::Decline, id).await;
    let store = world.database.store.clone();
    let grounds = Said::words("My start date was wrong.");
    world.today = world.today.plus_days(DAYS_TO_APPEAL + 1);
    let late = appeal(&store, &world.as_of("candidate"), world.at(id).await, &grounds).await;
    assert!(matches!(refusal(late), Refusal::TooLate { .. }));
    world.today = world.today.previous();
    assert_eq!(world.done("candidate", NominationAct::Appeal, id).await, State::Appealed);
    for who in ["lead", "partner"] {
        let own = world.act(who, NominationAct::GrantAppeal, id).await;
        assert!(matches!(own, Err(Error::Denied(_))), "{who} decided, or took it up");
    }
    assert_eq!(world.done("lead2", NominationAct::GrantAppeal, id).await, State::InReview);
    let frozen = evidence(&world, id).await;
    let last = frozen.last().unwrap();
    assert_eq!(last.moment, Moment::Appeal);
    let packet = Packet::read(last.document.as_bytes(), "evidence").unwrap();
    assert_eq!(packet.as_of(), FIRST.parse().unwrap(), "as of the day of the decision");
    world.done("second", NominationAct::Decline, id).await;
    assert_eq!(world.state(id).await, State::Closed(Closing::Declined));
    let again = world.act("candidate", NominationAct::Appeal, id).await;
    assert_eq!(refusal(again), Refusal::OnceOnly { act: NominationAct::Appeal });
}

async fn what_was_over_does_not_go_on_beside_another_that_was_begun_since(engine: Engine) {
    let world = World::draw(engine).await;
    let declined = world.reach(State::InReview).await;
    world.done("lead", NominationAct::Decline, declined).await;
    let begun = world.reach(State::Draft).await;
    assert_eq!(refusal(world.act("candidate", NominationAct::Appeal, declined).await), Refusal::AlreadyOpen);
    world.done("manager", NominationAct::Discard, begun).await;
    assert_eq!(world.done("candidate", NominationAct::Appeal, declined).await, State::Appealed);
    world.clear(declined).await;

    let declined = world.reach(State::Interest).await;
    world.done("manager", NominationAct::DeclineInterest, declined).await;
    let begun = world.reach(State::Interest).await;
    assert_eq!(refusal(world.act("candidate", NominationAct::AskHr, declined).await), Refusal::AlreadyOpen);
    world.done("candidate", NominationAct::Withdraw, begun).await;
    assert_eq!(world.done("candidate", NominationAct::AskHr, declined).await, State::InterestWithHr);
}

async fn an_approval_from_a_day_on_which_nobody_would_be_eligible_says_why(engine: Engine) {
    let world = World::draw(engine).await;
    let id = world.reach(State::InReview).await;
    let (store, ctx, at) = (&world.database.store, world.as_of("partner"), world.at(id).await);
    let past =
        approve(store, &ctx, at, (ctx.today.previous(), &Placement::default(), &Said::default()), &Wordless).await;
    assert!(matches!(refusal(past), Refusal::DayPassed { .. }));
    world.feed("candidate", |one| one.hired_on = "2026-08-01".parse().unwrap()).await;
    let silent = approve(store, &ctx, at, (ctx.today, &Placement::default(), &Said::default()), &Wordless).await;
    assert!(matches!(refusal(silent), Refusal::NotEligible { .. }));
    let said = Said::words("The date of hire is being corrected.");
    let approval = (ctx.today.next(), &Placement::default(), &said);
    assert_eq!(approve(store, &ctx, at, approval, &Wordless).await.unwrap().state, State::Approved);
}
