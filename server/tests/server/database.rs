//! The commands that work on a database.

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
