//! Everything assessed, a day later, and one fact.

use std::time::Instant;

use model::{FactKind, Subject};
use operations::{Correction, bring_up_to_date, correct_fact};
use policy::{Act, authorize_system};
use rules::Day;

use crate::database::{Database, system_on};
use crate::import::hr_lead;
use crate::{as_of, people, tell, timed};

const DAYS: i32 = 5;
const FACTS: u64 = 300;

pub(crate) async fn run(database: &Database) {
    let store = &database.store;
    let (everyone, everything) = timed("everything assessed", bring_up_to_date(store, &system_on(demo::AS_OF))).await;
    println!("  {} people", everyone.unwrap());
    for days in 1..=DAYS {
        let day: Day = as_of().plus_days(days);
        let (some, took) = timed("a day step", bring_up_to_date(store, &system_on(&day.to_string()))).await;
        let share = 100.0 * took.as_secs_f64() / everything.as_secs_f64();
        println!("  {} people, {share:.1} % of everything", some.unwrap());
    }
    one_fact(database).await;
}

/// Corrects a month's value of many people, one after another.
async fn one_fact(database: &Database) {
    let (store, lead) = (&database.store, hr_lead());
    let permit = authorize_system(Act::Assess, Subject::Company);
    let sample = store.read(&lead, async |tx| {
        let ids = tx.employees().sample(&permit, FACTS.min(people())).await?;
        let people = tx.employees().by_ids(&permit, &ids).await?;
        Ok::<_, store::Error>((people, tx.facts().current_of(&permit, &ids).await?))
    });
    let (people, facts) = sample.await.unwrap();
    let mut took = Vec::new();
    for person in people {
        let is_month = |(id, _, known): &&(_, _, model::KnownFact)| {
            *id == person.employee.id && known.fact.kind == FactKind::Metric
        };
        let Some((_, _, known)) = facts.iter().find(is_month) else { continue };
        let mut body = known.fact.body.clone();
        body.insert("value".to_owned(), "42".to_owned());
        let (number, key) = (person.employee.number, known.fact.key.clone());
        let reason = "the report was wrong".to_owned();
        let correction = Correction { number, kind: FactKind::Metric, key, body, reason };
        let begun = Instant::now();
        if correct_fact(store, &lead, &correction).await.is_ok() {
            took.push(begun.elapsed());
        }
    }
    tell("one fact", took);
}
