//! `ladder publish`, `ladder export`, and assessing under a version that is named.

use std::fs;
use std::path::Path;

use crate::program::nextrung;
use crate::samples;

/// Has the file's first version of the first track again, from another day on.
fn add_version(folder: &Path, file: &str, on: &str) -> String {
    let text = fs::read_to_string(folder.join("exported.toml")).unwrap();
    let at = text.find("[[track]]").unwrap();
    let first = text[at..].split("\n\n").next().unwrap().trim_end();
    let kept = first.lines().find(|line| line.starts_with("effective_from")).unwrap();
    let new = first.replacen(kept, &format!("effective_from = {on}"), 1);
    fs::write(folder.join(file), format!("{text}\n{new}\n")).unwrap();
    let code = first.lines().find_map(|line| line.strip_prefix("code = ")).unwrap();
    code.trim_matches('"').to_owned()
}

#[test]
fn a_ladder_is_looked_at_before_it_is_published_and_comes_out_as_it_went_in() {
    let folder = samples::folder();
    let run = |line: &str| nextrung(folder.path(), line);
    run("import people").quietly();
    run("ladder export exported.toml").quietly();
    assert_eq!(run("ladder export exported.toml").code, 3, "nothing is written over");
    let track = add_version(folder.path(), "next.toml", "2099-01-01");

    let asked = run("ladder publish next.toml");
    assert_eq!((asked.code, asked.err.lines().count()), (2, 1), "{}", asked.err);
    assert!(asked.out.contains(&format!("new: {track}, effective from 2099-01-01")), "{}", asked.out);
    run("ladder export unchanged.toml").quietly();
    let read = |file: &str| fs::read_to_string(folder.path().join(file)).unwrap();
    assert_eq!(read("unchanged.toml"), read("exported.toml"), "nobody said yes");

    assert!(run("ladder publish next.toml --yes").quietly().contains("published: "));
    run("ladder export published.toml").quietly();
    let ladder = |file: &str| files::read_ladder(&read(file), file).unwrap();
    assert_eq!(ladder("published.toml"), ladder("next.toml"));
    let again = run("ladder publish published.toml").quietly();
    assert_eq!(again, "nothing to publish: this is the ladder in force\n");

    let refused = run("ladder publish exported.toml --yes");
    assert_eq!(refused.code, 1);
    assert!(refused.err.contains(&track) && refused.err.contains("2099-01-01"), "{}", refused.err);
}

#[test]
fn a_version_is_asked_for_by_its_day() {
    let folder = samples::folder();
    let run = |line: &str| nextrung(folder.path(), line);
    run("import people").quietly();
    run("ladder export exported.toml").quietly();
    let track = add_version(folder.path(), "next.toml", "2099-01-01");
    run("ladder publish next.toml --yes").quietly();
    let line = format!("assess --database --track {track} --format jsonl --as-of 2026-11-22");
    let under = run(&format!("{line} --criteria-of 2099-01-01")).quietly();
    assert!(under.lines().count() > 0);
    assert!(under.lines().all(|line| line.contains("\"criteria_effective_from\":\"2099-01-01\"")), "{under}");
    assert!(!run(&line).quietly().contains("\"criteria_effective_from\":\"2099-01-01\""));
    let unknown = run(&format!("{line} --criteria-of 2098-01-01"));
    assert_eq!(unknown.code, 2);
    assert!(unknown.err.contains("2099-01-01"), "{}", unknown.err);
    assert_eq!(run("assess --database --criteria-of 2099-01-01").code, 2, "a version is one of one track");
}
