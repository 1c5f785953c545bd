//! Who stands above whom, at any distance: kept by whatever writes managers and names, so that nobody can forget it.

use model::EmployeeId;

use crate::employees::ids;
use crate::error::Error;
use crate::statement::{run, statement};
use crate::tx::Tx;

/// More than so many moved at once: all lines are worked out again.
const MANY: usize = 10_000;

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
