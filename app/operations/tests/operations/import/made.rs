//! Small feeds, what is known after them, and corrections made here.

use files::{Employee, Person, default_ladder};
use model::{Body, Change, ChangeId, Event, Fact, FactId, FactKind, Origin, Subject};
use operations::Error;
use operations::import::{Options, Outcome, import};
use policy::{Act, Context, authorize_system};
use rules::{CourseId, Day, Entry, JobId, Place, Training, TrainingStatus};
use store::NewFact;

use crate::database::{Database, system_on};

pub(crate) fn on(day: &str) -> Day {
    day.parse().unwrap()
}

/// Somebody of that number and job, hired on 2024-03-01.
pub(crate) fn person(number: &str, job_code: &str) -> Person {
    Person::new(Employee {
        employee_number: number.into(),
        full_name: format!("Person {number}"),
        email: None,
        hired_on: on("2024-03-01"),
        service_date: None,
        left_on: None,
        job: job(job_code),
        job_started_on: None,
        manager_number: None,
        place: Place::default(),
        employment: rules::EmploymentKind::FullTime,
        annual_pay: None,
        currency: None,
        gender: None,
        birth_year: None,
    })
}

pub(crate) fn job(code: &str) -> JobId {
    let jobs = &default_ladder().catalogue.jobs;
    JobId(jobs.iter().position(|job| job.code() == code).unwrap() as u16)
}

pub(crate) fn training(status: TrainingStatus) -> Training {
    Training { course: CourseId(0), status, score: None }
}

/// A feed on a day, as it is meant.
pub(crate) async fn feed(
    database: &Database,
    day: &str,
    people: &[Person],
    replace: &[FactKind],
) -> Result<Outcome, Error> {
    let replace = replace.iter().copied().collect();
    let options = Options { name: "feed".to_owned(), replace, ..Options::default() };
    import(&database.store, &system_on(day), &options, || Ok(people.iter().cloned().map(Ok))).await
}

/// A feed that is merged.
pub(crate) async fn merge(database: &Database, day: &str, people: &[Person]) -> Outcome {
    feed(database, day, people, &[]).await.unwrap()
}

/// Everyone as they are known, by number.
pub(crate) async fn everyone(database: &Database) -> Vec<Person> {
    let mut people = Vec::new();
    let each = |person: &Person| {
        people.push(person.clone());
        Ok(())
    };
    operations::export(&database.store, &system_on("2026-11-22"), default_ladder(), each).await.unwrap();
    people
}

/// Facts that an outcome has to tell of: added, corrected, confirmed, ended, in conflict.
pub(crate) fn counted(outcome: &Outcome) -> [u64; 5] {
    [outcome.added, outcome.corrected, outcome.confirmed, outcome.ended, outcome.conflicts]
}

/// Corrects a fact here, on a day; `None` ends it.
pub(crate) async fn correct(database: &Database, day: &str, number: &str, place: (FactKind, &str), body: Option<Body>) {
    let ctx = system_on(day);
    let change: ChangeId = store::new_id(ctx.now);
    let reading = authorize_system(Act::Assess, Subject::Company);
    let (employee, current) = database
        .store
        .read(&ctx, async |tx| {
            let employee = tx.employees().by_numbers(&reading, &[number]).await?.remove(0).employee.id;
            let current = tx.facts().current_of(&reading, &[employee]).await?;
            let at = |fact: &Fact| (fact.kind, fact.key.as_str()) == place;
            let ids: Vec<FactId> =
                current.iter().filter(|(_, _, known)| at(&known.fact)).map(|(_, _, known)| known.id).collect();
            Ok::<_, Error>((employee, ids))
        })
        .await
        .unwrap();
    let permit = || authorize_system(Act::CorrectFact, Subject::Employee(employee));
    let fact = body.map(|body| Fact { kind: place.0, key: place.1.to_owned(), body });
    let new: Vec<NewFact> =
        fact.map(|fact| NewFact { id: store::new_id(ctx.now), employee, fact }).into_iter().collect();
    let opened = Change {
        id: change,
        origin: Origin::Account,
        recorded_by: None,
        recorded_at: ctx.now,
        reason: Some("it was wrong".to_owned()),
        digest: None,
        counts: None,
    };
    let (opened, new, current) = (&opened, &new, &current);
    let prepare = async |tx: &mut store::Preparation<'_>| {
        tx.changes().begin(&permit(), opened).await?;
        tx.facts().insert(&permit(), change, new).await?;
        tx.facts().supersede(&permit(), change, current).await?;
        Ok::<_, Error>(())
    };
    database.store.prepare(&ctx, prepare).await.unwrap();
    apply(database, &ctx, change, employee, place).await;
}

async fn apply(
    database: &Database,
    ctx: &Context,
    change: ChangeId,
    employee: model::EmployeeId,
    place: (FactKind, &str),
) {
    let permit = || authorize_system(Act::CorrectFact, Subject::Employee(employee));
    let write = async |tx: &mut store::Tx| {
        tx.employees().bump(&permit(), employee).await?;
        tx.changes().apply(permit(), change, ctx.now, None, "{}").await?;
        let (kind, key, reason) = (place.0.to_string(), place.1.to_owned(), "it was wrong".to_owned());
        tx.record(Event::FactCorrected { change, employee, kind, key, reason });
        Ok::<_, Error>(())
    };
    database.store.write(ctx, write).await.unwrap();
}
