//! Waivers: who asks, who answers, for how long, and what a granted one changes.

use model::{Case, NominationAct, NominationId, Reason, Refusal, State, WaiverId, WaiverState};
use operations::nominations::{
    CountedBy, NewWaiver, SoughtWaivers, WaiverStep, ask_waiver, edit_case, end_waiver, grant_waiver, list_waivers,
    nomination, propose, refuse_waiver, start, waiver,
};
use operations::{Error, assessments_of_person, audit_entries};
use rules::{Day, State as Stands, Status};

use super::seen::EVERYBODY;
use super::world::{FIRST, TRACK, World, refusal};
use crate::company::person;
use crate::database::{Engine, on_each_engine};

on_each_engine! {
    a_refused_proposal_says_what_is_not_met_and_goes_once_that_is_waived,
    a_granted_waiver_is_a_fact_of_the_person_and_touches_no_other,
    a_waiver_is_for_at_most_twelve_months_to_the_day,
    what_is_met_or_not_asked_for_is_not_waived,
    nominator_or_reviewer_ask_and_somebody_else_of_hr_answers,
    nobody_waives_for_themselves_or_sees_it_among_everybodys,
    whoever_asked_for_a_waiver_does_not_decide_in_that_nomination,
    of_two_who_answer_at_once_one_wins_and_the_other_is_told,
    one_question_is_open_for_a_person_a_track_and_a_criterion,
    a_refusal_has_words_and_who_asked_and_who_may_know_are_told,
    hr_and_auditors_see_them_counted_by_who_whom_and_criterion,
}

/// The criterion that somebody new does not meet.
pub(super) const TIME: &str = "time";

pub(super) fn day(text: &str) -> Day {
    text.parse().unwrap()
}

pub(super) fn waives(until_on: &str) -> NewWaiver {
    NewWaiver {
        criterion: TIME.to_owned(),
        reason: Reason::EquivalentExperience,
        words: "She led a team elsewhere.".to_owned(),
        from_on: day(FIRST),
        until_on: day(until_on),
    }
}

/// A draft of the manager's for somebody who is not eligible yet, with a case.
pub(super) async fn draft(world: &World) -> NominationId {
    let (store, ctx) = (&world.database.store, world.as_of("manager"));
    let id = start(store, &ctx, "novice", TRACK).await.unwrap().id;
    let case = Case { text: "Quick to learn.".to_owned(), facts: Vec::new() };
    edit_case(store, &ctx, world.at(id).await, &case).await.unwrap();
    id
}

pub(super) async fn ask(world: &World, who: &str, id: NominationId, new: &NewWaiver) -> Result<WaiverId, Error> {
    ask_waiver(&world.database.store, &world.as_of(who), world.at(id).await, new).await
}

pub(super) async fn grant(world: &World, who: &str, id: WaiverId) -> Result<(), Error> {
    grant_waiver(&world.database.store, &world.as_of(who), id, "").await
}

pub(super) async fn refuse(world: &World, who: &str, id: WaiverId) -> Result<(), Error> {
    refuse_waiver(&world.database.store, &world.as_of(who), id, "Half a year is too little.").await
}

pub(super) async fn state(world: &World, id: WaiverId) -> WaiverState {
    waiver(&world.database.store, &world.as_of("lead"), id).await.unwrap().seen.waiver.told.state
}

/// The waivers that are known of somebody: criterion, first day, last day.
pub(super) async fn facts(world: &World, number: &str) -> Vec<(String, String, String)> {
    let known = world.known(number).await.waivers;
    known.iter().map(|row| (row.criterion.to_string(), row.from_on.to_string(), row.until_on.to_string())).collect()
}

/// How somebody stands in lists.
pub(super) async fn stored(world: &World, number: &str) -> Status {
    let stored = assessments_of_person(&world.database.store, &world.as_of("lead"), number).await.unwrap();
    stored.iter().find(|one| one.track == TRACK).unwrap().decision.status
}

async fn a_refused_proposal_says_what_is_not_met_and_goes_once_that_is_waived(engine: Engine) {
    let world = World::draw(engine).await;
    let (store, ctx) = (&world.database.store, world.as_of("manager"));
    let id = draft(&world).await;
    match refusal(propose(store, &ctx, world.at(id).await, None).await) {
        Refusal::NotEligible { on, earliest_on, unmet, .. } => {
            assert_eq!((on, earliest_on), (day(FIRST), Some(day("2027-06-01"))));
            assert_eq!(unmet, [TIME]);
        }
        other => panic!("{other:?}"),
    }
    let asked = ask(&world, "manager", id, &waives("2026-12-31")).await.unwrap();
    let early = propose(store, &ctx, world.at(id).await, None).await;
    assert!(matches!(refusal(early), Refusal::NotEligible { .. }), "asked for is not granted");
    grant(&world, "partner", asked).await.unwrap();
    let after = propose(store, &ctx, world.at(id).await, Some(day("2027-01-01"))).await;
    assert!(matches!(refusal(after), Refusal::NotEligible { .. }), "wrong by one day is wrong");
    let last = propose(store, &ctx, world.at(id).await, Some(day("2026-12-31"))).await.unwrap();
    assert_eq!(last.state, State::Proposed);
}

async fn a_granted_waiver_is_a_fact_of_the_person_and_touches_no_other(engine: Engine) {
    let world = World::draw(engine).await;
    let store = &world.database.store;
    operations::bring_up_to_date(store, &world.as_of("clock")).await.unwrap();
    let id = draft(&world).await;
    let (before, status) = (world.known("novice").await, stored(&world, "novice").await);
    assert_eq!(status, Status::OnCourse);
    let asked = ask(&world, "manager", id, &waives("2027-03-31")).await.unwrap();
    assert_eq!(facts(&world, "novice").await, [], "what is asked for is no fact");
    grant(&world, "partner", asked).await.unwrap();
    assert_eq!(facts(&world, "novice").await, [(TIME.to_owned(), FIRST.to_owned(), "2027-03-31".to_owned())]);
    let mut after = world.known("novice").await;
    after.waivers.clear();
    assert_eq!(after, before);
    assert_eq!(stored(&world, "novice").await, Status::Eligible, "lists know it at once");
    let story = nomination(store, &world.as_of("manager"), id).await.unwrap();
    let assessment = story.assessment.unwrap();
    assert_eq!(assessment.findings[0].state, Stands::Waived);
    assert_eq!(assessment.decision.lapses_on, Some(day("2027-04-01")));
    let told: Vec<_> = story.acts.iter().map(|told| told.done.act).collect();
    assert!(told.ends_with(&[NominationAct::AskWaiver, NominationAct::GrantWaiver]), "{told:?}");
    let (compared, deviations) = operations::check_sample(store, &world.as_of("clock"), 1000).await.unwrap();
    assert!(compared > 0 && deviations.is_empty(), "{deviations:?}");
    let entries = audit_entries(store, &world.as_of("auditor"), None, 20).await.unwrap();
    for act in ["waiver_asked", "waiver_granted"] {
        assert!(entries.iter().any(|entry| entry.act == act), "{act} is in the trail");
    }
}

async fn a_waiver_is_for_at_most_twelve_months_to_the_day(engine: Engine) {
    let world = World::draw(engine).await;
    let id = draft(&world).await;
    let longest = day("2027-11-21");
    let long = ask(&world, "manager", id, &waives("2027-11-22")).await;
    assert_eq!(refusal(long), Refusal::WaiverTooLong { longest });
    let backwards = ask(&world, "manager", id, &waives("2026-11-21")).await;
    assert_eq!(refusal(backwards), Refusal::WaiverEndsBefore);
    let past = NewWaiver { from_on: day("2026-11-21"), ..waives("2026-12-31") };
    assert_eq!(refusal(ask(&world, "manager", id, &past).await), Refusal::DayPassed { on: past.from_on });
    let asked = ask(&world, "manager", id, &waives("2027-11-21")).await.unwrap();
    grant(&world, "partner", asked).await.unwrap();
    assert_eq!(facts(&world, "novice").await[0].2, "2027-11-21");
}

async fn what_is_met_or_not_asked_for_is_not_waived(engine: Engine) {
    let mut world = World::draw(engine).await;
    let id = draft(&world).await;
    let unknown = NewWaiver { criterion: "charm".to_owned(), ..waives("2026-12-31") };
    assert_eq!(refusal(ask(&world, "manager", id, &unknown).await), Refusal::NoSuchCriterion);
    let other = world.draft().await;
    assert_eq!(refusal(ask(&world, "manager", other, &waives("2026-12-31")).await), Refusal::NothingToWaive);
    let asked = ask(&world, "manager", id, &waives("2026-12-31")).await.unwrap();
    grant(&world, "partner", asked).await.unwrap();
    assert_eq!(refusal(ask(&world, "manager", id, &waives("2026-12-31")).await), Refusal::NothingToWaive);
    let longer = ask(&world, "manager", id, &waives("2027-01-31")).await.unwrap();
    grant(&world, "partner", longer).await.unwrap();
    let one = [(TIME.to_owned(), FIRST.to_owned(), "2027-01-31".to_owned())];
    assert_eq!(facts(&world, "novice").await, one, "the longer one stands in place of the shorter");
    let longest = ask(&world, "manager", id, &waives("2027-11-21")).await.unwrap();
    world.today = day("2027-06-01");
    assert_eq!(refusal(grant(&world, "partner", longest).await), Refusal::NothingToWaive, "it is met by now");
}

async fn nominator_or_reviewer_ask_and_somebody_else_of_hr_answers(engine: Engine) {
    let world = World::draw(engine).await;
    let id = draft(&world).await;
    for who in EVERYBODY.iter().filter(|who| **who != "manager") {
        let asked = ask(&world, who, id, &waives("2026-12-31")).await;
        assert!(matches!(asked, Err(Error::Hidden | Error::Denied(_))), "{who} asked: {asked:?}");
    }
    for who in EVERYBODY {
        let answers = ["partner", "second", "lead", "lead2"].contains(who);
        let asked = ask(&world, "manager", id, &waives("2026-12-31")).await.unwrap();
        let possible = waiver(&world.database.store, &world.as_of(who), asked).await;
        let offered = possible.is_ok_and(|story| story.seen.possible == Some(WaiverStep::Answer));
        assert_eq!(offered, answers, "{who} is offered to answer");
        let granted = if answers { Ok(()) } else { grant(&world, who, asked).await };
        let refused = refuse(&world, who, asked).await;
        if answers {
            refused.unwrap_or_else(|error| panic!("{who}: {error}"));
            assert_eq!(state(&world, asked).await, WaiverState::Refused);
            assert_eq!(refusal(grant(&world, "lead", asked).await), Refusal::WaiverOver, "it is answered");
        } else {
            for done in [granted, refused] {
                assert!(matches!(done, Err(Error::Hidden | Error::Denied(_))), "{who} answered: {done:?}");
            }
            refuse(&world, "lead", asked).await.unwrap();
        }
    }
    assert_eq!(facts(&world, "novice").await, []);
}

async fn nobody_waives_for_themselves_or_sees_it_among_everybodys(engine: Engine) {
    let world = World::draw(engine).await;
    let store = &world.database.store;
    let mut partner = person("partner", "boss", "north", "");
    partner.employee.hired_on = day("2026-06-01");
    partner.leaves.clear();
    world.bring_in(partner).await;
    let id = start(store, &world.as_of("boss"), "partner", TRACK).await.unwrap().id;
    let asked = ask(&world, "boss", id, &waives("2026-12-31")).await.unwrap();
    assert!(matches!(grant(&world, "partner", asked).await, Err(Error::Hidden)));
    assert!(matches!(waiver(store, &world.as_of("partner"), asked).await, Err(Error::Hidden)));
    let seen = async |who: &str| {
        let list = list_waivers(store, &world.as_of(who), &SoughtWaivers::default(), None, 10).await.unwrap();
        (list.waivers.len(), list.counts.len())
    };
    assert_eq!(seen("partner").await, (0, 0), "nor counted");
    assert_eq!(seen("second").await, (1, 3));
    assert_eq!(world.unread("partner").await, 0, "they are not told of a draft that is theirs");
    assert_eq!(world.unread("second").await, 1);
    grant(&world, "second", asked).await.unwrap();
    assert!(matches!(end_waiver(store, &world.as_of("partner"), asked, "no").await, Err(Error::Hidden)));
}

async fn whoever_asked_for_a_waiver_does_not_decide_in_that_nomination(engine: Engine) {
    let world = World::draw(engine).await;
    let id = draft(&world).await;
    let asked = ask(&world, "manager", id, &waives("2026-12-31")).await.unwrap();
    grant(&world, "partner", asked).await.unwrap();
    for (who, act) in
        [("manager", NominationAct::Propose), ("novice", NominationAct::Consent), ("partner", NominationAct::TakeUp)]
    {
        world.done(who, act, id).await;
    }
    assert!(world.possible("partner", id).await.unwrap().contains(&NominationAct::Decline));
    let longer = ask(&world, "partner", id, &waives("2027-05-31")).await.unwrap();
    for act in [NominationAct::Approve, NominationAct::Decline] {
        assert!(!world.possible("partner", id).await.unwrap().contains(&act));
        let done = world.act("partner", act, id).await;
        assert!(matches!(&done, Err(Error::Denied(denied)) if denied.who_may.contains("no waiver")), "{done:?}");
    }
    for answer in [grant(&world, "partner", longer).await, refuse(&world, "partner", longer).await] {
        assert!(matches!(&answer, Err(Error::Denied(denied)) if denied.who_may.contains("not asked")), "{answer:?}");
    }
    grant(&world, "second", longer).await.unwrap();
    assert_eq!(world.done("second", NominationAct::Approve, id).await, State::Approved);
}

async fn of_two_who_answer_at_once_one_wins_and_the_other_is_told(engine: Engine) {
    let world = World::draw(engine).await;
    let id = draft(&world).await;
    let asked = ask(&world, "manager", id, &waives("2026-12-31")).await.unwrap();
    let tries = ["partner", "second", "lead", "lead2"].map(|who| {
        let (store, ctx) = (world.database.store.clone(), world.as_of(who));
        tokio::spawn(async move {
            match who {
                "partner" | "lead" => grant_waiver(&store, &ctx, asked, "").await,
                _ => refuse_waiver(&store, &ctx, asked, "not yet").await,
            }
        })
    });
    let (mut won, mut told) = (0, 0);
    for one in tries {
        match one.await.unwrap() {
            Ok(()) => won += 1,
            Err(Error::NotNow(Refusal::WaiverOver | Refusal::NothingToWaive)) => told += 1,
            Err(error) => panic!("{error}"),
        }
    }
    assert_eq!((won, told), (1, 3));
    let is_granted = state(&world, asked).await == WaiverState::Granted;
    assert_eq!(facts(&world, "novice").await.len(), usize::from(is_granted));
}

async fn one_question_is_open_for_a_person_a_track_and_a_criterion(engine: Engine) {
    let world = World::draw(engine).await;
    let id = draft(&world).await;
    let asked = ask(&world, "manager", id, &waives("2026-12-31")).await.unwrap();
    assert_eq!(refusal(ask(&world, "manager", id, &waives("2027-01-31")).await), Refusal::WaiverAsked);
    refuse(&world, "partner", asked).await.unwrap();
    ask(&world, "manager", id, &waives("2027-01-31")).await.unwrap();
}

async fn a_refusal_has_words_and_who_asked_and_who_may_know_are_told(engine: Engine) {
    let world = World::draw(engine).await;
    let store = &world.database.store;
    let id = draft(&world).await;
    let silent = NewWaiver { words: " ".to_owned(), ..waives("2026-12-31") };
    let missing = refusal(ask(&world, "manager", id, &silent).await);
    assert_eq!(missing, Refusal::ReasonMissing { act: NominationAct::AskWaiver });
    let strange = NewWaiver { reason: Reason::NoOpening, ..waives("2026-12-31") };
    assert!(matches!(refusal(ask(&world, "manager", id, &strange).await), Refusal::ReasonMissing { .. }));
    let asked = ask(&world, "manager", id, &waives("2026-12-31")).await.unwrap();
    assert_eq!((world.unread("partner").await, world.unread("second").await, world.unread("south").await), (1, 1, 0));
    let wordless = refuse_waiver(store, &world.as_of("partner"), asked, " ").await;
    assert_eq!(refusal(wordless), Refusal::ReasonMissing { act: NominationAct::RefuseWaiver });
    assert_eq!(state(&world, asked).await, WaiverState::Asked, "nothing was done");
    refuse(&world, "partner", asked).await.unwrap();
    assert_eq!(world.unread("manager").await, 1);
    assert_eq!(world.unread("novice").await, 0, "of a draft the candidate is not told");
    let story = nomination(store, &world.as_of("manager"), id).await.unwrap();
    let told = &story.waivers[0].waiver;
    assert_eq!(told.told.answer_words.as_deref(), Some("Half a year is too little."));

    let asked = ask(&world, "manager", id, &waives("2026-12-31")).await.unwrap();
    grant(&world, "second", asked).await.unwrap();
    for (who, act) in
        [("manager", NominationAct::Propose), ("novice", NominationAct::Consent), ("partner", NominationAct::TakeUp)]
    {
        world.done(who, act, id).await;
    }
    let (candidate, reviewer) = (world.unread("novice").await, world.unread("partner").await);
    let longer = ask(&world, "partner", id, &waives("2027-05-31")).await.unwrap();
    assert_eq!(world.unread("partner").await, reviewer, "who asks knows");
    refuse(&world, "second", longer).await.unwrap();
    assert_eq!(world.unread("novice").await, candidate + 1);
    assert_eq!(world.unread("partner").await, reviewer + 1);
}

async fn hr_and_auditors_see_them_counted_by_who_whom_and_criterion(engine: Engine) {
    let world = World::draw(engine).await;
    let store = &world.database.store;
    let id = draft(&world).await;
    let first = ask(&world, "manager", id, &waives("2026-12-31")).await.unwrap();
    refuse(&world, "partner", first).await.unwrap();
    let second = ask(&world, "manager", id, &waives("2026-12-31")).await.unwrap();
    let all = SoughtWaivers::default();
    for who in EVERYBODY {
        let list = list_waivers(store, &world.as_of(who), &all, None, 10).await;
        match *who {
            "partner" | "second" | "lead" | "lead2" | "auditor" => {
                let list = list.unwrap();
                let ids: Vec<_> = list.waivers.iter().map(|one| one.told.id).collect();
                assert_eq!(ids, [second, first], "{who}");
                let numbers: Vec<_> =
                    list.counts.iter().map(|one| (one.asked, one.open, one.granted, one.refused)).collect();
                assert_eq!(numbers, [(2, 1, 0, 1); 3], "{who}");
                let by = |is: fn(&CountedBy) -> bool| list.counts.iter().any(|one| is(&one.of));
                assert!(by(|of| matches!(of, CountedBy::Criterion(track, id) if track == TRACK && id == TIME)));
                assert!(by(|of| matches!(of, CountedBy::Person(number, _) if number == "novice")));
                assert!(by(|of| matches!(of, CountedBy::Asker(..))));
            }
            "south" => assert!(list.unwrap().waivers.is_empty(), "nobody of that site"),
            _ => assert!(matches!(list, Err(Error::Hidden)), "{who}"),
        }
    }
    let ctx = world.as_of("lead");
    let found = async |sought: SoughtWaivers| list_waivers(store, &ctx, &sought, None, 10).await.unwrap().waivers.len();
    let asker = list_waivers(store, &ctx, &all, None, 1).await.unwrap();
    assert_eq!((asker.waivers.len(), asker.next), (1, Some(second)), "paged by key");
    let rest = list_waivers(store, &ctx, &all, asker.next, 1).await.unwrap();
    assert_eq!((rest.waivers[0].told.id, rest.next), (first, None));
    let asked_by = Some(asker.waivers[0].told.asked_by);
    assert_eq!(found(SoughtWaivers { asked_by, ..all.clone() }).await, 2);
    assert_eq!(found(SoughtWaivers { state: Some(WaiverState::Refused), ..all.clone() }).await, 1);
    assert_eq!(found(SoughtWaivers { person: Some("candidate".to_owned()), ..all.clone() }).await, 0);
    assert_eq!(found(SoughtWaivers { criterion: Some("belt".to_owned()), ..all.clone() }).await, 0);
    assert_eq!(found(SoughtWaivers { track: Some(TRACK.to_owned()), ..all.clone() }).await, 2);
}
