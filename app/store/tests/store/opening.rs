//! Opening a database: a newer one is refused untouched, and whatever cut the last one off, the next succeeds.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use store::{Error, Migrated};

use crate::database::{Database, Engine, Place, Raw, on_each_engine, setting};

on_each_engine! {
    a_database_that_a_newer_program_has_written_is_refused_untouched,
    several_that_open_a_new_database_at_once_all_find_it_ready,
    a_migration_that_is_killed_after_any_of_its_statements_leaves_the_database_as_it_was,
    opening_that_is_killed_at_any_moment_is_done_by_the_next,
}

/// Tells the other process what to do, and at which database.
const TASK: &str = "NEXTRUNG_TEST_TASK";
/// The test that the other process runs: it does its task in place of it.
const THE_OTHER: &str = "opening::sqlite::opening_that_is_killed_at_any_moment_is_done_by_the_next";
/// What the other process says when it may be killed.
const READY: &str = "kill me";

async fn a_database_that_a_newer_program_has_written_is_refused_untouched(engine: Engine) {
    let Database { store, place } = Database::new(engine).await;
    store.close().await;
    let mut raw = place.connect().await;
    raw.run(
        "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
         SELECT 9999, 'from the future', success, checksum, 0 FROM _sqlx_migrations WHERE version = 1",
    )
    .await;
    if engine == Engine::Sqlite {
        raw.run("PRAGMA wal_checkpoint(TRUNCATE)").await;
    }
    raw.close().await;
    let before = fingerprint(&place).await;
    let refused = place.open().await.err();
    assert!(matches!(refused, Some(Error::Newer { found: 9999, known }) if known == newest()), "{refused:?}");
    assert_eq!(fingerprint(&place).await, before);
}

/// All that can be seen of a database: an SQLite file's bytes, PostgreSQL's tables and migrations.
async fn fingerprint(place: &Place) -> Vec<u8> {
    match place.engine {
        Engine::Sqlite => std::fs::read(place.path()).unwrap(),
        Engine::Postgres => {
            let seen = "SELECT tablename::text FROM pg_tables WHERE schemaname = 'public' UNION ALL
                        SELECT migration::text FROM _sqlx_migrations migration ORDER BY 1";
            place.connect().await.texts(seen).await.join("\n").into_bytes()
        }
    }
}

async fn several_that_open_a_new_database_at_once_all_find_it_ready(engine: Engine) {
    let place = Place::new(engine).await;
    let (a, b, c, d) = tokio::join!(place.open(), place.open(), place.open(), place.open());
    for opened in [a, b, c, d] {
        assert_eq!(opened.unwrap().migrated().to, newest());
    }
    assert_eq!(place.open().await.unwrap().migrated(), Migrated { from: Some(newest()), to: newest() });
}

async fn a_migration_that_is_killed_after_any_of_its_statements_leaves_the_database_as_it_was(engine: Engine) {
    let place = Place::new(engine).await;
    let all = statements(engine).len();
    assert!(all > 20, "the migration was taken apart into {all} statements");
    for count in (1..all).step_by(7).chain([all]) {
        let mut child = other_process(&place, &count.to_string());
        let said = BufReader::new(child.stdout.take().unwrap()).lines();
        assert!(said.map_while(Result::ok).any(|line| line.contains(READY)), "it came to statement {count}");
        kill(child);
        assert_eq!(place.connect().await.texts(tables(engine)).await, Vec::<String>::new(), "after {count}");
    }
    assert_eq!(place.open().await.unwrap().migrated(), Migrated { from: None, to: newest() });
}

async fn opening_that_is_killed_at_any_moment_is_done_by_the_next(engine: Engine) {
    if let Some(task) = setting(TASK) {
        return do_task(&task).await;
    }
    for moment in 0..8 {
        let place = Place::new(engine).await;
        let child = other_process(&place, "open");
        tokio::time::sleep(Duration::from_millis(10 + moment * 12)).await;
        kill(child);
        assert_eq!(place.open().await.unwrap().migrated().to, newest());
        assert!(place.connect().await.texts(tables(engine)).await.contains(&"audit_entries".to_owned()));
    }
}

fn tables(engine: Engine) -> &'static str {
    match engine {
        Engine::Sqlite => "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name",
        Engine::Postgres => "SELECT tablename::text FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
    }
}

/// The version that the migrations in the folder lead to.
fn newest() -> i64 {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../migrations/sqlite");
    let names = folder.read_dir().unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.map(|name| name.split('_').next().unwrap().parse().unwrap()).max().unwrap()
}

/// The first migration's statements: each ends where a line ends with a semicolon.
fn statements(engine: Engine) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../migrations").join(engine.name());
    let text = std::fs::read_to_string(folder.join("0001_foundation.sql")).unwrap();
    let lines = text.lines().map(str::trim_end).filter(|line| !line.trim_start().starts_with("--"));
    let text = lines.collect::<Vec<_>>().join("\n");
    text.split_inclusive(";\n").map(str::to_owned).filter(|statement| !statement.trim().is_empty()).collect()
}

/// This test program again, doing one thing and waiting to be killed.
fn other_process(place: &Place, task: &str) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", THE_OTHER, "--nocapture"])
        .env(TASK, format!("{task} {}", place.address))
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

fn kill(mut child: Child) {
    child.kill().unwrap();
    child.wait().unwrap();
}

async fn do_task(task: &str) {
    let (task, address) = task.split_once(' ').unwrap();
    let place = Place::at(address);
    if task == "open" {
        place.open().await.unwrap();
        return;
    }
    let mut raw = place.connect().await;
    if let Raw::Sqlite(_) = raw {
        raw.run("PRAGMA journal_mode = WAL").await;
    }
    raw.run("BEGIN").await;
    for statement in statements(place.engine).iter().take(task.parse().unwrap()) {
        raw.run(statement).await;
    }
    println!("{READY}");
    std::thread::sleep(Duration::from_secs(60));
}
