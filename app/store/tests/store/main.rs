//! What the store promises, on both engines.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]
#![allow(clippy::print_stdout, reason = "a test says what it drew, and its other process that it is ready")]

mod audit;
mod conformance;
mod database;
mod dice;
mod forest;
mod opening;
mod permits;
mod plans;
mod queries;
mod schema;
mod scope;
