//! Sign-ins that did not succeed, by name and by address.

use model::Instant;
use uuid::Uuid;

use crate::error::Error;
use crate::statement::{run, statement};
use crate::tx::Tx;
use crate::value::{SqlInstant, instant};

/// The failures, in a transaction of notes.
pub struct SignInFailures<'t>(pub(crate) &'t mut Tx);

impl SignInFailures<'_> {
    /// When a subject failed since an instant, the latest first; at most `limit`.
    pub async fn since(&mut self, subject: &str, since: Instant, limit: u32) -> Result<Vec<Instant>, Error> {
        let list = statement!("sign_in_failures/since");
        let rows = run!(self.0, all(SqlInstant,), list, subject, instant(since), i64::from(limit))?;
        Ok(rows.into_iter().map(|(at,)| at.to_jiff()).collect())
    }

    /// Adds a failure, to be taken back if it turns out to be none; which one it is.
    pub async fn add(&mut self, subject: &str) -> Result<Uuid, Error> {
        let (id, now): (Uuid, _) = (self.0.new_id(), instant(self.0.ctx.now));
        run!(self.0, execute statement!("sign_in_failures/add"), id, subject, now)?;
        Ok(id)
    }

    /// Takes back one that was none.
    pub async fn take_back(&mut self, failure: Uuid) -> Result<(), Error> {
        run!(self.0, execute statement!("sign_in_failures/take_back"), failure)?;
        Ok(())
    }

    /// Forgets a subject's.
    pub async fn clear(&mut self, subject: &str) -> Result<(), Error> {
        run!(self.0, execute statement!("sign_in_failures/clear"), subject)?;
        Ok(())
    }

    /// Drops those from before an instant.
    pub async fn drop_old(&mut self, before: Instant) -> Result<u64, Error> {
        run!(self.0, execute statement!("sign_in_failures/drop_old"), instant(before))
    }
}
