//! From what a browser holds to who is looking.

use model::{Access, Employee};
use policy::{Context, Viewer};
use store::{Resumed, Store, Tx};

use super::find_account::viewer_with;
use super::token::Token;
use crate::Error;
use crate::review::{Waiting, waiting};

/// Who is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedIn {
    /// What they see and may do today; where a password is to be changed first, that and nothing else.
    pub viewer: Viewer,
    /// What to do before anything else.
    pub must_change_password: bool,
    /// Who they are, as the navigation knows them.
    pub me: Me,
}

/// A person at work, as the navigation knows them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Me {
    /// Their record, where the account is an employee's.
    pub employee: Option<Employee>,
    /// Whether anybody reports to them, or to somebody whom they stand in for.
    pub leads: bool,
    /// How many news they have not read.
    pub unread: u64,
    /// For HR: how much waits for them.
    pub waiting: Option<Waiting>,
}

async fn me(tx: &mut Tx, viewer: &Viewer, resumed: &Resumed) -> Result<Me, Error> {
    let employee = tx.employees().own(viewer).await?.map(|own| own.employee);
    let is_hr = viewer.has(Access::HrPartner) || viewer.has(Access::HrLead);
    let waiting = if is_hr { Some(waiting(tx, viewer).await?) } else { None };
    let leads = employee.is_some() && resumed.leads;
    Ok(Me { employee, leads, unread: resumed.unread, waiting })
}

/// Who holds that session, on the day of the request; nobody where it has run out, was ended, or the account is closed.
pub async fn resume_session(store: &Store, ctx: &Context, session: &Token) -> Result<Option<SignedIn>, Error> {
    let found = store
        .read(ctx, async |tx| {
            let resumed = tx.sessions().resume(session.hash(), ctx.today).await?;
            let Some(resumed) = resumed.filter(|resumed| resumed.goes_on(ctx.now, ctx.today)) else { return Ok(None) };
            let viewer = viewer_with(&resumed.account, resumed.grants.clone(), ctx.today);
            let me = me(tx, &viewer, &resumed).await?;
            let must_change_password = resumed.account.must_change_password;
            Ok::<_, Error>(Some((SignedIn { viewer, me, must_change_password }, resumed.session)))
        })
        .await?;
    let Some((signed_in, kept)) = found else { return Ok(None) };
    if kept.is_worth_noting(ctx.now) {
        store
            .upkeep(ctx, async |upkeep| Ok::<_, Error>(upkeep.sessions().see(kept.token_hash, ctx.now).await?))
            .await?;
    }
    Ok(Some(signed_in))
}
