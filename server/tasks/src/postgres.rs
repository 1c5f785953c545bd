//! A PostgreSQL of our own for the tests: in a temporary folder, without a port, gone when they are done.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::steps::{Steps, shown};

/// Where Debian and its kin keep the server's programs, which are on nobody's path.
const DEBIAN: &str = "/usr/lib/postgresql";
/// Durability is not what these tests are about, and they make a database each.
const OPTIONS: &str = "-c listen_addresses='' -c fsync=off -c synchronous_commit=off -c full_page_writes=off \
                       -c max_connections=300";

/// A running server; stopped, and its folder removed, when this is dropped.
pub(crate) struct Postgres {
    programs: PathBuf,
    folder: PathBuf,
}

impl Postgres {
    /// Starts a server, installing PostgreSQL first where that may be done; a step that fails where it cannot.
    pub(crate) fn start(steps: &mut Steps) -> Option<Postgres> {
        if programs().is_none() && is_root() {
            let mut update = Command::new("apt-get");
            update.args(["update"]);
            steps.run("look up packages", update);
            let mut install = Command::new("apt-get");
            install.env("DEBIAN_FRONTEND", "noninteractive").args(["install", "--yes", "postgresql"]);
            steps.run("install PostgreSQL", install);
        }
        let mut server = None;
        steps.time("PostgreSQL for the tests", "initdb and pg_ctl in a temporary folder", || {
            let missing = "PostgreSQL is missing: install your system's package `postgresql`, 15 or later";
            server = Some(start(programs().ok_or(missing)?)?);
            Ok(())
        });
        server
    }

    /// What the tests connect to.
    pub(crate) fn address(&self) -> String {
        format!("postgres://postgres@localhost/postgres?host={}", self.folder.display())
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        let stop = as_server(&self.programs.join("pg_ctl"), &["-D", &data(&self.folder), "-m", "immediate", "stop"]);
        // A server that is gone already is what is wanted.
        let _ = silently(stop);
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

fn start(programs: PathBuf) -> Result<Postgres, String> {
    let folder = std::env::temp_dir().join(format!("nextrung-postgres-{}", std::process::id()));
    std::fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let server = Postgres { programs, folder };
    if is_root() {
        let mut own = Command::new("chown");
        own.arg("postgres").arg(&server.folder);
        silently(own)?;
    }
    let initdb =
        ["-D", &data(&server.folder), "-A", "trust", "-U", "postgres", "--no-sync", "-E", "UTF8", "--locale=C.UTF-8"];
    silently(as_server(&server.programs.join("initdb"), &initdb))?;
    let options = format!("{OPTIONS} -c unix_socket_directories={}", server.folder.display());
    let log = server.folder.join("log").display().to_string();
    let start = ["-D", &data(&server.folder), "-w", "-l", &log, "-o", &options, "start"];
    silently(as_server(&server.programs.join("pg_ctl"), &start))?;
    Ok(server)
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

/// The folder with `initdb`: on the path, or the newest that Debian has.
fn programs() -> Option<PathBuf> {
    let on_path = std::env::split_paths(&path()?).find(|folder| folder.join("initdb").is_file());
    on_path.or_else(|| {
        let versions = Path::new(DEBIAN).read_dir().ok()?.flatten().map(|version| version.path().join("bin"));
        versions.filter(|folder| folder.join("initdb").is_file()).max()
    })
}

#[expect(clippy::disallowed_methods, reason = "where programs are is the system's to say")]
fn path() -> Option<std::ffi::OsString> {
    std::env::var_os("PATH")
}

fn is_root() -> bool {
    let asked = Command::new("id").arg("-u").stdin(Stdio::null()).output();
    asked.is_ok_and(|answer| answer.stdout.trim_ascii() == b"0")
}
