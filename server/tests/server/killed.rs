//! `nextrung import`, killed at 20 random moments: whole or absent, and the next run succeeds.

use std::hash::{BuildHasher, DefaultHasher, Hash, Hasher, RandomState};
use std::path::Path;
use std::process::Stdio;
use std::thread::sleep;
use std::time::Instant;

use crate::program::{command, nextrung};

const PEOPLE: usize = 250;
const KILLS: usize = 20;

fn made_up() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    nextrung(folder.path(), &format!("generate --employees {PEOPLE} --seed 7 people"));
    folder
}

/// Everyone in a database as they are assessed, sorted; none where it was not made yet.
fn everyone(folder: &Path, database: &str) -> Vec<String> {
    let ran = nextrung(folder, &format!("assess --as-of 2026-11-22 --format jsonl --database {database}"));
    assert!(ran.code == 0 || ran.err.contains("there is no database here"), "{}", ran.err);
    let mut lines: Vec<String> = ran.out.lines().map(str::to_owned).collect();
    lines.sort();
    lines
}

/// Kills an import at some moment of the time that a whole one takes, or a little later, again and again.
#[expect(clippy::disallowed_methods, reason = "the moments are of the time that an import takes here and now")]
fn kill_again_and_again(new_database: impl Fn(usize) -> String) {
    let seed = seed();
    let folder = made_up();
    let undisturbed = new_database(KILLS);
    let begun = Instant::now();
    nextrung(folder.path(), &format!("import people --database {undisturbed}")).quietly();
    let takes = begun.elapsed();
    let expected = everyone(folder.path(), &undisturbed);
    assert!(expected.len() >= PEOPLE);
    for kill in 0..KILLS {
        let database = new_database(kill);
        let mut import = command(folder.path(), &format!("import people --database {database}"));
        let mut import = import.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let moment = takes * thousandths(seed, kill) / 1000;
        sleep(moment);
        // It may have ended by itself.
        let _ = import.kill();
        import.wait().unwrap();
        let known = everyone(folder.path(), &database);
        assert!(known.is_empty() || known == expected, "half of it is there, after {moment:?} of {takes:?}");
        let next = nextrung(folder.path(), &format!("import people --database {database}"));
        assert_eq!(next.code, 0, "{}", next.err);
        assert_eq!(everyone(folder.path(), &database), expected, "as an undisturbed one");
    }
}

/// By chance, but the same again for the same seed: up to 1099.
fn thousandths(seed: u64, kill: usize) -> u32 {
    let mut hasher = DefaultHasher::new();
    (seed, kill).hash(&mut hasher);
    (hasher.finish() % 1100) as u32
}

/// Told where a test fails; `NEXTRUNG_TEST_SEED` sets it.
#[expect(clippy::disallowed_methods, reason = "a test's settings come from the environment")]
#[expect(clippy::print_stdout, reason = "whoever repeats a test that failed needs its seed")]
fn seed() -> u64 {
    let given = std::env::var("NEXTRUNG_TEST_SEED").ok();
    let seed = given.map_or_else(|| RandomState::new().build_hasher().finish(), |seed| seed.parse().unwrap());
    println!("NEXTRUNG_TEST_SEED={seed}");
    seed
}

#[test]
fn an_import_killed_at_random_moments_is_whole_or_absent_in_sqlite_and_the_next_succeeds() {
    let folder = tempfile::tempdir().unwrap();
    kill_again_and_again(|kill| format!("sqlite:{}", folder.path().join(format!("{kill}.db")).display()));
}

#[test]
fn an_import_killed_at_random_moments_is_whole_or_absent_in_postgresql_and_the_next_succeeds() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    kill_again_and_again(|kill| {
        let name = format!("killed_{}_{kill}", std::process::id());
        runtime.block_on(store::create_database(&postgres(), &name)).unwrap()
    });
}

#[expect(clippy::disallowed_methods, reason = "a test's settings come from the environment")]
pub(crate) fn postgres() -> String {
    std::env::var("NEXTRUNG_TEST_POSTGRES")
        .expect("NEXTRUNG_TEST_POSTGRES names a PostgreSQL server for tests; `cargo verify` brings one up")
}
