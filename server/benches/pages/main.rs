//! What pages cost: the program as it is shipped, asked over HTTP by as many connections as it has processors, each with
//! the next question as soon as it has its answer.
//!
//!     cargo bench -p server --bench pages -- 150        # or 100000, or any other number of people
//!     cargo bench -p server --bench pages -- 150 postgres://…     # an empty database, where not SQLite's
//!
//! Figures: `../README.md`.
#![allow(clippy::unwrap_used, reason = "a benchmark that cannot go on stops")]
#![allow(clippy::print_stdout, reason = "a benchmark says what it measured")]
#![allow(clippy::disallowed_methods, reason = "a benchmark has a clock and no command line of its own")]

mod client;
#[path = "../../tests/server/program.rs"]
#[allow(dead_code, reason = "the tests use more of it")]
mod program;
#[path = "../../tests/server/served.rs"]
#[allow(dead_code, reason = "the tests use more of it")]
mod served;

use std::path::Path;
use std::time::{Duration, Instant};

use client::Client;
use program::nextrung;
use served::Served;

const LEAD: &str = "lead@halden.example";
const PASSWORD: &str = "one-rung-at-a-time";
/// How many ask at once.
const CONNECTIONS: usize = 16;
/// How long each page is asked for, after a warm-up.
const WARM_UP: Duration = Duration::from_secs(2);
const LASTS: Duration = Duration::from_secs(10);

fn main() {
    let mut arguments = std::env::args().skip(1).filter(|argument| !argument.starts_with("--"));
    let people: usize = arguments.next().map_or(150, |text| text.parse().expect("how many people"));
    let folder = tempfile::tempdir().unwrap();
    let database = arguments.next().unwrap_or_else(|| "sqlite:nextrung.db".to_owned());
    let address = prepare(folder.path(), people, &database);

    let served = Served::start(folder.path(), &format!("serve --listen 127.0.0.1:0 --database {database}"));
    println!("memory after the start: {} MB", served.megabytes());
    let session = served::post(&served.url, &address, &[("new_password", PASSWORD), ("again_password", PASSWORD)])
        .unwrap()
        .session;
    assert!(!session.is_empty(), "the lead is signed in");
    let (number, track) = somebody_on_a_track(&served, 100_001 + people / 2, &session);
    for (what, path) in [
        ("answer", track),
        ("person", format!("/people/{number}")),
        ("directory", "/people".to_owned()),
        ("directory, searched", "/people?search=ma&sort=job".to_owned()),
        ("account", "/account".to_owned()),
    ] {
        for encoding in ["", "gzip"] {
            measure(what, &Client::new(&served.url, &path, &session, encoding));
        }
    }
    println!("memory after that: {} MB", served.megabytes());
    served.stop();
}

/// A company of so many with an HR lead; where she sets her password.
fn prepare(folder: &Path, people: usize, database: &str) -> String {
    succeed(folder, &format!("generate --employees {people} --seed 7 people"));
    let begun = Instant::now();
    succeed(folder, &format!("import people --database {database}"));
    println!("{people} people, imported in {:.0?}", begun.elapsed());
    let added = succeed(folder, &format!("user add {LEAD} --database {database}"));
    succeed(folder, &format!("user grant {LEAD} hr_lead --database {database}"));
    let (_, token) = added.split_once("/invitations/").unwrap();
    format!("/invitations/{}", token.split_whitespace().next().unwrap())
}

/// Runs a line; what it answered.
fn succeed(folder: &Path, line: &str) -> String {
    let ran = nextrung(folder, line);
    assert_eq!(ran.code, 0, "{line}: {ran:?}");
    ran.out
}

/// The first from a number on who is on a track, and the address of an answer that their page leads to.
fn somebody_on_a_track(served: &Served, from: usize, session: &str) -> (usize, String) {
    let answer_of = |number| {
        let page = served.get_as(&format!("/people/{number}"), session).body;
        let answer = page.split('"').find(|part| part.starts_with(&format!("/people/{number}/tracks/")))?;
        Some((number, answer.to_owned()))
    };
    (from..from + 100).find_map(answer_of).expect("of a hundred people one is on a track")
}

fn measure(what: &str, client: &Client) {
    client.ask_for(WARM_UP);
    let (begun, threads) = (Instant::now(), 0..CONNECTIONS);
    let mut took: Vec<Duration> = std::thread::scope(|scope| {
        let asking: Vec<_> = threads.map(|_| scope.spawn(|| client.ask_for(LASTS))).collect();
        asking.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
    });
    let elapsed = begun.elapsed().as_secs_f64();
    took.sort();
    let at = |share: f64| took[(took.len() as f64 * share) as usize].as_secs_f64() * 1000.0;
    let (rate, size) = (took.len() as f64 / elapsed, client.size());
    println!(
        "{what}{}: {rate:.0} a second, median {:.1} ms, p99 {:.1} ms, {size} bytes",
        client.told(),
        at(0.5),
        at(0.99)
    );
}
