//! The commands that work on a database.

use crate::killed::postgres;
use crate::program::nextrung;
use crate::samples;

#[test]
fn what_is_assessed_from_the_database_is_what_is_assessed_from_the_files() {
    let folder = samples::folder();
    std::fs::copy(folder.path().join("ladder.toml"), folder.path().join("people/ladder.toml")).unwrap();
    let sorted = |out: String| {
        let mut lines: Vec<_> = out.lines().map(str::to_owned).collect();
        lines.sort();
        lines
    };
    let run = |line: &str| nextrung(folder.path(), &format!("{line} --as-of 2026-11-22 --format jsonl"));
    let from_files = sorted(run("assess --bundle people").quietly());
    nextrung(folder.path(), "import people").quietly();
    assert_eq!(sorted(run("assess --database sqlite:nextrung.db").quietly()), from_files);
    assert_eq!(sorted(run("assess --database").quietly()), from_files, "nobody says where");
    nextrung(folder.path(), "export --format bundle again").quietly();
    assert_eq!(sorted(run("assess --bundle again").quietly()), from_files, "the bundle carries its ladder");
}

#[test]
fn who_only_reads_is_not_given_an_empty_database() {
    let folder = samples::folder();
    for line in ["assess --database", "export --format bundle out"] {
        let ran = nextrung(folder.path(), line);
        assert_eq!((ran.code, ran.out.as_str()), (3, ""));
        assert!(ran.err.contains("there is no database here"), "{}", ran.err);
        assert!(!folder.path().join("nextrung.db").exists());
    }
}

/// Brings people in, corrects one of them by a second feed, and takes both back.
fn an_import_is_taken_back(database: &str) {
    let folder = samples::folder();
    let run = |line: &str| nextrung(folder.path(), &format!("{line} --database {database}"));
    let everyone = || run("assess --as-of 2026-11-22 --format jsonl").quietly();
    run("migrate").quietly();
    assert_eq!(run("import --list").quietly(), "nothing was imported yet\n");
    let none = run("import --undo last");
    assert_eq!((none.code, none.err.as_str()), (1, "error: no import stands here\n"));
    run("import people").quietly();
    let before = everyone();
    let employees = folder.path().join("people/employees.csv");
    let rows = std::fs::read_to_string(&employees).unwrap();
    std::fs::write(&employees, rows.replacen(",csr,", ",senior-csr,", 1)).unwrap();
    let said = run("import people").quietly();
    let id = said.lines().find_map(|line| line.strip_prefix("import ")).unwrap();
    assert_ne!(everyone(), before);
    let listed = run("import --list").quietly();
    assert!(listed.lines().next().unwrap().starts_with(id) && listed.lines().count() == 2, "{listed}");

    let taken = run(&format!("import --undo {id}")).quietly();
    assert_eq!(taken, format!("import {id} is taken back: what it had corrected or ended holds again\n"));
    assert_eq!(everyone(), before);
    let listed = run("import --list").quietly();
    assert!(listed.lines().next().unwrap().ends_with("; taken back"), "{listed}");
    let again = run(&format!("import --undo {id}"));
    assert_eq!(again.code, 1);
    assert_eq!(again.err, format!("error: no import {id} stands here: `nextrung import --list` says which do\n"));
    run("import --undo last").quietly();
    assert_eq!(everyone(), "");
}

#[test]
fn an_import_is_taken_back_in_sqlite() {
    an_import_is_taken_back("sqlite:nextrung.db");
}

#[test]
fn an_import_is_taken_back_in_postgresql() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let name = format!("taken_back_{}", std::process::id());
    an_import_is_taken_back(&runtime.block_on(store::create_database(&postgres(), &name)).unwrap());
}

#[test]
fn an_import_on_which_something_rests_is_not_taken_back() {
    let folder = samples::folder();
    let run = |line: &str| nextrung(folder.path(), line);
    let first = run("import people").quietly();
    let id = first.lines().find_map(|line| line.strip_prefix("import ")).unwrap();
    let employees = folder.path().join("people/employees.csv");
    let rows = std::fs::read_to_string(&employees).unwrap();
    std::fs::write(&employees, rows.replacen(",csr,", ",senior-csr,", 1)).unwrap();
    run("import people").quietly();
    let refused = run(&format!("import --undo {id}"));
    assert_eq!(refused.code, 1);
    assert!(refused.err.contains("because something rests on it: later changes corrected or ended"), "{}", refused.err);
    for line in ["import people --undo last", "import --list --undo last", "import --undo soon", "import"] {
        assert_eq!(run(line).code, 2, "{line}");
    }
}
