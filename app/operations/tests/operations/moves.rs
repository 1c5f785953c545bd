//! Moves that HR records without a nomination.

use model::{Move, MoveId, MoveKind, MoveState, Refusal};
use operations::moves::{
    CallOff, NewMove, Placement, SoughtMoves, call_off_move, find_move, list_moves, record_move, search_moves,
};
use operations::news::{News, RecordDone, list_news, read_news};
use operations::nominations::advance_nominations;
use operations::{Error, NewHold, find_person, place_hold};
use rules::Day;

use crate::database::{Engine, on_each_engine};
use crate::nominations::world::{FIRST, World, job, refusal};

on_each_engine! {
    a_move_from_today_on_is_made_at_once_up_across_down_or_as_it_should_have_been,
    a_move_of_a_day_to_come_waits_for_it_and_is_hrs_until_then,
    a_move_that_hr_calls_off_never_happens,
    what_is_no_move_is_refused_and_says_why,
    who_left_or_moved_otherwise_is_not_moved,
    a_move_that_cannot_be_made_keeps_no_other_back,
    whoever_keeps_the_hris_reads_every_move_once_by_day,
    who_moves_and_whose_list_changes_is_told_of_a_move_of_hrs_own_once_it_is_made,
    hr_looks_for_the_moves_of_its_people_and_finds_no_others_and_no_pay,
}

fn new(kind: MoveKind, job: &str, on: &str) -> NewMove {
    let (job, effective_on) = (Some(job.to_owned()), on.parse().unwrap());
    NewMove { kind, job, placement: Placement::default(), effective_on, reason: "it was agreed".to_owned() }
}

pub(crate) fn between(from_on: &str, until_on: &str) -> SoughtMoves {
    let [from_on, until_on] = [from_on, until_on].map(|day| day.parse().unwrap());
    SoughtMoves { from_on, until_on, kind: None, state: None }
}

pub(crate) fn lateral(job: &str, on: &str) -> NewMove {
    new(MoveKind::Lateral, job, on)
}

async fn held(world: &World, number: &str) -> Vec<String> {
    let jobs = world.jobs(number).await;
    jobs.into_iter().map(|(job, from, until)| format!("{job} {from} {until}").trim_end().to_owned()).collect()
}

async fn a_move_from_today_on_is_made_at_once_up_across_down_or_as_it_should_have_been(engine: Engine) {
    let mut world = World::draw(engine).await;
    let steps = [
        (FIRST, new(MoveKind::Promotion, "team-lead", FIRST)),
        ("2026-12-01", new(MoveKind::Demotion, "csr", "2026-12-01")),
        ("2026-12-02", new(MoveKind::Correction, "senior-csr", "2026-12-02")),
        ("2026-12-03", {
            let placement = Placement { unit: Some("Night".to_owned()), ..Placement::default() };
            NewMove { placement, job: None, ..lateral("", "2026-12-03") }
        }),
    ];
    for (day, new) in &steps {
        world.today = day.parse().unwrap();
        record_move(&world.database.store, &world.as_of("partner"), "peer", new).await.unwrap();
    }
    let expected = [
        "csr 2024-01-08 2026-11-21",
        "team-lead 2026-11-22 2026-11-30",
        "csr 2026-12-01 2026-12-01",
        "senior-csr 2026-12-02 2026-12-02",
        "senior-csr 2026-12-03",
    ];
    assert_eq!(held(&world, "peer").await, expected);
    let known = world.known("peer").await;
    assert_eq!(known.employee.job_started_on, Some("2026-12-02".parse().unwrap()), "the job is held since then");
    let told = world.moves_of("peer", "peer").await;
    let kinds: Vec<_> = told.iter().map(|one| (one.told.kind, one.told.state)).collect();
    let made = |kind| (kind, MoveState::Made);
    let order = [MoveKind::Lateral, MoveKind::Correction, MoveKind::Demotion, MoveKind::Promotion];
    assert_eq!(kinds, order.map(made));
    // A correction on the very day on which a job began stands in its place.
    let again = new(MoveKind::Correction, "csr", "2026-12-03");
    record_move(&world.database.store, &world.as_of("partner"), "peer", &again).await.unwrap();
    assert_eq!(held(&world, "peer").await[3..], ["senior-csr 2026-12-02 2026-12-02", "csr 2026-12-03"]);
}

async fn a_move_of_a_day_to_come_waits_for_it_and_is_hrs_until_then(engine: Engine) {
    let mut world = World::draw(engine).await;
    let planned = new(MoveKind::Promotion, "team-lead", "2026-12-10");
    record_move(&world.database.store, &world.as_of("partner"), "peer", &planned).await.unwrap();
    let told = async |world: &World, who: &str| world.moves_of(who, "peer").await.len();
    world.day_begins("2026-12-09").await;
    assert_eq!((told(&world, "peer").await, told(&world, "manager").await, told(&world, "lead").await), (0, 0, 1));
    assert_eq!(held(&world, "peer").await, Vec::<String>::new());
    world.day_begins("2026-12-12").await;
    assert_eq!(
        held(&world, "peer").await,
        ["csr 2024-01-08 2026-12-09", "team-lead 2026-12-10"],
        "late, from its day on"
    );
    assert_eq!((told(&world, "peer").await, told(&world, "manager").await), (1, 1));
}

async fn a_move_that_hr_calls_off_never_happens(engine: Engine) {
    let mut world = World::draw(engine).await;
    let planned = new(MoveKind::Promotion, "team-lead", "2026-12-10");
    let id = record_move(&world.database.store, &world.as_of("partner"), "peer", &planned).await.unwrap();
    let store = world.database.store.clone();
    for who in ["manager", "peer"] {
        assert!(matches!(call_off_move(&store, &world.as_of(who), id, "no").await, Err(Error::Denied(_))), "{who}");
    }
    assert!(matches!(call_off_move(&store, &world.as_of("south"), id, "no").await, Err(Error::Hidden)));
    assert_eq!(refusal(call_off_move(&store, &world.as_of("lead"), id, " ").await), Refusal::MoveWithoutReason);
    world.today = "2026-12-10".parse().unwrap();
    let late = call_off_move(&store, &world.as_of("lead"), id, "no").await;
    assert!(matches!(refusal(late), Refusal::TooLate { .. }), "on its day it is made");
    world.today = "2026-12-09".parse().unwrap();
    call_off_move(&store, &world.as_of("lead"), id, "the team stays").await.unwrap();
    assert_eq!(refusal(call_off_move(&store, &world.as_of("lead"), id, "again").await), Refusal::MoveOver);
    world.day_begins("2026-12-11").await;
    assert_eq!(held(&world, "peer").await, Vec::<String>::new());
    let told = world.moves_of("lead", "peer").await;
    assert_eq!(told[0].told.ended_because.as_deref(), Some("the team stays"));
}

async fn what_is_no_move_is_refused_and_says_why(engine: Engine) {
    let world = World::draw(engine).await;
    let store = &world.database.store;
    let ask = async |new: NewMove| record_move(store, &world.as_of("partner"), "peer", &new).await;
    let on = "2026-12-10";
    assert_eq!(refusal(ask(lateral("csr", on)).await), Refusal::MoveChangesNothing);
    for (kind, to) in [(MoveKind::Promotion, "csr"), (MoveKind::Demotion, "team-lead")] {
        let placement = Placement { unit: Some("Night".to_owned()), ..Placement::default() };
        let done = ask(NewMove { placement, ..new(kind, to, on) }).await;
        assert_eq!(refusal(done), Refusal::NotThatKind { kind });
    }
    let wordless = NewMove { reason: " ".to_owned(), ..lateral("hr-coordinator", on) };
    assert_eq!(refusal(ask(wordless).await), Refusal::MoveWithoutReason);
    let past = ask(lateral("hr-coordinator", "2026-11-21")).await;
    assert!(matches!(refusal(past), Refusal::DayPassed { .. }));
    assert!(matches!(ask(lateral("astronaut", on)).await, Err(Error::Invalid(_))), "no job of the ladder");
    let placement = Placement { site: Some("a\u{0}b".to_owned()), ..Placement::default() };
    let unreadable = ask(NewMove { placement, ..lateral("hr-coordinator", on) }).await;
    assert!(matches!(unreadable, Err(Error::Invalid(_))), "what no bundle could say");
    let own = record_move(store, &world.as_of("partner"), "partner", &lateral("hr-coordinator", on)).await;
    assert!(matches!(own, Err(Error::Denied(_))), "nobody moves themselves");
    world.feed("peer", |one| one.left_on = Some("2026-12-09".parse().unwrap())).await;
    assert!(matches!(refusal(ask(lateral("hr-coordinator", on)).await), Refusal::NotEmployedOn { .. }));

    let held = async |new: NewMove| record_move(store, &world.as_of("partner"), "candidate", &new).await;
    let hold = NewHold { reason: model::HoldReason::Coverage, words: String::new(), until_on: on.parse().unwrap() };
    place_hold(store, &world.as_of("manager"), "candidate", &hold).await.unwrap();
    assert!(matches!(refusal(held(lateral("hr-coordinator", on)).await), Refusal::OnHold { .. }));
    held(lateral("hr-coordinator", "2026-12-11")).await.unwrap();
    let second = held(new(MoveKind::Correction, "senior-csr", on)).await;
    assert!(matches!(refusal(second), Refusal::MovePlanned { .. }), "one at a time");
}

async fn who_left_or_moved_otherwise_is_not_moved(engine: Engine) {
    let mut world = World::draw(engine).await;
    for who in ["peer", "candidate"] {
        let planned = new(MoveKind::Promotion, "team-lead", "2026-12-10");
        record_move(&world.database.store, &world.as_of("partner"), who, &planned).await.unwrap();
    }
    world.today = "2026-12-01".parse().unwrap();
    world
        .feed("peer", |one| {
            (one.job, one.job_started_on) = (job("senior-csr"), Some("2026-12-01".parse().unwrap()));
        })
        .await;
    world.feed("candidate", |one| one.left_on = Some("2026-12-09".parse().unwrap())).await;
    world.day_begins("2026-12-10").await;
    for (who, state) in [("peer", MoveState::Moved), ("candidate", MoveState::Left)] {
        let told = world.moves_of("lead", who).await;
        assert_eq!(told[0].told.state, state, "{who}");
    }
    assert_eq!(held(&world, "peer").await, ["csr 2024-01-08 2026-11-30", "senior-csr 2026-12-01"]);
}

async fn a_move_that_cannot_be_made_keeps_no_other_back(engine: Engine) {
    let mut world = World::draw(engine).await;
    let store = world.database.store.clone();
    let on = "2026-12-10";
    let promotion = new(MoveKind::Promotion, "team-lead", on);
    record_move(&store, &world.as_of("partner"), "candidate", &promotion).await.unwrap();
    let sound = record_move(&store, &world.as_of("partner"), "peer", &promotion).await.unwrap();
    let novice = find_person(&store, &world.as_of("lead"), "novice").await.unwrap().id;
    // Kept as no act of ours would leave it, and due before the others: to a job that is not on the ladder.
    let broken: MoveId = store::new_id(world.as_of("clock").now);
    let doctored = async |tx: &mut store::Tx| {
        tx.record(model::Event::DaySwept { day: String::new() });
        let looks = policy::authorize_system(policy::Act::Assess, model::Subject::Company);
        let sound = tx.moves().find(&looks, sound).await?.unwrap().told;
        let permit = policy::authorize_system(policy::Act::RecordMove, model::Subject::Employee(novice));
        let (job, effective_on) = ("astronaut".to_owned(), on.parse::<Day>().unwrap().previous());
        tx.moves().plan(&permit, &Move { id: broken, employee: novice, job, effective_on, ..sound }).await
    };
    assert!(store.write(&world.as_of("clock"), doctored).await.unwrap());
    world.today = on.parse().unwrap();
    for stepped in [2, 0] {
        let advanced = advance_nominations(&store, &world.as_of("clock")).await.unwrap();
        assert_eq!(advanced.stepped, stepped, "the others are made");
        let not_made: Vec<_> = advanced.not_made.iter().map(|(id, _)| *id).collect();
        assert_eq!(not_made, [broken], "and which could not is told, and tried again");
    }
    for who in ["candidate", "peer"] {
        assert_eq!(held(&world, who).await, ["csr 2024-01-08 2026-12-09", "team-lead 2026-12-10"], "{who}");
    }
    assert_eq!(held(&world, "novice").await, Vec::<String>::new());
    let left = find_move(&store, &world.as_of("lead"), broken).await.unwrap().found.told;
    assert_eq!(left.state, MoveState::Planned, "it stays as it was");
}

async fn whoever_keeps_the_hris_reads_every_move_once_by_day(engine: Engine) {
    let world = World::draw(engine).await;
    let (store, lead) = (&world.database.store, world.as_of("lead"));
    let mut planned = Vec::new();
    for (who, on) in
        [("peer", "2026-12-05"), ("candidate", "2026-12-01"), ("novice", "2026-12-05"), ("other", "2026-12-09")]
    {
        planned.push(record_move(store, &world.as_of("lead"), who, &lateral("hr-coordinator", on)).await.unwrap());
    }
    let days = between("2026-12-01", "2026-12-08");
    let (mut read, mut after) = (Vec::new(), None);
    loop {
        let page = list_moves(store, &lead, &days, after, 1).await.unwrap();
        read.extend(page.moves.into_iter().map(|one| one.told.id));
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    assert_eq!(read, [planned[1], planned[0], planned[2]]);
    let made = SoughtMoves { state: Some(MoveState::Made), ..days };
    assert_eq!(list_moves(store, &lead, &made, None, 10).await.unwrap().moves, []);
}

async fn hr_looks_for_the_moves_of_its_people_and_finds_no_others_and_no_pay(engine: Engine) {
    let world = World::draw(engine).await;
    let (store, lead) = (&world.database.store, world.as_of("lead"));
    let mut planned = Vec::new();
    for (who, on) in [("peer", "2026-12-05"), ("candidate", "2026-12-01"), ("partner", "2026-12-07")] {
        let rise_percent = Some("5".parse().unwrap());
        let placement = Placement { rise_percent, ..Placement::default() };
        let new = NewMove { placement, ..lateral("hr-coordinator", on) };
        planned.push(record_move(store, &lead, who, &new).await.unwrap());
    }
    let all = between("2026-11-22", "2026-12-31");
    let found = async |who: &str, sought: SoughtMoves| {
        let page = search_moves(store, &world.as_of(who), &sought, None, 10).await.unwrap();
        assert!(page.moves.iter().all(|one| one.told.rise_percent.is_none() && one.told.pay.is_none()));
        page.moves.iter().map(|one| one.told.id).collect::<Vec<_>>()
    };
    assert_eq!(found("lead", all).await, [planned[2], planned[0], planned[1]], "the latest first");
    assert_eq!(found("partner", all).await, [planned[0], planned[1]], "not their own");
    for who in ["south", "manager", "boss", "peer", "auditor", "administrator"] {
        assert_eq!(found(who, all).await, [], "{who}");
        assert!(matches!(find_move(store, &world.as_of(who), planned[0]).await, Err(Error::Hidden)), "{who}");
    }
    assert_eq!(found("lead", between("2026-12-02", "2026-12-05")).await, [planned[0]]);
    assert_eq!(found("lead", SoughtMoves { kind: Some(MoveKind::Demotion), ..all }).await, []);
    assert!(matches!(find_move(store, &world.as_of("partner"), planned[2]).await, Err(Error::Hidden)), "their own");
    let page = search_moves(store, &lead, &all, None, 1).await.unwrap();
    let rest = search_moves(store, &lead, &all, page.next, 10).await.unwrap();
    assert_eq!(rest.moves.iter().map(|one| one.told.id).collect::<Vec<_>>(), [planned[0], planned[1]]);
    let partner = world.as_of("partner");
    assert_eq!(find_move(store, &partner, planned[0]).await.unwrap().call_off, CallOff::Here);
    call_off_move(store, &partner, planned[0], "not now").await.unwrap();
    assert_eq!(find_move(store, &partner, planned[0]).await.unwrap().call_off, CallOff::Over);
    assert_eq!(found("lead", SoughtMoves { state: Some(MoveState::CalledOff), ..all }).await, [planned[0]]);
}

/// What somebody was told of the records of people, the latest first: of whom, what became of the move, and whether they
/// see that person.
async fn told(world: &World, who: &str) -> Vec<(String, MoveState, bool)> {
    let page = list_news(&world.database.store, &world.as_of(who), None, 10).await.unwrap();
    let of_move = |news: News| match news {
        News::OfRecord { item, sees_record } => match item.done {
            RecordDone::Move { state, .. } => Some((item.number, state, sees_record)),
            RecordDone::WaiverEnded { .. } => None,
        },
        News::OfNomination(_) => None,
    };
    page.items.into_iter().filter_map(of_move).collect()
}

async fn who_moves_and_whose_list_changes_is_told_of_a_move_of_hrs_own_once_it_is_made(engine: Engine) {
    let mut world = World::draw(engine).await;
    let store = world.database.store.clone();
    let under_another = |on: &str| {
        let placement = Placement { manager: Some("absent".to_owned()), ..Placement::default() };
        NewMove { placement, ..lateral("hr-coordinator", on) }
    };
    record_move(&store, &world.as_of("partner"), "peer", &under_another("2026-12-10")).await.unwrap();
    let off = record_move(&store, &world.as_of("partner"), "novice", &lateral("hr-coordinator", "2026-12-10")).await;
    call_off_move(&store, &world.as_of("lead"), off.unwrap(), "the team stays").await.unwrap();
    let everybody = ["peer", "novice", "manager", "absent", "senior", "boss", "partner", "second", "lead", "auditor"];
    for who in everybody {
        assert_eq!(told(&world, who).await, [], "{who}: until its day it is HR's");
    }
    world.day_begins("2026-12-10").await;
    let of_peer = |sees: bool| ("peer".to_owned(), MoveState::Made, sees);
    for who in everybody {
        let expected = match who {
            "peer" | "absent" => vec![of_peer(true)],
            "manager" => vec![of_peer(false)],
            _ => Vec::new(),
        };
        assert_eq!(told(&world, who).await, expected, "{who}");
    }
    assert_eq!((world.unread("absent").await, world.unread("manager").await), (1, 1), "it is counted");
    let news = list_news(&store, &world.as_of("absent"), None, 10).await.unwrap();
    assert_eq!(read_news(&store, &world.as_of("absent"), news.items[0].id()).await.unwrap(), 1);
    assert_eq!(world.unread("absent").await, 0, "and read with the rest");

    // Made at once by somebody whose own list it changes: they know.
    let mine = NewMove {
        placement: Placement { manager: Some("partner".to_owned()), ..Placement::default() },
        ..lateral("hr-coordinator", "2026-12-10")
    };
    record_move(&store, &world.as_of("partner"), "other", &mine).await.unwrap();
    assert_eq!(told(&world, "partner").await, []);
    assert_eq!(told(&world, "absent").await.len(), 2);

    // One that cannot be made is told to whoever recorded it, and to nobody else.
    record_move(&store, &world.as_of("partner"), "novice", &lateral("hr-coordinator", "2026-12-20")).await.unwrap();
    world.feed("novice", |one| one.left_on = Some("2026-12-19".parse().unwrap())).await;
    world.day_begins("2026-12-20").await;
    assert_eq!(told(&world, "partner").await, [("novice".to_owned(), MoveState::Left, true)]);
    assert_eq!((told(&world, "novice").await, told(&world, "manager").await.len()), (Vec::new(), 1));
}
