//! Correcting facts.

use model::{Access, Body, FactKind};
use operations::{Correction, Error, NewGrant, correct_fact, export, give_access};
use policy::Context;
use store::Store;

use crate::company::{TODAY, account, employ, person, signed_in};
use crate::database::{Database, Engine, on_each_engine, system_on};

on_each_engine! {
    a_correction_counts_at_once_and_the_feed_does_not_undo_it,
    a_correction_that_no_bundle_could_say_changes_nothing,
    a_person_is_assessed_anew_in_the_transaction_that_corrects_them,
}

/// An HR lead, and a person to be corrected.
async fn draw(engine: Engine) -> (Database, Context) {
    let database = Database::new(engine).await;
    employ(&database.store, "2026-06-01", &[person("lead", "", "north", ""), person("E-1", "", "south", "")]).await;
    account(&database.store, "lead").await;
    let lead = NewGrant { access: Access::HrLead, site: None, from_on: TODAY.parse().unwrap(), until_on: None };
    give_access(&database.store, &system_on(TODAY), "lead", &lead).await.unwrap();
    let ctx = signed_in(&database.store, TODAY, "lead").await;
    (database, ctx)
}

fn correction(ended_on: &str) -> Correction {
    let body = [("kind", "parental"), ("started_on", "2025-02-03"), ("ended_on", ended_on)];
    Correction {
        number: "E-1".to_owned(),
        kind: FactKind::Leave,
        key: "parental 2025-02-03".to_owned(),
        body: body.map(|(column, value)| (column.to_owned(), value.to_owned())).into_iter().collect::<Body>(),
        reason: "the form says so".to_owned(),
    }
}

/// When the leave of that person ended, as everything that is known comes out.
async fn ended_on(store: &Store) -> String {
    let mut ended_on = Vec::new();
    let each = |person: &files::Person| {
        if person.employee.employee_number == "E-1" {
            ended_on.extend(person.facts().leaves.iter().map(|leave| leave.ended_on.unwrap().to_string()));
        }
        Ok(())
    };
    export(store, &system_on(TODAY), files::default_ladder(), each).await.unwrap();
    ended_on.concat()
}

async fn a_correction_counts_at_once_and_the_feed_does_not_undo_it(engine: Engine) {
    let (database, lead) = draw(engine).await;
    let store = &database.store;
    assert_eq!(ended_on(store).await, "2025-03-02");
    correct_fact(store, &lead, &correction("2025-04-30")).await.unwrap();
    assert_eq!(ended_on(store).await, "2025-04-30");
    correct_fact(store, &lead, &correction("2025-05-31")).await.unwrap();
    assert_eq!(ended_on(store).await, "2025-05-31", "a correction is corrected");
    employ(store, TODAY, &[person("lead", "", "north", ""), person("E-1", "", "south", "")]).await;
    assert_eq!(ended_on(store).await, "2025-05-31", "here wins");
}

async fn a_correction_that_no_bundle_could_say_changes_nothing(engine: Engine) {
    let (database, lead) = draw(engine).await;
    let store = &database.store;
    let with = |change: &dyn Fn(&mut Correction)| {
        let mut wrong = correction("2025-04-30");
        change(&mut wrong);
        wrong
    };
    let set = |column: &'static str, value: &'static str| {
        with(&|one| drop(one.body.insert(column.to_owned(), value.to_owned())))
    };
    for wrong in [set("ended_on", "2025-02-30"), set("ended_on", "2025-01-01"), set("started_on", "2025-02-04")] {
        let corrected = correct_fact(store, &lead, &wrong).await;
        assert!(matches!(corrected, Err(Error::Invalid(_))), "{wrong:?}: {corrected:?}");
    }
    for wrong in [
        with(&|one| one.reason = " ".to_owned()),
        correction("2025-03-02"),
        with(&|one| one.kind = FactKind::Assignment),
        with(&|one| one.kind = FactKind::Employee),
    ] {
        let corrected = correct_fact(store, &lead, &wrong).await;
        assert!(matches!(corrected, Err(Error::Refused(_))), "{wrong:?}: {corrected:?}");
    }
    for missing in [with(&|one| one.key = "parental 2020-01-01".to_owned()), with(&|one| one.number = "E-9".to_owned())]
    {
        assert!(matches!(correct_fact(store, &lead, &missing).await, Err(Error::Hidden)), "{missing:?}");
    }
    assert_eq!(ended_on(store).await, "2025-03-02");
}

async fn a_person_is_assessed_anew_in_the_transaction_that_corrects_them(engine: Engine) {
    let (database, lead) = draw(engine).await;
    let store = &database.store;
    operations::bring_up_to_date(store, &system_on(TODAY)).await.unwrap();
    let mut later = correction("2025-04-30");
    later.body.remove("ended_on");
    later.body.insert("counts_toward_tenure".to_owned(), "false".to_owned());
    let stored = async || operations::assessments_of_person(store, &lead, "E-1").await.unwrap();
    let before = stored().await;
    correct_fact(store, &lead, &later).await.unwrap();
    let after = stored().await;
    assert!(!before.is_empty() && before != after, "a leave that goes on and does not count: {before:?}");
    let (compared, deviations) = operations::check_sample(store, &system_on(TODAY), 1000).await.unwrap();
    assert!(compared == 2 && deviations.is_empty(), "{compared} {deviations:?}");
}
