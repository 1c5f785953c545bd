//! Writes take a permit for what they write and for nothing else; transactions commit with an event or not at all.

use jiff::SignedDuration;
use model::{
    Account, AccountId, Body, Change, ChangeId, Deputy, DeputyId, Employee, EmployeeId, Event, Fact, FactId, FactKind,
    Grant, GrantId, Hold, HoldId, HoldReason, LadderId, Move, MoveId, MoveKind, MoveState, NominationAct, NominationId,
    Origin, Post, Reason, Recusal, ReviewAct, ReviewNote, ReviewNoteId, Stage, Subject, TokenHash, Upload, UploadId,
    Waiver, WaiverId, WaiverState, Zone,
};
use policy::{Act, Permit, authorize_system};
use store::{Error, NewFact, PublishedLadder, SoughtMoves, UploadPiece};
use uuid::Uuid;

use crate::database::{Database, Engine, on_each_engine, system_at};

on_each_engine! {
    a_permit_for_another_act_or_subject_is_refused_by_every_write,
    a_transaction_without_an_event_is_refused_and_leaves_nothing,
    what_a_read_writes_is_never_kept,
}

const AT: &str = "2026-11-22T09:00:00Z";

fn is_refused<T>(done: Result<T, Error>, what: &str) {
    assert!(matches!(done, Err(Error::WrongPermit(_))), "{what} was let through, or failed otherwise");
}

async fn a_permit_for_another_act_or_subject_is_refused_by_every_write(engine: Engine) {
    let database = Database::new(engine).await;
    let ctx = system_at(AT);
    let (own, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
    let (change, person, account) = (ChangeId(own), EmployeeId(own), AccountId(own));
    let subjects = [
        Subject::Change(ChangeId(other)),
        Subject::Employee(EmployeeId(other)),
        Subject::Account(AccountId(other)),
        Subject::Ladder(LadderId(other)),
        Subject::Company,
    ];
    let wrong = |act: Act| subjects.map(|subject| authorize_system(act, subject));
    // Of writes that are about no one thing, every act but their own.
    let but =
        |act: Act| Act::ALL.iter().filter(move |one| **one != act).map(|one| authorize_system(*one, Subject::Company));
    let opened = Change {
        id: change,
        origin: Origin::Import,
        recorded_by: None,
        recorded_at: ctx.now,
        reason: None,
        digest: None,
        counts: None,
    };
    let day = "2026-11-22".parse().unwrap();
    let grant =
        Grant { id: GrantId(own), account, access: model::Access::Auditor, site: None, from_on: day, until_on: None };
    let deputy = Deputy { id: DeputyId(own), manager: person, deputy: person, from_on: day, until_on: day };
    let somebody = Account {
        id: account,
        sign_in_name: "somebody".to_owned(),
        employee: None,
        must_change_password: false,
        disabled_at: None,
    };
    let ladder = PublishedLadder { id: LadderId(own), text: String::new() };
    let token = TokenHash([0; 32]);
    let upload = Upload {
        id: UploadId(own),
        account,
        name: String::new(),
        mapping: None,
        replaced: Vec::new(),
        stage: Stage::Arriving,
        result: None,
        progress: None,
        touched_at: ctx.now,
    };
    let piece = UploadPiece { file: String::new(), number: 0, bytes: Vec::new() };
    let run = (upload.id, own);
    let hold = Hold {
        id: HoldId(own),
        employee: person,
        reason: HoldReason::Coverage,
        words: None,
        placed_by: account,
        on_behalf_of: None,
        from_on: day,
        until_on: day,
        renewed_by: None,
        ended_on: None,
    };
    let waiver = Waiver {
        id: WaiverId(own),
        nomination: NominationId(own),
        employee: person,
        track: String::new(),
        criterion: String::new(),
        reason: Reason::Other,
        words: String::new(),
        from_on: day,
        until_on: day,
        asked_by: account,
        state: WaiverState::Asked,
        answered_by: None,
        answer_words: None,
        ended_on: None,
        end_words: None,
    };
    let moving = Employee {
        id: person,
        number: String::new(),
        full_name: String::new(),
        job: String::new(),
        manager: None,
        site: None,
        country: None,
        unit: None,
        hired_on: day,
        left_on: None,
    };
    let nomination = NominationId(own);
    let note = ReviewNote { id: ReviewNoteId(own), nomination, account, words: String::new(), written_at: ctx.now };
    let recusal = Recusal { nomination, account, reason: String::new(), recused_at: ctx.now };
    let planned = Move {
        id: MoveId(own),
        employee: person,
        nomination: Some(NominationId(own)),
        kind: MoveKind::Promotion,
        from_job: String::new(),
        job: String::new(),
        from: Post::default(),
        to: Post::default(),
        rise_percent: None,
        pay: None,
        reason: None,
        effective_on: day,
        state: MoveState::Planned,
        ended_because: None,
        planned_by: None,
        planned_at: ctx.now,
        change: None,
    };
    let fact = Fact { kind: FactKind::Leave, key: String::new(), body: Body::new() };
    let of_another = [NewFact { id: FactId(own), employee: EmployeeId(other), fact }];
    let prepared = database.store.prepare(&ctx, async |preparation| {
        for permit in wrong(Act::Import) {
            is_refused(preparation.changes().begin(&permit, &opened).await, "begin");
            is_refused(preparation.facts().insert(&permit, change, &[]).await, "insert");
            is_refused(preparation.facts().supersede(&permit, change, &[]).await, "supersede");
            is_refused(preparation.changes().renew(&permit, change, ctx.now).await, "renew");
            is_refused(preparation.conflicts().insert(&permit, change, &[]).await, "conflict");
            is_refused(preparation.reporting_lines().insert(&permit, change, &[]).await, "lines");
        }
        let moves = authorize_system(Act::Move, Subject::Employee(person));
        is_refused(preparation.facts().insert(&moves, change, &of_another).await, "insert for another");
        for permit in but(Act::Import) {
            is_refused(preparation.facts().drop_some(&permit, change, 1).await, "drop_some");
            is_refused(preparation.conflicts().drop(&permit, change).await, "drop conflicts");
            is_refused(preparation.changes().drop(&permit, change).await, "drop");
            is_refused(preparation.changes().abandoned(&permit, ctx.now).await, "abandoned");
            is_refused(preparation.uploads().add(&permit, &upload).await, "add an upload");
            is_refused(preparation.uploads().add_piece(&permit, upload.id, &piece).await, "add a piece");
            is_refused(preparation.uploads().describe(&permit, &upload).await, "describe");
            is_refused(preparation.uploads().begin(&permit, run, upload.stage, ctx.now, ctx.now).await, "begin a run");
            is_refused(preparation.uploads().progress(&permit, run, "", ctx.now).await, "progress");
            is_refused(preparation.uploads().finish(&permit, run, upload.stage, "", ctx.now).await, "finish");
            is_refused(preparation.uploads().add_lines(&permit, upload.id, "", 1, &[]).await, "add lines");
            is_refused(preparation.uploads().drop(&permit, upload.id).await, "drop an upload");
            is_refused(preparation.uploads().expired(&permit, ctx.now).await, "expired");
        }
        Ok::<(), Error>(())
    });
    prepared.await.unwrap();
    let written = database.store.write(&ctx, async |tx| {
        for permit in wrong(Act::Import) {
            is_refused(tx.employees().add(&permit, change, &[]).await, "add");
            is_refused(tx.employees().save(&permit, change, &[]).await, "save");
            is_refused(tx.employees().set_managers(&permit, change, &[]).await, "set_managers");
            is_refused(tx.employees().forget(&permit, change, &[]).await, "forget");
            is_refused(tx.changes().apply(permit, change, ctx.now, None, "").await, "apply");
        }
        for permit in wrong(Act::Import) {
            is_refused(tx.changes().undo(permit, change, ctx.now).await, "undo");
        }
        // A move writes to whoever moves, and to nobody else.
        for (permit, write) in wrong(Act::Move).iter().zip(wrong(Act::RecordMove)) {
            is_refused(tx.employees().bump(permit, person).await, "bump");
            is_refused(tx.employees().save(permit, change, &[&moving]).await, "save");
            is_refused(tx.employees().set_managers(permit, change, &[(person, None)]).await, "set_managers");
            is_refused(tx.employees().forget(permit, change, &[person]).await, "forget");
            is_refused(tx.moves().make(permit, &planned).await, "make a move");
            is_refused(tx.moves().end(permit, &planned, MoveState::Left, None).await, "end a move");
            is_refused(tx.moves().plan(permit, &planned).await, "plan a move");
            is_refused(tx.moves().plan(&write, &planned).await, "plan a move");
            is_refused(tx.moves().end(&write, &planned, MoveState::CalledOff, None).await, "call a move off");
            is_refused(tx.moves().make(&write, &planned).await, "make a move");
        }
        let own = authorize_system(Act::Move, Subject::Employee(person));
        is_refused(tx.employees().save(&own, change, &[&moving, &moving]).await, "save more than who moves");
        is_refused(tx.employees().set_managers(&own, change, &[]).await, "set_managers of more than who moves");
        is_refused(tx.moves().plan(&own, &planned).await, "plan a move");
        let approving =
            authorize_system(Act::Nominate(NominationAct::Approve), Subject::Nomination(NominationId(other)));
        is_refused(tx.moves().plan(&approving, &planned).await, "plan a move with another nomination");
        let sought = SoughtMoves { from_on: day, until_on: day, kind: None, state: None };
        for permit in but(Act::Import) {
            is_refused(tx.moves().list(&permit, &sought, (day, planned.id), 1).await, "list moves");
        }
        for permit in wrong(Act::CorrectFact) {
            is_refused(tx.employees().bump(&permit, person).await, "bump");
        }
        for permit in wrong(Act::PublishLadder) {
            is_refused(tx.ladders().publish(permit, &ladder).await, "publish");
        }
        for permit in but(Act::PublishLadder) {
            is_refused(tx.employees().bump_all(&permit).await, "bump_all");
        }
        for permit in but(Act::Assess) {
            is_refused(tx.assessments().save(&permit, &[]).await, "assessments");
            is_refused(tx.employees().mark_assessed(&permit, ladder.id, &[]).await, "mark_assessed");
            is_refused(tx.company().sweep(&permit, day).await, "sweep");
        }
        for permit in but(Act::Import) {
            is_refused(tx.company().become_demo(&permit).await, "become_demo");
        }
        for permit in but(Act::ManageCompany) {
            is_refused(tx.company().set_time_zone(&permit, &Zone::UTC).await, "set_time_zone");
        }
        for permit in wrong(Act::ManageAccounts) {
            is_refused(tx.accounts().add(&permit, &somebody, None).await, "add");
            is_refused(tx.accounts().reset(&permit, account).await, "reset");
            is_refused(tx.invitations().issue(&permit, account, token, ctx.now).await, "issue");
            is_refused(tx.invitations().void(&permit, account).await, "void");
            is_refused(tx.accounts().disable(permit, account, ctx.now).await, "disable");
        }
        for permit in wrong(Act::ManageOwnAccount) {
            is_refused(tx.accounts().set_password(&permit, account, "").await, "set_password");
            is_refused(tx.accounts().confirm_password(&permit, account, "", "").await, "confirm_password");
            is_refused(tx.invitations().spend(&permit, account, token).await, "spend");
            is_refused(tx.sessions().end_others(&permit, account, token).await, "end_others");
            is_refused(tx.sessions().of_account(&permit, account, 1).await, "of_account");
            is_refused(tx.sessions().end(permit, account, token).await, "end");
        }
        for permit in wrong(Act::ManageOwnAccount) {
            is_refused(tx.sessions().end_all(&permit, account).await, "end_all");
            is_refused(tx.sessions().open(permit, account, token).await, "open");
        }
        for permit in wrong(Act::GiveAccess) {
            is_refused(tx.deputies().name(&permit, &deputy).await, "name a deputy");
            is_refused(tx.deputies().end(&permit, &deputy, day).await, "end a deputy");
            is_refused(tx.grants().end(&permit, &grant, day).await, "end a grant");
            is_refused(tx.grants().add(permit, &grant).await, "add a grant");
        }
        for permit in wrong(Act::Hold) {
            is_refused(tx.holds().end(permit, &hold, day, account).await, "end a hold");
        }
        for permit in wrong(Act::Hold) {
            is_refused(tx.holds().place(permit, &hold).await, "place a hold");
        }
        for permit in wrong(Act::RenewHold) {
            is_refused(tx.holds().renew(permit, &hold, day, account).await, "renew a hold");
        }
        for permit in wrong(Act::Nominate(NominationAct::AskWaiver)) {
            is_refused(tx.waivers().ask(&permit, &waiver).await, "ask for a waiver");
            is_refused(tx.waivers().lapse(&permit, waiver.nomination).await, "let a waiver lapse");
        }
        for permit in wrong(Act::Nominate(NominationAct::RefuseWaiver)) {
            is_refused(tx.waivers().answer(permit, &waiver, None).await, "answer a waiver");
        }
        for permit in wrong(Act::Waive) {
            is_refused(tx.waivers().end(&permit, &waiver, day, "").await, "end a waiver");
        }
        for act in [ReviewAct::Note, ReviewAct::StandAside] {
            let on = |nomination| authorize_system(Act::OnReview(act), Subject::Nomination(NominationId(nomination)));
            is_refused(tx.review().note(on(other), &note).await, "note on another");
            is_refused(tx.review().stand_aside(on(other), &recusal).await, "stand aside from another");
        }
        let of = |act| authorize_system(Act::OnReview(act), Subject::Nomination(nomination));
        is_refused(tx.review().note(of(ReviewAct::StandAside), &note).await, "note");
        is_refused(tx.review().stand_aside(of(ReviewAct::Note), &recusal).await, "stand aside");
        tx.record(Event::DaySwept { day: String::new() });
        Ok::<(), Error>(())
    });
    written.await.unwrap();
    let kept = database.store.upkeep(&ctx, async |upkeep| {
        for permit in but(Act::Seal) {
            is_refused(upkeep.seals().append(&permit, 1).await, "seal");
        }
        Ok::<(), Error>(())
    });
    kept.await.unwrap();
    let reads = |permit: &Permit| !matches!(permit.act(), Act::Audit | Act::BackUp);
    for permit in Act::ALL.iter().map(|act| authorize_system(*act, Subject::Company)).filter(reads) {
        let read = async |tx: &mut store::Tx| {
            is_refused(tx.audit().list(&permit, None, 1).await, "list");
            is_refused(tx.audit().list_about(&permit, own, None, 1).await, "list_about");
            is_refused(tx.audit().sealed(&permit, 0, 1).await, "sealed");
            is_refused(tx.audit().verify(&permit, None).await, "verify");
            is_refused(tx.access_log().of_employee(&permit, person, None, 1).await, "the access log");
            Ok::<(), Error>(())
        };
        database.store.read(&ctx, read).await.unwrap();
        let file = database.place.file("copy.db");
        is_refused(database.store.back_up(&ctx, &permit, &file).await, "back_up");
    }
}

async fn a_transaction_without_an_event_is_refused_and_leaves_nothing(engine: Engine) {
    let database = Database::new(engine).await;
    let ctx = system_at(AT);
    let permit = authorize_system(Act::Seal, Subject::Company);
    let unrecorded = async |tx: &mut store::Tx| tx.leases().take(&permit, SignedDuration::from_secs(10)).await;
    assert!(matches!(database.store.write(&ctx, unrecorded).await, Err(Error::NoEvent)));
    let leases = database.place.connect().await.texts("SELECT name FROM leases").await;
    assert!(leases.is_empty());
}

async fn what_a_read_writes_is_never_kept(engine: Engine) {
    let database = Database::new(engine).await;
    let permit = authorize_system(Act::Seal, Subject::Company);
    let writes = async |tx: &mut store::Tx| tx.leases().take(&permit, SignedDuration::from_secs(10)).await;
    assert!(database.store.read(&system_at(AT), writes).await.is_err());
    assert!(database.place.connect().await.texts("SELECT name FROM leases").await.is_empty());
}
