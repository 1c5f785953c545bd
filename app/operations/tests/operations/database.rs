//! An empty database of each engine for a test, and who acts in it.

use jiff::Timestamp;
use model::RequestId;
use policy::{Actor, Context};
use rules::Day;
use store::{Settings, Store, new_id};

/// An engine to test on.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Engine {
    Sqlite,
    Postgres,
}

/// A database that goes with the test.
pub(crate) struct Database {
    pub(crate) store: Store,
    pub(crate) address: String,
    _folder: tempfile::TempDir,
}

impl Database {
    /// A new and empty one. PostgreSQL's server is named by `NEXTRUNG_TEST_POSTGRES`, which `cargo verify` brings up;
    /// `NEXTRUNG_TEST_SERIALIZABLE` runs its transactions under SERIALIZABLE.
    pub(crate) async fn new(engine: Engine) -> Database {
        let folder = tempfile::tempdir().unwrap();
        let address = match engine {
            Engine::Sqlite => format!("sqlite:{}", folder.path().join("nextrung.db").display()),
            Engine::Postgres => new_postgres().await,
        };
        let serializable = setting("NEXTRUNG_TEST_SERIALIZABLE").is_some();
        let store = Store::open(&address, Settings { serializable }).await.unwrap();
        Database { store, address, _folder: folder }
    }
}

/// A new database on the test's server.
pub(crate) async fn new_postgres() -> String {
    let server = setting("NEXTRUNG_TEST_POSTGRES")
        .expect("NEXTRUNG_TEST_POSTGRES names a PostgreSQL server for tests; `cargo verify` brings one up");
    let name = format!("test_{}", uuid::Uuid::new_v4().simple());
    store::create_database(&server, &name).await.unwrap()
}

/// The address as PostgreSQL's own tools take it: sqlx adds settings of its own.
pub(crate) fn plain(address: &str) -> String {
    let server = setting("NEXTRUNG_TEST_POSTGRES").unwrap();
    let name = address.split('?').next().unwrap().rsplit('/').next().unwrap();
    let (before, after) = server.split_once("/postgres?").expect("the test's server is named by its database postgres");
    format!("{before}/{name}?{after}")
}

#[expect(clippy::disallowed_methods, reason = "a test's settings come from the environment")]
pub(crate) fn setting(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

/// The program itself, on a day.
pub(crate) fn system_on(today: &str) -> Context {
    let today: Day = today.parse().unwrap();
    let now: Timestamp = format!("{today}T09:00:00Z").parse().unwrap();
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
