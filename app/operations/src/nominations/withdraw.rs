//! Interest, or a nomination, is taken back.

use model::letter::{Matter, Writer, Written};
use model::{LetterKind, NominationAct, Said};
use policy::Context;
use store::{Store, Tx};

use super::letter::{withdrawer, write};
use super::step::{At, Saved, With, find, save};
use crate::Error;

/// Takes it back: the employee, or once it was handed in the nominator too.
pub async fn withdraw(store: &Store, ctx: &Context, at: At, said: &Said, writer: &dyn Writer) -> Result<Saved, Error> {
    store.write(ctx, async |tx| Ok(withdraw_in(tx, ctx, at, said, writer).await?.0)).await
}

/// What was handed in is taken back by letter; interest is not.
pub(super) async fn withdraw_in(
    tx: &mut Tx,
    ctx: &Context,
    at: At,
    said: &Said,
    writer: &dyn Writer,
) -> Result<(Saved, Option<Written>), Error> {
    let act = NominationAct::Withdraw;
    let found = find(tx, ctx, at).await?;
    let (permit, next) = found.step(ctx, act)?;
    let letter = match LetterKind::of(act, found.nomination().state) {
        None => None,
        Some(_) => {
            let matter = Matter::Withdrawn { by: withdrawer(ctx, &next), words: &said.words };
            Some(write(tx, ctx, &found, matter, writer).await?)
        }
    };
    let with = With { letter: letter.as_ref(), ..With::said(said) };
    Ok((save(tx, ctx, (permit, act), &found, next, with).await?, letter))
}
