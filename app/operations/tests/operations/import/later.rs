//! What a later feed means.

use files::Person;
use model::FactKind;
use rules::{Assignment, TrainingStatus};

use super::made::{counted, everyone, feed, job, merge, on, person, training};
use crate::database::{Database, Engine, on_each_engine, system_on};

on_each_engine! {
    nothing_ends_because_a_merged_feed_lacks_it,
    of_a_replaced_file_rows_that_are_gone_end_also_of_people_who_are_gone,
    who_is_gone_from_a_replaced_list_of_employees_has_left,
    a_replaced_file_with_far_fewer_rows_is_held_until_somebody_accepts_it,
    a_new_job_ends_the_old_assignment_the_day_before_and_opens_the_next,
    a_new_job_without_a_day_begins_on_the_day_of_the_import,
    a_completion_replaces_the_booking,
    a_manager_who_is_known_but_not_in_the_feed_is_found,
    a_dry_run_tells_the_difference_and_writes_nothing,
}

fn assignment(code: &str, started_on: &str, ended_on: Option<&str>) -> Assignment {
    Assignment { job: job(code), started_on: on(started_on), ended_on: ended_on.map(on) }
}

fn assignments(person: &Person) -> Vec<Assignment> {
    person.facts().assignments
}

async fn nothing_ends_because_a_merged_feed_lacks_it(engine: Engine) {
    let database = Database::new(engine).await;
    let mut ana = person("1", "csr");
    ana.trainings = vec![training(TrainingStatus::CompletedOn(on("2025-01-10")))];
    ana.employee.annual_pay = Some("400000".parse().unwrap());
    merge(&database, "2026-01-01", &[ana.clone(), person("2", "csr")]).await;
    let outcome = merge(&database, "2026-01-02", &[person("1", "csr")]).await;
    assert_eq!((counted(&outcome), outcome.change), ([0; 5], None));
    let known = everyone(&database).await;
    assert_eq!(known.len(), 2);
    assert_eq!(known[0], ana);
}

async fn of_a_replaced_file_rows_that_are_gone_end_also_of_people_who_are_gone(engine: Engine) {
    let database = Database::new(engine).await;
    let with_training = |number: u32| {
        let mut one = person(&number.to_string(), "csr");
        one.trainings = vec![training(TrainingStatus::CompletedOn(on("2025-01-10")))];
        one
    };
    let people: Vec<Person> = (10..40).map(with_training).collect();
    merge(&database, "2026-01-01", &people).await;
    let mut later = people[1..].to_vec();
    later[0].trainings.clear();
    let outcome = feed(&database, "2026-01-02", &later, &[FactKind::Training]).await.unwrap();
    assert_eq!(counted(&outcome), [0, 0, 0, 2, 0]);
    let known = everyone(&database).await;
    assert_eq!(known.len(), people.len(), "the people stay");
    assert_eq!(known.iter().filter(|one| one.trainings.is_empty()).count(), 2);
    let again = feed(&database, "2026-01-03", &later, &[FactKind::Training]).await.unwrap();
    assert_eq!(again.change, None);
}

async fn who_is_gone_from_a_replaced_list_of_employees_has_left(engine: Engine) {
    let database = Database::new(engine).await;
    let people: Vec<Person> = (100..130).map(|number| person(&number.to_string(), "csr")).collect();
    merge(&database, "2026-01-01", &people).await;
    let outcome = feed(&database, "2026-02-01", &people[1..], &[FactKind::Employee]).await.unwrap();
    assert_eq!(counted(&outcome), [0, 0, 0, 1, 0]);
    let known = everyone(&database).await;
    assert_eq!(known[0].employee.left_on, Some(on("2026-01-31")));
    assert!(known[1..].iter().all(|one| one.employee.left_on.is_none()));
    let back = feed(&database, "2026-03-01", &people, &[FactKind::Employee]).await.unwrap();
    assert_eq!(counted(&back), [0, 1, 0, 0, 0]);
    assert_eq!(everyone(&database).await, people);
}

async fn a_replaced_file_with_far_fewer_rows_is_held_until_somebody_accepts_it(engine: Engine) {
    let database = Database::new(engine).await;
    let people: Vec<Person> = (100..120).map(|number| person(&number.to_string(), "csr")).collect();
    feed(&database, "2026-01-01", &people, &[FactKind::Employee]).await.unwrap();
    merge(&database, "2026-01-02", &[person("200", "csr")]).await;
    let held = feed(&database, "2026-02-01", &people[..17], &[FactKind::Employee]).await.unwrap_err();
    assert!(held.to_string().contains("17 rows") && held.to_string().contains("--accept-fewer"), "{held}");
    assert!(everyone(&database).await.iter().all(|one| one.employee.left_on.is_none()), "nothing was imported");
    let options =
        operations::import::Options { replace: [FactKind::Employee].into(), accept_fewer: true, ..Default::default() };
    let fewer = || Ok(people[..17].iter().cloned().map(Ok));
    let outcome = operations::import::import(&database.store, &system_on("2026-02-01"), &options, fewer).await.unwrap();
    assert_eq!(outcome.ended, 4);
    feed(&database, "2026-03-01", &people[..16], &[FactKind::Employee]).await.unwrap();
}

async fn a_new_job_ends_the_old_assignment_the_day_before_and_opens_the_next(engine: Engine) {
    let database = Database::new(engine).await;
    merge(&database, "2026-01-01", &[person("1", "csr")]).await;
    let mut promoted = person("1", "senior-csr");
    promoted.employee.job_started_on = Some(on("2026-02-01"));
    merge(&database, "2026-02-10", &[promoted.clone()]).await;
    let first = [assignment("csr", "2024-03-01", Some("2026-01-31")), assignment("senior-csr", "2026-02-01", None)];
    assert_eq!(assignments(&everyone(&database).await[0]), first);
    assert_eq!(merge(&database, "2026-02-11", &[promoted.clone()]).await.change, None);

    let mut again = promoted.clone();
    again.employee.job = job("team-lead");
    again.employee.job_started_on = Some(on("2026-05-01"));
    merge(&database, "2026-05-10", &[again.clone()]).await;
    let then = [
        assignment("csr", "2024-03-01", Some("2026-01-31")),
        assignment("senior-csr", "2026-02-01", Some("2026-04-30")),
        assignment("team-lead", "2026-05-01", None),
    ];
    assert_eq!(assignments(&everyone(&database).await[0]), then);

    again.employee.job_started_on = Some(on("2026-04-15"));
    merge(&database, "2026-05-11", &[again.clone()]).await;
    let corrected = [
        assignment("csr", "2024-03-01", Some("2026-01-31")),
        assignment("senior-csr", "2026-02-01", Some("2026-04-14")),
        assignment("team-lead", "2026-04-15", None),
    ];
    assert_eq!(assignments(&everyone(&database).await[0]), corrected, "a corrected day moves the boundary");
    assert_eq!(merge(&database, "2026-05-12", &[again]).await.change, None);
}

async fn a_new_job_without_a_day_begins_on_the_day_of_the_import(engine: Engine) {
    let database = Database::new(engine).await;
    merge(&database, "2026-01-01", &[person("1", "csr")]).await;
    merge(&database, "2026-02-10", &[person("1", "senior-csr")]).await;
    let expected = [assignment("csr", "2024-03-01", Some("2026-02-09")), assignment("senior-csr", "2026-02-10", None)];
    assert_eq!(assignments(&everyone(&database).await[0]), expected);
    assert_eq!(merge(&database, "2026-03-10", &[person("1", "senior-csr")]).await.change, None);
}

async fn a_completion_replaces_the_booking(engine: Engine) {
    let database = Database::new(engine).await;
    let with = |status| {
        let mut one = person("1", "csr");
        one.trainings = vec![training(status)];
        one
    };
    merge(&database, "2026-01-01", &[with(TrainingStatus::PlannedOn(on("2026-02-01")))]).await;
    let done = with(TrainingStatus::CompletedOn(on("2026-02-03")));
    let outcome = merge(&database, "2026-02-10", std::slice::from_ref(&done)).await;
    assert_eq!(counted(&outcome), [1, 0, 0, 1, 0]);
    assert_eq!(everyone(&database).await, [done]);
}

async fn a_manager_who_is_known_but_not_in_the_feed_is_found(engine: Engine) {
    let database = Database::new(engine).await;
    merge(&database, "2026-01-01", &[person("1", "team-lead"), person("2", "csr")]).await;
    let mut report = person("2", "csr");
    report.employee.manager_number = Some("1".into());
    merge(&database, "2026-01-02", &[report]).await;
    let permit = policy::authorize_system(policy::Act::Assess, model::Subject::Company);
    let find = async |tx: &mut store::Tx| tx.employees().by_numbers(&permit, &["1", "2"]).await;
    let people = database.store.read(&system_on("2026-01-02"), find).await.unwrap();
    let id = |number: &str| people.iter().find(|one| one.employee.number == number).unwrap().employee.clone();
    assert_eq!(id("2").manager, Some(id("1").id));
}

async fn a_dry_run_tells_the_difference_and_writes_nothing(engine: Engine) {
    let database = Database::new(engine).await;
    merge(&database, "2026-01-01", &[person("1", "csr")]).await;
    let mut moved = person("1", "csr");
    moved.employee.place.site = Some("Pune".into());
    let options = operations::import::Options { dry_run: true, ..Default::default() };
    let people = || Ok([moved.clone(), person("2", "csr")].into_iter().map(Ok));
    let tried = operations::import::import(&database.store, &system_on("2026-01-02"), &options, people).await.unwrap();
    let told: Vec<_> =
        tried.lines.iter().map(|line| (line.what.code(), line.number.as_str(), line.columns.join(" "))).collect();
    assert_eq!(told, [("corrected", "1", "site".to_owned()), ("added", "2", String::new())]);
    assert_eq!((tried.change, tried.new_people), (None, 1));
    assert_eq!(everyone(&database).await, [person("1", "csr")]);
}
