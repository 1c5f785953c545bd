//! Builds and verifies.
fn main() {}
