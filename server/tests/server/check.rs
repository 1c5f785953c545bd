//! `nextrung check` and `nextrung ladder check`: all problems at once, each with its place.

use crate::program::nextrung;
use crate::samples::{self, LADDER};

#[test]
fn a_good_bundle_is_accounted_for_file_by_file() {
    let folder = samples::folder();
    for bundle in ["people", "people.zip"] {
        let out = nextrung(folder.path(), &format!("check --bundle {bundle} --ladder ladder.toml")).quietly();
        assert!(out.contains("employees.csv: 3 rows") && out.contains("metrics.csv: 3 rows"), "{out}");
    }
}

#[test]
fn all_problems_of_all_files_are_said_at_once_each_with_its_line_and_column() {
    let folder = samples::folder();
    samples::write(
        folder.path(),
        "people/employees.csv",
        "employee_number,full_name,hired_on,job\n1001,Ana Reyes,2026-02-30,csr\n1000,Cem Demir,2020-05-04,teem-lead\n",
    );
    samples::write(folder.path(), "people/trainings.csv", "employee_number,course,status\n1000,bar-raiser,completed\n");
    let ran = nextrung(folder.path(), "check --bundle people --ladder ladder.toml");
    assert_eq!((ran.code, ran.out.as_str()), (1, ""), "{}", ran.err);
    for (place, right) in [
        ("employees.csv:2: hired_on: ", "YYYY-MM-DD"),
        ("employees.csv:3: job: ", "team-lead"),
        ("trainings.csv:2: completed_on: ", ""),
    ] {
        let told = ran
            .err
            .lines()
            .find(|line| line.contains(place))
            .unwrap_or_else(|| panic!("{place} is not in\n{}", ran.err));
        assert!(told.contains(right), "{told}");
    }
}

#[test]
fn a_column_that_nobody_knows_is_reported_and_ignored() {
    let folder = samples::folder();
    samples::write(
        folder.path(),
        "people/employees.csv",
        "employee_number,full_name,hired_on,job,shoe_size\n1001,Ana Reyes,2026-02-01,csr,38\n",
    );
    let ran = nextrung(folder.path(), "check --bundle people --ladder ladder.toml");
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.err.contains("employees.csv: the column `shoe_size`"), "{}", ran.err);
}

#[test]
fn the_codes_of_a_bundle_are_checked_against_the_ladder_that_is_named() {
    let folder = samples::folder();
    samples::write(folder.path(), "other.toml", &LADDER.replace("csat", "delight"));
    let ran = nextrung(folder.path(), "check --bundle people --ladder other.toml");
    assert_eq!(ran.code, 1, "{}", ran.err);
    assert!(ran.err.contains("metrics.csv:2: metric: "), "{}", ran.err);

    samples::write(folder.path(), "people/ladder.toml", LADDER);
    let ran = nextrung(folder.path(), "check --bundle people --ladder other.toml");
    assert_eq!(ran.code, 1, "even where the bundle carries one: {}", ran.err);
    assert!(ran.err.contains("metrics.csv:2: metric: "), "{}", ran.err);
    nextrung(folder.path(), "check --bundle people").quietly();
}

#[test]
fn the_problems_of_both_ladders_are_said_at_once() {
    let folder = samples::folder();
    samples::write(folder.path(), "people/ladder.toml", "[[job]]\nkode = \"csr\"\n");
    samples::write(folder.path(), "other.toml", "[[jobs]]\ncode = \"csr\"\n");
    let ran = nextrung(folder.path(), "check --bundle people --ladder other.toml");
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("other.toml:1: jobs: ") && ran.err.contains("ladder.toml:2: "), "{}", ran.err);
}

#[test]
fn a_ladder_alone_is_checked_by_either_command() {
    let folder = samples::folder();
    assert!(nextrung(folder.path(), "check --ladder ladder.toml").quietly().contains("ladder.toml: no problem"));
    assert_eq!(
        nextrung(folder.path(), "ladder check ladder.toml").quietly(),
        "ladder.toml: 2 jobs, 1 tracks in 1 versions\n"
    );
    samples::write(folder.path(), "ladder.toml", &LADDER.replace("to = \"team-lead\"", "to = \"team-leed\""));
    for line in ["check --ladder ladder.toml", "ladder check ladder.toml"] {
        let ran = nextrung(folder.path(), line);
        assert_eq!((ran.code, ran.out.as_str()), (1, ""));
        assert_eq!(ran.err, "ladder.toml:34: track[0].to: there is no job `team-leed`; did you mean `team-lead`?\n");
    }
}

#[test]
fn asked_to_check_nothing_it_says_what_can_be_checked() {
    let folder = samples::folder();
    for line in ["check", "ladder", "ladder check", "check --map mapping.toml"] {
        assert_eq!(nextrung(folder.path(), line).code, 2, "{line}");
    }
    for line in ["check --ladder nowhere.toml", "check --bundle nowhere", "ladder check nowhere.toml"] {
        assert_eq!(nextrung(folder.path(), line).code, 3, "{line}");
    }
}
