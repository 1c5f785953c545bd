//! Any text at all to the reader of packets.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[allow(dead_code, reason = "the other targets' part")]
#[path = "../../tests/files/held.rs"]
mod held;

fuzz_target!(|bytes: &[u8]| held::of_a_packet(bytes));
