//! `nextrung generate`: reproducible, in order, and never over what somebody has.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::program::nextrung;

const GENERATE: &str = "generate --employees 60 --as-of 2026-07-01";

fn contents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let files = folder.read_dir().unwrap().map(Result::unwrap);
    files.map(|file| (file.file_name().into_string().unwrap(), fs::read(file.path()).unwrap())).collect()
}

#[test]
fn the_same_seed_gives_the_same_bytes_and_another_seed_others() {
    let folder = tempfile::tempdir().unwrap();
    for (seed, out) in [(7, "one"), (7, "same"), (8, "other")] {
        assert_eq!(nextrung(folder.path(), &format!("{GENERATE} --seed {seed} {out}")).code, 0);
    }
    let [one, same, other] = ["one", "same", "other"].map(|out| contents(&folder.path().join(out)));
    assert!(one == same && one != other);
    assert!(one.contains_key("employees.csv") && one.len() > 8, "{:?}", one.keys());
}

#[test]
fn what_is_generated_has_no_problem_and_is_assessed_from_a_folder_or_a_zip() {
    let folder = tempfile::tempdir().unwrap();
    for out in ["people", "people.zip"] {
        let ran = nextrung(folder.path(), &format!("{GENERATE} --seed 7 {out}"));
        assert_eq!((ran.code, ran.out.as_str()), (0, ""), "{}", ran.err);
        assert_eq!(ran.err, format!("{out}: 60 people, seed 7, as of 2026-07-01\n"));
        let checked = nextrung(folder.path(), &format!("check --bundle {out}")).quietly();
        assert!(checked.contains("employees.csv: 60 rows"), "{checked}");
    }
    let [folded, zipped] = ["people", "people.zip"]
        .map(|out| nextrung(folder.path(), &format!("assess --bundle {out} --as-of 2026-07-01")).quietly());
    assert!(folded == zipped && folded.lines().count() > 60);
}

#[test]
fn the_census_says_how_jobs_statuses_and_states_are_distributed() {
    let folder = tempfile::tempdir().unwrap();
    let ran = nextrung(folder.path(), &format!("{GENERATE} --seed 7 --census people"));
    assert_eq!(ran.code, 0);
    for counted in ["60 people", "Team Lead", "csr-to-senior-csr", "not_yet"] {
        assert!(ran.out.contains(counted), "{counted} is not in\n{}", ran.out);
    }
}

#[test]
fn nothing_that_is_there_is_written_over() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("mine")).unwrap();
    fs::write(folder.path().join("mine/notes.txt"), "dear diary").unwrap();
    fs::write(folder.path().join("mine.zip"), "dear diary").unwrap();
    for out in ["mine", "mine.zip"] {
        let ran = nextrung(folder.path(), &format!("{GENERATE} --seed 7 {out}"));
        assert_eq!((ran.code, ran.out.as_str()), (3, ""));
        assert!(ran.err.contains("is there already"), "{}", ran.err);
    }
    assert_eq!(contents(&folder.path().join("mine")).len(), 1);
    for line in
        ["generate --employees 0 --seed 1 out", "generate --employees 5 out", "generate --employees 5 --seed x out"]
    {
        assert_eq!(nextrung(folder.path(), line).code, 2, "{line}");
    }
}
