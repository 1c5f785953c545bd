//! Interest, or a nomination, is taken back.

use model::{NominationAct, Said};
use policy::Context;
use store::Store;

use super::step::{At, Saved, act};
use crate::Error;

/// Takes it back: the employee, or once it was handed in the nominator too.
pub async fn withdraw(store: &Store, ctx: &Context, at: At, said: &Said) -> Result<Saved, Error> {
    act(store, ctx, at, NominationAct::Withdraw, Some(said)).await
}
