//! A reviewer gives a nomination back, to be written better.

use model::letter::{Matter, Writer, Written};
use model::{NominationAct, Said};
use policy::Context;
use store::{Store, Tx};

use super::letter::write;
use super::step::{At, Saved, With, find, save};
use crate::Error;

/// Back to its nominator, with a reason and by letter.
pub async fn give_back(store: &Store, ctx: &Context, at: At, said: &Said, writer: &dyn Writer) -> Result<Saved, Error> {
    store.write(ctx, async |tx| Ok(give_back_in(tx, ctx, at, said, writer).await?.0)).await
}

pub(super) async fn give_back_in(
    tx: &mut Tx,
    ctx: &Context,
    at: At,
    said: &Said,
    writer: &dyn Writer,
) -> Result<(Saved, Written), Error> {
    let act = NominationAct::Return;
    let found = find(tx, ctx, at).await?;
    let (permit, next) = found.step(ctx, act)?;
    let candidate = found.nominated.full_name.as_str();
    let matter = Matter::Returned { candidate, reasons: &said.reasons, words: &said.words };
    let letter = write(tx, ctx, &found, matter, writer).await?;
    let with = With { letter: Some(&letter), ..With::said(said) };
    Ok((save(tx, ctx, (permit, act), &found, next, with).await?, letter))
}
