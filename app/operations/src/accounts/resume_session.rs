//! From what a browser holds to who is looking.

use model::{Access, Employee};
use policy::{Context, Viewer};
use store::{Store, Tx};

use super::find_account::viewer_of;
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

async fn me(tx: &mut Tx, viewer: &Viewer) -> Result<Me, Error> {
    let employee = tx.employees().own(viewer).await?.map(|own| own.employee);
    let leads = employee.is_some() && !tx.employees().list_team(viewer, None, None, 1).await?.is_empty();
    let unread = tx.news().count_unread(viewer).await?;
    let is_hr = viewer.has(Access::HrPartner) || viewer.has(Access::HrLead);
    let waiting = if is_hr { Some(waiting(tx, viewer).await?) } else { None };
    Ok(Me { employee, leads, unread, waiting })
}

/// Who holds that session, on the day of the request; nobody where it has run out, was ended, or the account is closed.
pub async fn resume_session(store: &Store, ctx: &Context, session: &Token) -> Result<Option<SignedIn>, Error> {
    let found = store
        .read(ctx, async |tx| {
            let kept = tx.sessions().find(session.hash()).await?.filter(|kept| kept.is_alive(ctx.now));
            let Some(kept) = kept else { return Ok(None) };
            let owner = tx.accounts().credentials_of(kept.account).await?.filter(|owner| owner.is_open(ctx.today));
            let Some(owner) = owner else { return Ok(None) };
            let viewer = viewer_of(tx, &owner.account, ctx.today).await?;
            let me = me(tx, &viewer).await?;
            let signed_in = SignedIn { viewer, me, must_change_password: owner.account.must_change_password };
            Ok::<_, Error>(Some((signed_in, kept)))
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
