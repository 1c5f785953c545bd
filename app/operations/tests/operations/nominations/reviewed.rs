//! What waits for HR, what reviewers say among themselves, who stands aside, and several decided at once.

use model::{Closing, NominationAct, NominationId, Place, Reason, Refusal, ReviewAct, Said, State, Turn};
use operations::nominations::{
    At, Became, Decided, Decision, decide_several, edit_case, end_waiver, nomination, propose, rehearse_several, start,
};
use operations::review::{
    QueuePage, SoughtReview, Talk, Waiting, compare, review_queue, stand_aside, talk, write_note,
};
use operations::{Error, ReadLog, audit_entries_about};
use rules::Day;

use super::waived;
use super::world::{TRACK, Wordless, World};
use crate::database::{Engine, on_each_engine};

on_each_engine! {
    what_changed_since_it_was_frozen_comes_first_and_then_what_has_waited_longest,
    hr_sees_what_waits_at_their_sites_and_nobody_else_sees_that_anything_does,
    a_candidate_who_works_elsewhere_now_waits_there,
    candidates_stand_side_by_side_as_they_do_today_and_as_they_did,
    a_reviewer_reads_what_others_noted_once_they_have_noted_something_themselves,
    no_note_is_read_by_the_candidate_the_nominator_or_who_leads_them,
    who_stands_aside_has_no_say_any_longer,
    who_stands_aside_does_not_answer_for_a_waiver_either,
    what_would_become_of_several_is_what_becomes_of_each,
    what_somebody_saved_meanwhile_is_told_and_left_as_it_is,
}

async fn queue(world: &World, who: &str) -> QueuePage {
    review_queue(&world.database.store, &world.as_of(who), &SoughtReview::default(), None, 50).await.unwrap()
}

fn waits(page: &QueuePage) -> Vec<(NominationId, Turn)> {
    page.queued.iter().map(|queued| (queued.nominated.nomination.id, queued.turn)).collect()
}

/// A nomination of somebody by who leads them, handed in today.
async fn hand_in(world: &World, nominator: &str, candidate: &str) -> NominationId {
    let store = &world.database.store;
    let id = start(store, &world.as_of(nominator), candidate, TRACK).await.unwrap().id;
    let case = model::Case { text: "They lead already.".to_owned(), facts: Vec::new() };
    edit_case(store, &world.as_of(nominator), world.at(id).await, &case).await.unwrap();
    propose(store, &world.as_of(nominator), world.at(id).await, None).await.unwrap();
    world.done(candidate, NominationAct::Consent, id).await;
    id
}

async fn what_changed_since_it_was_frozen_comes_first_and_then_what_has_waited_longest(engine: Engine) {
    let mut world = World::draw(engine).await;
    let first = hand_in(&world, "manager", "candidate").await;
    world.today = world.today.next();
    let second = hand_in(&world, "manager", "peer").await;
    let third = hand_in(&world, "boss", "absent").await;
    let usual = |id| (id, Turn::Usual);
    assert_eq!(waits(&queue(&world, "lead").await), [usual(first), usual(second), usual(third)]);
    world.feed("absent", |one| one.email = Some("absent@company.example".to_owned())).await;
    let changed = [(third, Turn::Changed), usual(first), usual(second)];
    assert_eq!(waits(&queue(&world, "lead").await), changed);
    // Taken up, it is no less changed; page by page it is the same queue.
    world.done("partner", NominationAct::TakeUp, third).await;
    let (mut paged, mut after): (Vec<(NominationId, Turn)>, Option<Place>) = (Vec::new(), None);
    loop {
        let (store, ctx) = (&world.database.store, world.as_of("lead"));
        let page = review_queue(store, &ctx, &SoughtReview::default(), after, 1).await.unwrap();
        paged.extend(waits(&page));
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    assert_eq!(paged, changed);
    world.done("partner", NominationAct::Decline, third).await;
    assert_eq!(waits(&queue(&world, "lead").await), [usual(first), usual(second)], "it waits for nobody now");
    let looked_for = |state, track: Option<&str>, site: Option<&str>| SoughtReview {
        state,
        track: track.map(str::to_owned),
        site: site.map(str::to_owned),
    };
    world.done("partner", NominationAct::TakeUp, first).await;
    for (sought, found) in [
        (looked_for(Some(State::InReview), None, None), vec![first]),
        (looked_for(Some(State::Submitted), Some(TRACK), None), vec![second]),
        (looked_for(None, Some("csr-to-quality-analyst"), None), vec![]),
        (looked_for(None, Some(TRACK), Some("north")), vec![first, second]),
        (looked_for(None, None, Some("south")), vec![]),
    ] {
        for who in ["lead", "partner"] {
            let page = review_queue(&world.database.store, &world.as_of(who), &sought, None, 50).await.unwrap();
            let ids: Vec<_> = waits(&page).into_iter().map(|(id, _)| id).collect();
            assert_eq!(ids, found, "{who}: {sought:?}");
        }
    }
}

async fn hr_sees_what_waits_at_their_sites_and_nobody_else_sees_that_anything_does(engine: Engine) {
    let world = World::draw(engine).await;
    let id = world.reach(State::Submitted).await;
    let own = hand_in(&world, "boss", "partner").await;
    for (who, sees) in [("lead", vec![id, own]), ("second", vec![id, own]), ("partner", vec![id]), ("south", vec![])] {
        let page = queue(&world, who).await;
        assert_eq!(waits(&page).into_iter().map(|(id, _)| id).collect::<Vec<_>>(), sees, "{who}");
        let count = u32::try_from(sees.len()).unwrap();
        assert_eq!(page.waiting, Waiting::Exactly(count), "{who} is told of no more than they see");
    }
    let store = &world.database.store;
    let log = ReadLog::default();
    for who in ["candidate", "manager", "boss", "auditor", "administrator"] {
        let ctx = world.as_of(who);
        let page = review_queue(store, &ctx, &SoughtReview::default(), None, 50).await;
        assert!(matches!(page, Err(Error::Denied(_))), "{who}");
        assert!(matches!(compare(store, &ctx, &log, &[id]).await, Err(Error::Denied(_))), "{who}");
        assert!(matches!(talk(store, &ctx, id).await, Err(Error::Denied(_))), "{who}");
        assert!(matches!(write_note(store, &ctx, id, "hm").await, Err(Error::Denied(_))), "{who}");
        assert!(matches!(stand_aside(store, &ctx, id, "hm").await, Err(Error::Denied(_))), "{who}");
    }
    for (who, hidden) in [("south", id), ("partner", own)] {
        let ctx = world.as_of(who);
        assert!(matches!(compare(store, &ctx, &log, &[hidden]).await, Err(Error::Hidden)), "{who}");
        assert!(matches!(talk(store, &ctx, hidden).await, Err(Error::Hidden)), "{who}");
        assert!(matches!(write_note(store, &ctx, hidden, "hm").await, Err(Error::Hidden)), "{who}");
        let chosen = [world.at(hidden).await];
        let outcomes = decide_several(store, &ctx, &chosen, &Decision::TakeUp, &Wordless).await.unwrap();
        assert!(matches!(outcomes[0].became, Became::Refused(Error::Hidden)) && outcomes[0].nominated.is_none());
        assert_eq!(world.state(hidden).await, State::Submitted);
    }
}

async fn a_candidate_who_works_elsewhere_now_waits_there(engine: Engine) {
    let world = World::draw(engine).await;
    let id = world.reach(State::Submitted).await;
    assert_eq!((queue(&world, "partner").await.queued.len(), queue(&world, "south").await.queued.len()), (1, 0));
    world.feed("candidate", |one| one.place.site = Some("south".into())).await;
    assert_eq!(waits(&queue(&world, "partner").await), []);
    assert_eq!(waits(&queue(&world, "south").await), [(id, Turn::Changed)]);
}

async fn candidates_stand_side_by_side_as_they_do_today_and_as_they_did(engine: Engine) {
    let world = World::draw(engine).await;
    let one = hand_in(&world, "manager", "candidate").await;
    let other = hand_in(&world, "manager", "peer").await;
    world.feed("candidate", |one| one.hired_on = "2026-08-01".parse().unwrap()).await;
    let (store, ctx, log) = (&world.database.store, world.as_of("partner"), ReadLog::default());
    let compared = compare(store, &ctx, &log, &[other, one, NominationId(uuid_of("9"))]).await.unwrap();
    let ids: Vec<_> = compared.candidates.iter().map(|candidate| candidate.nominated.nomination.id).collect();
    assert_eq!(ids, [other, one], "as they were chosen; what is not there is left out");
    let path = compared.candidates[0].assessment.as_ref().unwrap().findings[0].path.clone();
    assert_eq!(compared.candidates[0].was(&path), None, "nothing changed");
    assert_eq!(compared.candidates[1].was(&path), Some(rules::State::Met), "what no longer holds did");
    assert_eq!(log.flush(store, &world.as_of("clock")).await.unwrap(), 2, "whose record was read is on record");
}

fn uuid_of(text: &str) -> uuid::Uuid {
    format!("00000000-0000-0000-0000-{text:0>12}").parse().unwrap()
}

fn words(talk: &Talk) -> Vec<&str> {
    talk.notes.iter().map(|told| told.note.words.as_str()).collect()
}

async fn a_reviewer_reads_what_others_noted_once_they_have_noted_something_themselves(engine: Engine) {
    let world = World::draw(engine).await;
    let id = world.reach(State::InReview).await;
    let store = &world.database.store;
    write_note(store, &world.as_of("partner"), id, " Ready since spring. ").await.unwrap();
    for who in ["second", "lead"] {
        let before = talk(store, &world.as_of(who), id).await.unwrap();
        assert_eq!(words(&before), Vec::<&str>::new(), "{who} has noted nothing, and does not learn that anybody has");
        assert_eq!(before.possible, ReviewAct::ALL);
    }
    write_note(store, &world.as_of("second"), id, "Not before the autumn.").await.unwrap();
    write_note(store, &world.as_of("partner"), id, "I talked to her.").await.unwrap();
    let all = ["Ready since spring.", "Not before the autumn.", "I talked to her."];
    for who in ["partner", "second"] {
        assert_eq!(words(&talk(store, &world.as_of(who), id).await.unwrap()), all, "{who}");
    }
    assert_eq!(words(&talk(store, &world.as_of("lead"), id).await.unwrap()), Vec::<&str>::new());
    for (nothing, refused) in [
        ("  ".to_owned(), Refusal::NothingWritten),
        ("x".repeat(model::LONGEST_NOTE + 1), Refusal::TooLong { longest: model::LONGEST_NOTE }),
    ] {
        let written = write_note(store, &world.as_of("lead"), id, &nothing).await;
        assert!(matches!(written, Err(Error::NotNow(why)) if why == refused));
    }
    let trail = audit_entries_about(store, &world.as_of("auditor"), id.0, None, 50).await.unwrap();
    let noted: Vec<_> = trail.iter().filter(|entry| entry.act == "review_noted").collect();
    assert_eq!(noted.len(), 3);
    assert!(noted.iter().all(|entry| !entry.detail.contains("spring")), "that somebody noted, and not what");
}

async fn no_note_is_read_by_the_candidate_the_nominator_or_who_leads_them(engine: Engine) {
    let mut world = World::draw(engine).await;
    // HR that endorsed is the nominator, and who leads the candidate is HR, too.
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
    world.may("senior", model::Access::HrLead).await;
    let store = &world.database.store;
    write_note(store, &world.as_of("second"), id, "Ready since spring.").await.unwrap();
    for who in ["partner", "senior"] {
        let (ctx, told) = (world.as_of(who), talk(store, &world.as_of(who), id).await.unwrap());
        assert!(told.notes.is_empty() && !told.possible.contains(&ReviewAct::Note), "{who}");
        assert!(matches!(write_note(store, &ctx, id, "hm").await, Err(Error::Denied(_))), "{who}");
    }
    for who in ["candidate", "manager", "partner", "senior", "auditor"] {
        let story = nomination(store, &world.as_of(who), id).await.unwrap();
        assert!(!format!("{story:?}").contains("Ready since spring"), "{who}");
    }
}

async fn who_stands_aside_has_no_say_any_longer(engine: Engine) {
    let world = World::draw(engine).await;
    let id = world.reach(State::Submitted).await;
    let store = world.database.store.clone();
    write_note(&store, &world.as_of("second"), id, "Ready since spring.").await.unwrap();
    write_note(&store, &world.as_of("partner"), id, "So she is.").await.unwrap();
    stand_aside(&store, &world.as_of("partner"), id, "We are cousins.").await.unwrap();
    let again = stand_aside(&store, &world.as_of("partner"), id, "Still.").await;
    assert!(matches!(again, Err(Error::NotNow(Refusal::AsideAlready))));
    let own = talk(&store, &world.as_of("partner"), id).await.unwrap();
    assert!(own.is_recused && own.notes.is_empty() && own.possible.is_empty(), "{own:?}");
    assert!(matches!(write_note(&store, &world.as_of("partner"), id, "hm").await, Err(Error::Denied(_))));
    let theirs = talk(&store, &world.as_of("second"), id).await.unwrap();
    assert_eq!(theirs.recusals[0].recusal.reason, "We are cousins.");
    let queued = |page: QueuePage| page.queued[0].is_recused;
    assert!(queued(queue(&world, "partner").await) && !queued(queue(&world, "second").await));
    for act in [NominationAct::TakeUp, NominationAct::Return] {
        assert!(matches!(world.act("partner", act, id).await, Err(Error::Denied(_))), "{act:?}");
    }
    world.done("second", NominationAct::TakeUp, id).await;
    for act in [NominationAct::Return, NominationAct::Approve, NominationAct::Decline] {
        let done = world.act("partner", act, id).await;
        assert!(matches!(&done, Err(Error::Denied(denied)) if denied.who_may.contains("stand aside")), "{act:?}");
    }
    assert_eq!(world.possible("partner", id).await, Some(Vec::new()), "nothing is offered");
    world.done("second", NominationAct::Decline, id).await;
    world.done("candidate", NominationAct::Appeal, id).await;
    stand_aside(&store, &world.as_of("lead"), id, "I promised it to her.").await.unwrap();
    for act in [NominationAct::Uphold, NominationAct::GrantAppeal] {
        assert!(matches!(world.act("lead", act, id).await, Err(Error::Denied(_))), "{act:?}");
    }
    assert_eq!(world.done("lead2", NominationAct::Uphold, id).await, State::Closed(Closing::Upheld));
}

fn told(outcomes: &[Decided]) -> Vec<String> {
    let one = |outcome: &Decided| match &outcome.became {
        Became::Done(saved) => format!("{:?}", saved.state),
        Became::Refused(error) => error.to_string(),
        Became::NotTried => "not tried".to_owned(),
    };
    outcomes.iter().map(one).collect()
}

async fn what_would_become_of_several_is_what_becomes_of_each(engine: Engine) {
    let world = World::draw(engine).await;
    let store = &world.database.store;
    let [one, other, aside, submitted] = [
        hand_in(&world, "manager", "candidate").await,
        hand_in(&world, "manager", "peer").await,
        hand_in(&world, "boss", "absent").await,
        hand_in(&world, "boss", "stand_in").await,
    ];
    stand_aside(store, &world.as_of("partner"), aside, "We are cousins.").await.unwrap();
    let mut chosen: Vec<At> = Vec::new();
    for id in [one, other, aside] {
        chosen.push(world.at(id).await);
    }
    let ctx = world.as_of("partner");
    let taken = decide_several(store, &ctx, &chosen, &Decision::TakeUp, &Wordless).await.unwrap();
    assert!(matches!(taken[2].became, Became::Refused(Error::Denied(_))), "{taken:?}");
    assert_eq!((world.state(one).await, world.state(aside).await), (State::InReview, State::Submitted));
    world.feed("peer", |one| one.hired_on = "2026-08-01".parse().unwrap()).await;
    let mut chosen: Vec<At> = Vec::new();
    for id in [one, other, aside, submitted] {
        chosen.push(world.at(id).await);
    }
    let approve = Decision::Approve { on: "2026-12-01".parse::<Day>().unwrap(), said: Said::default() };
    let because = Said { reasons: vec![Reason::NoOpening], words: "Ask again in spring.".to_owned() };
    for decision in [approve, Decision::Decline { said: because }] {
        let ctx = world.as_of("partner");
        let mut before: Vec<At> = Vec::new();
        for at in &chosen {
            before.push(world.at(at.id).await);
        }
        let would = rehearse_several(store, &ctx, &chosen, &decision, &Wordless).await.unwrap();
        for at in &before {
            assert_eq!(world.at(at.id).await, *at, "nothing is done yet");
        }
        let did = decide_several(store, &world.as_of("partner"), &chosen, &decision, &Wordless).await.unwrap();
        assert_eq!(told(&would), told(&did), "{decision:?}");
        assert_eq!(did.len(), 4, "nothing is lost");
        let done: Vec<_> =
            did.iter().filter(|one| matches!(one.became, Became::Done(_))).map(|one| one.at.id).collect();
        let expected = if decision.act() == NominationAct::Approve { vec![one] } else { vec![other] };
        assert_eq!(done, expected, "{decision:?}: {:?}", told(&did));
    }
    let many: Vec<At> = std::iter::repeat_n(chosen[0], 51).collect();
    let refused = rehearse_several(store, &world.as_of("partner"), &many, &Decision::TakeUp, &Wordless).await;
    assert!(matches!(refused, Err(Error::NotNow(Refusal::TooMany { most: 50 }))));
}

async fn what_somebody_saved_meanwhile_is_told_and_left_as_it_is(engine: Engine) {
    let world = World::draw(engine).await;
    let id = world.reach(State::InReview).await;
    let seen = world.at(id).await;
    world.done("second", NominationAct::Return, id).await;
    let said = Said { reasons: vec![Reason::NoOpening], words: "Ask again in spring.".to_owned() };
    let (store, ctx) = (&world.database.store, world.as_of("partner"));
    let did = decide_several(store, &ctx, &[seen], &Decision::Decline { said }, &Wordless).await.unwrap();
    assert!(matches!(did[0].became, Became::Refused(Error::NotNow(Refusal::Stale { .. }))), "{did:?}");
    assert_eq!(world.state(id).await, State::Draft);
}

async fn who_stands_aside_does_not_answer_for_a_waiver_either(engine: Engine) {
    let world = World::draw(engine).await;
    let store = world.database.store.clone();
    let id = waived::draft(&world).await;
    let first = waived::ask(&world, "manager", id, &waived::waives("2027-05-01")).await.unwrap();
    waived::grant(&world, "second", first).await.unwrap();
    world.done("manager", NominationAct::Propose, id).await;
    world.done("novice", NominationAct::Consent, id).await;
    world.done("partner", NominationAct::TakeUp, id).await;
    end_waiver(&store, &world.as_of("second"), first, "It was granted too soon.").await.unwrap();
    let again = waived::ask(&world, "partner", id, &waived::waives("2027-05-01")).await.unwrap();
    stand_aside(&store, &world.as_of("lead"), id, "I promised it to her.").await.unwrap();
    for done in [waived::grant(&world, "lead", again).await, waived::refuse(&world, "lead", again).await] {
        assert!(matches!(&done, Err(Error::Denied(denied)) if denied.who_may.contains("stand aside")), "{done:?}");
    }
    waived::grant(&world, "second", again).await.unwrap();
}
