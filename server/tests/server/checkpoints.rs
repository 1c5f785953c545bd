//! Checkpoints of the audit trail, on both engines: signed, verified without a server, and held against a trail that was cut
//! off or made anew.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};

use crate::killed::postgres;
use crate::program::{Ran, nextrung};
use crate::samples;

/// A company in a database, and the folder in which the operator works.
struct Place {
    folder: tempfile::TempDir,
    database: String,
}

impl Place {
    fn in_sqlite() -> Place {
        Place::of("sqlite:nextrung.db".to_owned())
    }

    fn in_postgresql() -> Place {
        Place::of(new_postgres())
    }

    fn of(database: String) -> Place {
        let folder = samples::folder();
        std::fs::copy(folder.path().join("ladder.toml"), folder.path().join("people/ladder.toml")).unwrap();
        let place = Place { folder, database };
        place.run("import people").quietly();
        place
    }

    fn path(&self, file: &str) -> PathBuf {
        self.folder.path().join(file)
    }

    /// Runs a command beside the database.
    fn alone(&self, line: &str) -> Ran {
        nextrung(self.folder.path(), line)
    }

    /// Runs a command on the database.
    fn run(&self, line: &str) -> Ran {
        self.run_on(&self.database, line)
    }

    fn run_on(&self, database: &str, line: &str) -> Ran {
        self.alone(&format!("{line} --database {database}"))
    }

    /// A checkpoint of the trail as it is, signed with `signing.key`.
    fn checkpoint(&self, file: &str) -> String {
        self.run(&format!("audit checkpoint {file} --key signing.key --company Example")).quietly()
    }

    /// Another database in which everything is as it is here now: by a backup, as the README has it.
    fn copy(&self) -> String {
        if self.database.starts_with("sqlite:") {
            self.run("backup before.db").quietly();
            self.alone("restore before.db --database sqlite:again.db").quietly();
            return "sqlite:again.db".to_owned();
        }
        let again = new_postgres();
        let file = self.path("before.backup");
        let file = file.to_str().unwrap();
        tool("pg_dump", &["--format=custom", &format!("--file={file}"), &self.database]);
        tool("pg_restore", &["--exit-on-error", &format!("--dbname={again}"), file]);
        again
    }

    /// Some of the files, where no database is.
    fn elsewhere(&self, files: &[&str]) -> tempfile::TempDir {
        let elsewhere = tempfile::tempdir().unwrap();
        for file in files {
            std::fs::copy(self.path(file), elsewhere.path().join(file)).unwrap();
        }
        elsewhere
    }
}

/// An empty database, by the address that PostgreSQL's own tools take, too.
fn new_postgres() -> String {
    static MADE: AtomicU32 = AtomicU32::new(0);
    let name = format!("checkpoints_{}_{}", std::process::id(), MADE.fetch_add(1, Ordering::Relaxed));
    tokio::runtime::Runtime::new().unwrap().block_on(store::create_database(&postgres(), &name)).unwrap();
    postgres().replacen("/postgres?", &format!("/{name}?"), 1)
}

#[expect(clippy::disallowed_methods, reason = "a test's settings come from the environment")]
fn setting(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

/// Runs one of PostgreSQL's own: in the folder that `cargo verify` names, else on the path.
fn tool(program: &str, arguments: &[&str]) {
    let folder = setting("NEXTRUNG_TEST_POSTGRES_PROGRAMS");
    let program = folder.map_or(program.into(), |folder| Path::new(&folder).join(program));
    let ran = Command::new(&program).args(arguments).output().unwrap();
    assert!(ran.status.success(), "{program:?} {arguments:?}: {}", String::from_utf8_lossy(&ran.stderr));
}

/// Declares tests that run on each engine.
macro_rules! in_each_place {
    ($($name:ident),+ $(,)?) => {
        mod sqlite {
            $(#[test] fn $name() { super::$name(&super::Place::in_sqlite()); })+
        }
        mod postgres {
            $(#[test] fn $name() { super::$name(&super::Place::in_postgresql()); })+
        }
    };
}

in_each_place! {
    a_checkpoint_is_verified_where_no_database_is,
    a_trail_that_was_cut_off_or_made_anew_with_every_hash_right_is_found_by_a_checkpoint,
    a_trail_taken_out_is_held_against_a_checkpoint_without_a_database,
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

fn a_checkpoint_is_verified_where_no_database_is(place: &Place) {
    place.alone("audit key signing.key").quietly();
    place.alone("audit key other.key").quietly();
    let taken = place.checkpoint("monday");
    let elsewhere = place.elsewhere(&["monday", "signing.key.pub", "other.key.pub"]);
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

fn a_trail_that_was_cut_off_or_made_anew_with_every_hash_right_is_found_by_a_checkpoint(place: &Place) {
    let cut = place.copy();
    place.run("user add one@example.org").quietly();
    place.alone("audit key signing.key").quietly();
    place.checkpoint("monday");
    place.run("user add two@example.org").quietly();
    let held = |database: &str| place.run_on(database, "audit verify --checkpoint monday --key signing.key.pub");
    assert!(held(&place.database).quietly().ends_with("; 0 wait to be sealed\n"), "it has grown since, and holds");
    // The trail as it was before: whole in itself, and shorter.
    assert_eq!(place.run_on(&cut, "audit verify").code, 0, "it shows in no table");
    let ran = held(&cut);
    assert_eq!(ran.code, 1);
    assert!(ran.err.starts_with("the audit trail is broken: the entries from number "), "{}", ran.err);
    // Then as if something else had been done: longer, and every hash is right.
    for name in ["three", "four", "five"] {
        place.run_on(&cut, &format!("user add {name}@example.org")).quietly();
    }
    assert_eq!(place.run_on(&cut, "audit verify").code, 0, "it shows in no table");
    let ran = held(&cut);
    assert_eq!(ran.code, 1);
    assert!(ran.err.starts_with("the audit trail is broken: the chain was made anew at number "), "{}", ran.err);
}

fn a_trail_taken_out_is_held_against_a_checkpoint_without_a_database(place: &Place) {
    place.alone("audit key signing.key").quietly();
    place.checkpoint("monday");
    place.run("user add one@example.org").quietly();
    place.run("audit export trail.jsonl").quietly();
    let elsewhere = place.elsewhere(&["monday", "signing.key.pub", "trail.jsonl"]);
    let line = "audit verify --checkpoint monday --key signing.key.pub --trail trail.jsonl";
    let said = nextrung(elsewhere.path(), line).quietly();
    let sealed = place.run("audit verify").quietly();
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
