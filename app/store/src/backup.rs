//! Copies of an SQLite database: made while it is written, checked before they are called backups, and put back into a
//! place where nothing is. PostgreSQL has tools of its own for this.

use std::fs::{File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use model::Verification;
use policy::{Act, Context, Permit};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{Connection, SqliteConnection};

use crate::company::Counts;
use crate::db::{Db, Settings, Store};
use crate::error::Error;
use crate::migrate::{refuse_newer, version_of_sqlite};

/// What is in a copy, as it was counted in the copy itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contents {
    /// The version of its tables.
    pub version: i64,
    /// How many of what.
    pub counts: Counts,
    /// What verifying its audit trail found.
    pub trail: Verification,
}

impl Store {
    /// Copies an SQLite database into a new file, as it is at one moment, while others read and write; checks the copy,
    /// and only then gives it its name. A broken audit trail is copied as it is, and told in what is in the copy.
    pub async fn back_up(&self, ctx: &Context, permit: &Permit, to: &Path) -> Result<Contents, Error> {
        covers(permit)?;
        let Db::Sqlite { read, .. } = &self.db else { return Err(Error::NotSqlite) };
        let copy = Unfinished::new(to)?;
        let before = self.read(ctx, async |tx| tx.company().count().await).await?;
        let name = copy.path.to_str().ok_or_else(|| file(to, io::Error::other("its name is not Unicode")))?;
        sqlx::query("VACUUM INTO $1").bind(name).execute(read).await?;
        let after = self.read(ctx, async |tx| tx.company().count().await).await?;
        let version = check(&copy.path).await?;
        let opened = Store::open_copy(&copy.path, version).await?;
        let contents = opened.contents(ctx, permit).await;
        opened.close().await;
        let contents = contents?;
        // Entries are never deleted: so many there were before, and no more than after.
        if !(before.entries..=after.entries).contains(&contents.counts.entries) {
            return Err(unsound(to, "it does not hold the audit entries that the database holds"));
        }
        copy.finish(to)?;
        Ok(contents)
    }

    async fn contents(&self, ctx: &Context, permit: &Permit) -> Result<Contents, Error> {
        let counts = self.read(ctx, async |tx| tx.company().count().await).await?;
        let trail = self.read(ctx, async |tx| tx.audit().verify(permit, None).await).await?;
        Ok(Contents { version: self.migrated().to, counts, trail })
    }
}

/// Puts a backup where no database is yet: checks it, copies it, brings its tables up to date, and only then gives it
/// its name.
pub async fn restore(ctx: &Context, permit: &Permit, from: &Path, address: &str) -> Result<Contents, Error> {
    covers(permit)?;
    let to = Path::new(address.strip_prefix("sqlite:").ok_or(Error::NotSqlite)?);
    let copy = Unfinished::new(to)?;
    check(from).await?;
    std::fs::copy(from, &copy.path).map_err(|error| file(from, error))?;
    let opened = Store::open(&format!("sqlite:{}", copy.path.display()), Settings::default()).await?;
    let contents = opened.contents(ctx, permit).await;
    opened.close().await;
    let contents = contents?;
    copy.finish(to)?;
    Ok(contents)
}

/// That a file is a sound database that this program knows; the version of its tables. The file is only read.
async fn check(path: &Path) -> Result<i64, Error> {
    File::open(path).map_err(|error| file(path, error))?;
    let options = SqliteConnectOptions::new().filename(path).read_only(true).immutable(true);
    let checked = async {
        let mut connection = SqliteConnection::connect_with(&options).await?;
        let checked = check_open(&mut connection).await;
        connection.close().await?;
        checked
    };
    match checked.await {
        Ok(Ok(version)) => Ok(version),
        Ok(Err(what)) => Err(unsound(path, &what)),
        Err(Error::Database(sqlx::Error::Database(error))) => Err(unsound(path, error.message())),
        Err(error) => Err(error),
    }
}

async fn check_open(connection: &mut SqliteConnection) -> Result<Result<i64, String>, Error> {
    let found: Vec<String> = sqlx::query_scalar("PRAGMA integrity_check").fetch_all(&mut *connection).await?;
    if found != ["ok"] {
        return Ok(Err(found.first().cloned().unwrap_or_default()));
    }
    let dangling = sqlx::query("PRAGMA foreign_key_check").fetch_all(&mut *connection).await?;
    if !dangling.is_empty() {
        return Ok(Err(format!("{} of its rows point at rows that are not there", dangling.len())));
    }
    let version = version_of_sqlite(connection).await?;
    refuse_newer(version)?;
    Ok(version.ok_or_else(|| "it is no database of Nextrung's".to_owned()))
}

/// A file on its way: beside where it will be, and gone unless it is finished.
struct Unfinished {
    path: PathBuf,
}

impl Unfinished {
    /// Readable by nobody else: there are password hashes in it.
    fn new(to: &Path) -> Result<Unfinished, Error> {
        if to.exists() {
            return Err(file(to, io::Error::other("is there already, and is not written over")));
        }
        let mut name = to.file_name().unwrap_or_default().to_owned();
        name.push(".unfinished");
        let path = to.with_file_name(name);
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        options.open(&path).map_err(|error| file(&path, error))?;
        Ok(Unfinished { path })
    }

    /// It is on the disk before it has its name.
    fn finish(self, to: &Path) -> Result<(), Error> {
        let done = || {
            OpenOptions::new().write(true).open(&self.path)?.sync_all()?;
            std::fs::rename(&self.path, to)?;
            let folder = to.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
            if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
        };
        done().map_err(|error| file(to, error))
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        // Finished, it is not there any more; else there is nobody left to tell.
        let _ = std::fs::remove_file(&self.path);
    }
}

fn covers(permit: &Permit) -> Result<(), Error> {
    if permit.act() == Act::BackUp { Ok(()) } else { Err(Error::WrongPermit(permit.act().code())) }
}

fn file(path: &Path, error: io::Error) -> Error {
    Error::File { path: path.display().to_string(), error }
}

fn unsound(path: &Path, what: &str) -> Error {
    Error::Unsound { path: path.display().to_string(), what: what.to_owned() }
}
