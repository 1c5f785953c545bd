//! What verifying needs beside a toolchain and a C compiler: installed where it may be, else asked for in one line.

use std::path::Path;
use std::process::{Command, Stdio};

use crate::steps::{Cargo, Steps, say};

/// The browser's target.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// Finds or installs everything; each thing is a step, and one that cannot be had is a failed step.
pub(crate) fn provide(cargo: &Cargo, steps: &mut Steps) {
    let has = |subcommand: &str| succeeds(cargo.command([subcommand, "--version"]));
    provide_one(steps, "rustfmt", "rustup", &["component", "add", "rustfmt"], || has("fmt"));
    provide_one(steps, "clippy", "rustup", &["component", "add", "clippy"], || has("clippy"));
    provide_browser(steps);
}

/// What building for the browser takes; whether it is there.
pub(crate) fn provide_browser(steps: &mut Steps) -> bool {
    provide_one(steps, WASM, "rustup", &["target", "add", WASM], has_wasm_library)
}

fn provide_one(
    steps: &mut Steps,
    need: &str,
    installer: &str,
    arguments: &[&str],
    is_there: impl Fn() -> bool,
) -> bool {
    if is_there() {
        return true;
    }
    let command = format!("{installer} {}", arguments.join(" "));
    steps.time(&format!("install {need}"), &command, || {
        let ran = Command::new(installer).args(arguments).stdin(Stdio::null()).status();
        if !ran.is_ok_and(|status| status.success()) || !is_there() {
            say(&format!(
                "{need} is missing and could not be installed: run `{command}`, or install it as this toolchain was"
            ));
            return Err("missing".to_owned());
        }
        Ok(())
    })
}

/// Whether the compiler that cargo uses has the standard library of the browser's target.
fn has_wasm_library() -> bool {
    let asked =
        Command::new("rustc").args(["--print", "target-libdir", "--target", WASM]).stdin(Stdio::null()).output();
    asked.is_ok_and(|answer| {
        answer.status.success() && has_library(Path::new(String::from_utf8_lossy(&answer.stdout).trim()))
    })
}

fn has_library(folder: &Path) -> bool {
    let Ok(files) = folder.read_dir() else { return false };
    files.flatten().any(|file| file.file_name().to_string_lossy().starts_with("libstd"))
}

fn succeeds(mut command: Command) -> bool {
    let quiet = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    quiet.status().is_ok_and(|status| status.success())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_and_cannot_be_installed_is_a_failed_step_and_never_skipped() {
        let mut steps = Steps::default();
        assert!(!provide_one(&mut steps, "moonlight", "no-such-installer", &[], || false));
        assert_eq!(steps.failed(), ["install moonlight"]);
    }

    #[test]
    fn what_is_there_is_not_installed_again() {
        let mut steps = Steps::default();
        assert!(provide_one(&mut steps, "daylight", "no-such-installer", &[], || true));
        assert_eq!((steps.passed(), steps.failed().len()), (0, 0));
    }

    #[test]
    fn a_folder_without_a_standard_library_has_none() {
        assert!(!has_library(Path::new(env!("CARGO_MANIFEST_DIR"))));
        assert!(!has_library(Path::new("no/such/folder")));
    }
}
