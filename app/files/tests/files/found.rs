//! What fuzzing began with and what it found, given again to the readers.

use std::path::Path;

use crate::held;

/// Every file of a folder beside the tests.
fn files(folder: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/found").join(folder);
    let entries = std::fs::read_dir(folder).expect("the folder is there");
    let files: Vec<_> =
        entries.map(|entry| std::fs::read(entry.expect("a file").path()).expect("it is read")).collect();
    assert!(!files.is_empty());
    files
}

#[test]
fn what_fuzzing_found_in_ladders_stays_found() {
    for ladder in files("ladder") {
        held::of_a_ladder(&ladder);
    }
}

#[test]
fn what_fuzzing_found_in_mappings_stays_found() {
    for mapping in files("mapping") {
        let folder = tempfile::tempdir().expect("a folder");
        held::of_a_mapping(&mapping, folder.path());
    }
}

#[test]
fn what_fuzzing_found_in_packets_stays_found() {
    for packet in files("packet") {
        held::of_a_packet(&packet);
    }
}
