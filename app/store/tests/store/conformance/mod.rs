//! One suite of calls over all that the store offers, the same on both engines; every statement runs in it, with rows
//! to decode.

mod accounts;
mod facts;
mod moves;
mod nominations;
mod people;
mod record_news;
mod review;
mod trail;
mod uploads;
mod waivers;

use model::{Access, AccountId, ChangeId, Employee, EmployeeId, Event, Grant, GrantId, Subject};
use policy::{Act, Context, Permit, Viewer, authorize_system};
use rules::Day;
use store::{Error, Executed, Work, WorkOnce, executed_statements};
use uuid::Uuid;

use crate::database::{Database, Engine, system_at};

const AT: &str = "2026-11-22T09:00:00Z";

/// Runs the suite; every statement that ran on that engine.
pub(crate) async fn run(engine: Engine) -> Vec<Executed> {
    let suite = Suite { database: Database::new(engine).await, ctx: system_at(AT) };
    suite.import().await;
    suite.changes().await;
    suite.people_of_imports().await;
    suite.newcomers().await;
    suite.people().await;
    suite.assessments().await;
    suite.ladders().await;
    suite.company().await;
    suite.daily_jobs().await;
    suite.audit().await;
    suite.accounts().await;
    suite.uploads().await;
    suite.mappings().await;
    suite.listed_imports().await;
    suite.access().await;
    suite.sessions().await;
    suite.access_log().await;
    suite.nominations().await;
    suite.review().await;
    suite.holds().await;
    suite.moves().await;
    suite.waivers().await;
    suite.record_news().await;
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
        unit: Some("Day".to_owned()),
        hired_on: day("2025-01-31"),
        left_on: None,
    }
}

fn viewer(who: u128, access: Option<Access>) -> Viewer {
    let (on, account) = (day("2026-11-22"), AccountId(Uuid::from_u128(9)));
    let id = GrantId(Uuid::from_u128(8));
    let grant = |access| Grant { id, account, access, site: None, from_on: on, until_on: None };
    Viewer::new(account, Some(person(who)), on, access.map(grant).into_iter().collect())
}

impl Suite {
    async fn write<T>(
        &self,
        work: impl AsyncFn(&mut store::Tx) -> Result<T, Error> + for<'t> Work<&'t mut store::Tx, Result<T, Error>> + Sync,
    ) -> T {
        let recorded = async |tx: &mut store::Tx| {
            tx.record(Event::DaySwept { day: "2026-11-22".to_owned() });
            in_this(tx, &work).await
        };
        self.database.store.write(&self.ctx, recorded).await.unwrap()
    }

    async fn read<T>(
        &self,
        work: impl AsyncFnOnce(&mut store::Tx) -> Result<T, Error> + for<'t> WorkOnce<&'t mut store::Tx, Result<T, Error>>,
    ) -> T {
        self.database.store.read(&self.ctx, work).await.unwrap()
    }
}

async fn in_this<T>(
    tx: &mut store::Tx,
    work: &impl for<'t> Work<&'t mut store::Tx, Result<T, Error>>,
) -> Result<T, Error> {
    work(tx).await
}
