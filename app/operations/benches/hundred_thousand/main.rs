//! What a company of 100,000 people costs, on one engine: bringing it in while others work, assessing it, its lists, one
//! fact, one day.
//!
//!     cargo bench -p operations --bench hundred_thousand -- sqlite     # or postgres
//!
//! PostgreSQL's server is named as for the tests; `PEOPLE` is how many, where not 100,000. Figures: `../README.md`.
#![allow(clippy::unwrap_used, reason = "a benchmark that cannot go on stops")]
#![allow(clippy::print_stdout, reason = "a benchmark says what it measured")]
#![allow(clippy::disallowed_methods, reason = "a benchmark has a clock and no command line of its own")]

mod bulk;
#[path = "../../tests/operations/company.rs"]
#[allow(dead_code, unused_imports, reason = "the tests use more of it")]
mod company;
#[path = "../../tests/operations/database.rs"]
#[allow(dead_code, unused_imports, unused_macros, reason = "the tests use more of it")]
mod database;
mod import;
mod lists;
mod writes;

use std::time::{Duration, Instant};

use files::Person;
use rules::Day;

use database::{Database, Engine};

/// How many people come in.
fn people() -> u64 {
    std::env::var("PEOPLE").map_or(100_000, |text| text.parse().unwrap())
}

fn as_of() -> Day {
    demo::AS_OF.parse().unwrap()
}

/// Those who come in.
fn workforce() -> impl Iterator<Item = Person> {
    demo::generate(people(), 7, as_of(), files::default_ladder())
}

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() {
    let engine = match std::env::args().nth(1).as_deref() {
        Some("sqlite") => Engine::Sqlite,
        Some("postgres") => Engine::Postgres,
        _ => return println!("which engine? sqlite or postgres"),
    };
    let database = Database::new(engine).await;
    import::run(&database).await;
    bulk::run(engine, &database).await;
    writes::run(&database).await;
    lists::run(&database.store).await;
}

/// Runs something, and says how long it took.
async fn timed<T>(what: &str, done: impl Future<Output = T>) -> (T, Duration) {
    let (begun, worked) = (Instant::now(), processor_time());
    let done = done.await;
    let (took, worked) = (begun.elapsed(), processor_time() - worked);
    println!("{what}: {took:.1?}, of the processor {worked:.1?}");
    (done, took)
}

/// How long this process, and those that it waited for, had a processor.
fn processor_time() -> Duration {
    let status = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after_name = status.rsplit_once(") ").map_or("", |(_, rest)| rest);
    let hundredths: u64 = after_name.split(' ').skip(11).take(4).filter_map(|text| text.parse::<u64>().ok()).sum();
    Duration::from_millis(hundredths * 10)
}

/// Says how long each of many took.
fn tell(what: &str, mut took: Vec<Duration>) {
    took.sort();
    let at = |share: f64| took[(took.len() as f64 * share) as usize];
    println!("{what}: median {:.1?}, p99 {:.1?}, most {:.1?} of {}", at(0.5), at(0.99), at(0.9999), took.len());
}

/// The most memory that this process ever had.
fn tell_peak_memory() {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find(|line| line.starts_with("VmHWM")).unwrap_or("VmHWM: not told here");
    println!("peak memory: {}", peak.split_once(':').unwrap().1.trim());
}
