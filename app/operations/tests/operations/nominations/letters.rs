//! What is written to whom, and who reads it.

use model::letter::{Part, Written};
use model::{Closing, LetterKind, NominationAct, NominationId, Reason, Refusal, Said, State};
use operations::Error;
use operations::moves::Placement;
use operations::news::{News, list_news};
use operations::nominations::{Draft, SentLetter, nomination, preview_letter};

use super::world::{Wordless, World, refusal};
use crate::database::{Engine, on_each_engine};

on_each_engine! {
    whatever_is_decided_is_written_to_whom_it_is_about_in_the_same_moment,
    a_letter_is_read_by_whose_it_is_by_hr_and_by_the_auditor_and_by_nobody_else,
    a_letter_stays_as_it_was_sent_after_the_candidates_name_changed,
    what_is_seen_first_is_what_goes_out_and_nothing_of_it_is_kept,
    a_candidate_is_told_nothing_of_other_candidates,
    an_appeal_can_be_made_until_the_day_that_the_letter_says_and_the_second_no_has_none,
}

/// The letters that somebody may read; none either where they have no part in the nomination.
async fn read(world: &World, who: &str, id: NominationId) -> Vec<SentLetter> {
    match nomination(&world.database.store, &world.as_of(who), id).await {
        Ok(story) => story.letters,
        Err(Error::Hidden) => Vec::new(),
        Err(error) => panic!("{who}: {error}"),
    }
}

fn text(letter: &Written) -> String {
    let part = |part: &Part| match part {
        Part::Text(text) => text.clone(),
        other => panic!("whoever writes here writes nothing but texts: {other:?}"),
    };
    letter.body.iter().map(part).collect::<Vec<_>>().join("\n")
}

const LETTERED: &[(State, &str, NominationAct, LetterKind)] = &[
    (State::InReview, "partner", NominationAct::Approve, LetterKind::Selected),
    (State::InReview, "partner", NominationAct::Decline, LetterKind::NotSelected),
    (State::InReview, "partner", NominationAct::Return, LetterKind::Returned),
    (State::Submitted, "candidate", NominationAct::Withdraw, LetterKind::Withdrawn),
    (State::InReview, "manager", NominationAct::Withdraw, LetterKind::Withdrawn),
    (State::Appealed, "lead", NominationAct::Uphold, LetterKind::Upheld),
    (State::Appealed, "lead", NominationAct::GrantAppeal, LetterKind::Granted),
];

async fn whatever_is_decided_is_written_to_whom_it_is_about_in_the_same_moment(engine: Engine) {
    let world = World::draw(engine).await;
    for (state, who, act, kind) in LETTERED {
        let id = world.reach(*state).await;
        let before = read(&world, "lead2", id).await.len();
        world.done(who, *act, id).await;
        let sent = read(&world, "lead2", id).await;
        assert_eq!(sent.len(), before + 1, "{kind:?}");
        let letter = sent.last().unwrap();
        assert_eq!(letter.written.kind, *kind);
        let story = nomination(&world.database.store, &world.as_of("lead2"), id).await.unwrap();
        let done = &story.acts.last().unwrap().done;
        assert_eq!((letter.act, letter.sent_at), (done.id, done.acted_at));
        let to = if *kind == LetterKind::Returned { "manager" } else { "candidate" };
        assert!(text(&letter.written).contains(&format!("to Some({:?})", world.known(to).await.employee.full_name)));
        world.clear(id).await;
    }
    // Interest is between the employee and their manager.
    let id = world.reach(State::Interest).await;
    world.done("candidate", NominationAct::Withdraw, id).await;
    assert_eq!(read(&world, "candidate", id).await, []);
}

async fn a_letter_is_read_by_whose_it_is_by_hr_and_by_the_auditor_and_by_nobody_else(engine: Engine) {
    let world = World::draw(engine).await;
    let everybody = [
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
    let hr = ["partner", "second", "lead", "lead2", "auditor"];
    for (act, whose) in [(NominationAct::Decline, "candidate"), (NominationAct::Return, "manager")] {
        let id = world.reach(State::InReview).await;
        world.done("partner", act, id).await;
        for who in everybody {
            let expected = usize::from(who == whose || hr.contains(&who));
            assert_eq!(read(&world, who, id).await.len(), expected, "{who}: {act:?}");
        }
        let news = async |who: &str| {
            let ctx = world.as_of(who);
            match list_news(&world.database.store, &ctx, None, 1).await.unwrap().items.remove(0) {
                News::OfNomination(item) => item,
                other @ News::OfRecord { .. } => panic!("{other:?}"),
            }
        };
        assert!(news(whose).await.letter.is_some(), "it is told with the news");
        if act == NominationAct::Decline {
            let told = news("manager").await;
            assert_eq!((told.act, told.letter), (act, None), "who nominated has the news, and not the letter");
        }
        world.clear(id).await;
    }
}

async fn a_letter_stays_as_it_was_sent_after_the_candidates_name_changed(engine: Engine) {
    let world = World::draw(engine).await;
    let id = world.reach(State::Closed(Closing::Declined)).await;
    let before = read(&world, "candidate", id).await;
    let name = world.known("candidate").await.employee.full_name;
    world.feed("candidate", |one| one.full_name = "Somebody Else".to_owned()).await;
    let story = nomination(&world.database.store, &world.as_of("candidate"), id).await.unwrap();
    assert_eq!(story.nominated.full_name, "Somebody Else");
    assert_eq!(story.letters, before);
    assert!(text(&before[0].written).contains(&name));
}

async fn what_is_seen_first_is_what_goes_out_and_nothing_of_it_is_kept(engine: Engine) {
    let world = World::draw(engine).await;
    let store = &world.database.store;
    for (state, who, act, kind) in LETTERED {
        let id = world.reach(*state).await;
        let (ctx, at) = (world.as_of(who), world.at(id).await);
        let before = nomination(store, &world.as_of("lead2"), id).await.unwrap();
        let unread = world.unread("candidate").await;
        let reason = Reason::offered(*act).first().copied();
        let said = Said { reasons: reason.into_iter().collect(), words: "talk in spring".to_owned() };
        let placement = Placement::default();
        let draft = Draft { effective_on: ctx.today.plus_days(30), placement: &placement, said: &said };
        let seen = preview_letter(store, &ctx, at, *act, draft, &Wordless).await.unwrap();
        assert_eq!(seen.kind, *kind);
        let after = nomination(store, &world.as_of("lead2"), id).await.unwrap();
        assert_eq!(after.nominated, before.nominated, "{act:?}");
        assert_eq!((after.acts, after.letters), (before.acts, before.letters), "{act:?}");
        assert_eq!(world.unread("candidate").await, unread, "nobody was told");
        if let Some(reason) = reason {
            let silent = Said { reasons: vec![reason], words: String::new() };
            let draft = Draft { said: &silent, ..draft };
            if *act == NominationAct::Decline {
                let refused = preview_letter(store, &ctx, at, *act, draft, &Wordless).await;
                assert_eq!(refusal(refused), Refusal::ReasonMissing { act: *act }, "what stands against it says so");
            }
        }
        let stranger = preview_letter(store, &world.as_of("other"), at, *act, draft, &Wordless).await;
        assert!(matches!(stranger, Err(Error::Hidden)), "{stranger:?}");
        world.clear(id).await;
    }
    // What is seen and what is sent are the same, letter for letter.
    let id = world.reach(State::InReview).await;
    let (ctx, at) = (world.as_of("partner"), world.at(id).await);
    let said = Said { reasons: vec![Reason::Results], words: "talk in spring".to_owned() };
    let placement = Placement::default();
    let draft = Draft { effective_on: ctx.today, placement: &placement, said: &said };
    let seen = preview_letter(store, &ctx, at, NominationAct::Decline, draft, &Wordless).await.unwrap();
    world.done("partner", NominationAct::Decline, id).await;
    assert_eq!(read(&world, "candidate", id).await.last().unwrap().written, seen);
}

async fn a_candidate_is_told_nothing_of_other_candidates(engine: Engine) {
    let world = World::draw(engine).await;
    let store = &world.database.store;
    let id = world.reach(State::InReview).await;
    let said = Said { reasons: vec![Reason::NoOpening, Reason::AnotherCandidate], words: "Ask again.".to_owned() };
    let (ctx, at) = (world.as_of("partner"), world.at(id).await);
    operations::nominations::decline(store, &ctx, at, &said, &Wordless).await.unwrap();
    let reasons = async |who: &str| {
        let story = nomination(store, &world.as_of(who), id).await.unwrap();
        story.acts.last().unwrap().done.reasons.clone()
    };
    assert_eq!(reasons("lead").await, ["no_opening", "another_candidate"], "it is counted as what it was");
    assert_eq!(reasons("candidate").await, ["no_opening"]);
    let letter = &read(&world, "candidate", id).await[0].written;
    assert!(!text(letter).contains("AnotherCandidate"), "{letter:?}");
}

async fn an_appeal_can_be_made_until_the_day_that_the_letter_says_and_the_second_no_has_none(engine: Engine) {
    let world = World::draw(engine).await;
    let id = world.reach(State::Closed(Closing::Declined)).await;
    let last = world.today.plus_days(model::DAYS_TO_APPEAL);
    let first = read(&world, "candidate", id).await.remove(0).written;
    assert!(text(&first).contains(&format!("appeal_by: Some({last:?})")), "{first:?}");
    world.done("candidate", NominationAct::Appeal, id).await;
    world.done("lead", NominationAct::GrantAppeal, id).await;
    world.done("second", NominationAct::Decline, id).await;
    let letters = read(&world, "candidate", id).await;
    let kinds: Vec<LetterKind> = letters.iter().map(|one| one.written.kind).collect();
    assert_eq!(kinds, [LetterKind::NotSelected, LetterKind::Granted, LetterKind::NotSelected]);
    assert!(text(&letters[2].written).contains("appeal_by: None"));
}
