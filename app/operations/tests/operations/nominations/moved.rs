//! What was approved becomes a move, on its day.

use files::{AssignmentRow, Person};
use model::{Closing, MoveState, NominationAct, NominationId, Reason, Refusal, Said, State};
use operations::moves::{HRIS_COLUMNS, Placement, SoughtMoves, hris_row, list_moves};
use operations::nominations::{advance_nominations, approve, nomination};
use operations::{Error, assessments_of_person, audit_entries, find_person};
use rules::Assignment;
use store::{Settings, Store};

use super::world::{Wordless, World, job, refusal};
use crate::company::person;
use crate::database::{Engine, on_each_engine};

on_each_engine! {
    a_move_is_made_on_its_day_and_not_before_and_the_next_rung_answers_the_same_day,
    a_server_that_was_off_for_days_makes_it_from_its_day_on,
    what_is_approved_from_today_on_is_made_today,
    a_move_takes_site_unit_manager_and_pay_with_it,
    a_rise_outside_the_track_says_why_and_a_manager_is_one_who_can_be,
    a_move_that_is_called_off_never_happens,
    who_left_or_moved_otherwise_is_not_moved_and_is_reviewed_again,
    of_two_servers_one_makes_it_and_everybody_is_told_once,
    another_is_not_planned_beside_it,
    a_feed_that_says_what_it_said_before_becomes_a_conflict_and_one_that_agrees_does_not,
    a_feed_with_a_history_that_agrees_is_no_conflict,
}

const DAY: &str = "2026-12-22";

fn held(jobs: &[(&str, &str, &str)]) -> Vec<(String, String, String)> {
    jobs.iter().map(|(job, from, until)| ((*job).to_owned(), (*from).to_owned(), (*until).to_owned())).collect()
}

fn promoted() -> Vec<(String, String, String)> {
    held(&[("csr", "2024-01-08", "2026-12-21"), ("team-lead", DAY, "")])
}

async fn approved(world: &World, placement: &Placement, said: &str) -> Result<NominationId, Error> {
    let id = world.reach(State::InReview).await;
    let (ctx, on) = (world.as_of("partner"), DAY.parse().unwrap());
    let said = Said::words(said);
    approve(&world.database.store, &ctx, world.at(id).await, (on, placement, &said), &Wordless).await?;
    Ok(id)
}

async fn state_of_move(world: &World, number: &str) -> MoveState {
    world.moves_of("lead", number).await[0].told.state
}

async fn acts(world: &World, act: &str) -> usize {
    let entries = audit_entries(&world.database.store, &world.as_of("auditor"), None, 500).await.unwrap();
    entries.iter().filter(|entry| entry.act == act).count()
}

async fn a_move_is_made_on_its_day_and_not_before_and_the_next_rung_answers_the_same_day(engine: Engine) {
    let mut world = World::draw(engine).await;
    let id = world.reach(State::Approved).await;
    world.day_begins("2026-12-21").await;
    assert_eq!((world.state(id).await, world.jobs("candidate").await), (State::Approved, Vec::new()));
    assert_eq!(state_of_move(&world, "candidate").await, MoveState::Planned);
    let before = world.unread("candidate").await;
    world.day_begins(DAY).await;
    assert_eq!(world.state(id).await, State::Effective);
    assert_eq!(world.jobs("candidate").await, promoted(), "what was only in the one row is written out");
    assert_eq!(state_of_move(&world, "candidate").await, MoveState::Made);
    assert_eq!(world.unread("candidate").await, before + 1);
    let (store, lead) = (&world.database.store, world.as_of("lead"));
    let found = find_person(store, &lead, "candidate").await.unwrap();
    assert_eq!((found.job.as_str(), found.site.as_deref()), ("team-lead", Some("north")));
    let stored = assessments_of_person(store, &lead, "candidate").await.unwrap();
    assert_eq!(
        stored.iter().map(|one| one.track.as_str()).collect::<Vec<_>>(),
        ["team-lead-to-operations-manager", "to-vendor-manager"]
    );
    assert_eq!(stored[0].as_of, world.today);
    assert_eq!(acts(&world, "move_made").await, 1);
    world.day_begins("2026-12-23").await;
    assert_eq!((world.jobs("candidate").await, acts(&world, "move_made").await), (promoted(), 1));
}

async fn a_server_that_was_off_for_days_makes_it_from_its_day_on(engine: Engine) {
    let mut world = World::draw(engine).await;
    let id = world.reach(State::Approved).await;
    world.feed("candidate", |one| one.left_on = Some("2026-12-30".parse().unwrap())).await;
    world.day_begins("2027-01-05").await;
    assert_eq!(world.state(id).await, State::Effective, "they were there on that day");
    assert_eq!(world.jobs("candidate").await, promoted());
}

async fn what_is_approved_from_today_on_is_made_today(engine: Engine) {
    let world = World::draw(engine).await;
    let id = world.reach(State::InReview).await;
    let (store, ctx, at) = (&world.database.store, world.as_of("partner"), world.at(id).await);
    let approval = (ctx.today, &Placement::default(), &Said::default());
    let saved = approve(store, &ctx, at, approval, &Wordless).await.unwrap();
    assert_eq!((saved.state, saved.revision), (State::Effective, world.at(id).await.seen));
    let today = ctx.today.to_string();
    assert_eq!(world.jobs("candidate").await.last(), held(&[("team-lead", &today, "")]).last());
    let story = nomination(store, &ctx, id).await.unwrap();
    assert_eq!(story.acts.last().unwrap().done.account, None, "approved by HR, made by the clock");
}

async fn a_move_takes_site_unit_manager_and_pay_with_it(engine: Engine) {
    let mut world = World::draw(engine).await;
    world
        .feed("candidate", |one| {
            (one.annual_pay, one.currency) = (Some("400000".parse().unwrap()), Some("INR".into()));
        })
        .await;
    let text = |text: &str| Some(text.to_owned());
    let rise_percent = Some("22.5".parse().unwrap());
    let placement = Placement { site: text("south"), unit: text("Night"), manager: text("absent"), rise_percent };
    approved(&world, &placement, "").await.unwrap();
    world.day_begins(DAY).await;
    let known = world.known("candidate").await;
    let employee = &known.employee;
    assert_eq!(employee.annual_pay, Some("490000".parse().unwrap()));
    assert_eq!((employee.place.site.as_deref(), employee.place.unit.as_deref()), (Some("south"), Some("Night")));
    assert_eq!(employee.manager_number.as_deref(), Some("absent"));
    let open = known.assignments.last().unwrap();
    assert_eq!((open.site.as_deref(), open.unit.as_deref()), (Some("south"), Some("Night")));
    assert_eq!(open.manager_number.as_deref(), Some("absent"));
    let store = &world.database.store;
    for (who, sees) in
        [("absent", true), ("boss", true), ("manager", false), ("senior", false), ("south", true), ("partner", false)]
    {
        assert_eq!(find_person(store, &world.as_of(who), "candidate").await.is_ok(), sees, "{who}");
    }
    for who in ["candidate", "absent", "lead"] {
        let told = world.moves_of(who, "candidate").await;
        assert_eq!(
            (told.len(), &told[0].told.pay, told[0].told.rise_percent),
            (1, &None, None),
            "{who}: pay is on no page"
        );
    }
    let days = crate::moves::between(DAY, DAY);
    for who in ["partner", "manager", "auditor", "candidate"] {
        let list = list_moves(store, &world.as_of(who), &days, None, 10).await;
        assert!(matches!(list, Err(Error::Denied(_))), "{who}");
    }
    let made = SoughtMoves { state: Some(MoveState::Made), ..days };
    let list = list_moves(store, &world.as_of("lead"), &made, None, 10).await.unwrap();
    let row = hris_row(&list.moves[0]);
    let line: Vec<(&str, &str)> = HRIS_COLUMNS.iter().copied().zip(row.iter().map(String::as_str)).collect();
    for expected in [
        ("employee_number", "candidate"),
        ("effective_on", DAY),
        ("kind", "promotion"),
        ("job_before", "csr"),
        ("job", "team-lead"),
        ("site_before", "north"),
        ("site", "south"),
        ("unit_before", ""),
        ("unit", "Night"),
        ("manager_number_before", "manager"),
        ("manager_number", "absent"),
        ("annual_pay", "490000"),
        ("currency", "INR"),
    ] {
        assert!(line.contains(&expected), "{expected:?}: {line:?}");
    }
    assert_eq!(row.len(), HRIS_COLUMNS.len());
}

async fn a_rise_outside_the_track_says_why_and_a_manager_is_one_who_can_be(engine: Engine) {
    let world = World::draw(engine).await;
    let id = world.reach(State::InReview).await;
    let (store, ctx, at) = (&world.database.store, world.as_of("partner"), world.at(id).await);
    let on = DAY.parse().unwrap();
    let ask = async |manager: Option<&str>, rise: Option<&str>, said: &str| {
        let manager = manager.map(str::to_owned);
        let placement =
            Placement { manager, rise_percent: rise.map(|rise| rise.parse().unwrap()), ..Placement::default() };
        approve(store, &ctx, at, (on, &placement, &Said::words(said)), &Wordless).await
    };
    for rise in ["19.9", "30.1"] {
        let (from, to) = (20.into(), 30.into());
        assert_eq!(refusal(ask(None, Some(rise), "").await), Refusal::RiseOutOfRange { from, to });
    }
    for manager in ["candidate", "nobody"] {
        assert_eq!(refusal(ask(Some(manager), None, "").await), Refusal::NotTheirManager, "{manager}");
    }
    for rise in ["-50.1", "200.1"] {
        let asked = refusal(ask(None, Some(rise), "A slip of the hand.").await);
        assert_eq!(asked, Refusal::NoSuchRise { least: -50, most: 200 }, "{rise}: whatever somebody earns");
    }
    assert_eq!(world.state(id).await, State::InReview);
    assert_eq!(ask(Some("peer"), Some("35"), "An offer from elsewhere is met.").await.unwrap().state, State::Approved);
}

async fn a_move_that_is_called_off_never_happens(engine: Engine) {
    let mut world = World::draw(engine).await;
    let id = world.reach(State::Approved).await;
    world.today = "2026-12-21".parse().unwrap();
    world.done("lead", NominationAct::CallOff, id).await;
    let told = world.moves_of("candidate", "candidate").await;
    assert_eq!(told[0].told.state, MoveState::CalledOff);
    assert_eq!(told[0].told.ended_because.as_deref(), Some("talk in spring"));
    world.day_begins(DAY).await;
    assert_eq!((world.state(id).await, world.jobs("candidate").await), (State::Closed(Closing::CalledOff), Vec::new()));
}

async fn who_left_or_moved_otherwise_is_not_moved_and_is_reviewed_again(engine: Engine) {
    let mut world = World::draw(engine).await;
    let id = world.reach(State::Approved).await;
    world.today = "2026-12-01".parse().unwrap();
    world
        .feed("candidate", |one| {
            (one.job, one.job_started_on) = (job("hr-coordinator"), Some("2026-12-01".parse().unwrap()));
        })
        .await;
    let before = world.jobs("candidate").await;
    world.day_begins(DAY).await;
    let story = nomination(&world.database.store, &world.as_of("lead"), id).await.unwrap();
    let now = &story.nominated.nomination;
    assert_eq!((now.state, now.reopened_for, now.effective_on), (State::InReview, Some(Closing::Moved), None));
    let last = &story.acts.last().unwrap().done;
    assert_eq!((last.act, &*last.reasons), (NominationAct::Reopen, &[Reason::CandidateMoved.code().to_owned()][..]));
    assert_eq!(state_of_move(&world, "candidate").await, MoveState::Moved);
    assert_eq!(world.jobs("candidate").await, before);
    world.day_begins("2026-12-23").await;
    assert_eq!(world.state(id).await, State::InReview, "people end it");
    world.done("partner", NominationAct::Decline, id).await;

    let mut world = World::draw(engine).await;
    let id = world.reach(State::Approved).await;
    world.feed("candidate", |one| one.left_on = Some("2026-12-21".parse().unwrap())).await;
    world.day_begins(DAY).await;
    let read = nomination(&world.database.store, &world.as_of("lead"), id).await.unwrap().nominated.nomination;
    assert_eq!((read.state, read.reopened_for), (State::InReview, Some(Closing::Left)));
    assert_eq!(state_of_move(&world, "candidate").await, MoveState::Left);
}

async fn of_two_servers_one_makes_it_and_everybody_is_told_once(engine: Engine) {
    let mut world = World::draw(engine).await;
    world.reach(State::Approved).await;
    let other = Store::open(&world.database.address, Settings::default()).await.unwrap();
    world.today = DAY.parse().unwrap();
    let before = world.unread("candidate").await;
    let (one, ctx, later) = (world.database.store.clone(), world.as_of("clock"), world.as_of("clock"));
    let tasks = [(one, ctx), (other.clone(), later)]
        .map(|(store, ctx)| tokio::spawn(async move { advance_nominations(&store, &ctx).await }));
    let mut steps = 0;
    for task in tasks {
        steps += task.await.unwrap().unwrap().stepped;
    }
    assert_eq!((steps, acts(&world, "move_made").await), (1, 1));
    assert_eq!(world.unread("candidate").await, before + 1);
    assert_eq!(world.jobs("candidate").await, promoted());
    other.close().await;
}

async fn another_is_not_planned_beside_it(engine: Engine) {
    let world = World::draw(engine).await;
    let id = world.reach(State::Approved).await;
    let (store, lead) = (&world.database.store, world.as_of("lead"));
    let new = crate::moves::lateral("hr-coordinator", "2027-01-01");
    let beside = operations::moves::record_move(store, &lead, "candidate", &new).await;
    assert_eq!(refusal(beside), Refusal::MovePlanned { on: DAY.parse().unwrap() });
    let planned = world.moves_of("lead", "candidate").await[0].told.id;
    let off = operations::moves::call_off_move(store, &lead, planned, "no").await;
    assert_eq!(refusal(off), Refusal::MoveOfNomination);
    assert_eq!(world.state(id).await, State::Approved);
}

async fn a_feed_that_says_what_it_said_before_becomes_a_conflict_and_one_that_agrees_does_not(engine: Engine) {
    let mut world = World::draw(engine).await;
    world.reach(State::Approved).await;
    world.day_begins(DAY).await;
    world.today = world.today.next();
    let told = world.feed("candidate", |_| ()).await;
    assert_eq!((told.conflicts, told.corrected, told.added, told.ended), (1, 0, 0, 0));
    assert_eq!(told.lines[0].columns, ["job", "job_started_on"]);
    assert_eq!(world.jobs("candidate").await, promoted(), "here wins");
    world.today = world.today.next();
    assert_eq!(world.feed("candidate", |_| ()).await.change, None, "it is written once");
    let agreeing = |one: &mut files::Employee| {
        (one.job, one.job_started_on) = (job("team-lead"), Some(DAY.parse().unwrap()));
    };
    let told = world.feed("candidate", agreeing).await;
    assert_eq!((told.conflicts, told.confirmed), (0, 1));
    world.today = world.today.next();
    let told = world.feed("candidate", |one| one.job = job("team-lead")).await;
    assert_eq!((told.conflicts, world.jobs("candidate").await), (0, promoted()), "without a day it says nothing else");
}

async fn a_feed_with_a_history_that_agrees_is_no_conflict(engine: Engine) {
    let mut world = World::draw(engine).await;
    let with = |jobs: &[(&str, &str, &str)]| -> Person {
        let mut one = person("candidate", "manager", "north", "");
        let row = |(code, from, until): &(&str, &str, &str)| AssignmentRow {
            assignment: Assignment {
                job: job(code),
                started_on: from.parse().unwrap(),
                ended_on: (!until.is_empty()).then(|| until.parse().unwrap()),
            },
            manager_number: None,
            site: None,
            unit: None,
        };
        one.assignments = jobs.iter().map(row).collect();
        one.employee.job = one.assignments.last().unwrap().assignment.job;
        one
    };
    let before = [("csr", "2024-01-08", "")];
    world.bring_in(with(&before)).await;
    world.reach(State::Approved).await;
    world.day_begins(DAY).await;
    assert_eq!(world.jobs("candidate").await, promoted());
    world.today = world.today.next();
    let told = world.bring_in(with(&before)).await;
    assert_eq!((told.conflicts, world.jobs("candidate").await), (2, promoted()), "the row, and the history");
    world.today = world.today.next();
    let agreeing = [("csr", "2024-01-08", "2026-12-21"), ("team-lead", DAY, "")];
    let told = world.bring_in(with(&agreeing)).await;
    assert_eq!((told.conflicts, world.jobs("candidate").await), (0, promoted()));
}
