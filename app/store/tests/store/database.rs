//! An empty database of each engine for a test, who acts in it, and a way past the store, as somebody with the file or
//! the server in hand has it.

use jiff::Timestamp;
use model::RequestId;
use policy::{Actor, Context};
use rules::Day;
use sqlx::{AssertSqlSafe, Connection, PgConnection, SqliteConnection};
use store::{Settings, Store, new_id};

/// An engine to test on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Engine {
    Sqlite,
    Postgres,
}

impl Engine {
    /// As statements are noted and queries named.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Engine::Sqlite => "sqlite",
            Engine::Postgres => "postgres",
        }
    }

    /// Bytes in SQL.
    pub(crate) fn bytes(self, bytes: &[u8]) -> String {
        let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        match self {
            Engine::Sqlite => format!("x'{hex}'"),
            Engine::Postgres => format!("decode('{hex}', 'hex')"),
        }
    }

    /// An id in SQL.
    pub(crate) fn id(self, id: uuid::Uuid) -> String {
        match self {
            Engine::Sqlite => self.bytes(id.as_bytes()),
            Engine::Postgres => format!("'{id}'::uuid"),
        }
    }
}

/// A place for a database, which goes with the test.
pub(crate) struct Place {
    pub(crate) engine: Engine,
    pub(crate) address: String,
    folder: tempfile::TempDir,
}

impl Place {
    /// Nothing is there yet. PostgreSQL's server is named by `NEXTRUNG_TEST_POSTGRES`, which `cargo verify` brings up.
    pub(crate) async fn new(engine: Engine) -> Place {
        let folder = tempfile::tempdir().unwrap();
        let address = match engine {
            Engine::Sqlite => format!("sqlite:{}", folder.path().join("nextrung.db").display()),
            Engine::Postgres => postgres_address().await,
        };
        Place { engine, address, folder }
    }

    /// One that another process has made.
    pub(crate) fn at(address: &str) -> Place {
        let engine = if address.starts_with("sqlite:") { Engine::Sqlite } else { Engine::Postgres };
        Place { engine, address: address.to_owned(), folder: tempfile::tempdir().unwrap() }
    }

    /// Of SQLite: the file.
    pub(crate) fn path(&self) -> &str {
        self.address.strip_prefix("sqlite:").unwrap()
    }

    /// A place for a file beside it.
    pub(crate) fn file(&self, name: &str) -> std::path::PathBuf {
        self.folder.path().join(name)
    }

    /// `NEXTRUNG_TEST_SERIALIZABLE` runs PostgreSQL's transactions under SERIALIZABLE.
    pub(crate) async fn open(&self) -> Result<Store, store::Error> {
        let serializable = setting("NEXTRUNG_TEST_SERIALIZABLE").is_some();
        Store::open(&self.address, Settings { serializable }).await
    }

    /// A connection past the store.
    pub(crate) async fn connect(&self) -> Raw {
        match self.engine {
            Engine::Sqlite => {
                let options = sqlx::sqlite::SqliteConnectOptions::new().filename(self.path()).create_if_missing(true);
                Raw::Sqlite(SqliteConnection::connect_with(&options.foreign_keys(false)).await.unwrap())
            }
            Engine::Postgres => Raw::Postgres(PgConnection::connect(&self.address).await.unwrap()),
        }
    }
}

/// A connection past the store.
pub(crate) enum Raw {
    Sqlite(SqliteConnection),
    Postgres(PgConnection),
}

impl Raw {
    /// Runs SQL, any number of statements.
    pub(crate) async fn try_run(&mut self, sql: &str) -> Result<(), sqlx::Error> {
        let sql = sqlx::raw_sql(AssertSqlSafe(sql.to_owned()));
        match self {
            Raw::Sqlite(connection) => sql.execute(connection).await.map(drop),
            Raw::Postgres(connection) => sql.execute(connection).await.map(drop),
        }
    }

    /// Runs SQL that is right.
    pub(crate) async fn run(&mut self, sql: &str) {
        self.try_run(sql).await.unwrap_or_else(|error| panic!("{sql}: {error}"));
    }

    /// Waits until it is closed.
    pub(crate) async fn close(self) {
        match self {
            Raw::Sqlite(connection) => connection.close().await.unwrap(),
            Raw::Postgres(connection) => connection.close().await.unwrap(),
        }
    }

    /// Every row of a query of one text column.
    pub(crate) async fn texts(&mut self, sql: &str) -> Vec<String> {
        let sql = AssertSqlSafe(sql.to_owned());
        match self {
            Raw::Sqlite(connection) => sqlx::query_scalar(sql).fetch_all(connection).await.unwrap(),
            Raw::Postgres(connection) => sqlx::query_scalar(sql).fetch_all(connection).await.unwrap(),
        }
    }
}

/// A database that goes with the test.
pub(crate) struct Database {
    pub(crate) store: Store,
    pub(crate) place: Place,
}

impl Database {
    /// A new and empty one.
    pub(crate) async fn new(engine: Engine) -> Database {
        let place = Place::new(engine).await;
        Database { store: place.open().await.unwrap(), place }
    }
}

/// A new database on the test's server.
async fn postgres_address() -> String {
    let server = setting("NEXTRUNG_TEST_POSTGRES")
        .expect("NEXTRUNG_TEST_POSTGRES names a PostgreSQL server for tests; `cargo verify` brings one up");
    let name = format!("test_{}", uuid::Uuid::new_v4().simple());
    store::create_database(&server, &name).await.unwrap()
}

#[expect(clippy::disallowed_methods, reason = "a test's settings come from the environment")]
pub(crate) fn setting(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

/// The program itself, at an instant such as `2026-11-22T09:00:00Z`.
pub(crate) fn system_at(now: &str) -> Context {
    let today: Day = now[..10].parse().unwrap();
    let now: Timestamp = now.parse().unwrap();
    Context { actor: Actor::System, now, today, request: new_id::<RequestId>(now) }
}

/// Declares tests that run on each engine: `on_each_engine! { name_of_the_test, … }` for functions of that name that
/// take an [`Engine`].
macro_rules! on_each_engine {
    ($($name:ident),+ $(,)?) => {
        mod sqlite {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $name() { super::$name($crate::database::Engine::Sqlite).await; })+
        }
        mod postgres {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $name() { super::$name($crate::database::Engine::Postgres).await; })+
        }
    };
}

pub(crate) use on_each_engine;
