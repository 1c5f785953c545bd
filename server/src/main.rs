//! The program: one binary, a command for each thing it does.

mod clock;
mod commands;
mod database;
mod input;
mod invitation;
mod jobs;
mod outcome;
mod output;
mod progress;
mod report;
mod serve;

use std::process::ExitCode;

use clap::Parser;
use mimalloc::MiMalloc;

/// Pages are thousands of small texts: with the system's own allocator a sixth of the work is theirs.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    outcome::conclude(commands::CommandLine::parse().run())
}
