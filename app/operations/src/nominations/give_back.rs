//! A reviewer gives a nomination back, to be written better.

use model::{NominationAct, Said};
use policy::Context;
use store::Store;

use super::step::{At, Saved, act};
use crate::Error;

/// Back to its nominator, with a reason.
pub async fn give_back(store: &Store, ctx: &Context, at: At, said: &Said) -> Result<Saved, Error> {
    act(store, ctx, at, NominationAct::Return, Some(said)).await
}
