//! `audit`, `backup`, `restore` and `migrate`.

use std::path::Path;

use crate::program::nextrung;
use crate::samples;

fn imported() -> tempfile::TempDir {
    let folder = samples::folder();
    std::fs::copy(folder.path().join("ladder.toml"), folder.path().join("people/ladder.toml")).unwrap();
    nextrung(folder.path(), "import people").quietly();
    folder
}

fn assessed(folder: &Path, database: &str) -> String {
    nextrung(folder, &format!("assess --database {database} --as-of 2026-11-22 --format jsonl")).quietly()
}

/// The version that the migrations in the folder lead to.
fn latest() -> u32 {
    let files = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../migrations/sqlite")).unwrap();
    let version = |name: String| name.split('_').next().unwrap().parse().unwrap();
    files.map(|file| version(file.unwrap().file_name().into_string().unwrap())).max().unwrap()
}

#[test]
fn a_backup_is_restored_into_another_database_with_the_same_assessments() {
    let folder = imported();
    let out = nextrung(folder.path(), "backup monday.db").quietly();
    assert!(out.starts_with(&format!("monday.db: version {}, ", latest())) && out.contains("audit entries\n"), "{out}");
    let ran = nextrung(folder.path(), "backup monday.db");
    assert_eq!((ran.code, ran.err.as_str()), (3, "error: monday.db: is there already, and is not written over\n"));
    nextrung(folder.path(), "restore monday.db --database sqlite:again.db").quietly();
    assert_eq!(assessed(folder.path(), "sqlite:again.db"), assessed(folder.path(), "sqlite:nextrung.db"));
    let ran = nextrung(folder.path(), "restore monday.db");
    assert_eq!((ran.code, ran.err.as_str()), (3, "error: nextrung.db: is there already, and is not written over\n"));
    let ran = nextrung(folder.path(), "restore ladder.toml --database sqlite:other.db");
    assert_eq!(ran.code, 3);
    assert!(ran.err.starts_with("error: ladder.toml: this is no sound copy of a database"), "{}", ran.err);
    assert!(!folder.path().join("other.db").exists());
}

#[test]
fn for_postgresql_a_line_says_which_tools_do_it() {
    let folder = imported();
    let ran = nextrung(folder.path(), "restore monday.db --database postgres://localhost/nowhere");
    assert_eq!((ran.code, ran.err.lines().count()), (2, 1));
    assert!(ran.err.contains("pg_dump") && ran.err.contains("pg_restore"), "{}", ran.err);
}

#[test]
fn the_trail_is_verified_and_a_head_that_was_noted_is_held_against_it() {
    let folder = imported();
    let out = nextrung(folder.path(), "audit verify").quietly();
    assert!(out.ends_with("; 0 wait to be sealed\n"), "whoever writes seals: {out}");
    let noted = format!("audit verify --head 999:{}", "0".repeat(64));
    let ran = nextrung(folder.path(), &noted);
    assert_eq!(ran.code, 1);
    assert!(ran.err.starts_with("the audit trail is broken: the entries from number "), "{}", ran.err);
    assert_eq!(nextrung(folder.path(), "audit verify --head 1:2").code, 2);
}

#[test]
fn migrating_says_from_which_version_to_which() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(nextrung(folder.path(), "migrate").quietly(), format!("a new database, at version {}\n", latest()));
    assert_eq!(nextrung(folder.path(), "migrate").quietly(), format!("at version {} already\n", latest()));
}
