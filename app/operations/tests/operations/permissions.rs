//! Every cell of the permission table, done: what policy says is what happens.

use std::collections::{BTreeMap, BTreeSet};

use model::{
    Access, AccountId, Body, Closing, Event, FactKind, HoldReason, MoveKind, Nomination, NominationAct, Reason,
    Refusal, State, Subject, Waiver, WaiverState, Zone,
};
use operations::import::{Options, import};
use operations::moves::{NewMove, Placement, call_off_move, record_move};
use operations::nominations::{advance_nominations, end_waiver};
use operations::review::{SoughtReview, review_queue};
use operations::{
    Correction, Error, NewGrant, NewHold, Search, assess_all, assessments_of_person, audit_entries, back_up,
    check_sample, correct_fact, end_hold, end_sessions, find_person, give_access, invite, ladder_in_force, list_people,
    list_team, name_deputy, place_hold, propose_ladder, publish_ladder, readers_of, renew_hold, seal_audit,
    set_time_zone, update_some, verify_audit,
};
use policy::{Act, Actor, Context, authorize_system};
use rules::{Day, Ladder};
use store::{Store, Tx, new_id};

use crate::company::{TODAY, account, employ, person, signed_in, visitor_on};
use crate::database::{Database, Engine, on_each_engine, system_on};

on_each_engine! {
    every_cell_of_the_permission_table_is_what_happens,
}

const TABLE: &str = include_str!("../../../policy/tests/permissions.txt");

/// What is waived for everybody.
const TRACK: &str = "csr-to-team-lead";
const WAIVED: &str = "belt";
const WAIVED_FROM: &str = "2026-11-01";

/// The kinds that sign in.
const SIGNED_IN: [&str; 6] = ["employee", "manager", "hr_partner", "hr_lead", "auditor", "administrator"];

/// One cell: who does what to whom, and whether that goes.
#[derive(Debug)]
struct Cell {
    act: &'static str,
    kind: &'static str,
    relation: &'static str,
    allowed: bool,
}

impl Cell {
    /// The number of the person whom it is about.
    fn target(&self) -> String {
        match self.relation {
            "self" => self.kind.to_owned(),
            "report" | "indirect_report" | "former_report" => format!("{}-{}", self.kind, self.relation),
            other => other.to_owned(),
        }
    }
}

/// The cells that can be.
fn cells() -> Vec<Cell> {
    let (mut cells, mut act, mut relations) = (Vec::new(), "", Vec::new());
    for line in TABLE.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        let words: Vec<&str> = line.split_whitespace().collect();
        if !line.starts_with(' ') {
            (act, relations) = (words[0], words[1..].to_vec());
            continue;
        }
        assert_eq!(words.len(), 1 + relations.len(), "{line}");
        for (relation, cell) in relations.iter().zip(&words[1..]) {
            let allowed = match *cell {
                "yes" => true,
                "no" => false,
                "." => continue,
                other => panic!("{other}: {line}"),
            };
            cells.push(Cell { act, kind: words[0], relation, allowed });
        }
    }
    cells
}

/// The company of the table, and how often something was done in it: no two corrections are alike.
struct World {
    store: Store,
    accounts: BTreeMap<String, AccountId>,
    folder: tempfile::TempDir,
    done: u32,
}

impl World {
    /// Everybody of the table with an account, and who stands in for whom.
    async fn draw(store: Store) -> World {
        let mut people = vec![
            person("boss", "", "north", ""),
            person("peer", "boss", "north", ""),
            person("other_site", "boss", "south", ""),
            person("absent", "boss", "south", ""),
            person("deputys_report", "absent", "south", ""),
        ];
        for kind in SIGNED_IN {
            people.push(person(kind, "boss", "north", ""));
            people.push(person(&format!("{kind}-former_report"), kind, "south", ""));
            if kind != "employee" {
                people.push(person(&format!("{kind}-report"), kind, "south", ""));
                people.push(person(&format!("{kind}-indirect_report"), &format!("{kind}-report"), "south", ""));
            }
        }
        let track = files::default_ladder().track_ids().find(|id| files::default_ladder().track(*id).code == TRACK);
        for one in &mut people {
            one.waivers.push(rules::Waiver {
                track: track.unwrap(),
                criterion: WAIVED.into(),
                from_on: WAIVED_FROM.parse().unwrap(),
                until_on: TODAY.parse().unwrap(),
            });
        }
        employ(&store, "2026-06-01", &people).await;
        // A feed that leaves the boss out would not know of them as a manager.
        let mut moved = people.clone();
        for one in moved.iter_mut().filter(|one| one.employee.employee_number.ends_with("former_report")) {
            one.employee.manager_number = Some("boss".into());
        }
        employ(&store, "2026-11-01", &moved).await;
        let mut accounts = BTreeMap::new();
        for drawn in people {
            let number = drawn.employee.employee_number.to_string();
            let id = account(&store, &number).await.viewer.account;
            accounts.insert(number, id);
        }
        let system = system_on(TODAY);
        for kind in SIGNED_IN {
            name_deputy(&store, &system, "absent", kind, (system.today, system.today)).await.unwrap();
            if let Some(access) = Access::from_code(kind) {
                let site = (kind == "hr_partner").then(|| "north".to_owned());
                let grant = NewGrant { access, site, from_on: system.today, until_on: Some(system.today) };
                give_access(&store, &system, kind, &grant).await.unwrap();
            }
        }
        World { store, accounts, folder: tempfile::tempdir().unwrap(), done: 0 }
    }

    /// Does it; whether it went. Whoever may not see the person is told that there is none.
    async fn perform(&mut self, ctx: &Context, cell: &Cell) -> bool {
        self.done += 1;
        let target = cell.target();
        let done = match Act::ALL.iter().find(|act| act.code() == cell.act) {
            None => self.see(ctx, &target).await,
            Some(act) => match act {
                Act::CorrectFact => self.correct(ctx, &target).await,
                Act::ManageAccounts => invite(&self.store, ctx, &target).await.map(drop),
                Act::GiveAccess => self.give(ctx, &target).await,
                Act::ManageOwnAccount => self.end_sessions(ctx, &target).await,
                Act::ManageCompany => self.set_time_zone(ctx).await,
                Act::Import => self.import(ctx).await,
                Act::Audit => self.audit(ctx).await,
                Act::BackUp => self.back_up(ctx).await,
                Act::Hold => self.hold(ctx, &target).await,
                Act::RenewHold => self.renew_hold(ctx, &target).await,
                Act::Nominate(_) => unreachable!("nominations have a table of their own"),
                Act::PublishLadder => self.publish(ctx).await,
                Act::Assess => self.assess(ctx).await,
                Act::Seal => seal_audit(&self.store, ctx).await.map(drop),
                Act::RecordMove => self.record_move(ctx, &target).await,
                Act::Review => self.review(ctx).await,
                Act::OnReview(_) => unreachable!("what reviewers do is looked at with nominations"),
                Act::Move => advance_nominations(&self.store, ctx).await.map(drop),
                Act::Waive => self.waive(ctx, &target).await,
            },
        };
        match done {
            Ok(()) => true,
            Err(Error::Hidden | Error::Denied(_)) => false,
            Err(error) => panic!("{cell:?}: {error}"),
        }
    }

    /// Finding and listing say the same.
    async fn see(&self, ctx: &Context, number: &str) -> Result<(), Error> {
        let found = find_person(&self.store, ctx, number).await;
        let assessed = assessments_of_person(&self.store, ctx, number).await;
        assert_eq!(found.is_ok(), assessed.is_ok(), "{number}");
        if ctx.actor == Actor::Visitor {
            assert!(matches!(list_people(&self.store, ctx, &Search::default(), None, 7).await, Err(Error::Hidden)));
            assert!(matches!(list_team(&self.store, ctx, None, None, 7).await, Err(Error::Hidden)));
            return found.map(drop);
        }
        let (mut listed, mut after) = (Vec::new(), None::<String>);
        loop {
            let page = list_people(&self.store, ctx, &Search::default(), after.as_deref(), 7).await?;
            listed.extend(page.people.into_iter().map(|(person, _)| person.number));
            after = page.next;
            if after.is_none() {
                break;
            }
        }
        assert_eq!(found.is_ok(), listed.iter().any(|one| one == number), "{number}: {listed:?}");
        found.map(drop)
    }

    async fn correct(&self, ctx: &Context, number: &str) -> Result<(), Error> {
        let ended_on = Day::new(2025, 3, 2).unwrap().plus_days(i32::try_from(self.done).unwrap()).to_string();
        let body = [("kind", "parental"), ("started_on", "2025-02-03"), ("ended_on", ended_on.as_str())];
        let correction = Correction {
            number: number.to_owned(),
            kind: FactKind::Leave,
            key: "parental 2025-02-03".to_owned(),
            body: body.map(|(column, value)| (column.to_owned(), value.to_owned())).into_iter().collect::<Body>(),
            reason: "she came back later".to_owned(),
        };
        correct_fact(&self.store, ctx, &correction).await.map(drop)
    }

    /// Giving access and naming a deputy go together.
    async fn give(&self, ctx: &Context, number: &str) -> Result<(), Error> {
        let later = ctx.today.plus_days(400);
        let grant = NewGrant { access: Access::Auditor, site: None, from_on: later, until_on: Some(later) };
        let given = give_access(&self.store, ctx, number, &grant).await;
        let named = name_deputy(&self.store, ctx, "boss", number, (later, later)).await;
        assert_eq!(given.is_ok(), named.is_ok(), "{number}: {given:?} {named:?}");
        given.map(drop)
    }

    async fn end_sessions(&self, ctx: &Context, number: &str) -> Result<(), Error> {
        let account = self.accounts.get(number).copied().unwrap_or_else(|| new_id(ctx.now));
        let none = "0".repeat(64).parse()?;
        end_sessions(&self.store, ctx, account, &none).await.map(drop)
    }

    async fn set_time_zone(&self, ctx: &Context) -> Result<(), Error> {
        set_time_zone(&self.store, ctx, &Zone::named("Asia/Kolkata").unwrap()).await.map(drop)
    }

    async fn import(&self, ctx: &Context) -> Result<(), Error> {
        let feed = [person(&format!("new-{}", self.done), "", "north", "")];
        let people = || Ok(feed.iter().cloned().map(Ok));
        import(&self.store, ctx, &Options { name: "walk".to_owned(), ..Options::default() }, people).await.map(drop)
    }

    /// A track gets another version, from a day that nobody chose before. Proposing it and publishing it go together.
    async fn publish(&self, ctx: &Context) -> Result<(), Error> {
        let system = system_on(TODAY);
        let mut ladder = Ladder::clone(&*ladder_in_force(&self.store, &system).await?.ladder);
        let versions = &mut ladder.tracks[0].versions;
        let mut version = versions.last().unwrap().clone();
        version.effective_from = ctx.today.plus_days(i32::try_from(self.done).unwrap());
        versions.push(version);
        let proposal = propose_ladder(&self.store, &system, ladder.clone()).await?;
        let proposed = propose_ladder(&self.store, ctx, ladder).await;
        let published = publish_ladder(&self.store, ctx, &proposal).await;
        assert_eq!(proposed.is_ok(), published.is_ok(), "{proposed:?} {published:?}");
        published.map(drop)
    }

    /// The program's own work, which nobody does by hand.
    async fn assess(&self, ctx: &Context) -> Result<(), Error> {
        let updated = update_some(&self.store, ctx).await;
        let checked = check_sample(&self.store, ctx, 1).await;
        let told = assess_all(&self.store, ctx, |_, _, _| Ok(())).await;
        assert!(updated.is_ok() == checked.is_ok() && updated.is_ok() == told.is_ok());
        updated.map(drop)
    }

    async fn review(&self, ctx: &Context) -> Result<(), Error> {
        review_queue(&self.store, ctx, &SoughtReview::default(), None, 1).await.map(drop)
    }

    async fn audit(&self, ctx: &Context) -> Result<(), Error> {
        let entries = audit_entries(&self.store, ctx, None, 1).await;
        let verified = verify_audit(&self.store, ctx, None).await;
        let readers = readers_of(&self.store, ctx, new_id(ctx.now), None, 1).await;
        assert!(entries.is_ok() == verified.is_ok() && entries.is_ok() == readers.is_ok());
        entries.map(drop)
    }

    /// Placing one and ending it go together.
    async fn hold(&self, ctx: &Context, number: &str) -> Result<(), Error> {
        let new = NewHold { reason: HoldReason::Coverage, words: String::new(), until_on: ctx.today };
        let placed = place_hold(&self.store, ctx, number, &new).await;
        let ended = end_hold(&self.store, ctx, number).await;
        assert_eq!(placed.is_ok(), ended.is_ok(), "{number}: {placed:?} {ended:?}");
        placed.map(drop)
    }

    /// Where there is none to renew, whoever may is told so.
    async fn renew_hold(&self, ctx: &Context, number: &str) -> Result<(), Error> {
        match renew_hold(&self.store, ctx, number, ctx.today.plus_days(1)).await {
            Ok(()) | Err(Error::NotNow(Refusal::NoHold)) => Ok(()),
            Err(error) => Err(error),
        }
    }

    /// Planning one and calling it off go together.
    async fn record_move(&self, ctx: &Context, number: &str) -> Result<(), Error> {
        let placement = Placement { unit: Some(format!("unit {}", self.done)), ..Placement::default() };
        let (kind, job, reason) = (MoveKind::Lateral, Some("csr".to_owned()), "for a while".to_owned());
        let new = NewMove { kind, job, placement, effective_on: ctx.today.next(), reason };
        let planned = record_move(&self.store, ctx, number, &new).await?;
        call_off_move(&self.store, ctx, planned, "not now").await
    }

    /// Ending one that was asked for and granted before.
    async fn waive(&self, ctx: &Context, number: &str) -> Result<(), Error> {
        let system = system_on(TODAY);
        let granted = async |tx: &mut Tx| {
            tx.record(Event::DaySwept { day: String::new() });
            let people = tx.employees().by_numbers(&authorize_system(Act::Assess, Subject::Company), &[number]).await?;
            let Some(person) = people.first().map(|person| person.employee.id) else { return Ok(tx.new_id()) };
            let over = Nomination {
                state: State::Closed(Closing::Discarded),
                ..Nomination::begin(tx.new_id(), (person, TRACK), NominationAct::Start, system.today).unwrap()
            };
            let permit = |act| authorize_system(Act::Nominate(act), Subject::Nomination(over.id));
            assert!(tx.nominations().add(&permit(NominationAct::Start), &over).await?);
            let waiver = Waiver {
                id: tx.new_id(),
                nomination: over.id,
                employee: person,
                track: TRACK.to_owned(),
                criterion: WAIVED.to_owned(),
                reason: Reason::BusinessNeed,
                words: "now".to_owned(),
                from_on: WAIVED_FROM.parse().unwrap(),
                until_on: ctx.today,
                asked_by: self.accounts["boss"],
                state: WaiverState::Asked,
                answered_by: None,
                answer_words: None,
                ended_on: None,
                end_words: None,
            };
            assert!(tx.waivers().ask(&permit(NominationAct::AskWaiver), &waiver).await?);
            assert!(tx.waivers().answer(permit(NominationAct::GrantWaiver), &waiver, None).await?);
            Ok::<_, store::Error>(waiver.id)
        };
        let id = self.store.write(&system, granted).await?;
        end_waiver(&self.store, ctx, id, "it is not needed").await
    }

    /// PostgreSQL is backed up in its own way, and whoever may is told so.
    async fn back_up(&self, ctx: &Context) -> Result<(), Error> {
        match back_up(&self.store, ctx, &self.folder.path().join(format!("{}.db", self.done))).await {
            Ok(_) | Err(Error::Store(_)) => Ok(()),
            Err(error) => Err(error),
        }
    }
}

async fn every_cell_of_the_permission_table_is_what_happens(engine: Engine) {
    let database = Database::new(engine).await;
    let mut world = World::draw(database.store.clone()).await;
    let mut actors = BTreeMap::from([("nobody", visitor_on(TODAY))]);
    for kind in SIGNED_IN {
        actors.insert(kind, signed_in(&world.store, TODAY, kind).await);
    }
    let (cells, mut wrong) = (cells(), Vec::new());
    for cell in &cells {
        let went = world.perform(&actors[cell.kind], cell).await;
        if went != cell.allowed {
            wrong.push(format!("{cell:?}: it {}", if went { "went" } else { "was refused" }));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    let acts: BTreeSet<_> = cells.iter().map(|cell| cell.act).collect();
    assert_eq!(acts.len(), 1 + Act::ALL.len(), "every act has its cells");
}
