//! What was corrected here and is contradicted by a feed: here wins until the feed's own value changes.

use files::Person;
use model::{Body, FactKind};
use rules::TrainingStatus;

use super::made::{correct, counted, everyone, merge, on, person, training};
use crate::database::{Database, Engine, on_each_engine};

on_each_engine! {
    what_was_corrected_here_stands_until_the_feeds_own_value_changes,
    what_was_ended_here_does_not_come_back_with_the_same_feed,
    a_column_corrected_here_stands_while_the_feed_changes_others,
    a_feed_that_catches_up_owns_the_value_again,
}

fn with_score(score: Option<&str>) -> Person {
    let mut ana = person("1", "csr");
    let mut done = training(TrainingStatus::CompletedOn(on("2025-01-10")));
    done.score = score.map(|score| score.parse().unwrap());
    ana.trainings = vec![done];
    ana
}

fn course() -> String {
    files::default_ladder().catalogue.courses[0].code.to_string()
}

fn key() -> String {
    format!("{} 2025-01-10", course())
}

fn body(score: &str) -> Body {
    let course = course();
    let row = [("course", course.as_str()), ("status", "completed"), ("completed_on", "2025-01-10"), ("score", score)];
    row.map(|(column, value)| (column.to_owned(), value.to_owned())).into()
}

async fn what_was_corrected_here_stands_until_the_feeds_own_value_changes(engine: Engine) {
    let database = Database::new(engine).await;
    merge(&database, "2026-01-01", &[with_score(Some("70"))]).await;
    correct(&database, "2026-01-02", "1", (FactKind::Training, &key()), Some(body("90"))).await;
    let told = merge(&database, "2026-01-03", &[with_score(Some("70"))]).await;
    assert_eq!(counted(&told), [0, 0, 0, 0, 1]);
    assert!(told.change.is_some(), "the conflict is kept");
    assert_eq!(told.lines[0].columns, ["score"]);
    let again = merge(&database, "2026-01-04", &[with_score(Some("70"))]).await;
    assert_eq!((counted(&again), again.change), ([0, 0, 0, 0, 1], None), "it is told again, and written once");
    assert_eq!(everyone(&database).await, [with_score(Some("90"))]);

    let changed = merge(&database, "2026-01-05", &[with_score(Some("80"))]).await;
    assert_eq!(counted(&changed), [0, 1, 0, 0, 0]);
    assert_eq!(everyone(&database).await, [with_score(Some("80"))]);
    assert_eq!(merge(&database, "2026-01-06", &[with_score(Some("80"))]).await.change, None);
}

async fn what_was_ended_here_does_not_come_back_with_the_same_feed(engine: Engine) {
    let database = Database::new(engine).await;
    merge(&database, "2026-01-01", &[with_score(Some("70"))]).await;
    correct(&database, "2026-01-02", "1", (FactKind::Training, &key()), None).await;
    let told = merge(&database, "2026-01-03", &[with_score(Some("70"))]).await;
    assert_eq!(counted(&told), [0, 0, 0, 0, 1]);
    assert_eq!(everyone(&database).await, [person("1", "csr")]);
    merge(&database, "2026-01-04", &[with_score(Some("75"))]).await;
    assert_eq!(everyone(&database).await, [with_score(Some("75"))]);
}

fn at(site: &str, unit: &str) -> Person {
    let mut ana = person("1", "csr");
    ana.employee.place.site = Some(site.into());
    ana.employee.place.unit = Some(unit.into());
    ana
}

fn row(site: &str, unit: &str) -> Body {
    let row = [
        ("full_name", "Person 1"),
        ("hired_on", "2024-03-01"),
        ("job", "csr"),
        ("employment", "full_time"),
        ("site", site),
        ("unit", unit),
    ];
    row.map(|(column, value)| (column.to_owned(), value.to_owned())).into()
}

async fn a_column_corrected_here_stands_while_the_feed_changes_others(engine: Engine) {
    let database = Database::new(engine).await;
    merge(&database, "2026-01-01", &[at("Pune", "A")]).await;
    correct(&database, "2026-01-02", "1", (FactKind::Employee, ""), Some(row("Goa", "A"))).await;
    let changed = merge(&database, "2026-01-03", &[at("Pune", "B")]).await;
    assert_eq!(counted(&changed), [0, 1, 0, 0, 1]);
    assert_eq!(everyone(&database).await, [at("Goa", "B")]);
    assert_eq!(merge(&database, "2026-01-04", &[at("Pune", "B")]).await.change, None);
    merge(&database, "2026-01-05", &[at("Pune", "C")]).await;
    assert_eq!(everyone(&database).await, [at("Goa", "C")]);
    merge(&database, "2026-01-06", &[at("Delhi", "C")]).await;
    assert_eq!(everyone(&database).await, [at("Delhi", "C")], "the feed's own site changed");
}

async fn a_feed_that_catches_up_owns_the_value_again(engine: Engine) {
    let database = Database::new(engine).await;
    merge(&database, "2026-01-01", &[at("Pune", "A")]).await;
    correct(&database, "2026-01-02", "1", (FactKind::Employee, ""), Some(row("Goa", "A"))).await;
    assert_eq!(counted(&merge(&database, "2026-01-03", &[at("Goa", "A")]).await), [0, 0, 1, 0, 0]);
    assert_eq!(merge(&database, "2026-01-04", &[at("Goa", "A")]).await.change, None);
    assert_eq!(counted(&merge(&database, "2026-01-05", &[at("Pune", "A")]).await), [0, 1, 0, 0, 0]);
    assert_eq!(everyone(&database).await, [at("Pune", "A")]);
}
