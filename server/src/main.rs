//! The program: one binary, a command for each thing it does.

mod clock;
mod commands;
mod database;
mod input;
mod outcome;
mod output;
mod progress;
mod report;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    outcome::conclude(commands::CommandLine::parse().run())
}
