//! Opening a database, which brings its tables up to date.

use std::path::Path;
use std::time::Duration;

use sqlx::postgres::{PgConnectOptions, PgConnection, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{AssertSqlSafe, ConnectOptions, Connection};
use tokio::time::timeout;
use uuid::Uuid;

use crate::db::{Db, Settings, Store};
use crate::error::Error;
use crate::migrate::{Migrated, migrate_postgres, migrate_sqlite, refuse_newer, version_of_sqlite};

/// How often, and after which pause each time, a file that others are opening is tried.
const OPENING_TRIES: u32 = 100;
const OPENING_PAUSE: Duration = Duration::from_millis(50);

/// A connection that nobody has used for so long is asked whether it lives, and has so long to say so.
const TRUSTED: Duration = Duration::from_secs(1);
const PING: Duration = Duration::from_secs(2);

impl Store {
    /// Opens `sqlite:PATH` (made where there is none) or `postgres://…`, and brings its tables up to date. A database
    /// that a newer program has written is refused, untouched.
    pub async fn open(address: &str, settings: Settings) -> Result<Store, Error> {
        let (db, migrated) = match address.split_once(':') {
            Some(("sqlite", path)) => open_sqlite_in_turn(Path::new(path)).await?,
            Some(("postgres" | "postgresql", _)) => open_postgres(address).await?,
            Some(_) | None => return Err(Error::Address(address.to_owned())),
        };
        Ok(Store { db, settings, migrated, process: Uuid::new_v4() })
    }

    /// Opens a copy of an SQLite database, of this program's version, to look at it: nobody else has it open.
    pub(crate) async fn open_copy(path: &Path, version: i64) -> Result<Store, Error> {
        let options = SqliteConnectOptions::new().filename(path).read_only(true).immutable(true);
        let pool = SqlitePoolOptions::new().max_connections(1).connect_with(options).await?;
        let db = Db::Sqlite { read: pool.clone(), write: pool };
        let migrated = Migrated { from: Some(version), to: version };
        Ok(Store { db, settings: Settings::default(), migrated, process: Uuid::new_v4() })
    }
}

/// Makes a new, empty database on a PostgreSQL server, for tests; its address.
pub async fn create_database(server: &str, name: &str) -> Result<String, Error> {
    let options: PgConnectOptions = server.parse()?;
    let mut connection = PgConnection::connect_with(&options).await?;
    sqlx::query(AssertSqlSafe(format!("CREATE DATABASE \"{}\"", name.replace('"', ""))))
        .execute(&mut connection)
        .await?;
    connection.close().await?;
    Ok(options.database(name).to_url_lossy().to_string())
}

/// Opens it once nobody else is busy making it: SQLite does not wait for whoever switches a file to WAL.
async fn open_sqlite_in_turn(path: &Path) -> Result<(Db, Migrated), Error> {
    for _ in 0..OPENING_TRIES {
        match open_sqlite(path).await {
            Err(error) if error.is_transient() => tokio::time::sleep(OPENING_PAUSE).await,
            done => return done,
        }
    }
    open_sqlite(path).await
}

async fn open_sqlite(path: &Path) -> Result<(Db, Migrated), Error> {
    refuse_newer_file(path).await?;
    let options = SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(Duration::from_secs(10))
        // A page's worth of rows is handed over without a wait in between.
        .row_buffer_size(1024);
    // 64 MiB of pages: who makes an import of 100,000 people true writes each page once.
    let writer = options.clone().pragma("cache_size", "-65536");
    let write = SqlitePoolOptions::new().max_connections(1).test_before_acquire(false).connect_with(writer).await?;
    let version: String = sqlx::query_scalar("SELECT sqlite_version()").fetch_one(&write).await?;
    if is_older(&version, [3, 51, 3]) {
        return Err(Error::OldSqlite(version));
    }
    let migrated = migrate_sqlite(&write).await?;
    let read = SqlitePoolOptions::new()
        .max_connections(8)
        .test_before_acquire(false)
        .connect_with(options.read_only(true).create_if_missing(false))
        .await?;
    Ok((Db::Sqlite { read, write }, migrated))
}

/// Looks without a chance to write: opening a database for writing can already change its file. One that was cut off in
/// the middle of a write must be mended before it can be read; that one is looked at once it is open.
async fn refuse_newer_file(path: &Path) -> Result<(), Error> {
    if !path.exists() {
        return Ok(());
    }
    let options = SqliteConnectOptions::new().filename(path).read_only(true).busy_timeout(Duration::from_secs(10));
    let mut connection = SqliteConnection::connect_with(&options).await?;
    let found = version_of_sqlite(&mut connection).await;
    connection.close().await?;
    match found {
        Err(error) if error.needs_writing() => Ok(()),
        found => refuse_newer(found?),
    }
}

async fn open_postgres(address: &str) -> Result<(Db, Migrated), Error> {
    let options: PgConnectOptions = address.parse()?;
    let options = options.application_name("nextrung").options([("statement_timeout", "60s"), ("timezone", "UTC")]);
    let pool = PgPoolOptions::new()
        .max_connections(16)
        .acquire_timeout(Duration::from_secs(5))
        .test_before_acquire(false)
        .before_acquire(|connection, meta| {
            Box::pin(async move {
                if meta.idle_for < TRUSTED {
                    return Ok(true);
                }
                let answered = timeout(PING, connection.ping()).await;
                Ok(matches!(answered, Ok(Ok(()))))
            })
        })
        .connect_with(options)
        .await?;
    let migrated = migrate_postgres(&pool).await?;
    Ok((Db::Postgres(pool), migrated))
}

fn is_older(version: &str, than: [u32; 3]) -> bool {
    let parts: Vec<u32> = version.split('.').filter_map(|part| part.parse().ok()).collect();
    parts.as_slice() < than.as_slice()
}
