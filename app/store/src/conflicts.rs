//! What feeds say against what was corrected or decided here.

use model::{Body, ChangeId, EmployeeId, FactKind, Subject};
use policy::{Act, Permit};
use serde_json::json;
use uuid::Uuid;

use crate::error::Error;
use crate::statement::{run, statement};
use crate::tx::Tx;
use crate::value::new_id;

const TABLE: &str = "conflicts";

/// The conflicts, in a transaction.
pub struct Conflicts<'t>(&'t mut Tx);

/// Conflicts that are being prepared: they count from the moment their change is applied.
pub struct PreparedConflicts<'t>(pub(crate) &'t mut Tx);

/// What a feed said of a person, against what is known here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// Of whom.
    pub employee: EmployeeId,
    /// Which file it is a row of.
    pub kind: FactKind,
    /// The natural key beside the employee.
    pub key: String,
    /// The feed's row.
    pub body: Body,
}

#[derive(sqlx::FromRow)]
struct Row {
    employee_id: Uuid,
    kind: String,
    key: String,
    body: String,
    change_id: Uuid,
}

impl Row {
    fn read(self) -> Result<(ChangeId, Conflict), Error> {
        let corrupt = |what: &str| Error::Corrupt { table: TABLE, what: format!("{what} of {}", self.change_id) };
        let kind = FactKind::from_code(&self.kind).ok_or_else(|| corrupt("the kind"))?;
        let body: Body = serde_json::from_str(&self.body).map_err(|_| corrupt("the body"))?;
        let conflict = Conflict { employee: EmployeeId(self.employee_id), kind, key: self.key, body };
        Ok((ChangeId(self.change_id), conflict))
    }
}

impl Tx {
    /// The conflicts.
    pub fn conflicts(&mut self) -> Conflicts<'_> {
        Conflicts(self)
    }
}

impl PreparedConflicts<'_> {
    /// Notes conflicts.
    pub async fn insert(&mut self, permit: &Permit, change: ChangeId, conflicts: &[Conflict]) -> Result<(), Error> {
        if !permit.covers(Act::Import, Subject::Change(change)) {
            return Err(Error::WrongPermit(permit.act().code()));
        }
        let hex = |id: Uuid| id.simple().to_string();
        for some in conflicts.chunks(2000) {
            let mut rows = Vec::with_capacity(some.len());
            for conflict in some {
                let body = serde_json::to_string(&conflict.body)
                    .map_err(|error| Error::Corrupt { table: TABLE, what: error.to_string() })?;
                let id: Uuid = new_id(self.0.ctx.now);
                rows.push(json!([hex(id), hex(conflict.employee.0), conflict.kind.code(), conflict.key, body]));
            }
            run!(self.0, execute statement!("conflicts/insert", split), json!(rows).to_string(), change.0)?;
        }
        Ok(())
    }

    /// Removes those of a change that never counted.
    pub async fn drop(&mut self, permit: &Permit, change: ChangeId) -> Result<(), Error> {
        if permit.act() != Act::Import {
            return Err(Error::WrongPermit(permit.act().code()));
        }
        run!(self.0, execute statement!("conflicts/drop"), change.0)?;
        Ok(())
    }
}

impl Conflicts<'_> {
    /// Those of some people that imports which stand have told of, the oldest first.
    pub async fn of_people(
        &mut self,
        _permit: &Permit,
        people: &[EmployeeId],
    ) -> Result<Vec<(ChangeId, Conflict)>, Error> {
        let ids: Vec<String> = people.iter().map(|id| id.0.simple().to_string()).collect();
        let rows = run!(self.0, all Row, statement!("conflicts/of_people", split), json!(ids).to_string())?;
        rows.into_iter().map(Row::read).collect()
    }
}
