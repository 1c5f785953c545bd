//! What the browser runs: the islands of `web`, as one WebAssembly module.

pub use web::{Stage, WhatIf};
