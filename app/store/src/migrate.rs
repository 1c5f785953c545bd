//! Bringing a database's tables to what this program knows. Each migration is one transaction with its own record of
//! having run, so one that is cut off leaves the database as it was.

use std::time::Duration;

use sqlx::migrate::{MigrateError, Migrator};
use sqlx::{PgPool, SqliteConnection, SqlitePool};

use crate::error::Error;

/// How often it is tried again while another process does the same.
const RETRIES: u32 = 10;

/// What became of a database's tables when it was opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Migrated {
    /// The version found; empty: a new database.
    pub from: Option<i64>,
    /// The version now.
    pub to: i64,
}

/// The version that this program's tables have.
pub(crate) fn known() -> i64 {
    migrations_of_sqlite().iter().map(|migration| migration.version).max().unwrap_or(0)
}

fn migrations_of_sqlite() -> Migrator {
    without_locks(sqlx::migrate!("../../migrations/sqlite"))
}

fn migrations_of_postgres() -> Migrator {
    without_locks(sqlx::migrate!("../../migrations/postgres"))
}

/// Not every database that speaks PostgreSQL has advisory locks: whoever comes second fails, and tries again.
fn without_locks(mut migrator: Migrator) -> Migrator {
    migrator.set_locking(false);
    migrator
}

pub(crate) async fn migrate_sqlite(pool: &SqlitePool) -> Result<Migrated, Error> {
    let from = version_of_sqlite(&mut *pool.acquire().await?).await?;
    refuse_newer(from)?;
    let migrations = migrations_of_sqlite();
    retrying(async || migrations.run(pool).await).await?;
    Ok(Migrated { from, to: known() })
}

pub(crate) async fn migrate_postgres(pool: &PgPool) -> Result<Migrated, Error> {
    let tables =
        "SELECT COUNT(*) FROM pg_tables WHERE schemaname = current_schema() AND tablename = '_sqlx_migrations'";
    let tables: i64 = sqlx::query_scalar(tables).fetch_one(pool).await?;
    let from = match tables {
        0 => None,
        _ => sqlx::query_scalar("SELECT MAX(version) FROM _sqlx_migrations").fetch_one(pool).await?,
    };
    refuse_newer(from)?;
    let migrations = migrations_of_postgres();
    retrying(async || migrations.run(pool).await).await?;
    Ok(Migrated { from, to: known() })
}

/// The version of an SQLite database's tables; none of one that has none.
pub(crate) async fn version_of_sqlite(connection: &mut SqliteConnection) -> Result<Option<i64>, Error> {
    let tables = "SELECT COUNT(*) FROM sqlite_schema WHERE name = '_sqlx_migrations'";
    let tables: i64 = sqlx::query_scalar(tables).fetch_one(&mut *connection).await?;
    if tables == 0 {
        return Ok(None);
    }
    Ok(sqlx::query_scalar("SELECT MAX(version) FROM _sqlx_migrations").fetch_one(connection).await?)
}

/// That this program knows a database of this version.
pub(crate) fn refuse_newer(found: Option<i64>) -> Result<(), Error> {
    match found {
        Some(found) if found > known() => Err(Error::Newer { found, known: known() }),
        Some(_) | None => Ok(()),
    }
}

async fn retrying(migrate: impl AsyncFn() -> Result<(), MigrateError>) -> Result<(), Error> {
    let mut tried = 0;
    loop {
        match migrate().await {
            Err(MigrateError::Execute(_) | MigrateError::ExecuteMigration(..)) if tried < RETRIES => {
                tried += 1;
                tokio::time::sleep(Duration::from_millis(20 << tried.min(5))).await;
            }
            done => return Ok(done?),
        }
    }
}
