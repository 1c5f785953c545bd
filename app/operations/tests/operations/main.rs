//! What operations do, on both engines.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]
#![allow(clippy::print_stdout, reason = "a test says what it drew")]

mod accounts;
mod audit;
mod backup;
mod company;
mod corrections;
mod daily_jobs;
mod database;
mod demonstration;
#[path = "../../../store/tests/store/dice.rs"]
mod dice;
mod import;
mod ladder;
mod moves;
mod nominations;
mod permissions;
mod record;
mod scope;
mod signing_in;
mod stored;
mod threads;
mod time_zone;
