//! Feeds.

mod conflicts;
mod exports;
mod later;
pub(crate) mod made;
mod taken_back;
mod together;

use std::collections::BTreeMap;

use files::Person;
use operations::import::{Options, Outcome, import};
use policy::Context;
use rules::{Assessment, Day, Ladder};

use crate::database::{Database, Engine, on_each_engine, system_on};

on_each_engine! {
    the_same_feed_twice_writes_nothing,
    what_went_in_comes_out,
    what_is_assessed_from_the_database_is_what_is_assessed_from_the_files,
}

pub(crate) fn people() -> Vec<Person> {
    demo::demo("2026-11-22".parse().unwrap(), files::default_ladder())
}

pub(crate) async fn take(database: &Database, people: &[Person]) -> Outcome {
    let ctx = system_on("2026-11-22");
    let options = Options { name: "test".to_owned(), ..Options::default() };
    import(&database.store, &ctx, &options, || Ok(people.iter().cloned().map(Ok))).await.unwrap()
}

async fn the_same_feed_twice_writes_nothing(engine: Engine) {
    let database = Database::new(engine).await;
    let people = people();
    let first = take(&database, &people).await;
    assert_eq!(first.new_people, people.len() as u64);
    assert!(first.change.is_some());
    let second = take(&database, &people).await;
    assert_eq!((second.change, second.added, second.corrected, second.ended), (None, 0, 0, 0));
    assert_eq!(second.digest, first.digest);
}

async fn what_went_in_comes_out(engine: Engine) {
    let database = Database::new(engine).await;
    let mut people = people();
    take(&database, &people).await;
    let mut out = Vec::new();
    let each = |person: &Person| {
        out.push(person.clone());
        Ok(())
    };
    operations::export(&database.store, &system_on("2026-11-22"), files::default_ladder(), each).await.unwrap();
    people.sort_by(|a, b| a.employee.employee_number.cmp(&b.employee.employee_number));
    assert_eq!(out.len(), people.len());
    for (out, person) in out.iter().zip(&people) {
        assert_eq!(out.employee, person.employee);
        assert_eq!(out.facts(), person.facts());
    }
}

async fn what_is_assessed_from_the_database_is_what_is_assessed_from_the_files(engine: Engine) {
    let database = Database::new(engine).await;
    let ctx = system_on("2026-11-22");
    let people = people();
    take(&database, &people).await;
    assert_eq!(from_database(&database, &ctx).await, from_files(&people, files::default_ladder(), ctx.today));
    assert_eq!(operations::bring_up_to_date(&database.store, &ctx).await.unwrap(), people.len() as u64);
    assert_eq!(operations::bring_up_to_date(&database.store, &ctx).await.unwrap(), 0, "nothing is left to do");
}

/// Whole assessments, by number and track.
type Assessments = BTreeMap<(String, String), Assessment>;

fn from_files(people: &[Person], ladder: &Ladder, today: Day) -> Assessments {
    let rules = rules::Engine::new(ladder);
    let of_person = |person: &Person| {
        let (facts, number) = (person.facts(), person.employee.employee_number.to_string());
        let on_track =
            |id| Some(((number.clone(), ladder.track(id).code.to_string()), rules.explain(&facts, id, today)?));
        ladder.track_ids().filter_map(on_track).collect::<Vec<_>>()
    };
    people.iter().flat_map(of_person).collect()
}

async fn from_database(database: &Database, ctx: &Context) -> Assessments {
    let mut all = BTreeMap::new();
    let each = |number: &str, assessment: &Assessment, ladder: &Ladder| {
        all.insert((number.to_owned(), ladder.track(assessment.track).code.to_string()), assessment.clone());
        Ok(())
    };
    operations::assess_all(&database.store, ctx, each).await.unwrap();
    all
}
