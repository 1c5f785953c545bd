//! Giving access to an account.

use model::{Access, Event, Grant, GrantId};
use policy::{Act, Context};
use rules::Day;
use store::Store;

use super::find_account::find_account;
use crate::{Error, Obstacle};

/// Access to be given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewGrant {
    /// What kind.
    pub access: Access,
    /// Of an HR partner: the site.
    pub site: Option<String>,
    /// First day.
    pub from_on: Day,
    /// Last day, inclusive.
    pub until_on: Option<Day>,
}

impl NewGrant {
    fn check(&self) -> Result<(), Obstacle> {
        match (self.access, &self.site) {
            (Access::HrPartner, None) => return Err(Obstacle::PartnerWithoutSite),
            (Access::HrLead | Access::Auditor | Access::Administrator, Some(_)) => {
                return Err(Obstacle::SiteIsForPartners);
            }
            (Access::HrPartner, Some(_)) | (Access::HrLead | Access::Auditor | Access::Administrator, None) => {}
        }
        if self.until_on.is_some_and(|until_on| until_on < self.from_on) {
            return Err(Obstacle::AccessEndsBefore);
        }
        Ok(())
    }
}

/// Gives access to an account. Its sessions end: its owner signs in anew.
pub async fn give_access(store: &Store, ctx: &Context, name: &str, new: &NewGrant) -> Result<GrantId, Error> {
    store
        .write(ctx, async |tx| {
            let (account, permit) = find_account(tx, ctx, Act::GiveAccess, name).await?;
            new.check()?;
            let NewGrant { access, site, from_on, until_on } = new.clone();
            let grant = Grant { id: tx.new_id(), account: account.id, access, site, from_on, until_on };
            tx.sessions().end_all(&permit, account.id).await?;
            tx.grants().add(permit, &grant).await?;
            tx.record(granted(&grant));
            Ok(grant.id)
        })
        .await
}

pub(super) fn granted(grant: &Grant) -> Event {
    Event::AccessGranted {
        grant: grant.id,
        account: grant.account,
        access: grant.access.code().to_owned(),
        site: grant.site.clone(),
        from_on: grant.from_on.to_string(),
        until_on: grant.until_on.map(|day| day.to_string()),
    }
}
