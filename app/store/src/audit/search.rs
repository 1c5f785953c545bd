//! Looking through the trail: by what happened, by who did it, by whom or what it is about, and by when.

use model::{AccountId, AuditEntry, Body, ChangeId, EmployeeId, EntryId, FactKind, Instant, Seal};
use policy::Permit;
use uuid::Uuid;

use super::row::{HeadRow, Row};
use super::{Audit, covers};
use crate::error::Error;
use crate::statement::{run, statement};
use crate::value::instant;

/// Which entries.
#[derive(Clone, Copy, Debug, Default)]
pub struct SoughtEntries<'a> {
    /// Only of that event.
    pub act: Option<&'a str>,
    /// Only what that account did.
    pub account: Option<AccountId>,
    /// Only about that one.
    pub subject: Option<Uuid>,
    /// Only from that instant on.
    pub from: Option<Instant>,
}

/// An entry with the names of those in it, as they are called now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedEntry {
    /// The entry.
    pub entry: AuditEntry,
    /// By what who did it signs in.
    pub actor: Option<String>,
    /// For whom they stood in.
    pub behalf: Option<String>,
    /// The person whom it is about: number and name.
    pub person: Option<(String, String)>,
    /// The account that it is about.
    pub account: Option<String>,
}

/// A fact that a change superseded, or recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedFact {
    /// Of which kind.
    pub kind: FactKind,
    /// Which one.
    pub key: String,
    /// What it says.
    pub body: Body,
    /// Whether it held before the change, or has held since.
    pub side: Side,
}

/// On which side of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// It was superseded.
    Before,
    /// It was recorded.
    After,
}

#[derive(sqlx::FromRow)]
struct ListedRow {
    #[sqlx(flatten)]
    row: Row,
    actor: Option<String>,
    behalf: Option<String>,
    number: Option<String>,
    full_name: Option<String>,
    sign_in_name: Option<String>,
}

impl ListedRow {
    fn listed(self) -> Result<ListedEntry, Error> {
        Ok(ListedEntry {
            entry: self.row.entry()?,
            actor: self.actor,
            behalf: self.behalf,
            person: self.number.zip(self.full_name),
            account: self.sign_in_name,
        })
    }
}

impl Audit<'_> {
    /// The entries that are looked for, latest first, before an instant and an id; at most `limit`.
    pub async fn search(
        &mut self,
        permit: &Permit,
        sought: &SoughtEntries<'_>,
        before: Option<(Instant, EntryId)>,
        limit: u32,
    ) -> Result<Vec<ListedEntry>, Error> {
        covers(permit)?;
        let (at, id) = before.map_or((Instant::MAX, Uuid::max()), |(at, id)| (at, id.0));
        let from = sought.from.unwrap_or(Instant::UNIX_EPOCH);
        let (act, account, subject) = (sought.act, sought.account.map(|account| account.0), sought.subject);
        // By what leaves the fewest.
        let by = match (act, account, subject) {
            (_, _, Some(_)) => statement!("audit/search_by_subject"),
            (_, Some(_), None) => statement!("audit/search_by_account"),
            (Some(_), None, None) => statement!("audit/search_by_act"),
            (None, None, None) => statement!("audit/search"),
        };
        let limit = i64::from(limit);
        let rows = run!(self.0, all ListedRow, by, instant(at), id, instant(from), act, account, subject, limit)?;
        rows.into_iter().map(ListedRow::listed).collect()
    }

    /// One entry.
    pub async fn find(&mut self, permit: &Permit, id: EntryId) -> Result<Option<ListedEntry>, Error> {
        covers(permit)?;
        let row = run!(self.0, optional ListedRow, statement!("audit/find"), id.0)?;
        row.map(ListedRow::listed).transpose()
    }

    /// The link of the chain that holds an entry; none while it waits.
    pub async fn seal_of(&mut self, permit: &Permit, id: EntryId) -> Result<Option<Seal>, Error> {
        covers(permit)?;
        let row = run!(self.0, optional HeadRow, statement!("audit/seal_of"), id.0)?;
        Ok(row.and_then(|row| row.seal()))
    }

    /// The account that somebody signs in by.
    pub async fn account_named(&mut self, permit: &Permit, name: &str) -> Result<Option<AccountId>, Error> {
        covers(permit)?;
        let row = run!(self.0, optional(Uuid,), statement!("audit/account_named"), name)?;
        Ok(row.map(|(id,)| AccountId(id)))
    }

    /// The person of a number, whoever they are.
    pub async fn person_numbered(&mut self, permit: &Permit, number: &str) -> Result<Option<EmployeeId>, Error> {
        covers(permit)?;
        let row = run!(self.0, optional(Uuid,), statement!("audit/person_numbered"), number)?;
        Ok(row.map(|(id,)| EmployeeId(id)))
    }

    /// What a change put in place of what; at most `limit` facts of it.
    pub async fn facts_of_change(
        &mut self,
        permit: &Permit,
        change: ChangeId,
        limit: u32,
    ) -> Result<Vec<ChangedFact>, Error> {
        covers(permit)?;
        let statement = statement!("audit/facts_of_change");
        let rows = run!(self.0, all(String, String, String, bool), statement, change.0, i64::from(limit))?;
        let corrupt = |what: String| Error::Corrupt { table: "facts", what };
        let fact = |(kind, key, body, is_before): (String, String, String, bool)| {
            let kind = FactKind::from_code(&kind).ok_or_else(|| corrupt(kind))?;
            let body = serde_json::from_str(&body).map_err(|error| corrupt(error.to_string()))?;
            Ok(ChangedFact { kind, key, body, side: if is_before { Side::Before } else { Side::After } })
        };
        rows.into_iter().map(fact).collect()
    }
}
