//! Both engines have the same tables: read back from each, and compared with one file through one table of types.

use std::path::Path;

use crate::database::{Database, Engine, on_each_engine};

on_each_engine! {
    the_tables_are_those_of_the_snapshot,
}

/// The types of PostgreSQL, in which the snapshot is written, and what SQLite keeps the same in.
const TYPES: &[(&str, &str)] = &[
    ("uuid", "BLOB"),
    ("bytea", "BLOB"),
    ("text", "TEXT"),
    ("date", "TEXT"),
    ("timestamptz", "TEXT"),
    ("int8", "INTEGER"),
    ("bool", "INTEGER"),
];

#[test]
fn both_engines_have_the_same_migrations() {
    let names = |engine: &str| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../migrations").join(engine);
        let mut names: Vec<_> = folder.read_dir().unwrap().map(|entry| entry.unwrap().file_name()).collect();
        names.sort();
        names
    };
    assert_eq!(names("sqlite"), names("postgres"));
    assert!(!names("sqlite").is_empty());
}

async fn the_tables_are_those_of_the_snapshot(engine: Engine) {
    let database = Database::new(engine).await;
    let read_back = match engine {
        Engine::Sqlite => include_str!("sqlite.sql"),
        Engine::Postgres => include_str!("postgres.sql"),
    };
    let mut found = database.place.connect().await.texts(read_back).await;
    found.sort();
    let snapshot = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/schema.txt")).unwrap();
    let mut expected: Vec<String> = snapshot.lines().map(|line| in_words_of(engine, line)).collect();
    expected.sort();
    let missing: Vec<_> = expected.iter().filter(|line| !found.contains(line)).collect();
    let more: Vec<_> = found.iter().filter(|line| !expected.contains(line)).collect();
    assert!(missing.is_empty() && more.is_empty(), "{engine:?} lacks {missing:#?}, and has {more:#?}");
}

/// A line such as `accounts created_at timestamptz not null`.
fn in_words_of(engine: Engine, line: &str) -> String {
    let mut words: Vec<&str> = line.split(' ').collect();
    if engine == Engine::Sqlite && words[1] != "index" && words[2] != "references" {
        words[2] = TYPES.iter().find(|(shared, _)| *shared == words[2]).unwrap_or_else(|| panic!("{line}")).1;
    }
    words.join(" ")
}
