//! Builds and verifies: what `cargo demo`, `cargo verify` and `cargo ship` run.
//!
//! Nothing but the standard library, so that it compiles in a second; nothing but `--locked` builds, so that what
//! was tried is what is built; no standard input, so that it runs where nobody is watching. What the browser gets is
//! made by a program of its own, `site`.

mod demo;
mod journeys;
mod needs;
mod postgres;
mod results;
mod steps;
mod verify;

use std::path::PathBuf;
use std::process::ExitCode;

use demo::Company;
use steps::{Cargo, Steps};

const USAGE: &str = "cargo demo     serve the fictional company; `cargo demo --fresh` makes it anew, as of today
cargo verify   formatting, lints, documentation, what the browser gets, every test, and journeys in a browser
cargo ship     leave the product, one file, at target/release/nextrung
cargo site     make what the browser gets, for the next build of the server";

fn main() -> ExitCode {
    let Some(cargo) = cargo() else {
        steps::complain("run it by cargo, within the checkout");
        return ExitCode::from(2);
    };
    let wanted: Vec<String> = std::env::args().skip(1).collect();
    match wanted.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["demo"] => demo::run(&cargo, Company::AsItIs),
        ["demo", "--fresh"] => demo::run(&cargo, Company::Anew),
        ["verify"] => verify::run(&cargo),
        ["ship"] => ship(&cargo),
        ["site"] => site_alone(&cargo),
        _ => {
            steps::complain(USAGE);
            ExitCode::from(2)
        }
    }
}

/// The cargo that runs this program, at the top of the checkout.
#[expect(clippy::disallowed_methods, reason = "this is how cargo tells a program it runs which cargo it is")]
fn cargo() -> Option<Cargo> {
    let program = std::env::var_os("CARGO")?;
    let top = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR")?).ancestors().nth(2)?.to_owned();
    Some(Cargo { program: program.into(), top })
}

/// What the browser gets, which the next build of the server takes in.
fn site(cargo: &Cargo, steps: &mut Steps) -> bool {
    let site = ["run", "--locked", "--package", "site"];
    needs::provide_browser(steps) && steps.run("what the browser gets", cargo.command(site))
}

fn site_alone(cargo: &Cargo) -> ExitCode {
    let mut steps = Steps::default();
    site(cargo, &mut steps);
    steps.exit_code()
}

/// Into `target` of the checkout, wherever other builds go.
fn ship(cargo: &Cargo) -> ExitCode {
    let mut steps = Steps::default();
    let target = cargo.top.join("target");
    let mut build = cargo.command(["build", "--locked", "--release", "--package", "server", "--target-dir"]);
    build.arg(&target);
    if site(cargo, &mut steps) && steps.run("build", build) {
        let program = target.join("release").join("nextrung").with_extension(std::env::consts::EXE_EXTENSION);
        steps::say(&program.display().to_string());
    }
    steps.exit_code()
}
