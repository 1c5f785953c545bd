//! The journeys of `end2end`, in a real browser, against the program that the tests before them were run with.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::needs::{install_package, is_on_path};
use crate::postgres::Postgres;
use crate::steps::{Cargo, Steps};

/// The browser, as Debian calls both program and package.
const BROWSER: &str = "chromium";

/// Each is a step, and what is missing a failed one.
pub(crate) fn run(cargo: &Cargo, steps: &mut Steps, postgres: Option<&Postgres>) {
    let folder = cargo.top.join("end2end");
    if provide_browser(steps) && provide_modules(steps, &folder) {
        steps.time("journeys", "npm test in end2end", || {
            let mut test = npm(&folder, &["test"]);
            test.env("NEXTRUNG_PROGRAM", program()?);
            if let Some(postgres) = postgres {
                test.env("NEXTRUNG_TEST_POSTGRES", postgres.address());
                test.env("NEXTRUNG_TEST_POSTGRES_PROGRAMS", postgres.programs());
            }
            done(test)
        });
    }
}

/// The browser that `CHROMIUM` names, or Debian's, installed where that may be done.
fn provide_browser(steps: &mut Steps) -> bool {
    if names_browser() || is_on_path(BROWSER) {
        return true;
    }
    install_package(steps, BROWSER);
    is_on_path(BROWSER)
        || steps.time("browser for the journeys", BROWSER, || {
            Err(format!("{BROWSER} is missing: install your system's package, or name it with CHROMIUM"))
        })
}

/// What the journeys are written with, as their lock file has it; no browser with it.
fn provide_modules(steps: &mut Steps, folder: &Path) -> bool {
    steps.time("modules for the journeys", "npm ci in end2end", || {
        if !is_on_path("node") || !is_on_path("npm") {
            return Err("Node.js is missing: install it with its npm, version 20 or later".to_owned());
        }
        let mut install = npm(folder, &["ci", "--no-audit", "--no-fund", "--loglevel", "error"]);
        install.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        done(install)
    })
}

fn npm(folder: &Path, arguments: &[&str]) -> Command {
    let mut npm = Command::new("npm");
    npm.args(arguments).current_dir(folder).stdin(Stdio::null());
    npm
}

fn done(mut command: Command) -> Result<(), String> {
    let status = command.status().map_err(|error| error.to_string())?;
    if status.success() { Ok(()) } else { Err(status.to_string()) }
}

/// The program that the tests of the server had built: it lies beside this one.
fn program() -> Result<PathBuf, String> {
    let here = std::env::current_exe().map_err(|error| error.to_string())?;
    let program = here.with_file_name("nextrung").with_extension(std::env::consts::EXE_EXTENSION);
    if program.is_file() { Ok(program) } else { Err(format!("{} was not built", program.display())) }
}

#[expect(clippy::disallowed_methods, reason = "where another browser is, is the machine's to say")]
fn names_browser() -> bool {
    std::env::var_os("CHROMIUM").is_some()
}
