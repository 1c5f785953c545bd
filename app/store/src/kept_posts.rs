//! What was sent for an account after its session had ended: the last of it, for half an hour.

use model::{AccountId, Instant};
use policy::Permit;

use crate::accounts::owns;
use crate::error::Error;
use crate::statement::{run, statement};
use crate::tx::Tx;
use crate::value::instant;

/// What was sent, in a transaction of notes.
pub struct KeptPosts<'t>(pub(crate) &'t mut Tx);

/// A form that was sent after the session had ended.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct KeptPost {
    /// Where: a path of this site.
    pub path: String,
    /// As browsers send forms.
    pub body: String,
}

impl KeptPosts<'_> {
    /// Keeps a form in place of the one from before. Nobody has proved anything yet: it is shown to the owner alone.
    pub async fn keep(&mut self, account: AccountId, post: &KeptPost) -> Result<(), Error> {
        let now = instant(self.0.ctx.now);
        run!(self.0, execute statement!("kept_posts/keep"), account.0, post.path.clone(), post.body.clone(), now)?;
        Ok(())
    }

    /// What was kept for its owner after an instant.
    pub async fn find(
        &mut self,
        permit: &Permit,
        account: AccountId,
        after: Instant,
    ) -> Result<Option<KeptPost>, Error> {
        owns(permit, account)?;
        run!(self.0, optional KeptPost, statement!("kept_posts/find"), account.0, instant(after))
    }

    /// Drops what was kept for its owner.
    pub async fn drop(&mut self, permit: &Permit, account: AccountId) -> Result<(), Error> {
        owns(permit, account)?;
        run!(self.0, execute statement!("kept_posts/drop"), account.0)?;
        Ok(())
    }

    /// Drops what was kept before an instant.
    pub async fn drop_old(&mut self, before: Instant) -> Result<u64, Error> {
        run!(self.0, execute statement!("kept_posts/drop_old"), instant(before))
    }
}
