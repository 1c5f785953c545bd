//! What an engine knows of its tables when it plans a statement.

use crate::db::{Db, Store};
use crate::error::Error;

impl Store {
    /// Has the engine look at its tables after much was written. PostgreSQL does so by itself a minute or more later, and
    /// takes a table that was just filled for an empty one until then: eight candidates side by side take a hundred
    /// times as long. SQLite plans by the indexes there are.
    pub async fn look_at_tables(&self) -> Result<(), Error> {
        if let Db::Postgres(pool) = &self.db {
            sqlx::query("ANALYZE").execute(pool).await?;
        }
        Ok(())
    }
}
