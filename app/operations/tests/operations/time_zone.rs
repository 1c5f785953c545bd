//! The company's time zone: who sets it, and that no day of the company begins twice.

use model::{DailyJob, Zone};
use operations::{
    Error, Obstacle, Step, ZoneSet, audit_entries, begin_daily_job, bring_up_to_date, end_daily_job, set_time_zone,
    time_zone, update_some,
};
use policy::Context;
use rules::Day;
use store::Store;

use crate::company::TODAY;
use crate::database::{Database, Engine, on_each_engine, system_on};

on_each_engine! {
    a_time_zone_is_set_once_and_the_same_again_writes_nothing,
    where_the_day_has_not_begun_is_refused_until_it_has,
    no_day_is_swept_or_worked_through_twice_whichever_way_the_company_goes,
}

fn zone(name: &str) -> Zone {
    Zone::named(name).unwrap()
}

/// The program itself at an instant, where days are those of a time zone.
fn at(instant: &str, zone: &Zone) -> Context {
    let now = instant.parse().unwrap();
    Context { now, today: zone.day(now), ..system_on(TODAY) }
}

async fn acts(store: &Store) -> Vec<String> {
    let entries = audit_entries(store, &system_on(TODAY), None, 100).await.unwrap();
    entries.into_iter().map(|entry| entry.act).collect()
}

async fn swept_on(store: &Store) -> Option<Day> {
    store.read(&system_on(TODAY), async |tx| tx.company().get().await).await.unwrap().swept_on
}

async fn a_time_zone_is_set_once_and_the_same_again_writes_nothing(engine: Engine) {
    let database = Database::new(engine).await;
    let (store, ctx) = (&database.store, at("2026-11-22T19:00:00Z", &Zone::UTC));
    assert_eq!(time_zone(store, &ctx).await.unwrap(), Zone::UTC);
    let kolkata = zone("Asia/Kolkata");
    let set = set_time_zone(store, &ctx, &kolkata).await.unwrap();
    assert_eq!(set, ZoneSet::Now("2026-11-23".parse().unwrap()), "the day has begun there");
    assert_eq!(set_time_zone(store, &ctx, &kolkata).await.unwrap(), ZoneSet::Already);
    assert_eq!(time_zone(store, &ctx).await.unwrap(), kolkata);
    assert_eq!(acts(store).await, ["time_zone_set"], "once");
    let entry = audit_entries(store, &ctx, None, 1).await.unwrap().remove(0);
    assert!(entry.detail.contains(r#""from_zone":"UTC""#) && entry.detail.contains(r#""zone":"Asia/Kolkata""#));
}

async fn where_the_day_has_not_begun_is_refused_until_it_has(engine: Engine) {
    let database = Database::new(engine).await;
    let (store, kolkata) = (&database.store, zone("Asia/Kolkata"));
    set_time_zone(store, &at("2026-11-22T09:00:00Z", &Zone::UTC), &kolkata).await.unwrap();
    let early = at("2026-11-22T18:30:00Z", &kolkata);
    bring_up_to_date(store, &early).await.unwrap();
    let before = acts(store).await;
    let west = zone("America/Los_Angeles");
    match set_time_zone(store, &early, &west).await {
        Err(Error::Refused(Obstacle::DayHasBegun { zone, there, here })) => {
            assert_eq!((zone.as_str(), there.to_string().as_str()), ("America/Los_Angeles", "2026-11-22"));
            assert_eq!((here, swept_on(store).await), (early.today, Some(early.today)));
        }
        other => panic!("{other:?}"),
    }
    assert_eq!((time_zone(store, &early).await.unwrap(), acts(store).await), (kolkata.clone(), before));
    let late = at("2026-11-23T08:00:00Z", &kolkata);
    assert_eq!(set_time_zone(store, &late, &west).await.unwrap(), ZoneSet::Now(early.today));
}

async fn no_day_is_swept_or_worked_through_twice_whichever_way_the_company_goes(engine: Engine) {
    let database = Database::new(engine).await;
    let (store, evening) = (&database.store, "2026-11-22T19:00:00Z");
    let before = at(evening, &Zone::UTC);
    bring_up_to_date(store, &before).await.unwrap();
    let kolkata = zone("Asia/Kolkata");
    set_time_zone(store, &before, &kolkata).await.unwrap();
    let after = at(evening, &kolkata);
    assert_eq!(after.today, before.today.next());
    bring_up_to_date(store, &after).await.unwrap();
    let mut jobs = Vec::new();
    while let Some(job) = begin_daily_job(store, &after).await.unwrap() {
        end_daily_job(store, &after, job).await.unwrap();
        jobs.push(job);
    }
    assert_eq!(jobs, DailyJob::ALL, "the new day's");
    // A server that has not taken it up yet is still in the day before.
    assert_eq!(update_some(store, &before).await.unwrap(), Step::Done);
    assert_eq!(begin_daily_job(store, &before).await.unwrap(), None);
    assert_eq!(swept_on(store).await, Some(after.today));
    assert_eq!(acts(store).await.iter().filter(|act| *act == "day_swept").count(), 2, "a day each");
}
