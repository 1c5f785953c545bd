//! A PostgreSQL of our own for the tests: in a temporary folder, without a port, gone when they are done.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use crate::needs::{folders_on_path, install_package, is_root};
use crate::steps::{Steps, shown};

/// Where Debian and its kin keep the server's programs, which are on nobody's path.
const DEBIAN: &str = "/usr/lib/postgresql";
/// Durability is not what these tests are about, and they make a database each.
const OPTIONS: &str = "-c listen_addresses='' -c fsync=off -c synchronous_commit=off -c full_page_writes=off \
                       -c max_connections=300";

/// Stops the server and removes its folder once nothing holds its standard input any more: when we are done, and
/// also when we are killed.
const GUARD: &str = r#"trap '' HUP INT TERM; echo; exec >/dev/null; cat; "$@"; rm -rf -- "$0""#;

/// A running server; stopped, and its folder removed, when this is dropped or the program ends in whatever way.
pub(crate) struct Postgres {
    programs: PathBuf,
    folder: PathBuf,
    guard: Child,
}

impl Postgres {
    /// Starts a server, installing PostgreSQL first where that may be done; a step that fails where it cannot.
    pub(crate) fn start(steps: &mut Steps) -> Option<Postgres> {
        if programs().is_none() {
            install_package(steps, "postgresql");
        }
        let mut server = None;
        steps.time("PostgreSQL for the tests", "initdb and pg_ctl in a temporary folder", || {
            let missing = "PostgreSQL is missing: install your system's package `postgresql`, 15 or later";
            server = Some(start(&programs().ok_or(missing)?)?);
            Ok(())
        });
        server
    }

    /// Where its other programs are: `pg_dump`, `pg_restore`.
    pub(crate) fn programs(&self) -> &Path {
        &self.programs
    }

    /// What the tests connect to.
    pub(crate) fn address(&self) -> String {
        format!("postgres://postgres@localhost/postgres?host={}", self.folder.display())
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        drop(self.guard.stdin.take());
        // The guard needs nobody to wait for it; we do so only to leave nothing behind.
        let _ = self.guard.wait();
    }
}

fn start(programs: &Path) -> Result<Postgres, String> {
    let folder = std::env::temp_dir().join(format!("nextrung-postgres-{}", std::process::id()));
    std::fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let stop = as_server(&programs.join("pg_ctl"), &["-D", &data(&folder), "-m", "immediate", "stop"]);
    let server = Postgres { programs: programs.to_owned(), guard: guard(&folder, &stop)?, folder };
    if is_root() {
        let mut own = Command::new("chown");
        own.arg("postgres").arg(&server.folder);
        silently(own)?;
    }
    let initdb =
        ["-D", &data(&server.folder), "-A", "trust", "-U", "postgres", "--no-sync", "-E", "UTF8", "--locale=C.UTF-8"];
    silently(as_server(&programs.join("initdb"), &initdb))?;
    let options = format!("{OPTIONS} -c unix_socket_directories={}", server.folder.display());
    let log = server.folder.join("log").display().to_string();
    let start = ["-D", &data(&server.folder), "-w", "-l", &log, "-o", &options, "start"];
    silently(as_server(&programs.join("pg_ctl"), &start))?;
    Ok(server)
}

/// A guard that has begun: what ends us from now on does not end it.
fn guard(folder: &Path, stop: &Command) -> Result<Child, String> {
    let mut guard = Command::new("sh");
    guard.args(["-c", GUARD]).arg(folder).arg(stop.get_program()).args(stop.get_args());
    guard.current_dir(std::env::temp_dir()).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let begun = |guard: &mut Child| match &mut guard.stdout {
        Some(line) => line.read_exact(&mut [0]),
        None => Ok(()),
    };
    let guard = guard.spawn().and_then(|mut guard| begun(&mut guard).map(|()| guard));
    guard.map_err(|error| format!("sh: {error}"))
}

fn data(folder: &Path) -> String {
    folder.join("data").display().to_string()
}

/// PostgreSQL refuses to run as root: there it runs as the user that its package made.
fn as_server(program: &Path, arguments: &[&str]) -> Command {
    let mut command = if is_root() {
        let mut command = Command::new("runuser");
        command.args(["-u", "postgres", "--"]).arg(program);
        command
    } else {
        Command::new(program)
    };
    // Not the folder of the checkout, which that user may not enter.
    command.args(arguments).current_dir(std::env::temp_dir());
    command
}

fn silently(mut command: Command) -> Result<(), String> {
    let said = shown(&command);
    // The server outlives pg_ctl: it must not inherit a pipe that somebody waits on.
    let status = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{said}: {status}")),
        Err(error) => Err(format!("{said}: {error}")),
    }
}

/// The folder with the server's programs and those that back it up, all of one version: on the path, or the newest
/// that Debian has.
fn programs() -> Option<PathBuf> {
    let is_whole = |folder: &PathBuf| {
        ["initdb", "pg_ctl", "pg_dump", "pg_restore"].iter().all(|program| folder.join(program).is_file())
    };
    folders_on_path().find(is_whole).or_else(|| {
        let versions = Path::new(DEBIAN).read_dir().ok()?.flatten().map(|version| version.path().join("bin"));
        versions.filter(is_whole).max()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_guarded_is_stopped_and_its_folder_gone_when_we_are() {
        let folder = std::env::temp_dir().join(format!("nextrung-guarded-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let stopped = folder.with_extension("stopped");
        let mut stop = Command::new("touch");
        stop.arg(&stopped);
        let mut guard = guard(&folder, &stop).unwrap();
        // As the terminal does to everybody when somebody presses Ctrl-C.
        assert!(Command::new("kill").args(["-INT", &guard.id().to_string()]).status().unwrap().success());
        assert!(guard.try_wait().unwrap().is_none() && folder.exists() && !stopped.exists());
        drop(guard.stdin.take());
        guard.wait().unwrap();
        assert!(!folder.exists() && stopped.exists());
        std::fs::remove_file(stopped).unwrap();
    }
}
