//! Everyone comes in, while others sign in and correct facts.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use model::{Access, Body, FactKind, Grant};
use operations::import::{Options, import};
use operations::{Correction, correct_fact, sign_in};
use policy::{Context, Viewer};
use store::{Store, new_id};

use crate::company::{account, employ, password, person, visitor_on};
use crate::database::{Database, system_on};
use crate::{tell, tell_peak_memory, timed, workforce};

/// How long others rest between two acts.
const PAUSE: Duration = Duration::from_millis(50);

pub(crate) async fn run(database: &Database) {
    let store = &database.store;
    employ(store, demo::AS_OF, &[person("1", "", "Lisbon", "")]).await;
    account(store, "1").await;
    let over = Arc::new(AtomicBool::new(false));
    let signing_in = tokio::spawn(sign_in_again_and_again(store.clone(), Arc::clone(&over)));
    let writing = tokio::spawn(write_again_and_again(store.clone(), Arc::clone(&over)));

    timed("the people alone", async { workforce().count() }).await;
    let options = Options { name: "everyone".to_owned(), ..Options::default() };
    let ctx = system_on(demo::AS_OF);
    let imported = import(store, &ctx, &options, || Ok(workforce().map(Ok)));
    let (outcome, took) = timed("import", imported).await;
    let rows: u64 = outcome.unwrap().rows.values().sum();
    println!("  {rows} rows, {:.0} a second", rows as f64 / took.as_secs_f64());
    tell_peak_memory();

    over.store(true, Ordering::Relaxed);
    tell("meanwhile, a sign-in", signing_in.await.unwrap());
    tell("meanwhile, a correction", writing.await.unwrap());
}

async fn sign_in_again_and_again(store: Store, over: Arc<AtomicBool>) -> Vec<Duration> {
    let visitor = visitor_on(demo::AS_OF);
    let mut took = Vec::new();
    while !over.load(Ordering::Relaxed) {
        let begun = Instant::now();
        sign_in(&store, &visitor, "1", &password(), "198.51.100.7").await.unwrap();
        took.push(begun.elapsed());
        tokio::time::sleep(PAUSE).await;
    }
    took
}

async fn write_again_and_again(store: Store, over: Arc<AtomicBool>) -> Vec<Duration> {
    let lead = hr_lead();
    let mut took = Vec::new();
    while !over.load(Ordering::Relaxed) {
        let last_day = 1 + took.len() % 28;
        let ended_on = format!("2025-04-{last_day:02}");
        let body = [("kind", "parental"), ("started_on", "2025-02-03"), ("ended_on", &ended_on)];
        let correction = Correction {
            number: "1".to_owned(),
            kind: FactKind::Leave,
            key: "parental 2025-02-03".to_owned(),
            body: body.map(|(column, value)| (column.to_owned(), value.to_owned())).into_iter().collect::<Body>(),
            reason: "the form says so".to_owned(),
        };
        let begun = Instant::now();
        correct_fact(&store, &lead, &correction).await.unwrap();
        took.push(begun.elapsed());
        tokio::time::sleep(PAUSE).await;
    }
    took
}

/// Who sees everyone.
pub(crate) fn hr_lead() -> Context {
    let ctx = system_on(demo::AS_OF);
    let account = new_id(ctx.now);
    let (access, from_on) = (Access::HrLead, ctx.today);
    let grant = Grant { id: new_id(ctx.now), account, access, site: None, from_on, until_on: None };
    ctx.of(Viewer::new(account, None, ctx.today, vec![grant]))
}
