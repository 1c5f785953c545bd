//! `nextrung assess`: the answer, its shapes, its order, and how it ends.

use std::io::{BufRead, BufReader};
use std::process::Stdio;

use serde_json::Value;

use crate::program::{command, nextrung};
use crate::samples::{self, ANOTHER_TRACK, LADDER};

const DAY: &str = "assess --bundle people --ladder ladder.toml --as-of 2026-11-22";

/// Section 9 of the rules, letter for letter but for blanks, up to the end of its one finding.
const SECTION_9: &str = r#"{"employee":"1001","track":"csr-to-team-lead","as_of":"2026-11-22","criteria_effective_from":"2026-01-01","next_version":null,"status":"on_course","reason":null,"progress":0.9611,"eligible_since":null,"earliest_on":"2027-02-01","earliest_on_if_verified":"2027-02-01","earliest_on_if_known":"2027-02-01","lapses_on":null,"next_change_on":"2027-02-01","stale_on":"2026-12-11","binding":["0"],"timeline":[["2027-02-01",null]],"findings":[{"path":"0","id":"time","kind":"time_in_job","state":"not_yet","met":false,"met_since":null,"earliest_on":"2027-02-01","lapses_on":null,"progress":0.8055,"timeline":[["2027-02-01",null]],"summary":"12 months in the job: 9 months and 21 days so far","evidence":[{"fact":"assignment","job":"csr","started_on":"2026-02-01"}]}"#;
/// And from there on.
const SECTION_9_ENDS: &str = r#"],"plan":{"eligible_on":"2027-02-01","actions":[],"blocked_by":[]}}"#;

fn json_lines(out: &str) -> Vec<Value> {
    out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn people_and_tracks(out: &str) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    json_lines(out).iter().map(|line| (text(&line["employee"]), text(&line["track"]))).collect()
}

#[test]
fn the_json_of_section_9_comes_out_letter_for_letter() {
    let folder = samples::folder();
    let out = nextrung(folder.path(), &format!("{DAY} --format jsonl --employee 1001")).quietly();
    assert_eq!(out.lines().count(), 1);
    let others = out.trim_end().strip_prefix(SECTION_9).unwrap_or_else(|| panic!("begins otherwise:\n{out}"));
    let others = others.strip_suffix(SECTION_9_ENDS).unwrap_or_else(|| panic!("ends otherwise:\n{out}"));
    let others: Value = serde_json::from_str(&format!("[{}]", others.trim_start_matches(','))).unwrap();
    let told: Vec<_> = others
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| (finding["path"].as_str(), finding["kind"].as_str(), finding["met"].as_bool()))
        .collect();
    let expected = [
        ("1", "certification", true),
        ("2", "any", true),
        ("2.0", "training", true),
        ("2.1", "language", false),
        ("3", "metric", true),
        ("4", "clear_conduct", true),
    ];
    assert_eq!(told, expected.map(|(path, kind, met)| (Some(path), Some(kind), Some(met))));
}

#[test]
fn lines_come_in_the_order_of_employees_csv_then_of_the_tracks_in_the_ladder() {
    let folder = samples::folder();
    samples::write(folder.path(), "ladder.toml", &format!("{LADDER}{ANOTHER_TRACK}"));
    let expected: Vec<_> = ["1001", "1000", "0999"]
        .iter()
        .flat_map(|employee| ["csr-to-team-lead", "a-shortcut"].map(|track| ((*employee).to_owned(), track.to_owned())))
        .collect();
    assert_eq!(people_and_tracks(&nextrung(folder.path(), DAY).quietly()), expected);
    let asked = format!("{DAY} --track a-shortcut --track csr-to-team-lead --employee 0999 --employee 1001");
    let wanted: Vec<_> = expected.into_iter().filter(|(employee, _)| employee != "1000").collect();
    assert_eq!(people_and_tracks(&nextrung(folder.path(), &asked).quietly()), wanted);
}

#[test]
fn a_zip_is_answered_as_its_folder_is() {
    let folder = samples::folder();
    let zipped = nextrung(folder.path(), &DAY.replace("people", "people.zip")).quietly();
    assert_eq!(zipped, nextrung(folder.path(), DAY).quietly());
    assert_eq!(zipped.lines().count(), 3);
}

#[test]
fn csv_has_a_stable_header_and_no_cell_that_starts_a_formula() {
    let folder = samples::folder();
    let out = nextrung(folder.path(), &format!("{DAY} --format csv")).quietly();
    let lines: Vec<_> = out.lines().collect();
    assert_eq!(
        lines[0],
        "employee,full_name,track,as_of,criteria_effective_from,status,reason,progress,eligible_since,earliest_on,\
         earliest_on_if_verified,earliest_on_if_known,lapses_on,next_change_on,stale_on,next_version_effective_from,\
         next_version_status,plan_eligible_on,binding,binding_summary"
    );
    assert_eq!(
        lines[1],
        "1001,Ana Reyes,csr-to-team-lead,2026-11-22,2026-01-01,on_course,,0.9611,,2027-02-01,2027-02-01,2027-02-01,,\
         2027-02-01,2026-12-11,,,2027-02-01,0,12 months in the job: 9 months and 21 days so far"
    );
    assert!(
        lines[2].starts_with("1000,'=Cem Demir,csr-to-team-lead,2026-11-22,2026-01-01,not_applicable,not_in_from_job,")
    );
    assert_eq!(lines.len(), 4);
}

#[test]
fn csv_of_nobody_is_its_header() {
    let folder = samples::folder();
    let out = nextrung(folder.path(), "assess --bundle people --ladder ladder.toml --as-of 1999-01-01 --format csv")
        .quietly();
    assert_eq!(out.lines().count(), 1);
}

#[test]
fn the_table_says_who_stands_where_when_and_what_stands_between() {
    let folder = samples::folder();
    let out = nextrung(folder.path(), &format!("{DAY} --format table")).quietly();
    assert_eq!(
        out.lines().take(2).collect::<Vec<_>>(),
        [
            "1001  Ana Reyes, Customer Service Representative",
            "  csr-to-team-lead  on course       from 2027-02-01         12 months in the job: 9 months and 21 days so far",
        ]
    );
    assert!(!out.contains("Cem Demir"), "a track that does not apply takes no line:\n{out}");
    assert!(out.contains("1 not applicable"), "but is counted:\n{out}");
    let asked = nextrung(folder.path(), &format!("{DAY} --format table --employee 1000")).quietly();
    assert!(asked.contains("not applicable") && asked.contains("not in from job"), "{asked}");
}

#[test]
fn where_nobody_watches_json_lines_are_the_default() {
    let folder = samples::folder();
    let default = nextrung(folder.path(), DAY).quietly();
    assert_eq!(default, nextrung(folder.path(), &format!("{DAY} --format jsonl")).quietly());
}

#[test]
#[expect(clippy::disallowed_methods, reason = "this is about today")]
fn without_a_day_it_is_today() {
    let folder = samples::folder();
    let today = || jiff::Zoned::now().date().to_string();
    let before = today();
    let lines = json_lines(&nextrung(folder.path(), "assess --bundle people --ladder ladder.toml").quietly());
    let said = lines[0]["as_of"].as_str().unwrap();
    assert!(before.as_str() <= said && said <= today().as_str(), "{said}");
}

#[test]
fn a_bundle_s_own_ladder_comes_before_the_one_named_and_that_is_said() {
    let folder = samples::folder();
    samples::write(folder.path(), "people/ladder.toml", &LADDER.replace("months = 12", "months = 24"));
    let ran = nextrung(folder.path(), &format!("{DAY} --employee 1001"));
    assert_eq!(json_lines(&ran.out)[0]["earliest_on"], "2028-02-01");
    assert_eq!((ran.code, ran.err.lines().count()), (0, 1));
    assert!(ran.err.contains("the bundle's own ladder.toml is used"), "{}", ran.err);
}

#[test]
fn without_any_ladder_the_one_that_the_program_ships_with_judges() {
    let folder = samples::folder();
    let out = nextrung(folder.path(), "assess --bundle people --as-of 2026-11-22").quietly();
    assert!(people_and_tracks(&out).contains(&("1001".to_owned(), "csr-to-senior-csr".to_owned())));
}

#[test]
fn an_unknown_track_is_a_usage_error_with_the_nearest_one() {
    let folder = samples::folder();
    let ran = nextrung(folder.path(), &format!("{DAY} --track csr-to-teem-lead"));
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert_eq!(ran.err, "error: --track: there is no track `csr-to-teem-lead`; did you mean `csr-to-team-lead`?\n");
}

#[test]
fn an_unknown_employee_is_said_and_the_others_are_answered() {
    let folder = samples::folder();
    let ran = nextrung(folder.path(), &format!("{DAY} --employee 1001 --employee 4711"));
    assert_eq!(people_and_tracks(&ran.out).len(), 1);
    assert_eq!((ran.code, ran.err.as_str()), (1, "error: there is no employee `4711`\n"));
}

#[test]
fn a_bundle_with_a_problem_is_not_assessed_and_the_problem_points() {
    let folder = samples::folder();
    samples::write(
        folder.path(),
        "people/employees.csv",
        "employee_number,full_name,hired_on,job\n1001,Ana Reyes,2026-02-30,csr\n",
    );
    let ran = nextrung(folder.path(), DAY);
    assert_eq!((ran.code, ran.out.as_str()), (1, ""));
    assert!(ran.err.contains("employees.csv:2: hired_on: a date is written YYYY-MM-DD"), "{}", ran.err);
}

#[test]
fn what_cannot_be_read_is_another_ending_than_what_is_wrong() {
    let folder = samples::folder();
    for line in
        ["assess --bundle nowhere", "assess --bundle people --ladder nowhere.toml", "assess --bundle ladder.toml"]
    {
        let ran = nextrung(folder.path(), line);
        assert_eq!((ran.code, ran.out.as_str(), ran.err.lines().count()), (3, "", 1), "{line}: {}", ran.err);
    }
    for line in [
        "assess",
        "assess --bundle people --as-of 2026-02-30",
        "assess --bundle people --demo",
        "assess --bundle people --format xml",
        "assess --map m.toml --demo",
    ] {
        let ran = nextrung(folder.path(), line);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{line}: {}", ran.err);
    }
}

#[test]
fn who_has_read_enough_ends_it_quietly() {
    let folder = samples::folder();
    for format in ["jsonl", "csv", "table"] {
        let line = format!("assess --demo --as-of 2026-11-22 --format {format}");
        let whole = nextrung(folder.path(), &line).quietly();
        assert!(whole.len() > 64 * 1024 || format == "table", "more than a pipe holds: {}", whole.len());
        let mut child = command(folder.path(), &line).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut first = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut first).unwrap();
        assert_eq!(Some(first.trim_end()), whole.lines().next());
        let ended = child.wait_with_output().unwrap();
        assert_eq!((ended.status.code(), ended.stderr), (Some(0), Vec::new()), "{format}");
    }
}

#[test]
fn the_fictional_company_is_assessed_without_any_file() {
    let folder = tempfile::tempdir().unwrap();
    let out = nextrung(folder.path(), "assess --demo --as-of 2026-11-22").quietly();
    let statuses: std::collections::BTreeSet<_> =
        json_lines(&out).iter().map(|line| line["status"].to_string()).collect();
    assert_eq!(statuses.len(), 5, "every status is there: {statuses:?}");
}
