//! Waivers that are over: nobody answered in time, whoever they were for has left, or HR ended them early.

use model::{NominationAct, Refusal, WaiverId, WaiverState};
use operations::Error;
use operations::news::{News, RecordDone, list_news};
use operations::nominations::{NewWaiver, end_waiver};
use rules::Status;

use super::waived::{TIME, ask, day, draft, facts, grant, state, stored, waives};
use super::world::{FIRST, TRACK, World, refusal};
use crate::database::{Engine, on_each_engine};

on_each_engine! {
    what_nobody_answered_is_over_with_the_nomination_and_may_be_asked_again,
    nothing_is_waived_for_somebody_who_has_left,
    a_waiver_that_is_ended_early_counts_no_longer,
    whose_waiver_is_ended_early_and_who_asked_for_it_are_told,
}

async fn what_nobody_answered_is_over_with_the_nomination_and_may_be_asked_again(engine: Engine) {
    let world = World::draw(engine).await;
    let id = draft(&world).await;
    let asked = ask(&world, "manager", id, &waives("2026-12-31")).await.unwrap();
    world.done("manager", NominationAct::Discard, id).await;
    assert_eq!(state(&world, asked).await, WaiverState::Lapsed);
    assert_eq!(refusal(grant(&world, "partner", asked).await), Refusal::WaiverOver);
    assert_eq!(facts(&world, "novice").await, []);
    let late = ask(&world, "manager", id, &waives("2026-12-31")).await;
    assert!(matches!(refusal(late), Refusal::OutOfTurn { act: NominationAct::AskWaiver, .. }));
    let next = draft(&world).await;
    ask(&world, "manager", next, &waives("2026-12-31")).await.unwrap();
}

async fn nothing_is_waived_for_somebody_who_has_left(engine: Engine) {
    let mut world = World::draw(engine).await;
    let id = draft(&world).await;
    let asked = ask(&world, "manager", id, &waives("2027-03-31")).await.unwrap();
    world
        .feed("novice", |one| {
            one.hired_on = day("2026-06-01");
            one.left_on = Some(day("2026-11-30"));
        })
        .await;
    world.today = day("2026-12-01");
    let on = world.today;
    assert_eq!(refusal(grant(&world, "partner", asked).await), Refusal::NotEmployedOn { on });
    let again = NewWaiver { from_on: on, ..waives("2027-03-31") };
    assert_eq!(refusal(ask(&world, "manager", id, &again).await), Refusal::NotEmployedOn { on });
    world.day_begins("2026-12-01").await;
    assert_eq!(state(&world, asked).await, WaiverState::Lapsed, "the nomination is over, and the question with it");
}

async fn a_waiver_that_is_ended_early_counts_no_longer(engine: Engine) {
    let mut world = World::draw(engine).await;
    let id = draft(&world).await;
    let asked = ask(&world, "manager", id, &waives("2027-03-31")).await.unwrap();
    assert_eq!(refusal(end(&world, "partner", asked).await), Refusal::WaiverOver, "it was not granted");
    grant(&world, "partner", asked).await.unwrap();
    for who in ["manager", "novice", "south", "administrator"] {
        assert!(matches!(end(&world, who, asked).await, Err(Error::Hidden)), "{who}");
    }
    assert!(matches!(end(&world, "auditor", asked).await, Err(Error::Denied(_))));
    world.today = day("2026-12-10");
    let store = &world.database.store;
    let silent = end_waiver(store, &world.as_of("second"), asked, " ").await;
    assert_eq!(refusal(silent), Refusal::WaiverWithoutReason);
    end(&world, "second", asked).await.unwrap();
    assert_eq!(facts(&world, "novice").await, [(TIME.to_owned(), FIRST.to_owned(), "2026-12-09".to_owned())]);
    assert_eq!(stored(&world, "novice").await, Status::OnCourse);
    assert_eq!(refusal(end(&world, "second", asked).await), Refusal::WaiverOver);
    assert_eq!(state(&world, asked).await, WaiverState::Ended);

    // One that is ended on its first day never counted.
    let from_on = world.today;
    let again = NewWaiver { from_on, ..waives("2027-03-31") };
    let asked = ask(&world, "manager", id, &again).await.unwrap();
    grant(&world, "partner", asked).await.unwrap();
    assert_eq!(stored(&world, "novice").await, Status::Eligible);
    end(&world, "partner", asked).await.unwrap();
    assert_eq!(facts(&world, "novice").await.len(), 1);
    assert_eq!(stored(&world, "novice").await, Status::OnCourse);
}

pub(super) async fn end(world: &World, who: &str, id: WaiverId) -> Result<(), Error> {
    end_waiver(&world.database.store, &world.as_of(who), id, "Her team was split.").await
}

/// Of whom somebody was told that a waiver was ended, the latest first.
async fn told(world: &World, who: &str) -> Vec<String> {
    let page = list_news(&world.database.store, &world.as_of(who), None, 10).await.unwrap();
    let ended = |news: News| match news {
        News::OfRecord { item, .. } => match item.done {
            RecordDone::WaiverEnded { track, criterion, .. } => {
                assert_eq!((track.as_str(), criterion.as_str()), (TRACK, TIME));
                Some(item.number)
            }
            RecordDone::Move { .. } => None,
        },
        News::OfNomination(_) => None,
    };
    page.items.into_iter().filter_map(ended).collect()
}

async fn whose_waiver_is_ended_early_and_who_asked_for_it_are_told(engine: Engine) {
    let world = World::draw(engine).await;
    let id = draft(&world).await;
    let asked = ask(&world, "manager", id, &waives("2027-03-31")).await.unwrap();
    grant(&world, "partner", asked).await.unwrap();
    // Whatever became of the nomination in which it was asked for.
    world.done("manager", NominationAct::Discard, id).await;
    let unread = (world.unread("novice").await, world.unread("manager").await);
    end(&world, "second", asked).await.unwrap();
    for who in ["novice", "manager", "partner", "second", "lead", "senior", "peer"] {
        let expected = if matches!(who, "novice" | "manager") { vec!["novice".to_owned()] } else { Vec::new() };
        assert_eq!(told(&world, who).await, expected, "{who}");
    }
    assert_eq!((world.unread("novice").await, world.unread("manager").await), (unread.0 + 1, unread.1 + 1));
}
