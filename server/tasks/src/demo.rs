//! `cargo demo`: the fictional company, served from a database of its own that stays from one time to the next.

use std::io::ErrorKind;
use std::path::Path;
use std::process::{Command, ExitCode};

use crate::site;
use crate::steps::{Cargo, Steps, complain, say, shown};

/// Seen from the top of the checkout.
const FOLDER: &str = "target/demo";
const DATABASE: &str = "nextrung.db";

/// What becomes of the company that an earlier demonstration left.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Company {
    /// It goes on.
    AsItIs,
    /// It is forgotten, and made again as of today.
    Anew,
}

/// Optimised, but not as far as what is shipped, which takes longer to build.
pub(crate) fn run(cargo: &Cargo, company: Company) -> ExitCode {
    let mut steps = Steps::default();
    let build = cargo.command(["build", "--locked", "--profile", "demo", "--package", "server"]);
    if !site(cargo, &mut steps) || !steps.run("build", build) {
        return steps.exit_code();
    }
    let folder = cargo.top.join(FOLDER);
    let made = || std::fs::create_dir_all(&folder).map_err(|error| error.to_string());
    let prepared = match company {
        Company::AsItIs => made(),
        Company::Anew => forget(&folder).and_then(|()| made()),
    };
    if let Err(error) = prepared {
        complain(&format!("{FOLDER}: {error}"));
        return ExitCode::FAILURE;
    }
    let mut serve = cargo.command(["run", "--locked", "--quiet", "--profile", "demo", "--package", "server"]);
    serve.args(["--", "serve", "--demo", "--database", &format!("sqlite:{FOLDER}/{DATABASE}")]);
    say(&format!("\n== serve: {}\n", shown(&serve)));
    become_it(serve)
}

/// The database and what SQLite keeps beside it.
fn forget(folder: &Path) -> Result<(), String> {
    for beside in ["", "-wal", "-shm"] {
        let file = folder.join(format!("{DATABASE}{beside}"));
        match std::fs::remove_file(&file) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(format!("{}: {error}", file.display())),
            _ => {}
        }
    }
    Ok(())
}

/// From here on we are that program: whoever stops us stops it, and it ends in its own time.
#[cfg(unix)]
fn become_it(mut program: Command) -> ExitCode {
    let error = std::os::unix::process::CommandExt::exec(&mut program);
    complain(&error.to_string());
    ExitCode::FAILURE
}

#[cfg(not(unix))]
fn become_it(mut program: Command) -> ExitCode {
    match program.status() {
        Ok(status) if status.success() => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            complain(&error.to_string());
            ExitCode::FAILURE
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_company_is_forgotten_with_all_that_was_written_of_it() {
        let folder = std::env::temp_dir().join(format!("nextrung-demo-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        for file in ["nextrung.db", "nextrung.db-wal", "nextrung"] {
            std::fs::write(folder.join(file), "").unwrap();
        }
        forget(&folder).unwrap();
        forget(&folder).unwrap();
        let left: Vec<_> = folder.read_dir().unwrap().map(|file| file.unwrap().file_name()).collect();
        assert_eq!(left, ["nextrung"], "the program lies in the same folder");
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
