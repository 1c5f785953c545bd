//! Connections to the database.

use crate::db::{Db, Store};

/// How many there are in this process.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Connections {
    /// Open ones, in use or not.
    pub open: u32,
    /// Those of them that nobody uses.
    pub idle: u32,
}

impl Store {
    /// How many connections there are right now.
    pub fn connections(&self) -> Connections {
        let (open, idle) = match &self.db {
            Db::Sqlite { read, write } => (read.size() + write.size(), read.num_idle() + write.num_idle()),
            Db::Postgres(pool) => (pool.size(), pool.num_idle()),
        };
        Connections { open, idle: u32::try_from(idle).unwrap_or(u32::MAX) }
    }
}
