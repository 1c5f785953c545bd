//! The trail is sealed as it grows; who read whose record is noted once a day.

use operations::{ReadLog, audit_entries, readers_of, seal_audit, verify_audit};
use policy::Actor;
use store::{Settings, Store};

use crate::company::{TODAY, account, employ, person, signed_in};
use crate::database::{Database, Engine, on_each_engine, system_on};

on_each_engine! {
    sealing_goes_on_until_nothing_waits_and_then_does_nothing,
    who_read_whose_record_is_one_row_a_viewer_person_and_day,
}

async fn sealing_goes_on_until_nothing_waits_and_then_does_nothing(engine: Engine) {
    let database = Database::new(engine).await;
    let (store, ctx) = (&database.store, system_on(TODAY));
    employ(store, TODAY, &[person("1", "", "", ""), person("2", "1", "", "")]).await;
    account(store, "2").await;
    let waiting = verify_audit(store, &ctx, None).await.unwrap().unsealed;
    assert_eq!(waiting, audit_entries(store, &ctx, None, 100).await.unwrap().len() as u64);
    assert_eq!(seal_audit(store, &ctx).await.unwrap(), waiting);
    assert_eq!(seal_audit(store, &ctx).await.unwrap(), 0);
    account(store, "1").await;
    let other = Store::open(&database.address, Settings::default()).await.unwrap();
    assert!(seal_audit(&other, &ctx).await.unwrap() > 0, "nobody keeps it from sealing who is done");
    other.close().await;
    let waiting = audit_entries(store, &ctx, None, 100).await.unwrap().len() as u64;
    let found = verify_audit(store, &ctx, None).await.unwrap();
    assert_eq!((found.head.sequence.unsigned_abs(), found.unsealed, found.broken), (waiting, 0, None));
    assert_eq!(verify_audit(store, &ctx, Some(found.head)).await.unwrap(), found, "the head noted is still held");
}

async fn who_read_whose_record_is_one_row_a_viewer_person_and_day(engine: Engine) {
    let database = Database::new(engine).await;
    let (store, ctx) = (&database.store, system_on(TODAY));
    employ(store, TODAY, &[person("1", "", "", ""), person("2", "1", "", "")]).await;
    account(store, "1").await;
    let reader = signed_in(store, TODAY, "1").await;
    let Actor::Person(viewer) = &reader.actor else { panic!("somebody is signed in") };
    let report = operations::find_person(store, &reader, "2").await.unwrap().id;
    let log = ReadLog::default();
    for _ in 0..3 {
        log.note(viewer, report);
        log.note(viewer, viewer.employee.unwrap());
    }
    assert_eq!(log.flush(store, &ctx).await.unwrap(), 1, "their own record is theirs to read");
    assert_eq!(log.flush(store, &ctx).await.unwrap(), 0);
    log.note(viewer, report);
    log.flush(store, &ctx).await.unwrap();
    assert_eq!(readers_of(store, &ctx, report, None, 10).await.unwrap(), [(viewer.account, viewer.on)]);
}
