//! An import taken back.

use files::Person;
use model::FactKind;
use operations::import::undo;
use rules::TrainingStatus;

use super::made::{correct, everyone, merge, on, person, training};
use crate::database::{Database, Engine, on_each_engine, system_on};

on_each_engine! {
    an_import_taken_back_leaves_everyone_as_they_were,
    an_import_on_which_something_rests_stands,
    an_import_is_taken_back_once,
}

fn reporting_to(number: &str, manager: Option<&str>) -> Person {
    let mut one = person(number, "csr");
    one.employee.manager_number = manager.map(Into::into);
    one
}

async fn an_import_taken_back_leaves_everyone_as_they_were(engine: Engine) {
    let database = Database::new(engine).await;
    let ctx = system_on("2026-02-03");
    let before = [person("1", "team-lead"), reporting_to("2", Some("1")), reporting_to("3", Some("1"))];
    merge(&database, "2026-01-01", &before).await;
    operations::bring_up_to_date(&database.store, &ctx).await.unwrap();
    let mut later = vec![reporting_to("4", Some("1")), reporting_to("2", Some("4")), reporting_to("5", Some("4"))];
    later[1].trainings = vec![training(TrainingStatus::CompletedOn(on("2025-01-10")))];
    let change = merge(&database, "2026-02-01", &later).await.change.unwrap();
    assert_eq!(everyone(&database).await.len(), 5);

    undo(&database.store, &ctx, change).await.unwrap();
    assert_eq!(everyone(&database).await, before);
    assert_eq!(
        operations::people_to_update(&database.store, &ctx).await.unwrap(),
        1,
        "who was touched is assessed anew"
    );
    let permit = policy::authorize_system(policy::Act::Assess, model::Subject::Company);
    let find = async |tx: &mut store::Tx| tx.employees().by_numbers(&permit, &["1", "2", "4"]).await;
    let people = database.store.read(&ctx, find).await.unwrap();
    assert_eq!(people.len(), 2, "who came with it is in no list");
    let again = merge(&database, "2026-02-04", &later).await;
    assert_eq!(again.new_people, 2);
    assert_eq!(everyone(&database).await.len(), 5);
}

async fn an_import_on_which_something_rests_stands(engine: Engine) {
    let database = Database::new(engine).await;
    let ctx = system_on("2026-03-01");
    let first = merge(&database, "2026-01-01", &[person("1", "csr")]).await.change.unwrap();
    let mut done = person("1", "csr");
    done.trainings = vec![training(TrainingStatus::CompletedOn(on("2025-01-10")))];
    let second = merge(&database, "2026-01-02", &[done.clone()]).await.change.unwrap();
    let refused = undo(&database.store, &ctx, first).await.unwrap_err();
    assert!(refused.to_string().contains("more became known of 1"), "{refused}");
    let key = format!("{} 2025-01-10", files::default_ladder().catalogue.courses[0].code);
    correct(&database, "2026-01-03", "1", (FactKind::Training, &key), None).await;
    let refused = undo(&database.store, &ctx, second).await.unwrap_err();
    assert!(refused.to_string().contains("corrected or ended 1 of its facts"), "{refused}");
    assert_eq!(everyone(&database).await, [person("1", "csr")], "and nothing was changed by asking");
    let third = merge(&database, "2026-01-04", &[person("7", "team-lead")]).await.change.unwrap();
    merge(&database, "2026-01-05", &[reporting_to("1", Some("7"))]).await;
    let refused = undo(&database.store, &ctx, third).await.unwrap_err();
    assert!(refused.to_string().contains("reports"), "{refused}");
}

async fn an_import_is_taken_back_once(engine: Engine) {
    let database = Database::new(engine).await;
    let change = merge(&database, "2026-01-01", &[person("1", "csr")]).await.change.unwrap();
    let ctx = system_on("2026-01-02");
    undo(&database.store, &ctx, change).await.unwrap();
    assert!(matches!(undo(&database.store, &ctx, change).await, Err(operations::Error::Hidden)));
    assert!(everyone(&database).await.is_empty());
}
