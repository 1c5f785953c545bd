//! The ladder as it was published, state by state.

use model::{LadderId, Subject};
use policy::{Act, Permit};
use uuid::Uuid;

use crate::error::Error;
use crate::statement::{run, statement};
use crate::tx::Tx;
use crate::value::instant;

/// The ladders, in a transaction.
pub struct Ladders<'t>(&'t mut Tx);

/// A published ladder, as its file's text.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct PublishedLadder {
    #[sqlx(rename = "id", try_from = "Uuid")]
    /// Which one.
    pub id: LadderId,
    /// The ladder file.
    pub text: String,
}

impl Tx {
    /// The ladders.
    pub fn ladders(&mut self) -> Ladders<'_> {
        Ladders(self)
    }
}

impl Ladders<'_> {
    /// The one in force; none where none was published, and the one that the program ships with is.
    pub async fn in_force(&mut self) -> Result<Option<PublishedLadder>, Error> {
        run!(self.0, optional PublishedLadder, statement!("ladders/in_force"))
    }

    /// Which one is in force.
    pub async fn in_force_id(&mut self) -> Result<Option<LadderId>, Error> {
        let row = run!(self.0, optional(Uuid,), statement!("ladders/in_force_id"))?;
        Ok(row.map(|(id,)| LadderId(id)))
    }

    /// Publishes a ladder. That it keeps every version published before is for the caller to have seen to.
    pub async fn publish(&mut self, permit: Permit, ladder: &PublishedLadder) -> Result<(), Error> {
        if !permit.covers(Act::PublishLadder, Subject::Ladder(ladder.id)) {
            return Err(Error::WrongPermit(permit.act().code()));
        }
        let (by, at) = (permit.account().map(|account| account.0), instant(self.0.ctx.now));
        run!(self.0, execute statement!("ladders/publish"), ladder.id.0, ladder.text.clone(), by, at)?;
        Ok(())
    }
}
