//! Copies of the database, and copies put back.

use std::path::Path;

use model::Subject;
use policy::{Act, Context, Permit, authorize};
use store::{Contents, Store};

use crate::Error;

/// Copies an SQLite database into a new file while it is written, checks the copy, and says what is in it.
pub async fn back_up(store: &Store, ctx: &Context, to: &Path) -> Result<Contents, Error> {
    Ok(store.back_up(ctx, &leave(ctx)?, to).await?)
}

/// Puts a backup where no database is yet, and says what is in it.
pub async fn restore(ctx: &Context, from: &Path, address: &str) -> Result<Contents, Error> {
    Ok(store::restore(ctx, &leave(ctx)?, from, address).await?)
}

fn leave(ctx: &Context) -> Result<Permit, Error> {
    Ok(authorize(&ctx.actor, Act::BackUp, Subject::Company, None)?)
}
