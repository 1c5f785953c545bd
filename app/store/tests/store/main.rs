//! What the store promises, on both engines.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod audit;
mod conformance;
mod database;
mod dice;
mod forest;
mod opening;
mod permits;
mod plans;
mod queries;
mod scope;
