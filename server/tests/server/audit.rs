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

/// A checkpoint of the trail as it is, signed with `signing.key`.
fn checkpoint(folder: &Path, file: &str) -> String {
    nextrung(folder, &format!("audit checkpoint {file} --key signing.key --company Example")).quietly()
}

#[test]
fn a_key_is_its_owners_and_is_never_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let out = nextrung(folder.path(), "audit key signing.key").quietly();
    let public = std::fs::read_to_string(folder.path().join("signing.key.pub")).unwrap();
    assert!(out.ends_with(&format!("signing.key.pub: {public}")) && public.trim().len() == 64, "{out}");
    let secret = std::fs::read_to_string(folder.path().join("signing.key")).unwrap();
    assert!(!out.contains(secret.lines().last().unwrap()), "the secret is said nowhere");
    let ran = nextrung(folder.path(), "audit key signing.key");
    assert_eq!((ran.code, ran.err.as_str()), (3, "error: signing.key: is there already, and is not written over\n"));
    assert_eq!(std::fs::read_to_string(folder.path().join("signing.key")).unwrap(), secret);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let key = folder.path().join("signing.key");
        assert_eq!(std::fs::metadata(&key).unwrap().permissions().mode() & 0o777, 0o600);
        std::fs::set_permissions(&key, std::fs::Permissions::from_mode(0o640)).unwrap();
        let ran = nextrung(folder.path(), "audit checkpoint monday --key signing.key --company Example");
        assert_eq!(ran.code, 3);
        assert!(ran.err.starts_with("error: signing.key: others can read it too"), "{}", ran.err);
    }
}

#[test]
fn a_checkpoint_is_verified_where_no_database_is() {
    let folder = imported();
    nextrung(folder.path(), "audit key signing.key").quietly();
    nextrung(folder.path(), "audit key other.key").quietly();
    let taken = checkpoint(folder.path(), "monday");
    let elsewhere = tempfile::tempdir().unwrap();
    for file in ["monday", "signing.key.pub", "other.key.pub"] {
        std::fs::copy(folder.path().join(file), elsewhere.path().join(file)).unwrap();
    }
    let said = nextrung(elsewhere.path(), "audit verify --checkpoint monday --key signing.key.pub").quietly();
    assert!(said.starts_with("monday: Example, 2") && said.ends_with("; the signature holds\n"), "{said}");
    let head = taken.split_once("head ").unwrap().1.split_once(',').unwrap().0;
    assert!(said.contains(head), "{said}");
    let key = std::fs::read_to_string(elsewhere.path().join("signing.key.pub")).unwrap();
    let by_digits = nextrung(elsewhere.path(), &format!("audit verify --checkpoint monday --key {}", key.trim()));
    assert_eq!(by_digits.quietly(), said);
    let ran = nextrung(elsewhere.path(), "audit verify --checkpoint monday --key other.key.pub");
    assert_eq!((ran.code, ran.out.as_str()), (1, ""));
    assert!(ran.err.starts_with("monday: it is signed with another key, "), "{}", ran.err);
    let text = std::fs::read_to_string(elsewhere.path().join("monday")).unwrap();
    std::fs::write(elsewhere.path().join("monday"), text.replace("Example", "Exemple")).unwrap();
    let ran = nextrung(elsewhere.path(), "audit verify --checkpoint monday --key signing.key.pub");
    assert_eq!(ran.err, "monday: its signature does not fit: it was changed, or was never signed\n");
    assert_eq!(nextrung(elsewhere.path(), "audit verify --checkpoint monday").code, 2, "by which key, it must be said");
}

#[test]
fn a_trail_that_was_cut_off_or_made_anew_with_every_hash_right_is_found_by_a_checkpoint() {
    let folder = imported();
    nextrung(folder.path(), "backup before.db").quietly();
    nextrung(folder.path(), "user add one@example.org").quietly();
    nextrung(folder.path(), "audit key signing.key").quietly();
    checkpoint(folder.path(), "monday");
    nextrung(folder.path(), "user add two@example.org").quietly();
    let held = |database: &str| {
        let line = format!("audit verify --checkpoint monday --key signing.key.pub --database sqlite:{database}");
        nextrung(folder.path(), &line)
    };
    assert!(held("nextrung.db").quietly().ends_with("; 0 wait to be sealed\n"), "it has grown since, and holds");
    // The trail as it was before: whole in itself, and shorter.
    nextrung(folder.path(), "restore before.db --database sqlite:cut.db").quietly();
    assert_eq!(nextrung(folder.path(), "audit verify --database sqlite:cut.db").code, 0, "it shows in no table");
    let ran = held("cut.db");
    assert_eq!(ran.code, 1);
    assert!(ran.err.starts_with("the audit trail is broken: the entries from number "), "{}", ran.err);
    // Then as if something else had been done: longer, and every hash is right.
    for name in ["three", "four", "five"] {
        nextrung(folder.path(), &format!("user add {name}@example.org --database sqlite:cut.db")).quietly();
    }
    assert_eq!(nextrung(folder.path(), "audit verify --database sqlite:cut.db").code, 0, "it shows in no table");
    let ran = held("cut.db");
    assert_eq!(ran.code, 1);
    assert!(ran.err.starts_with("the audit trail is broken: the chain was made anew at number "), "{}", ran.err);
}

#[test]
fn a_trail_taken_out_is_held_against_a_checkpoint_without_a_database() {
    let folder = imported();
    nextrung(folder.path(), "audit key signing.key").quietly();
    checkpoint(folder.path(), "monday");
    nextrung(folder.path(), "user add one@example.org").quietly();
    nextrung(folder.path(), "audit export trail.jsonl").quietly();
    let elsewhere = tempfile::tempdir().unwrap();
    for file in ["monday", "signing.key.pub", "trail.jsonl"] {
        std::fs::copy(folder.path().join(file), elsewhere.path().join(file)).unwrap();
    }
    let line = "audit verify --checkpoint monday --key signing.key.pub --trail trail.jsonl";
    let said = nextrung(elsewhere.path(), line).quietly();
    let sealed = nextrung(folder.path(), "audit verify").quietly();
    assert!(said.ends_with(&sealed), "the database says the same: {said}{sealed}");
    let trail = std::fs::read_to_string(elsewhere.path().join("trail.jsonl")).unwrap();
    let first = trail.lines().next().unwrap();
    std::fs::write(elsewhere.path().join("trail.jsonl"), format!("{first}\n")).unwrap();
    let ran = nextrung(elsewhere.path(), "audit verify --trail trail.jsonl");
    assert_eq!(ran.code, 0, "what is cut off leaves no trace: {}", ran.err);
    let ran = nextrung(elsewhere.path(), line);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("the entries from number 2 on are gone"), "{}", ran.err);
    std::fs::write(elsewhere.path().join("trail.jsonl"), trail.replacen("ladder", "letter", 1)).unwrap();
    assert_eq!(nextrung(elsewhere.path(), line).code, 1);
}
