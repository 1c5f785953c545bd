//! Any bundle at all to its reader.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../tests/files/bundle/held.rs"]
mod held;

fuzz_target!(|bytes: &[u8]| held::of_a_bundle(bytes));
