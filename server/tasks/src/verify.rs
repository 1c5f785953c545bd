//! `cargo verify`: everything that must hold before a change is handed in. Goes on after a failure, to report all.

use std::io::{BufRead, BufReader};
use std::process::{Command, ExitCode, Stdio};

use crate::journeys;
use crate::needs::{self, WASM};
use crate::postgres::Postgres;
use crate::results::Results;
use crate::site;
use crate::steps::{Cargo, Steps, Stopwatch, complain, say, shown};

pub(crate) fn run(cargo: &Cargo) -> ExitCode {
    let stopwatch = Stopwatch::start();
    let mut steps = Steps::default();
    needs::provide(cargo, &mut steps);

    steps.run("formatting", cargo.command(["fmt", "--all", "--check"]));
    site(cargo, &mut steps);
    let strict = ["--", "--deny", "warnings"];
    // Never the two halves of `web` at once: cargo would give each what only the other may have.
    let mut lints = cargo.command(["clippy", "--locked", "--workspace", "--exclude", "client", "--all-targets"]);
    lints.args(strict);
    steps.run("lints", lints);
    let mut lints = cargo.command(["clippy", "--locked", "--no-default-features", "--target", WASM]);
    lints.args(["--package", "rules", "--package", "words", "--package", "client"]);
    lints.args(["--package", "web", "--features", "web/browser"]).args(strict);
    steps.run("lints for the browser", lints);
    let mut documentation = cargo.command(["doc", "--locked", "--workspace", "--exclude", "client", "--no-deps"]);
    documentation.env("RUSTDOCFLAGS", "--deny warnings");
    steps.run("documentation", documentation);

    let mut results = Results::default();
    let postgres = Postgres::start(&mut steps);
    let mut tests = cargo.command(["test", "--locked", "--workspace", "--exclude", "client", "--no-fail-fast"]);
    // Once more as distributed databases run transactions: what PostgreSQL's tests say of the store and of operations.
    let packages = ["test", "--locked", "--package", "store", "--package", "operations", "--no-fail-fast", "postgres"];
    let mut again = cargo.command(packages);
    again.env("NEXTRUNG_TEST_SERIALIZABLE", "1");
    for tests in [&mut tests, &mut again] {
        if let Some(postgres) = &postgres {
            tests.env("NEXTRUNG_TEST_POSTGRES", postgres.address());
            tests.env("NEXTRUNG_TEST_POSTGRES_PROGRAMS", postgres.programs());
        }
    }
    steps.time("tests", &shown(&tests), || {
        let succeeded = listen(tests, &mut results).map_err(|error| error.to_string())?;
        results.fault(succeeded).map_or(Ok(()), Err)
    });
    steps.time("tests under SERIALIZABLE", &shown(&again), || {
        let mut results = Results::default();
        let succeeded = listen(again, &mut results).map_err(|error| error.to_string())?;
        results.fault(succeeded).map_or(Ok(()), Err)
    });
    journeys::run(cargo, &mut steps, postgres.as_ref());

    report(&steps, results, &stopwatch)
}

/// Runs the test programs; passes on what they print, and adds up their results.
fn listen(mut command: Command, results: &mut Results) -> std::io::Result<bool> {
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn()?;
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).split(b'\n') {
            let line = line?;
            let line = String::from_utf8_lossy(&line);
            results.read(&line);
            say(&line);
        }
    }
    Ok(child.wait()?.success())
}

/// The last line counts the tests, and the steps beside them; a test step that failed without a failed test is one.
fn report(steps: &Steps, results: Results, stopwatch: &Stopwatch) -> ExitCode {
    let tests_failed = steps.failed().iter().any(|name| name == "tests");
    let other_failed = steps.failed().len() - usize::from(tests_failed);
    let other_passed = steps.passed() - usize::from(!tests_failed);
    let failed = other_failed + if tests_failed { results.failed.max(1) } else { 0 };
    if !steps.failed().is_empty() {
        complain(&format!("failed: {}", steps.failed().join(", ")));
    }
    say(&format!("\n{} tests and {other_passed} other steps passed in {}", results.passed, stopwatch.elapsed()));
    say(&format!("{} passed, {failed} failed", results.passed + other_passed));
    steps.exit_code()
}
