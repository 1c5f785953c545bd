//! The chain over the entries of the audit trail: what exactly is hashed.

use sha2::{Digest, Sha256};

use crate::AuditEntry;

/// Where a chain begins.
pub const BEGINNING: Hash = [0; 32];

/// SHA-256.
pub type Hash = [u8; 32];

/// The hash of the link with this number: over the hash before, the number and every column of the entry, each with
/// its length, so that nothing can be moved from one column to the next.
pub fn link(before: &Hash, sequence: i64, entry: &AuditEntry) -> Hash {
    let mut hasher = Sha256::new();
    hasher.update(before);
    hasher.update(sequence.to_be_bytes());
    let mut column = |value: Option<&[u8]>| match value {
        None => hasher.update([0]),
        Some(value) => {
            hasher.update([1]);
            hasher.update((value.len() as u64).to_be_bytes());
            hasher.update(value);
        }
    };
    column(Some(entry.id.0.as_bytes()));
    column(Some(&entry.recorded_at.as_nanosecond().to_be_bytes()));
    column(entry.account.as_ref().map(|id| id.0.as_bytes().as_slice()));
    column(entry.on_behalf_of.as_ref().map(|id| id.as_bytes().as_slice()));
    column(Some(entry.request.0.as_bytes()));
    column(Some(entry.act.as_bytes()));
    column(Some(entry.subject_kind.as_bytes()));
    column(entry.subject.as_ref().map(|id| id.as_bytes().as_slice()));
    column(Some(entry.detail.as_bytes()));
    hasher.finalize().into()
}
