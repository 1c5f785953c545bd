//! A draft is thrown away.

use model::NominationAct;
use policy::Context;
use store::Store;

use super::step::{At, Saved, act};
use crate::Error;

/// The draft is over; its history stays.
pub async fn discard(store: &Store, ctx: &Context, at: At) -> Result<Saved, Error> {
    act(store, ctx, at, NominationAct::Discard, None).await
}
