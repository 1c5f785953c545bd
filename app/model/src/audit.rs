//! The audit trail: its entries, and what verifying their chain finds.

use std::fmt;
use std::str::FromStr;

use uuid::Uuid;

use crate::{AccountId, EntryId, Instant, RequestId};

/// An entry of the audit trail, as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditEntry {
    /// Which one.
    pub id: EntryId,
    /// When.
    pub recorded_at: Instant,
    /// By whom; empty: the clock, or the command line.
    pub account: Option<AccountId>,
    /// For whom they stood in.
    pub on_behalf_of: Option<Uuid>,
    /// In which request, job or command.
    pub request: RequestId,
    /// The event's name.
    pub act: String,
    /// What kind of thing it is about.
    pub subject_kind: String,
    /// Which one.
    pub subject: Option<Uuid>,
    /// The event, as JSON.
    pub detail: String,
}

/// A link of the chain over the entries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seal {
    /// Its number, from 1; 0 is the beginning of a chain without a link.
    pub sequence: i64,
    /// SHA-256 over the hash before, the number and the entry.
    pub hash: [u8; 32],
}

/// `NUMBER:HASH`: how a head is noted, and read again.
impl fmt::Display for Seal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:", self.sequence)?;
        self.hash.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// A text that is no head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoSeal;

impl fmt::Display for NoSeal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a head is NUMBER:HASH, as `nextrung audit verify` says it")
    }
}

impl std::error::Error for NoSeal {}

impl FromStr for Seal {
    type Err = NoSeal;

    fn from_str(text: &str) -> Result<Seal, NoSeal> {
        let (sequence, digits) = text.split_once(':').ok_or(NoSeal)?;
        let sequence = sequence.parse().map_err(|_| NoSeal)?;
        let mut hash = [0; 32];
        if digits.len() != 64 || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return Err(NoSeal);
        }
        for (byte, place) in hash.iter_mut().zip((0..64).step_by(2)) {
            *byte = u8::from_str_radix(&digits[place..place + 2], 16).map_err(|_| NoSeal)?;
        }
        Ok(Seal { sequence, hash })
    }
}

/// What was done to the trail behind the program's back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tampering {
    /// An entry, or the seal before it, says something else.
    Changed,
    /// An entry is gone.
    Dropped,
    /// An entry is there that the program did not write.
    Inserted,
    /// An entry stands where another was sealed.
    Reordered,
    /// The entries from here on are gone.
    Truncated,
    /// The chain was made anew from somewhere before: its head is not the one that was noted.
    Rewritten,
}

/// The first place where the trail is not what was sealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Break {
    /// What was done.
    pub tampering: Tampering,
    /// At which number of the chain; empty of an entry that is in no chain.
    pub sequence: Option<i64>,
    /// Which entry, where it can still be told.
    pub entry: Option<EntryId>,
}

/// What verifying found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verification {
    /// The last link that holds.
    pub head: Seal,
    /// How many entries wait to be sealed: nothing vouches for them yet.
    pub unsealed: u64,
    /// The first break; empty: the trail is whole.
    pub broken: Option<Break>,
}
