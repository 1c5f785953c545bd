//! Tracks and their versions.

use rules::{Ladder, TrackKind, WorkMode};

use super::{problem, problems};

const JOBS: &str = "[[job]]\ncode = \"csr\"\n[[job]]\ncode = \"lead\"\n";
const CRITERIA: &str = "criteria = [{ tenure = { months = 1 } }]\n";

fn version(code: &str, from_on: &str, more: &str) -> String {
    let head = format!("[[track]]\ncode = \"{code}\"\nfrom = [\"csr\"]\nto = \"lead\"\nkind = \"promotion\"\n");
    format!("{head}effective_from = {from_on}\n{more}{CRITERIA}")
}

fn ladder(tracks: &str) -> Ladder {
    files::read_ladder(&format!("{JOBS}{tracks}"), "ladder.toml").expect("the ladder is taken")
}

#[test]
fn entries_of_one_code_are_versions_of_one_track_by_their_date() {
    let read = ladder(
        &[version("b", "2027-01-01", ""), version("a", "2026-06-01", ""), version("b", "2026-01-01", "")].concat(),
    );
    let codes: Vec<_> = read.tracks.iter().map(|track| track.code.as_str()).collect();
    assert_eq!(codes, ["b", "a"]);
    let days: Vec<_> = read.tracks[0].versions.iter().map(|version| version.effective_from.to_string()).collect();
    assert_eq!(days, ["2026-01-01", "2027-01-01"]);
}

#[test]
fn a_track_has_all_that_section_8_shows() {
    let more = "typical_months = [12, 18]\npay_increase_percent = [20, 30.5]\n\
                where = { site = [\"Lisbon\"], country = [\"PT\"], unit = [\"U\"], work_mode = [\"remote\"] }\n";
    let read = ladder(&version("a", "2026-01-01", more));
    let version = &read.tracks[0].versions[0];
    assert_eq!(version.kind, TrackKind::Promotion);
    assert_eq!((version.from[0].0, version.to.0), (0, 1));
    assert_eq!(version.typical_months, Some((12, 18)));
    assert_eq!(version.pay_increase_percent, Some((20.into(), "30.5".parse().expect("30.5"))));
    assert_eq!(version.limits.site.as_deref(), Some(&["Lisbon".into()][..]));
    assert_eq!(version.limits.country.as_deref(), Some(&["PT".into()][..]));
    assert_eq!(version.limits.unit.as_deref(), Some(&["U".into()][..]));
    assert_eq!(version.limits.work_mode.as_deref(), Some(&[WorkMode::Remote][..]));
}

#[test]
fn a_date_may_stand_in_quotes() {
    let read = ladder(&version("a", "\"2026-02-28\"", ""));
    assert_eq!(read.tracks[0].versions[0].effective_from.to_string(), "2026-02-28");
}

#[test]
fn a_date_that_is_none_is_refused() {
    let right = "a date is written YYYY-MM-DD and must exist in the calendar";
    for written in ["\"2026-2-28\"", "\"2026-02-30\"", "\"28-02-2026\"", "2026-01-01T10:00:00"] {
        let said = problem(&format!("{JOBS}{}", version("a", written, "")));
        let shown = written.trim_matches('"');
        assert_eq!(said, format!("ladder.toml:10: track[0].effective_from: {right}, not `{shown}`"));
    }
    let said = problem(&format!("{JOBS}{}", version("a", "2026", "")));
    assert_eq!(said, "ladder.toml:10: track[0].effective_from: a date, as in 2026-01-01, is asked here, not a number");
}

#[test]
fn two_versions_of_a_track_from_the_same_day_are_refused() {
    let said = problem(&[JOBS, &version("a", "2026-01-01", ""), &version("a", "2026-01-01", "")].concat());
    assert_eq!(said, "ladder.toml:12: track[1]: the track `a` has a version from 2026-01-01 on already, in line 5");
}

#[test]
fn each_missing_key_of_a_track_is_told() {
    let said = problems("[[track]]\n");
    let keys = ["code", "from", "to", "kind", "effective_from", "criteria"];
    assert_eq!(said, keys.map(|key| format!("ladder.toml:1: track[0]: the key `{key}` is missing")));
}

#[test]
fn unknown_jobs_and_kinds_are_refused() {
    let text = version("a", "2026-01-01", "").replace("[\"csr\"]", "[\"crs\"]").replace("\"lead\"", "\"laed\"");
    let said = problems(&format!("{JOBS}{}", text.replace("promotion", "demotion")));
    assert_eq!(
        said,
        [
            "ladder.toml:7: track[0].from[0]: there is no job `crs`; did you mean `csr`?",
            "ladder.toml:8: track[0].to: there is no job `laed`; did you mean `lead`?",
            "ladder.toml:9: track[0].kind: one of `promotion`, `lateral` is asked here, not `demotion`",
        ]
    );
}

#[test]
fn a_track_from_nowhere_is_refused() {
    let said = problem(&format!("{JOBS}{}", version("a", "2026-01-01", "").replace("[\"csr\"]", "[]")));
    assert_eq!(said, "ladder.toml:7: track[0].from: the list is empty: leave the key out, or name something");
}

#[test]
fn pairs_are_two_numbers_in_order() {
    for (written, right) in [
        ("typical_months = [18, 12]", "typical_months: the first number is larger than the second"),
        ("typical_months = [12]", "typical_months: two numbers are asked here, from and to, as in [12, 18]"),
        ("typical_months = 12", "typical_months: a list is asked here, not a number"),
        ("typical_months = [1.5, 2]", "typical_months[0]: a whole number from 0 to 1000000 is asked here, not `1.5`"),
        ("pay_increase_percent = [30, 20]", "pay_increase_percent: the first number is larger than the second"),
        ("pay_increase_percent = [\"a\", 20]", "pay_increase_percent[0]: a number is asked here, not a text"),
    ] {
        let said = problem(&format!("{JOBS}{}", version("a", "2026-01-01", &format!("{written}\n"))));
        assert_eq!(said, format!("ladder.toml:11: track[0].{right}"));
    }
}

#[test]
fn a_where_with_an_unknown_key_an_empty_list_or_an_unknown_work_mode_is_refused() {
    for (written, right) in [
        ("{ sites = [\"L\"] }", ".sites: there is no key `sites`; did you mean `site`?"),
        ("{ site = [] }", ".site: the list is empty: leave the key out, or name something"),
        ("{ work_mode = [\"home\"] }", ".work_mode[0]: one of `on_site`, `remote`, `hybrid` is asked here, not `home`"),
    ] {
        let said = problem(&format!("{JOBS}{}", version("a", "2026-01-01", &format!("where = {written}\n"))));
        assert_eq!(said, format!("ladder.toml:11: track[0].where{right}"));
    }
}

#[test]
fn the_same_id_may_stand_in_two_versions() {
    let with_id = |on| version("a", on, "").replace("{ tenure", "{ id = \"time\", tenure");
    let read = ladder(&[with_id("2026-01-01"), with_id("2027-01-01")].concat());
    assert!(read.tracks[0].versions.iter().all(|version| version.criteria[0].id.as_deref() == Some("time")));
}
