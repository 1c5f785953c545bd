//! Who stands in for a manager.

use std::collections::BTreeMap;

use model::{Deputy, EmployeeId, Subject};
use policy::{Act, Context, authorize};
use store::Store;

use crate::Error;

/// Who stands in for somebody, in the days past and to come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deputies {
    /// The number and the name of the manager.
    pub manager: (String, String),
    /// Each with the deputy's number and name.
    pub deputies: Vec<(Deputy, (String, String))>,
}

/// The deputies of the manager of a number.
pub async fn list_deputies(store: &Store, ctx: &Context, manager: &str) -> Result<Deputies, Error> {
    store
        .read(ctx, async |tx| {
            let permit = authorize(&ctx.actor, Act::GiveAccess, Subject::Company, None)?;
            let found = tx.employees().by_numbers(&permit, &[manager]).await?;
            let manager = found.into_iter().next().ok_or(Error::Hidden)?.employee;
            let named = tx.deputies().of_manager(&permit, manager.id).await?;
            let ids: Vec<EmployeeId> = named.iter().map(|deputy| deputy.deputy).collect();
            let people = tx.employees().by_ids(&permit, &ids).await?;
            let by_id: BTreeMap<EmployeeId, (String, String)> = people
                .into_iter()
                .map(|person| (person.employee.id, (person.employee.number, person.employee.full_name)))
                .collect();
            let with_name = |deputy: Deputy| by_id.get(&deputy.deputy).map(|who| (deputy.clone(), who.clone()));
            let deputies = named.into_iter().filter_map(with_name).collect();
            Ok(Deputies { manager: (manager.number, manager.full_name), deputies })
        })
        .await
}
