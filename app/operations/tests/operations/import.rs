//! Feeds.

use files::Person;
use operations::import::{Options, import};

use crate::database::{Database, system_on};

fn people() -> Vec<Person> {
    demo::demo("2026-11-22".parse().unwrap(), files::default_ladder())
}

async fn take(database: &Database, people: &[Person]) -> operations::import::Outcome {
    let ctx = system_on("2026-11-22");
    let options = Options { name: "test".to_owned(), ..Options::default() };
    import(&database.store, &ctx, &options, || Ok(people.to_vec().into_iter().map(Ok))).await.unwrap()
}

#[tokio::test]
async fn the_same_feed_twice_writes_nothing() {
    let database = Database::sqlite().await;
    let people = people();
    let first = take(&database, &people).await;
    assert_eq!(first.new_people, people.len() as u64);
    assert!(first.change.is_some());
    let second = take(&database, &people).await;
    assert_eq!((second.change, second.added, second.corrected, second.ended), (None, 0, 0, 0));
    assert_eq!(second.digest, first.digest);
}

#[tokio::test]
async fn what_went_in_comes_out() {
    let database = Database::sqlite().await;
    let mut people = people();
    take(&database, &people).await;
    let mut out = Vec::new();
    operations::export(&database.store, &system_on("2026-11-22"), |person| {
        out.push(person.clone());
        Ok(())
    })
    .await
    .unwrap();
    people.sort_by(|a, b| a.employee.employee_number.cmp(&b.employee.employee_number));
    assert_eq!(out.len(), people.len());
    for (out, person) in out.iter().zip(&people) {
        assert_eq!(out.employee, person.employee);
        assert_eq!(out.facts(), person.facts());
    }
}
