//! Exports from elsewhere: in by a mapping file, every row accounted for, problems in the export's own terms.

use std::path::Path;

use crate::program::nextrung;
use crate::samples::{self, LADDER};

const EXPORT: &str = "Nr;Person;Seit;Stelle;Chef;Note\n\
    7;Reyes, Ana;01.02.2026;Agent;Demir, Cem;gut\n\
    8;Demir, Cem;04.05.2020;Leitung;;sehr gut\n\
    9;Extern, Eva;04.05.2020;Leitung;;gut\n";

const MAPPING: &str = r#"
[export]
delimiter = ";"
skip = [{ column = "Nr", values = ["9"], why = "contractors" }]

[employees]
employee_number = "Nr"
full_name = { column = "Person", name = "Last, First" }
hired_on = { column = "Seit", date = "DD.MM.YYYY" }
job = { column = "Stelle", values = { "Agent" = "csr", "Leitung" = "team-lead" } }
manager_number = { column = "Chef", by_name = true }

[reviews]
reviewed_on = { column = "Seit", date = "DD.MM.YYYY" }
rating = { column = "Note", values = { "gut" = 2, "sehr gut" = 1 } }
"#;

/// An export of three rows with its mapping, as `export.csv` and `mapping.toml`.
pub(crate) fn add_export(folder: &Path) {
    samples::write(folder, "export.csv", EXPORT);
    samples::write(folder, "mapping.toml", MAPPING);
}

#[test]
fn an_export_is_assessed_by_its_mapping_alone_and_every_row_is_accounted_for() {
    let folder = samples::folder();
    add_export(folder.path());
    let line = "assess --bundle export.csv --map mapping.toml --ladder ladder.toml --as-of 2026-11-22 --format csv";
    let ran = nextrung(folder.path(), line);
    assert_eq!((ran.code, ran.out.lines().count()), (0, 3), "{}", ran.err);
    assert!(ran.out.contains("\n7,Ana Reyes,csr-to-team-lead,2026-11-22,"), "{}", ran.out);
    assert_eq!(ran.err, "export.csv: 3 rows: 2 taken, 1 skipped (contractors), 0 refused\n");
}

#[test]
fn an_export_goes_into_the_database_by_its_mapping_and_is_assessed_as_from_its_file() {
    let folder = samples::folder();
    add_export(folder.path());
    let assessed = |source: &str| {
        let ran = nextrung(folder.path(), &format!("assess {source} --as-of 2026-11-22 --format jsonl"));
        let mut lines: Vec<_> = ran.out.lines().map(str::to_owned).collect();
        lines.sort();
        assert!(ran.code == 0 && !lines.is_empty(), "{}", ran.err);
        lines
    };
    samples::write(folder.path(), "export.csv", &EXPORT.replace("01.02.2026", "31.02.2026"));
    let refused = nextrung(folder.path(), "import export.csv --map mapping.toml");
    assert_eq!((refused.code, refused.out.as_str()), (1, ""), "{}", refused.err);
    assert!(refused.err.contains("1 skipped (contractors), 1 refused"), "{}", refused.err);
    assert!(refused.err.contains("nothing was imported"), "{}", refused.err);
    samples::write(folder.path(), "export.csv", EXPORT);
    let ran = nextrung(folder.path(), "import export.csv --map mapping.toml");
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.err.contains("export.csv: 3 rows: 2 taken, 1 skipped (contractors), 0 refused"), "{}", ran.err);
    assert!(ran.out.contains("people: 2, of whom 2 are new"), "{}", ran.out);
    let from_file = assessed("--bundle export.csv --map mapping.toml");
    assert_eq!(assessed("--database sqlite:nextrung.db"), from_file);
    let again = nextrung(folder.path(), "import export.csv --map mapping.toml");
    assert!(again.out.contains("nothing was written: all of it was known"), "{}", again.out);
}

#[test]
fn where_a_row_is_refused_nothing_is_assessed_and_the_place_is_that_in_the_export() {
    let folder = samples::folder();
    add_export(folder.path());
    samples::write(
        folder.path(),
        "export.csv",
        &EXPORT.replace("01.02.2026", "31.02.2026").replace("sehr gut", "toll"),
    );
    for line in ["assess --bundle export.csv --map mapping.toml", "check --bundle export.csv --map mapping.toml"] {
        let ran = nextrung(folder.path(), line);
        assert_eq!((ran.code, ran.out.as_str()), (1, ""), "{}", ran.err);
        assert!(ran.err.contains("3 rows: 0 taken, 1 skipped (contractors), 2 refused"), "{}", ran.err);
        assert!(ran.err.contains("export.csv:2: Seit: ") && ran.err.contains("export.csv:3: Note: "), "{}", ran.err);
    }
}

#[test]
fn what_only_the_whole_bundle_shows_is_told_in_terms_of_the_export_too() {
    let folder = samples::folder();
    add_export(folder.path());
    samples::write(folder.path(), "export.csv", &EXPORT.replace("8;", "7;"));
    let ran = nextrung(folder.path(), "check --bundle export.csv --map mapping.toml");
    assert_eq!((ran.code, ran.out.as_str()), (1, ""), "{}", ran.err);
    assert!(ran.err.lines().any(|line| line.starts_with("export.csv:3: Nr: ")), "{}", ran.err);
}

#[test]
fn a_title_that_no_job_has_becomes_one_where_the_mapping_says_so() {
    let folder = samples::folder();
    add_export(folder.path());
    samples::write(
        folder.path(),
        "mapping.toml",
        &MAPPING.replace("\"Leitung\" = \"team-lead\" }", "}, new_jobs = true"),
    );
    let ran = nextrung(folder.path(), "check --bundle export.csv --map mapping.toml --ladder ladder.toml");
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.err.contains("`Leitung`"), "{}", ran.err);
    assert!(!LADDER.contains("Leitung"));
}

#[test]
fn a_faulty_mapping_points_and_a_missing_export_cannot_be_read() {
    let folder = samples::folder();
    add_export(folder.path());
    assert_eq!(nextrung(folder.path(), "assess --bundle nowhere.csv --map mapping.toml").code, 3);
    assert_eq!(nextrung(folder.path(), "assess --bundle export.csv --map nowhere.toml").code, 3);
    samples::write(folder.path(), "mapping.toml", &MAPPING.replace("full_name", "ful_name"));
    let ran = nextrung(folder.path(), "assess --bundle export.csv --map mapping.toml");
    assert_eq!((ran.code, ran.out.as_str()), (1, ""));
    assert!(ran.err.contains("mapping.toml:8: ") && ran.err.contains("`full_name`"), "{}", ran.err);
}
