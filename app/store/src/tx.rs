//! A transaction: reads within a scope, writes with a permit, commits with an event.

use model::{EmployeeId, EntryId, Event, Subject};
use policy::Context;
use sqlx::{Postgres, Sqlite, Transaction};
use uuid::Uuid;

use crate::changes::PreparedChanges;
use crate::conflicts::PreparedConflicts;
use crate::error::Error;
use crate::facts::PreparedFacts;
use crate::reporting_lines::PreparedLines;
use crate::statement::{run, statement};
use crate::uploads::PreparedUploads;
use crate::value::{instant, new_id};

/// A transaction on whichever engine it is.
pub struct Tx {
    pub(crate) engine: Engine,
    pub(crate) ctx: Context,
    /// Which process: see [`Leases`](crate::leases::Leases).
    pub(crate) process: Uuid,
    events: Vec<(Event, Option<EmployeeId>)>,
}

pub(crate) enum Engine {
    Sqlite(Transaction<'static, Sqlite>),
    Postgres(Transaction<'static, Postgres>),
}

/// A transaction in which nothing can become true: it can record facts for a change that is not applied.
pub struct Preparation<'t>(pub(crate) &'t mut Tx);

impl Preparation<'_> {
    /// The changes that are being prepared.
    pub fn changes(&mut self) -> PreparedChanges<'_> {
        PreparedChanges(self.0)
    }

    /// The facts that are being prepared.
    pub fn facts(&mut self) -> PreparedFacts<'_> {
        PreparedFacts(self.0)
    }

    /// The reporting lines that are being prepared.
    pub fn reporting_lines(&mut self) -> PreparedLines<'_> {
        PreparedLines(self.0)
    }

    /// The conflicts that are being prepared.
    pub fn conflicts(&mut self) -> PreparedConflicts<'_> {
        PreparedConflicts(self.0)
    }

    /// Files on their way to becoming an import.
    pub fn uploads(&mut self) -> PreparedUploads<'_> {
        PreparedUploads(self.0)
    }
}

impl Tx {
    pub(crate) fn new(engine: Engine, ctx: &Context, process: Uuid) -> Tx {
        Tx { engine, ctx: ctx.clone(), process, events: Vec::new() }
    }

    /// What is recorded for a change that this same transaction applies.
    pub fn preparation(&mut self) -> Preparation<'_> {
        Preparation(self)
    }

    /// A new id, made at the instant of the request.
    pub fn new_id<Id: From<Uuid>>(&self) -> Id {
        new_id(self.ctx.now)
    }

    /// What happened: goes to the audit trail with the commit.
    pub fn record(&mut self, event: Event) {
        self.events.push((event, None));
    }

    /// What happened, done for somebody for whom the actor stands in.
    pub fn record_on_behalf_of(&mut self, event: Event, manager: Option<EmployeeId>) {
        self.events.push((event, manager));
    }

    pub(crate) async fn commit_unrecorded(self) -> Result<(), Error> {
        match self.engine {
            Engine::Sqlite(transaction) => transaction.commit().await?,
            Engine::Postgres(transaction) => transaction.commit().await?,
        }
        Ok(())
    }

    pub(crate) async fn commit(mut self) -> Result<(), Error> {
        if self.events.is_empty() {
            return Err(Error::NoEvent);
        }
        for (event, on_behalf_of) in std::mem::take(&mut self.events) {
            self.append(&event, on_behalf_of).await?;
        }
        self.commit_unrecorded().await
    }

    pub(crate) async fn rollback(self) -> Result<(), Error> {
        match self.engine {
            Engine::Sqlite(transaction) => transaction.rollback().await?,
            Engine::Postgres(transaction) => transaction.rollback().await?,
        }
        Ok(())
    }

    async fn append(&mut self, event: &Event, on_behalf_of: Option<EmployeeId>) -> Result<(), Error> {
        let detail = serde_json::to_value(event).map_err(|error| corrupt(&error))?;
        let act = detail.get("act").and_then(serde_json::Value::as_str).unwrap_or_default().to_owned();
        debug_assert!(Event::ACTS.contains(&act.as_str()), "{act} is not among the acts that can be looked for");
        let (kind, subject) = subject(event.subject());
        let entry: EntryId = self.new_id();
        run!(
            self,
            execute statement!("audit/append"),
            entry.0,
            instant(self.ctx.now),
            self.ctx.actor.account().map(|account| account.0),
            on_behalf_of.map(|manager| manager.0),
            self.ctx.request.0,
            act.clone(),
            kind,
            subject,
            detail.to_string(),
        )?;
        run!(self, execute statement!("audit/await_seal"), entry.0)?;
        Ok(())
    }
}

fn corrupt(error: &serde_json::Error) -> Error {
    Error::Corrupt { table: "audit_entries", what: error.to_string() }
}

fn subject(subject: Subject) -> (&'static str, Option<Uuid>) {
    match subject {
        Subject::Change(id) => ("change", Some(id.0)),
        Subject::Employee(id) => ("employee", Some(id.0)),
        Subject::Account(id) => ("account", Some(id.0)),
        Subject::Ladder(id) => ("ladder", Some(id.0)),
        Subject::Nomination(id) => ("nomination", Some(id.0)),
        Subject::Company => ("company", None),
    }
}
