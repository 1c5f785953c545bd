//! What verifying needs beside a toolchain and a C compiler: installed where it may be, else asked for in one line.

use std::path::{Path, PathBuf};
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

/// Installs a package of Debian's or its kin, where that may be done: as root.
pub(crate) fn install_package(steps: &mut Steps, package: &str) {
    if !is_root() || !is_on_path("apt-get") {
        return;
    }
    let mut update = Command::new("apt-get");
    update.args(["update"]);
    steps.run("look up packages", update);
    let mut install = Command::new("apt-get");
    install.env("DEBIAN_FRONTEND", "noninteractive").args(["install", "--yes", package]);
    steps.run(&format!("install {package}"), install);
}

/// Whether a program is where programs are looked for.
pub(crate) fn is_on_path(program: &str) -> bool {
    folders_on_path().any(|folder| folder.join(program).with_extension(std::env::consts::EXE_EXTENSION).is_file())
}

/// Where programs are looked for.
#[expect(clippy::disallowed_methods, reason = "where programs are is the system's to say")]
pub(crate) fn folders_on_path() -> impl Iterator<Item = PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).collect::<Vec<_>>().into_iter()
}

pub(crate) fn is_root() -> bool {
    let asked = Command::new("id").arg("-u").stdin(Stdio::null()).output();
    asked.is_ok_and(|answer| answer.stdout.trim_ascii() == b"0")
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
