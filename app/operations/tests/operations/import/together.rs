//! Imports beside other writers, beside each other, and what those that were cut off leave behind.

use std::cell::Cell;
use std::collections::BTreeSet;

use files::Person;
use model::{Change, ChangeId, Event, Fact, FactKind, Instant, Origin, Subject};
use operations::import::{Clock, Options, import};
use policy::{Act, authorize_system};
use rules::TrainingStatus;
use store::{NewFact, Store};

use super::made::{correct, everyone, feed, merge, on, person, training};
use crate::database::{Database, Engine, on_each_engine, system_on};

on_each_engine! {
    who_wrote_to_its_people_meanwhile_is_seen_whatever_their_clock_says,
    two_imports_at_once_come_in_one_after_the_other,
    who_moved_above_new_people_meanwhile_is_seen,
    what_a_dead_import_left_goes_with_the_next_and_what_a_living_one_prepares_stays,
    others_write_and_read_between_the_pieces_of_a_large_import,
}

/// A feed while whose people are read for the first time somebody corrects one of them.
async fn who_wrote_to_its_people_meanwhile_is_seen_whatever_their_clock_says(engine: Engine) {
    for their_day in ["2020-01-01", "2026-01-02", "2030-01-01"] {
        let database = Database::new(engine).await;
        let mut ana = person("1", "csr");
        ana.trainings = vec![training(TrainingStatus::CompletedOn(on("2025-01-10")))];
        merge(&database, "2026-01-01", std::slice::from_ref(&ana)).await;
        let mut changed = ana.clone();
        changed.employee.place.site = Some("Pune".into());
        changed.trainings.clear();
        let asked = Cell::new(0);
        let people = || {
            asked.set(asked.get() + 1);
            let (first, mut calls) = (asked.get() == 1, 0);
            let (database, changed) = (&database, &changed);
            Ok(std::iter::from_fn(move || {
                calls += 1;
                if first && calls == 3 {
                    // The one person was compared; before it is applied, the other writer is done.
                    let key = format!("{} 2025-01-10", files::default_ladder().catalogue.courses[0].code);
                    let corrected = correct(database, their_day, "1", (FactKind::Training, &key), None);
                    tokio::task::block_in_place(|| tokio::runtime::Handle::current().block_on(corrected));
                }
                (calls == 1).then(|| Ok(changed.clone()))
            }))
        };
        let options = Options::default();
        let outcome = import(&database.store, &system_on("2026-01-02"), &options, people).await.unwrap();
        assert_eq!((outcome.corrected, asked.get()), (1, 2), "it is compared anew");
        let ana = everyone(&database).await.into_iter().find(|one| one.employee.employee_number == "1").unwrap();
        assert_eq!((ana.employee.place.site.as_deref(), ana.trainings.len()), (Some("Pune"), 0));
    }
}

async fn two_imports_at_once_come_in_one_after_the_other(engine: Engine) {
    let database = Database::new(engine).await;
    let people = |site: &str| -> Vec<Person> {
        let at = |number: u32| {
            let mut one = person(&number.to_string(), "csr");
            one.employee.place.site = Some(site.into());
            one
        };
        (1000..1600).map(at).collect()
    };
    let (pune, goa) = (people("Pune"), people("Goa"));
    let (one, other) =
        tokio::join!(feed(&database, "2026-01-01", &pune, &[]), feed(&database, "2026-01-01", &goa, &[]));
    let new = [one.unwrap().new_people, other.unwrap().new_people];
    assert!(new == [600, 0] || new == [0, 600], "{new:?}");
    let known = everyone(&database).await;
    assert!(known == pune || known == goa, "whole, each of them, and nobody twice");
}

fn below(number: &str, manager: Option<&str>) -> Person {
    let mut one = person(number, "csr");
    one.employee.manager_number = manager.map(Into::into);
    one
}

tokio::task_local! {
    /// The database, and how often an import has asked what time it is.
    static MEANWHILE: (Store, Cell<u32>);
}

/// When an import asks for the third time, the lines of its new people are about to be written: by then another import
/// has moved 2 from 1 to 9.
fn a_clock_beside_which_somebody_moves() -> Instant {
    let ctx = system_on("2026-01-02");
    MEANWHILE.with(|(store, asked)| {
        asked.set(asked.get() + 1);
        if asked.get() == 3 {
            let options = Options::default();
            let moved = import(store, &ctx, &options, || Ok(std::iter::once(Ok(below("2", Some("9"))))));
            tokio::task::block_in_place(|| tokio::runtime::Handle::current().block_on(moved)).unwrap();
        }
    });
    ctx.now
}

async fn who_moved_above_new_people_meanwhile_is_seen(engine: Engine) {
    let database = Database::new(engine).await;
    merge(&database, "2026-01-01", &[below("1", None), below("2", Some("1")), below("9", None)]).await;
    let options = Options { clock: Some(Clock::new(a_clock_beside_which_somebody_moves)), ..Options::default() };
    let compared = Cell::new(0);
    let people = || {
        compared.set(compared.get() + 1);
        Ok(std::iter::once(Ok(below("3", Some("2")))))
    };
    let (store, ctx) = (&database.store, system_on("2026-01-02"));
    let imported = MEANWHILE.scope((store.clone(), Cell::new(0)), import(store, &ctx, &options, people)).await;
    assert_eq!((imported.unwrap().new_people, compared.get()), (1, 2), "it is compared anew");
    let permit = authorize_system(Act::Import, Subject::Company);
    let above = store.read(&ctx, async |tx| {
        let third = tx.employees().by_numbers(&permit, &["3"]).await?.remove(0).employee.id;
        let above: Vec<_> =
            tx.reporting_lines().above(&permit, &[third]).await?.into_iter().map(|(_, id)| id).collect();
        let people = tx.employees().by_ids(&permit, &above).await?;
        Ok::<_, store::Error>(people.into_iter().map(|one| one.employee.number).collect::<BTreeSet<_>>())
    });
    assert_eq!(above.await.unwrap(), BTreeSet::from(["2".to_owned(), "9".to_owned()]));
}

/// Puts a fact aside as an import does, and goes no further.
async fn begin(database: &Database, day: &str) -> ChangeId {
    let ctx = system_on(day);
    let change: ChangeId = store::new_id(ctx.now);
    let permit = authorize_system(Act::Import, Subject::Change(change));
    let opened = Change {
        id: change,
        origin: Origin::Import,
        recorded_by: None,
        recorded_at: ctx.now,
        reason: None,
        digest: None,
        counts: None,
    };
    let fact = Fact { kind: FactKind::Employee, key: String::new(), body: Default::default() };
    let new = NewFact { id: store::new_id(ctx.now), employee: store::new_id(ctx.now), fact };
    let work = async |tx: &mut store::Preparation<'_>| {
        tx.changes().begin(&permit, &opened).await?;
        tx.facts().insert(&permit, change, std::slice::from_ref(&new)).await
    };
    database.store.prepare(&ctx, work).await.unwrap();
    change
}

/// Whether what a change prepared is still there.
async fn is_there(database: &Database, change: ChangeId) -> bool {
    let permit = authorize_system(Act::Import, Subject::Change(change));
    let ctx = system_on("2026-01-02");
    let touched = async |tx: &mut store::Tx| {
        tx.facts().touched_by(&permit, change, model::EmployeeId(uuid::Uuid::nil()), 10).await
    };
    !database.store.read(&ctx, touched).await.unwrap().is_empty()
}

async fn what_a_dead_import_left_goes_with_the_next_and_what_a_living_one_prepares_stays(engine: Engine) {
    let database = Database::new(engine).await;
    let dead = begin(&database, "2026-01-01").await;
    let living = begin(&database, "2026-01-02").await;
    merge(&database, "2026-01-02", &[person("1", "csr")]).await;
    assert!(!is_there(&database, dead).await);
    assert!(is_there(&database, living).await);
    assert_eq!(everyone(&database).await, [person("1", "csr")]);
}

/// The others' turns come between pieces, and no piece is longer than it may be.
async fn others_write_and_read_between_the_pieces_of_a_large_import(engine: Engine) {
    let database = Database::new(engine).await;
    let people: Vec<Person> = demo::generate(1300, 7, on("2026-11-22"), files::default_ladder()).collect();
    let options = Options::default();
    let ctx = system_on("2026-11-22");
    let done = Cell::new(false);
    let importing = async {
        let outcome = import(&database.store, &ctx, &options, || Ok(people.iter().cloned().map(Ok))).await.unwrap();
        done.set(true);
        outcome
    };
    let others = async {
        let mut written = 0;
        while !done.get() {
            let note = async |tx: &mut store::Tx| {
                tx.record(Event::DaySwept { day: "2026-11-22".to_owned() });
                Ok::<_, store::Error>(())
            };
            database.store.write(&ctx, note).await.unwrap();
            let found = everyone(&database).await.len();
            assert!(found == 0 || found == people.len(), "whole or absent: {found}");
            written += 1;
            tokio::time::sleep(std::time::Duration::from_millis(2)).await;
        }
        written
    };
    let (outcome, written) = tokio::join!(importing, others);
    let pieces = outcome.added / operations::import::MOST_FACTS as u64;
    assert!(pieces >= 5, "{} facts are too few to tell", outcome.added);
    assert!(written > pieces, "{written} writes came between {pieces} pieces");
}
