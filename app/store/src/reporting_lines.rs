//! Who stands above whom, at any distance: kept by whatever writes managers and names, so that nobody can forget it.

use model::{ChangeId, EmployeeId, Subject};
use policy::{Act, Permit};
use serde_json::json;
use uuid::Uuid;

use crate::employees::ids;
use crate::error::Error;
use crate::statement::{run, statement};
use crate::tx::Tx;

/// More than so many moved at once: all lines are worked out again.
const MANY: usize = 10_000;

/// The reporting lines, in a transaction.
pub struct ReportingLines<'t>(&'t mut Tx);

/// That somebody stands above somebody who is still to come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewLine {
    /// Who stands above.
    pub manager: EmployeeId,
    /// Who is to come.
    pub employee: EmployeeId,
    /// How far above: 1, the own manager.
    pub depth: usize,
    /// By which who is to come is sorted.
    pub name_key: String,
}

/// Lines that are being prepared: they lead to people who are still to come. A read goes on from a line to the person,
/// and so nobody sees them before.
pub struct PreparedLines<'t>(pub(crate) &'t mut Tx);

impl Tx {
    /// The reporting lines.
    pub fn reporting_lines(&mut self) -> ReportingLines<'_> {
        ReportingLines(self)
    }
}

impl ReportingLines<'_> {
    /// Who stands above those people, the nearest first; nothing of who has nobody above them.
    pub async fn above(
        &mut self,
        _permit: &Permit,
        people: &[EmployeeId],
    ) -> Result<Vec<(EmployeeId, EmployeeId)>, Error> {
        let rows = run!(self.0, all(Uuid, Uuid), statement!("reporting_lines/above", split), ids(people))?;
        Ok(rows.into_iter().map(|(id, above)| (EmployeeId(id), EmployeeId(above))).collect())
    }
}

impl PreparedLines<'_> {
    /// Writes the lines of people who are still to come.
    pub async fn insert(&mut self, permit: &Permit, change: ChangeId, lines: &[NewLine]) -> Result<(), Error> {
        if !permit.covers(Act::Import, Subject::Change(change)) {
            return Err(Error::WrongPermit(permit.act().code()));
        }
        let hex = |id: EmployeeId| id.0.simple().to_string();
        let row = |new: &NewLine| json!([hex(new.manager), hex(new.employee), new.depth, new.name_key]);
        let rows = serde_json::Value::Array(lines.iter().map(row).collect()).to_string();
        run!(self.0, execute statement!("reporting_lines/insert", split), rows)?;
        Ok(())
    }
}

/// After what had been prepared of people was dropped: the lines of those who never came go too.
pub(crate) async fn forget_who_never_came(tx: &mut Tx, people: &[EmployeeId]) -> Result<(), Error> {
    run!(tx, execute statement!("reporting_lines/drop_prepared", split), ids(people))?;
    Ok(())
}

/// After the managers of people changed.
pub(crate) async fn follow_moves(tx: &mut Tx, moved: &[EmployeeId]) -> Result<(), Error> {
    if moved.len() > MANY {
        run!(tx, execute statement!("reporting_lines/clear"))?;
        run!(tx, execute statement!("reporting_lines/rebuild"))?;
    } else if !moved.is_empty() {
        run!(tx, execute statement!("reporting_lines/leave", split), ids(moved))?;
        run!(tx, execute statement!("reporting_lines/join", split), ids(moved))?;
    }
    Ok(())
}

/// After people were saved whose names may have changed.
pub(crate) async fn follow_names(tx: &mut Tx, saved: &[EmployeeId]) -> Result<(), Error> {
    run!(tx, execute statement!("reporting_lines/rename", split), ids(saved))?;
    Ok(())
}
