//! The bundle: what is read, what is refused and why, what is written.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops there, in helpers too")]

mod between;
mod dates;
mod format;
mod headers;
mod held;
mod limits;
mod managers;
mod places;
pub(crate) mod round_trip;
mod twice;
mod values;

use std::path::Path;

use files::{Bundle, Checked, Person, Refused};
use rules::Ladder;
use tempfile::TempDir;

/// A ladder with one of everything, and two versions of a track.
pub(crate) fn ladder() -> Ladder {
    files::read_ladder(include_str!("ladder.toml"), "ladder.toml").unwrap()
}

/// Two people about whom nothing else is known.
pub(crate) const EMPLOYEES: &str = "\
employee_number,full_name,hired_on,job
1001,Asha Rao,2020-01-01,csr
1002,Ben Lee,2021-01-01,csr
";

/// A bundle of these files, with the two people where no employees are given.
pub(crate) fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("employees.csv"), EMPLOYEES).unwrap();
    for (name, text) in files {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

pub(crate) fn check(path: &Path) -> Result<Checked, Refused> {
    Bundle::open(path).unwrap().check(&ladder(), &mut |_| ())
}

/// The same with next to no memory: every row goes through a run of its own in the temporary file.
pub(crate) fn check_spilling(path: &Path) -> Result<Checked, Refused> {
    Bundle::open(path).unwrap().with_memory(1).check(&ladder(), &mut |_| ())
}

pub(crate) fn told(checked: Result<Checked, Refused>) -> Vec<String> {
    let refused = checked.err().map(|refused| refused.problems).unwrap_or_default();
    refused.iter().map(ToString::to_string).collect()
}

/// What is wrong with a bundle, a line each; the same however little memory there is.
pub(crate) fn problems(files: &[(&str, &str)]) -> Vec<String> {
    let folder = folder(files);
    let told_in_memory = told(check(folder.path()));
    assert_eq!(told_in_memory, told(check_spilling(folder.path())));
    told_in_memory
}

/// The same of one file whose bytes are given.
pub(crate) fn problems_of_bytes(name: &str, bytes: &[u8]) -> Vec<String> {
    let folder = folder(&[]);
    std::fs::write(folder.path().join(name), bytes).unwrap();
    told(check(folder.path()))
}

/// The people of a sound bundle; the same however little memory there is.
pub(crate) fn people(files: &[(&str, &str)]) -> Vec<Person> {
    let folder = folder(files);
    let [people, spilled] = [check(folder.path()), check_spilling(folder.path())].map(|checked| {
        let checked = checked.unwrap_or_else(|refused| panic!("refused: {:?}", refused.problems));
        let expected = checked.len();
        let people: Vec<_> = checked.people().collect::<Result<_, _>>().unwrap();
        assert_eq!(people.len(), expected);
        people
    });
    assert_eq!(people, spilled);
    people
}

#[test]
fn what_fuzzing_found_in_bundles_stays_found() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/found/bundle");
    let found: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert!(!found.is_empty());
    for path in found {
        held::of_a_bundle(&std::fs::read(path).unwrap());
    }
}
