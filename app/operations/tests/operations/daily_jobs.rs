//! What is done once a day, whichever process comes to it.

use jiff::SignedDuration;
use model::DailyJob;
use operations::{begin_daily_job, bring_up_to_date, end_daily_job};
use policy::Context;
use store::{Settings, Store};

use crate::company::TODAY;
use crate::database::{Database, Engine, on_each_engine, system_on};

on_each_engine! {
    each_job_is_done_once_a_day_and_by_another_process_when_one_is_gone,
    the_sample_is_checked_when_everyone_is_up_to_date,
}

async fn each_job_is_done_once_a_day_and_by_another_process_when_one_is_gone(engine: Engine) {
    let database = Database::new(engine).await;
    let (one, ctx) = (&database.store, system_on(TODAY));
    let other = &Store::open(&database.address, Settings::default()).await.unwrap();
    bring_up_to_date(one, &ctx).await.unwrap();
    let [first, second, third, last] = DailyJob::ALL else { panic!("there are four") };
    assert_eq!(begin_daily_job(one, &ctx).await.unwrap(), Some(*first));
    assert_eq!(begin_daily_job(other, &ctx).await.unwrap(), Some(*second), "the first is being done");
    end_daily_job(other, &ctx, *second).await.unwrap();
    let later = Context { now: ctx.now + SignedDuration::from_secs(61), ..ctx.clone() };
    assert_eq!(begin_daily_job(other, &later).await.unwrap(), Some(*first), "whoever did it is gone");
    end_daily_job(other, &later, *first).await.unwrap();
    assert_eq!(begin_daily_job(one, &later).await.unwrap(), Some(*third));
    end_daily_job(one, &later, *third).await.unwrap();
    assert_eq!(begin_daily_job(one, &later).await.unwrap(), Some(*last));
    end_daily_job(one, &later, *last).await.unwrap();
    for store in [one, other] {
        assert_eq!(begin_daily_job(store, &later).await.unwrap(), None, "once a day");
    }
    assert_eq!(begin_daily_job(other, &system_on("2026-11-23")).await.unwrap(), Some(*first));
    other.close().await;
}

async fn the_sample_is_checked_when_everyone_is_up_to_date(engine: Engine) {
    let database = Database::new(engine).await;
    let (store, ctx) = (&database.store, system_on(TODAY));
    let mut done = Vec::new();
    while let Some(job) = begin_daily_job(store, &ctx).await.unwrap() {
        end_daily_job(store, &ctx, job).await.unwrap();
        done.push(job);
    }
    assert!(done.len() == DailyJob::ALL.len() - 1 && !done.contains(&DailyJob::CheckSample), "{done:?}");
    bring_up_to_date(store, &ctx).await.unwrap();
    assert_eq!(begin_daily_job(store, &ctx).await.unwrap(), Some(DailyJob::CheckSample));
}
