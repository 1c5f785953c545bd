//! Any mapping with any export.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[allow(dead_code, reason = "the other target's half")]
#[path = "../../tests/files/held.rs"]
mod held;

fuzz_target!(|bytes: &[u8]| {
    let folder = tempfile::tempdir().expect("a folder");
    held::of_a_mapping(bytes, folder.path());
});
