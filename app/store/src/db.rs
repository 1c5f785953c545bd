//! The two engines: running transactions.

use std::time::Duration;

use policy::Context;
use sqlx::PgPool;
use sqlx::sqlite::SqlitePool;
use uuid::Uuid;

use crate::error::{Error, FromStore};
use crate::migrate::Migrated;
use crate::tx::{Engine, Preparation, Tx};
use crate::upkeep::Upkeep;
use crate::work::{Work, WorkOnce};

/// How often a transaction is tried again on a serialization failure, a deadlock or a busy database. Under SERIALIZABLE a
/// long one among many short ones, as an import's last among everybody's, is the one that is refused, again and again.
const RETRIES: u32 = 24;

/// A database, ready for use.
#[derive(Clone, Debug)]
pub struct Store {
    pub(crate) db: Db,
    pub(crate) settings: Settings,
    pub(crate) migrated: Migrated,
    /// Tells this process from others that use the same database.
    pub(crate) process: Uuid,
}

/// What can be set beside the address.
#[derive(Clone, Copy, Debug, Default)]
pub struct Settings {
    /// Run PostgreSQL's transactions under SERIALIZABLE, as distributed databases do.
    pub serializable: bool,
}

#[derive(Clone, Debug)]
pub(crate) enum Db {
    /// One connection writes, the others read.
    Sqlite {
        read: SqlitePool,
        write: SqlitePool,
    },
    Postgres(PgPool),
}

impl Store {
    /// What became of its tables when it was opened.
    pub fn migrated(&self) -> Migrated {
        self.migrated
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
        work: impl AsyncFn(&mut Tx) -> Result<T, E> + for<'t> Work<&'t mut Tx, Result<T, E>>,
    ) -> Result<T, E> {
        let mut tries = Tries::default();
        loop {
            let done = self.write_once(ctx, &work).await;
            let Some(pause) = tries.pause_after(&done) else { return done };
            tokio::time::sleep(pause).await;
        }
    }

    /// Runs one piece of work as [`write`](Store::write) does, and takes it back whole: what would come of it, or stand
    /// against it.
    pub async fn rehearse<T, E: FromStore>(
        &self,
        ctx: &Context,
        work: impl AsyncFn(&mut Tx) -> Result<T, E> + for<'t> Work<&'t mut Tx, Result<T, E>>,
    ) -> Result<T, E> {
        let mut tries = Tries::default();
        loop {
            let done = self.rehearse_once(ctx, &work).await;
            let Some(pause) = tries.pause_after(&done) else { return done };
            tokio::time::sleep(pause).await;
        }
    }

    /// Runs one piece of work that writes only what counts for nothing yet: the facts of a change that is still to be
    /// applied. It commits without an event; the change's own commit has it.
    pub async fn prepare<T, E: FromStore>(
        &self,
        ctx: &Context,
        work: impl AsyncFn(&mut Preparation<'_>) -> Result<T, E> + for<'t, 'p> Work<&'t mut Preparation<'p>, Result<T, E>>,
    ) -> Result<T, E> {
        let mut tries = Tries::default();
        loop {
            let done = self.prepare_once(ctx, &work).await;
            let Some(pause) = tries.pause_after(&done) else { return done };
            tokio::time::sleep(pause).await;
        }
    }

    /// Runs one piece of the program's own upkeep, which commits without an event.
    pub async fn upkeep<T, E: FromStore>(
        &self,
        ctx: &Context,
        work: impl AsyncFn(&mut Upkeep<'_>) -> Result<T, E> + for<'t, 'u> Work<&'t mut Upkeep<'u>, Result<T, E>>,
    ) -> Result<T, E> {
        let mut tries = Tries::default();
        loop {
            let done = self.upkeep_once(ctx, &work).await;
            let Some(pause) = tries.pause_after(&done) else { return done };
            tokio::time::sleep(pause).await;
        }
    }

    /// Runs reads on one snapshot; whatever they write is rolled back.
    pub async fn read<T, E: FromStore>(
        &self,
        ctx: &Context,
        work: impl AsyncFnOnce(&mut Tx) -> Result<T, E> + for<'t> WorkOnce<&'t mut Tx, Result<T, E>>,
    ) -> Result<T, E> {
        self.read_once(ctx, work).await
    }

    // In these, dropped on the way out of an error, the transaction is rolled back.

    async fn write_once<T, E: FromStore>(
        &self,
        ctx: &Context,
        work: &impl for<'t> Work<&'t mut Tx, Result<T, E>>,
    ) -> Result<T, E> {
        let mut tx = self.begin(ctx).await?;
        let done = work(&mut tx).await?;
        tx.commit().await?;
        Ok(done)
    }

    async fn rehearse_once<T, E: FromStore>(
        &self,
        ctx: &Context,
        work: &impl for<'t> Work<&'t mut Tx, Result<T, E>>,
    ) -> Result<T, E> {
        let mut tx = self.begin(ctx).await?;
        let done = work(&mut tx).await?;
        tx.rollback().await?;
        Ok(done)
    }

    async fn prepare_once<T, E: FromStore>(
        &self,
        ctx: &Context,
        work: &impl for<'t, 'p> Work<&'t mut Preparation<'p>, Result<T, E>>,
    ) -> Result<T, E> {
        let mut tx = self.begin(ctx).await?;
        let done = work(&mut Preparation(&mut tx)).await?;
        tx.commit_unrecorded().await?;
        Ok(done)
    }

    async fn upkeep_once<T, E: FromStore>(
        &self,
        ctx: &Context,
        work: &impl for<'t, 'u> Work<&'t mut Upkeep<'u>, Result<T, E>>,
    ) -> Result<T, E> {
        let mut tx = self.begin(ctx).await?;
        let done = work(&mut Upkeep(&mut tx)).await?;
        tx.commit_unrecorded().await?;
        Ok(done)
    }

    async fn read_once<T, E: FromStore>(
        &self,
        ctx: &Context,
        work: impl for<'t> WorkOnce<&'t mut Tx, Result<T, E>>,
    ) -> Result<T, E> {
        let engine = match &self.db {
            Db::Sqlite { read, .. } => Engine::Sqlite(read.begin().await.map_err(Error::from)?),
            Db::Postgres(pool) => {
                let snapshot = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
                Engine::Postgres(pool.begin_with(snapshot).await.map_err(Error::from)?)
            }
        };
        // Nothing is waited for at the end: it is rolled back on the connection's way into the pool.
        work(&mut Tx::new(engine, ctx, self.process)).await
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

/// The tries of one transaction.
#[derive(Default)]
struct Tries(u32);

impl Tries {
    /// How long to wait before it is tried again, if it failed in a way that may well succeed then.
    fn pause_after<T, E: FromStore>(&mut self, done: &Result<T, E>) -> Option<Duration> {
        let error = done.as_ref().err()?;
        if self.0 == RETRIES || !error.as_store().is_some_and(Error::is_transient) {
            return None;
        }
        self.0 += 1;
        Some(Duration::from_millis(1 << self.0.min(8)))
    }
}
