//! An act that recorded facts: everything that became true with it became true at once.

use crate::{AccountId, ChangeId, Instant};

/// Where facts came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A feed from elsewhere.
    Import,
    /// A person, here.
    Account,
    /// A move that took effect.
    Move,
}

impl Origin {
    /// As tables write it.
    pub const fn code(self) -> &'static str {
        match self {
            Origin::Import => "import",
            Origin::Account => "account",
            Origin::Move => "move",
        }
    }

    /// The one with this code.
    pub fn from_code(code: &str) -> Option<Origin> {
        [Origin::Import, Origin::Account, Origin::Move].into_iter().find(|origin| origin.code() == code)
    }
}

/// An act that recorded facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Which one.
    pub id: ChangeId,
    /// Where its facts came from.
    pub origin: Origin,
    /// By whom; empty: the command line or the clock.
    pub recorded_by: Option<AccountId>,
    /// When.
    pub recorded_at: Instant,
    /// Why, where a person said so; of an import, what it was called.
    pub reason: Option<String>,
    /// Of an import: the SHA-256 of what came in, in hexadecimal.
    pub digest: Option<String>,
    /// Of an import: how many of what, as JSON.
    pub counts: Option<String>,
}
