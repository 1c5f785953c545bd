//! What can go wrong with a database.

/// A failure of the store.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The database did what it should not, or could not be reached.
    #[error("the database: {0}")]
    Database(#[from] sqlx::Error),
    /// Its tables could not be brought to what this program knows.
    #[error("the database's tables: {0}")]
    Migrate(#[from] sqlx::migrate::MigrateError),
    /// A row holds what this program cannot have written.
    #[error("a row of {table} holds what it should not: {what}")]
    Corrupt {
        /// The table.
        table: &'static str,
        /// What is wrong.
        what: String,
    },
    /// The address is not one of a database that this program knows.
    #[error("{0}: a database is sqlite:PATH or postgres://…")]
    Address(String),
    /// SQLite's library is too old.
    #[error("SQLite {0} is too old: 3.51.3 or later is needed, earlier ones can corrupt a database in WAL mode")]
    OldSqlite(String),
    /// A newer program has written it, and it was not touched.
    #[error("the database has version {found}, and this program knows {known}: a newer Nextrung has written it")]
    Newer {
        /// The version found.
        found: i64,
        /// The version known.
        known: i64,
    },
    /// What was asked for is of SQLite databases, and this one is PostgreSQL's.
    #[error("PostgreSQL's own tools do this: pg_dump --format=custom --file=FILE URL, pg_restore --dbname=URL FILE")]
    NotSqlite,
    /// A file beside the database could not be read or written, or must not be.
    #[error("{path}: {error}")]
    File {
        /// Which.
        path: String,
        /// Why.
        error: std::io::Error,
    },
    /// A copy of a database is not sound.
    #[error("{path}: this is no sound copy of a database: {what}")]
    Unsound {
        /// Which file.
        path: String,
        /// What is wrong with it.
        what: String,
    },
    /// A transaction that recorded no event was about to be committed: a bug, and nothing was written.
    #[error("nothing was written: no event was recorded")]
    NoEvent,
    /// A permit was for something else: a bug, and nothing was written.
    #[error("nothing was written: the permit is for {0}")]
    WrongPermit(&'static str),
}

/// An error that a failure of the store can be told in, and found in again.
pub trait FromStore: From<Error> {
    /// The failure of the store that it is, if it is one: what [`Store::write`](crate::Store::write) retries by.
    fn as_store(&self) -> Option<&Error>;
}

impl FromStore for Error {
    fn as_store(&self) -> Option<&Error> {
        Some(self)
    }
}

impl Error {
    /// Whether the same transaction may well succeed if it is run again: serialization failure, deadlock, busy.
    pub fn is_transient(&self) -> bool {
        let Error::Database(sqlx::Error::Database(error)) = self else { return false };
        // PostgreSQL's SQLSTATE; SQLite's (extended) result codes 5 busy, 6 locked, 261, 262, 517.
        matches!(error.code().as_deref(), Some("40001" | "40P01" | "5" | "6" | "261" | "262" | "517"))
    }

    /// Whether the database could not be reached: it may well be there in a minute.
    pub fn is_unavailable(&self) -> bool {
        let Error::Database(error) = self else { return false };
        matches!(error, sqlx::Error::Io(_) | sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed | sqlx::Error::Tls(_))
    }

    /// Whether SQLite would have had to write, and was not let: the codes whose last byte is 8, "read only".
    pub(crate) fn needs_writing(&self) -> bool {
        let Error::Database(sqlx::Error::Database(error)) = self else { return false };
        error.code().and_then(|code| code.parse().ok()).is_some_and(|code: u32| code & 0xff == 8)
    }
}
