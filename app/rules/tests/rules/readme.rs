//! The README's table of clauses is true: what it names exists, and what exists is named.

use std::collections::BTreeSet;
use std::path::Path;

use crate::situations;

/// The names of all tests of this program, as its files have them.
fn tests(folder: &Path) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for entry in std::fs::read_dir(folder).expect("the folder of the tests is there") {
        let path = entry.expect("it can be listed").path();
        if path.is_dir() {
            names.extend(tests(&path));
            continue;
        }
        let text = std::fs::read_to_string(&path).expect("a test is text");
        let after_the_mark = text.split("#[test]\nfn ").skip(1);
        names.extend(after_the_mark.filter_map(|rest| Some(rest.split_once('(')?.0.to_owned())));
    }
    names
}

/// What stands between backticks in the section on clauses, and is a sentence.
fn named(readme: &str) -> BTreeSet<String> {
    let clauses = readme.split_once("## Clause by clause").expect("the README has that section").1;
    let quoted = clauses.split('`').skip(1).step_by(2).map(str::to_owned);
    quoted.filter(|name| name.matches([' ', '_']).count() >= 3 && !name.starts_with("earliest_on")).collect()
}

#[test]
fn the_readme_names_what_there_is() {
    let crate_folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let readme = std::fs::read_to_string(crate_folder.join("README.md")).expect("the README is there");
    let mut there = tests(&crate_folder.join("tests/rules"));
    there.extend(situations::names());
    let named = named(&readme);
    let gone: Vec<_> = named.difference(&there).collect();
    let unnamed: Vec<_> = there.difference(&named).collect();
    assert!(gone.is_empty(), "the README names what is not there: {gone:#?}");
    assert!(unnamed.is_empty(), "the README does not name: {unnamed:#?}");
}
