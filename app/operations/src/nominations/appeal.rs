//! A declined candidate appeals.

use model::{NominationAct, Said};
use policy::Context;
use store::Store;

use super::step::{At, Saved, act};
use crate::Error;

/// Says, once and within thirty days, why the decision was wrong.
pub async fn appeal(store: &Store, ctx: &Context, at: At, grounds: &Said) -> Result<Saved, Error> {
    act(store, ctx, at, NominationAct::Appeal, Some(grounds)).await
}
