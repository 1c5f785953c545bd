//! An empty database of each engine for a test, and who acts in it.

use jiff::Timestamp;
use model::RequestId;
use policy::{Actor, Context};
use rules::Day;
use store::{Settings, Store, new_id};

/// A database that goes with the test.
pub(crate) struct Database {
    pub(crate) store: Store,
    _folder: tempfile::TempDir,
}

impl Database {
    /// A new SQLite database.
    pub(crate) async fn sqlite() -> Database {
        let folder = tempfile::tempdir().unwrap();
        let address = format!("sqlite:{}", folder.path().join("nextrung.db").display());
        let store = Store::open(&address, Settings::default()).await.unwrap();
        Database { store, _folder: folder }
    }
}

/// The program itself, on a day.
pub(crate) fn system_on(today: &str) -> Context {
    let today: Day = today.parse().unwrap();
    let now: Timestamp = format!("{today}T09:00:00Z").parse().unwrap();
    Context { actor: Actor::System, now, today, request: new_id::<RequestId>(now) }
}
