//! One suite of calls over all that the store offers, the same on both engines; every statement runs in it, with rows
//! to decode.

use std::collections::BTreeSet;

use jiff::SignedDuration;
use model::{
    Access, AccountId, Body, Change, ChangeId, Employee, EmployeeId, Event, Fact, FactId, FactKind, Grant, GrantId,
    LadderId, Origin, Subject,
};
use policy::{Act, Context, Permit, Viewer, authorize_system};
use rules::{Day, Decision, Status};
use store::{Error, Executed, NewFact, Page, PublishedLadder, StoredAssessment, executed_statements};
use uuid::Uuid;

use crate::database::{Database, Engine, system_at};

const AT: &str = "2026-11-22T09:00:00Z";

/// Runs the suite; every statement that ran on that engine.
pub(crate) async fn run(engine: Engine) -> Vec<Executed> {
    let suite = Suite { database: Database::new(engine).await, ctx: system_at(AT) };
    suite.import().await;
    suite.changes().await;
    suite.people().await;
    suite.assessments().await;
    suite.ladders().await;
    suite.company().await;
    suite.audit().await;
    suite.access_log().await;
    executed_statements().into_iter().filter(|executed| executed.engine == engine.name()).collect()
}

struct Suite {
    database: Database,
    ctx: Context,
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn person(number: u128) -> EmployeeId {
    EmployeeId(Uuid::from_u128(number))
}

fn change(number: u128) -> ChangeId {
    ChangeId(Uuid::from_u128(1000 + number))
}

fn importing(number: u128) -> Permit {
    authorize_system(Act::Import, Subject::Change(change(number)))
}

fn may(act: Act) -> Permit {
    authorize_system(act, Subject::Company)
}

/// The director 1, the lead 2 below, the representative 3 below that one.
fn employee(number: u128) -> Employee {
    Employee {
        id: person(number),
        number: format!("10{number}"),
        full_name: format!("Person {number}"),
        job: "csr".to_owned(),
        manager: None,
        site: Some("Lisbon".to_owned()),
        country: None,
        unit: None,
        hired_on: day("2025-01-31"),
        left_on: None,
    }
}

fn viewer(who: u128, access: Option<Access>) -> Viewer {
    let (on, account) = (day("2026-11-22"), AccountId(Uuid::from_u128(7)));
    let id = GrantId(Uuid::from_u128(8));
    let grant = |access| Grant { id, account, access, site: None, from_on: on, until_on: None };
    Viewer::new(account, Some(person(who)), on, access.map(grant).into_iter().collect())
}

impl Suite {
    async fn write<T>(&self, work: impl AsyncFn(&mut store::Tx) -> Result<T, Error>) -> T {
        let recorded = async |tx: &mut store::Tx| {
            tx.record(Event::DaySwept { day: "2026-11-22".to_owned() });
            work(tx).await
        };
        self.database.store.write(&self.ctx, recorded).await.unwrap()
    }

    async fn read<T>(&self, work: impl AsyncFnOnce(&mut store::Tx) -> Result<T, Error>) -> T {
        self.database.store.read(&self.ctx, work).await.unwrap()
    }

    /// Opens a change that says one thing of each of three people, and supersedes what is named.
    async fn prepare(&self, number: u128, body: &str, superseded: &[FactId]) {
        let id = change(number);
        let opened = Change {
            id,
            origin: Origin::Import,
            recorded_by: None,
            recorded_at: self.ctx.now,
            reason: Some("monday.csv".to_owned()),
            digest: None,
            counts: None,
        };
        let new = |of: u128| NewFact {
            id: FactId(Uuid::from_u128(number * 10 + of)),
            employee: person(of),
            fact: Fact {
                kind: FactKind::Skill,
                key: "listening".to_owned(),
                body: Body::from([("level".to_owned(), body.to_owned())]),
            },
        };
        let facts: Vec<NewFact> = (1..=3).map(new).collect();
        let prepared = self.database.store.prepare(&self.ctx, async |preparation| {
            preparation.changes().begin(&importing(number), &opened).await?;
            preparation.facts().insert(&importing(number), id, &facts).await?;
            preparation.facts().supersede(&importing(number), id, superseded).await
        });
        prepared.await.unwrap();
    }

    async fn levels(&self) -> Vec<String> {
        let people = [person(1), person(2), person(3)];
        let known = self.read(async |tx| tx.facts().current_of(&may(Act::Import), &people).await).await;
        known.into_iter().map(|(_, _, known)| known.fact.body["level"].clone()).collect()
    }

    async fn import(&self) {
        self.prepare(1, "3", &[]).await;
        assert!(self.levels().await.is_empty(), "nothing counts before its change is applied");
        let people: Vec<Employee> = (1..=3).map(employee).collect();
        let managers = [(person(2), Some(person(1))), (person(3), Some(person(2)))];
        // So many moves that all lines are worked out again; nobody has these ids.
        let many: Vec<_> = (1..=10_001).map(|number| (person(1_000_000 + number), None)).collect();
        let applied = self.write(async |tx| {
            tx.employees().save(&importing(1), change(1), &people).await?;
            tx.employees().set_managers(&importing(1), change(1), &managers).await?;
            tx.employees().set_managers(&importing(1), change(1), &many).await?;
            tx.changes().apply(importing(1), change(1), self.ctx.now, "{}").await
        });
        assert!(applied.await);
        assert_eq!(self.levels().await, ["3", "3", "3"]);
    }

    async fn changes(&self) {
        let latest = self.read(async |tx| tx.changes().latest_import().await).await.unwrap();
        assert_eq!((latest.id, latest.counts.as_deref()), (change(1), Some("{}")));
        self.prepare(2, "4", &[FactId(Uuid::from_u128(11))]).await;
        let apply = async |tx: &mut store::Tx| tx.changes().apply(importing(2), change(2), self.ctx.now, "{}").await;
        assert!(self.write(apply).await);
        assert_eq!(self.levels().await, ["4", "3", "4", "3", "4"], "one was superseded");
        let (since, own) = (self.ctx.now, change(1));
        let touched = self.read(async |tx| tx.facts().touched_since(&may(Act::Import), since, own).await).await;
        assert_eq!(touched.into_iter().collect::<BTreeSet<_>>().len(), 3);
        assert!(self.write(async |tx| tx.changes().undo(importing(2), change(2), self.ctx.now).await).await);
        assert_eq!(self.levels().await, ["3", "3", "3"], "as if it had never been");
        self.prepare(3, "5", &[]).await;
        let later = self.ctx.now.checked_add(SignedDuration::from_secs(1)).unwrap();
        let dropped = self
            .database
            .store
            .prepare(&self.ctx, async |preparation| preparation.facts().drop_unapplied(&importing(3), later).await);
        assert_eq!(dropped.await.unwrap(), 3);
    }

    async fn people(&self) {
        let page = Page { limit: 10, ..Page::default() };
        let (lead, everyone) = (viewer(2, None), viewer(2, Some(Access::HrLead)));
        let found = self.read(async |tx| {
            let mut numbers = Vec::new();
            for viewer in [&lead, &everyone] {
                let list = tx.employees().list(viewer, &page).await?;
                numbers.push(list.into_iter().map(|one| one.employee.number).collect::<Vec<_>>());
                assert!(tx.employees().find(viewer, "103").await?.is_some());
            }
            assert!(tx.employees().find(&lead, "101").await?.is_none());
            let team = tx.employees().list_team(&lead, None, 10).await?;
            numbers.push(team.into_iter().map(|one| one.employee.number).collect());
            Ok(numbers)
        });
        assert_eq!(found.await, [vec!["102", "103"], vec!["101", "102", "103"], vec!["103"]]);
        let permit = may(Act::Assess);
        let found = self.read(async |tx| {
            let by_number = tx.employees().by_numbers(&permit, &["101", "103", "nobody"]).await?;
            let after = tx.employees().after(&permit, "101", 10).await?;
            let by_id = tx.employees().find_by_id(&permit, person(3)).await?.unwrap();
            assert_eq!(by_id.employee.manager, Some(person(2)));
            let sample = tx.employees().sample(&permit, 2).await?;
            Ok((by_number.len(), after.len(), sample.is_empty(), tx.employees().count_awaiting().await?))
        });
        assert_eq!(found.await, (2, 2, false, 3));
        let bumped = self.write(async |tx| {
            let permit = authorize_system(Act::CorrectFact, Subject::Employee(person(3)));
            let revision = tx.employees().bump(&permit, person(3)).await?;
            Ok((revision, tx.employees().bump_all(&may(Act::PublishLadder)).await?))
        });
        assert_eq!(bumped.await, (2, 3));
    }

    async fn assessments(&self) {
        let stored = StoredAssessment {
            track: "csr-to-team-lead".to_owned(),
            as_of: day("2026-11-22"),
            criteria_effective_from: day("2026-01-01"),
            decision: Decision {
                status: Status::OnCourse,
                reason: None,
                eligible_since: None,
                earliest_on: Some(day("2027-02-19")),
                earliest_on_if_verified: None,
                earliest_on_if_known: None,
                lapses_on: None,
                next_change_on: Some(day("2027-02-19")),
                stale_on: Some(day("2027-02-19")),
                next_version: None,
            },
        };
        let permit = may(Act::Assess);
        self.write(async |tx| {
            let awaiting = tx.employees().awaiting(&permit, 10).await?;
            assert_eq!(awaiting.len(), 3);
            let rows: Vec<_> = awaiting.iter().map(|one| (one.employee.id, vec![stored.clone()])).collect();
            tx.assessments().save(&permit, &rows).await?;
            let marks: Vec<_> = awaiting.iter().map(|one| (one, Some(day("2027-02-19")))).collect();
            tx.employees().mark_assessed(&permit, LadderId(Uuid::nil()), &marks).await
        })
        .await;
        let people = [person(1), person(2), person(3)];
        let (before, on) = (day("2027-02-18"), day("2027-02-19"));
        self.write(async |tx| {
            assert_eq!(tx.employees().stale(&permit, before, 10).await?.len(), 0);
            assert_eq!(tx.employees().stale(&permit, on, 10).await?.len(), 3);
            Ok(())
        })
        .await;
        self.read(async |tx| {
            assert_eq!(tx.employees().count_stale(on).await?, 3);
            assert_eq!(tx.employees().up_to_date(&permit, before, &people).await?.len(), 3);
            assert_eq!(tx.employees().up_to_date(&permit, on, &people).await?.len(), 0);
            let all = tx.assessments().of_people(&permit, &people).await?;
            assert_eq!(all, people.map(|id| (id, stored.clone())));
            assert_eq!(tx.assessments().of_page(&viewer(2, Some(Access::HrLead)), &people).await?, all);
            assert_eq!(tx.assessments().of_page(&viewer(2, None), &people).await?, all[1..]);
            Ok(())
        })
        .await;
    }

    async fn ladders(&self) {
        let ladder = PublishedLadder { id: LadderId(Uuid::from_u128(5)), text: "[jobs]".to_owned() };
        let permit = || authorize_system(Act::PublishLadder, Subject::Ladder(ladder.id));
        self.write(async |tx| tx.ladders().publish(permit(), &ladder).await).await;
        let found = async |tx: &mut store::Tx| Ok((tx.ladders().in_force().await?, tx.ladders().in_force_id().await?));
        assert_eq!(self.read(found).await, (Some(ladder.clone()), Some(ladder.id)));
    }

    async fn company(&self) {
        let today = day("2026-11-22");
        assert!(self.write(async |tx| tx.company().sweep(&may(Act::Assess), today).await).await);
        assert!(!self.write(async |tx| tx.company().sweep(&may(Act::Assess), today).await).await);
        let (company, counts) =
            self.read(async |tx| Ok((tx.company().get().await?, tx.company().count().await?))).await;
        assert_eq!((company.time_zone.as_str(), company.is_demo, company.swept_on), ("UTC", false, Some(today)));
        assert_eq!((counts.people, counts.facts), (3, 6));
        let permit = may(Act::Seal);
        assert!(self.write(async |tx| tx.leases().take(&permit, SignedDuration::from_secs(10)).await).await);
        self.write(async |tx| tx.leases().release(&permit).await).await;
    }

    async fn audit(&self) {
        let sealed = self.database.store.upkeep(&self.ctx, async |upkeep| {
            upkeep.leases().take(&may(Act::Seal), SignedDuration::from_secs(10)).await?;
            upkeep.seals().append(&may(Act::Seal), 100).await
        });
        let sealed = sealed.await.unwrap();
        let event = Event::LadderPublished {
            ladder: LadderId(Uuid::from_u128(5)),
            digest: String::new(),
            versions: Vec::new(),
        };
        self.write(async |tx| {
            tx.record(event.clone());
            Ok(())
        })
        .await;
        let permit = may(Act::Audit);
        self.read(async |tx| {
            let found = tx.audit().verify(&permit, None).await?;
            assert_eq!((found.head.sequence.unsigned_abs(), found.unsealed, found.broken), (sealed, 2, None));
            assert_eq!(tx.audit().list(&permit, None, 100).await?.len() as u64, sealed + 2);
            assert_eq!(tx.audit().list_about(&permit, Uuid::from_u128(5), None, 100).await?.len(), 1);
            Ok(())
        })
        .await;
    }

    async fn access_log(&self) {
        let account = AccountId(Uuid::from_u128(7));
        let mut raw = self.database.place.connect().await;
        let engine = self.database.place.engine;
        raw.run(&format!(
            "INSERT INTO accounts (id, sign_in_name, must_change_password, created_at) VALUES ({}, 'somebody', {}, '{AT}')",
            engine.id(account.0),
            if engine == Engine::Sqlite { "0" } else { "FALSE" },
        ))
        .await;
        let (first, second) = (day("2026-11-21"), day("2026-11-22"));
        for _ in 0..2 {
            let read = [(account, person(3), first), (account, person(3), second), (account, person(2), second)];
            let noted = self.database.store.upkeep(&self.ctx, async |upkeep| upkeep.access_log().note(&read).await);
            noted.await.unwrap();
        }
        let of = async |tx: &mut store::Tx, before| {
            tx.access_log().of_employee(&may(Act::Audit), person(3), before, 10).await
        };
        let readers = self.read(async |tx| of(tx, None).await).await;
        assert_eq!(readers, [(account, second), (account, first)], "one row a viewer, person and day");
        let earlier = self.read(async |tx| of(tx, Some((second, account))).await).await;
        assert_eq!(earlier, [(account, first)]);
    }
}
