//! The audit trail: sealed as it grows, read and verified by auditors.

use jiff::SignedDuration;
use model::{AuditEntry, EntryId, Instant, Seal, Subject, Verification};
use policy::{Act, Context, Permit, authorize};
use store::{Store, Upkeep};
use uuid::Uuid;

use crate::Error;

/// How many entries one transaction seals: others get their turn in between.
const PIECE: u32 = 500;
/// How long a sealer that is gone keeps others from sealing.
const LEASE: SignedDuration = SignedDuration::from_secs(10);

/// Seals what waits to be sealed; how many entries. Meant for every second and for the end of a process: where nothing
/// waits, it writes nothing, and while another process seals, it does nothing. Safe to run from any number of processes,
/// and to cut off at any moment.
pub async fn seal_audit(store: &Store, ctx: &Context) -> Result<u64, Error> {
    let permit = authorize(&ctx.actor, Act::Seal, Subject::Company, None)?;
    let mut sealed = 0;
    while store.read(ctx, async |tx| tx.audit().is_waiting().await).await? {
        match store.upkeep(ctx, async |upkeep| seal_some(upkeep, &permit).await).await? {
            0 => break,
            some => sealed += some,
        }
    }
    Ok(sealed)
}

async fn seal_some(upkeep: &mut Upkeep<'_>, permit: &Permit) -> Result<u64, Error> {
    if !upkeep.leases().take(permit, LEASE).await? {
        return Ok(0);
    }
    let sealed = upkeep.seals().append(permit, PIECE).await?;
    if sealed < u64::from(PIECE) {
        // The next who has something to seal may be another process.
        upkeep.leases().release(permit).await?;
    }
    Ok(sealed)
}

/// Verifies the whole trail and names the first entry that is not what was sealed. `noted` is a head that somebody kept
/// elsewhere: the chain must still hold it.
pub async fn verify_audit(store: &Store, ctx: &Context, noted: Option<Seal>) -> Result<Verification, Error> {
    let permit = leave(ctx)?;
    store.read(ctx, async |tx| Ok(tx.audit().verify(&permit, noted).await?)).await
}

/// The sealed entries with their seals, by number, after a number; at most `limit`.
pub async fn sealed_entries(
    store: &Store,
    ctx: &Context,
    after: i64,
    limit: u32,
) -> Result<Vec<(Seal, AuditEntry)>, Error> {
    let permit = leave(ctx)?;
    store.read(ctx, async |tx| Ok(tx.audit().sealed(&permit, after, limit).await?)).await
}

/// The entries, latest first, before an instant and an id; at most `limit`.
pub async fn audit_entries(
    store: &Store,
    ctx: &Context,
    before: Option<(Instant, EntryId)>,
    limit: u32,
) -> Result<Vec<AuditEntry>, Error> {
    let permit = leave(ctx)?;
    store.read(ctx, async |tx| Ok(tx.audit().list(&permit, before, limit).await?)).await
}

/// The entries about one thing, latest first, before an id; at most `limit`.
pub async fn audit_entries_about(
    store: &Store,
    ctx: &Context,
    subject: Uuid,
    before: Option<EntryId>,
    limit: u32,
) -> Result<Vec<AuditEntry>, Error> {
    let permit = leave(ctx)?;
    store.read(ctx, async |tx| Ok(tx.audit().list_about(&permit, subject, before, limit).await?)).await
}

pub(crate) fn leave(ctx: &Context) -> Result<Permit, Error> {
    Ok(authorize(&ctx.actor, Act::Audit, Subject::Company, None)?)
}
