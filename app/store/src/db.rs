//! The two engines: opening, bringing tables up to date, running transactions.

use std::path::Path;
use std::time::Duration;

use policy::Context;
use sqlx::postgres::{PgConnectOptions, PgConnection, PgPool, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{AssertSqlSafe, ConnectOptions, Connection};
use uuid::Uuid;

use crate::error::{Error, FromStore};
use crate::tx::{Engine, Preparation, Tx};
use crate::upkeep::Upkeep;

static SQLITE: sqlx::migrate::Migrator = sqlx::migrate!("../../migrations/sqlite");
static POSTGRES: sqlx::migrate::Migrator = sqlx::migrate!("../../migrations/postgres");

/// How often a transaction is tried again on a serialization failure, a deadlock or a busy database.
const RETRIES: u32 = 12;

/// A database, ready for use.
#[derive(Clone, Debug)]
pub struct Store {
    db: Db,
    settings: Settings,
    /// Tells this process from others that use the same database.
    process: Uuid,
}

/// What can be set beside the address.
#[derive(Clone, Copy, Debug, Default)]
pub struct Settings {
    /// Run PostgreSQL's transactions under SERIALIZABLE, as distributed databases do.
    pub serializable: bool,
}

#[derive(Clone, Debug)]
enum Db {
    /// One connection writes, the others read.
    Sqlite {
        read: SqlitePool,
        write: SqlitePool,
    },
    Postgres(PgPool),
}

impl Store {
    /// Opens `sqlite:PATH` (made where there is none) or `postgres://…`, and brings its tables up to date. A database
    /// that a newer program has written is refused, untouched.
    pub async fn open(address: &str, settings: Settings) -> Result<Store, Error> {
        let db = match address.split_once(':') {
            Some(("sqlite", path)) => open_sqlite(Path::new(path)).await?,
            Some(("postgres" | "postgresql", _)) => open_postgres(address).await?,
            Some(_) | None => return Err(Error::Address(address.to_owned())),
        };
        Ok(Store { db, settings, process: Uuid::new_v4() })
    }

    /// Waits for what is under way, and closes.
    pub async fn close(&self) {
        match &self.db {
            Db::Sqlite { read, write } => {
                read.close().await;
                write.close().await;
            }
            Db::Postgres(pool) => pool.close().await,
        }
    }

    /// Runs one piece of work in a transaction, from the start again where the engine asks for it, and commits it with
    /// the events that it recorded. Without an event nothing is committed.
    pub async fn write<T, E: FromStore>(
        &self,
        ctx: &Context,
        work: impl AsyncFn(&mut Tx) -> Result<T, E>,
    ) -> Result<T, E> {
        self.retrying(async || {
            let mut tx = self.begin(ctx).await?;
            // Dropped on the way out of an error, the transaction is rolled back.
            let done = work(&mut tx).await?;
            tx.commit().await?;
            Ok(done)
        })
        .await
    }

    async fn retrying<T, E: FromStore>(&self, transaction: impl AsyncFn() -> Result<T, E>) -> Result<T, E> {
        let mut tried = 0;
        loop {
            match transaction().await {
                Err(error) if tried < RETRIES && error.as_store().is_some_and(Error::is_transient) => {
                    tried += 1;
                    tokio::time::sleep(Duration::from_millis(1 << tried.min(8))).await;
                }
                done => return done,
            }
        }
    }

    /// Runs one piece of work that writes only what counts for nothing yet: the facts of a change that is still to be
    /// applied. It commits without an event; the change's own commit has it.
    pub async fn prepare<T, E: FromStore>(
        &self,
        ctx: &Context,
        work: impl AsyncFn(&mut Preparation<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        self.retrying(async || {
            let mut tx = self.begin(ctx).await?;
            let done = work(&mut Preparation(&mut tx)).await?;
            tx.commit_unrecorded().await?;
            Ok(done)
        })
        .await
    }

    /// Runs one piece of the program's own upkeep, which commits without an event.
    pub async fn upkeep<T, E: FromStore>(
        &self,
        ctx: &Context,
        work: impl AsyncFn(&mut Upkeep<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        self.retrying(async || {
            let mut tx = self.begin(ctx).await?;
            let done = work(&mut Upkeep(&mut tx)).await?;
            tx.commit_unrecorded().await?;
            Ok(done)
        })
        .await
    }

    /// Runs reads on one snapshot; whatever they write is rolled back.
    pub async fn read<T, E: FromStore>(
        &self,
        ctx: &Context,
        work: impl AsyncFnOnce(&mut Tx) -> Result<T, E>,
    ) -> Result<T, E> {
        let engine = match &self.db {
            Db::Sqlite { read, .. } => Engine::Sqlite(read.begin().await.map_err(Error::from)?),
            Db::Postgres(pool) => {
                let snapshot = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
                Engine::Postgres(pool.begin_with(snapshot).await.map_err(Error::from)?)
            }
        };
        let mut tx = Tx::new(engine, ctx, self.process);
        let done = work(&mut tx).await?;
        tx.rollback().await?;
        Ok(done)
    }

    async fn begin(&self, ctx: &Context) -> Result<Tx, Error> {
        let engine = match &self.db {
            Db::Sqlite { write, .. } => Engine::Sqlite(write.begin_with("BEGIN IMMEDIATE").await?),
            Db::Postgres(pool) if self.settings.serializable => {
                Engine::Postgres(pool.begin_with("BEGIN ISOLATION LEVEL SERIALIZABLE").await?)
            }
            Db::Postgres(pool) => Engine::Postgres(pool.begin().await?),
        };
        Ok(Tx::new(engine, ctx, self.process))
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

async fn open_sqlite(path: &Path) -> Result<Db, Error> {
    let options = SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(Duration::from_secs(10));
    let write = SqlitePoolOptions::new().max_connections(1).connect_with(options.clone()).await?;
    let version: String = sqlx::query_scalar("SELECT sqlite_version()").fetch_one(&write).await?;
    if is_older(&version, [3, 51, 3]) {
        return Err(Error::OldSqlite(version));
    }
    SQLITE.run(&write).await?;
    let read = SqlitePoolOptions::new()
        .max_connections(8)
        .test_before_acquire(false)
        .connect_with(options.read_only(true).create_if_missing(false))
        .await?;
    Ok(Db::Sqlite { read, write })
}

async fn open_postgres(address: &str) -> Result<Db, Error> {
    let options: PgConnectOptions = address.parse()?;
    let options = options.application_name("nextrung").options([("statement_timeout", "60s"), ("timezone", "UTC")]);
    let pool =
        PgPoolOptions::new().max_connections(16).acquire_timeout(Duration::from_secs(5)).connect_with(options).await?;
    POSTGRES.run(&pool).await?;
    Ok(Db::Postgres(pool))
}

fn is_older(version: &str, than: [u32; 3]) -> bool {
    let parts: Vec<u32> = version.split('.').filter_map(|part| part.parse().ok()).collect();
    parts.as_slice() < than.as_slice()
}
