//! What the demo makes is a bundle that the program itself accepts, and reads back as it was.

use std::fs;
use std::path::Path;

use files::{Bundle, BundleWriter, Person};
use tempfile::TempDir;

use super::*;

fn write(people: impl IntoIterator<Item = Person>) -> TempDir {
    let folder = TempDir::new().expect("a temporary folder");
    let mut writer = BundleWriter::create(folder.path(), ladder()).expect("the folder is ours");
    people.into_iter().for_each(|person| writer.write(&person).expect("there is room"));
    writer.finish().expect("there is room");
    folder
}

fn read(folder: &Path) -> Vec<Person> {
    let bundle = Bundle::open(folder).expect("it was just written");
    let checked = bundle.check(ladder(), &mut |_| {}).unwrap_or_else(|refused| panic!("{refused:#?}"));
    checked.people().map(|person| person.expect("it was just checked")).collect()
}

fn workforce(employees: u64) -> impl Iterator<Item = Person> {
    demo::generate(employees, 7, day(demo::AS_OF), ladder())
}

#[test]
fn a_made_up_workforce_of_any_size_has_nothing_for_check_to_refuse() {
    for employees in [1, 2, 12, 13, 14, 15, 50, 131, 3_000] {
        assert_eq!(read(write(workforce(employees)).path()).len() as u64, employees);
    }
}

#[test]
fn the_demo_company_has_nothing_for_check_to_refuse() {
    for as_of in ["2026-01-01", "2026-08-31", "2027-11-30", "2028-02-29", "2028-12-31"] {
        let people = demo::demo(day(as_of), ladder());
        assert_eq!(read(write(people.clone()).path()).len(), people.len());
    }
}

#[test]
fn a_bundle_says_all_that_the_rules_know_of_a_person() {
    for people in [workforce(500).collect(), demo::demo(day(demo::AS_OF), ladder())] {
        for (written, read) in people.iter().zip(read(write(people.clone()).path())) {
            assert_eq!(read.employee, written.employee);
            assert_eq!(read.facts(), written.facts(), "{}", written.employee.employee_number);
        }
    }
}

#[test]
fn the_same_seed_gives_the_same_bytes() {
    let (one, other) = (write(workforce(2_000)), write(workforce(2_000)));
    let mut files = 0;
    for file in fs::read_dir(one.path()).expect("it was just written") {
        let name = file.expect("it was just written").file_name();
        let bytes = |folder: &TempDir| fs::read(folder.path().join(&name)).expect("both have it");
        assert!(bytes(&one) == bytes(&other), "{name:?} differs");
        files += 1;
    }
    assert!(files >= 13, "{files} files");
}
