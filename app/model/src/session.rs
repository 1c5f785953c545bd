//! A browser that stays signed in for a while.

use std::fmt;
use std::str::FromStr;

use jiff::SignedDuration;

use crate::{AccountId, Instant};

/// How long a session lasts without being used.
pub const IDLE_LIMIT: SignedDuration = SignedDuration::from_hours(12);
/// How long a session lasts however much it is used.
pub const SESSION_LIMIT: SignedDuration = SignedDuration::from_hours(14 * 24);
/// How long what was sent after a session had ended is kept for its owner.
pub const POST_KEPT_FOR: SignedDuration = SignedDuration::from_mins(30);
/// How often at most it is noted that a session is in use.
pub const SEEN_AT_MOST_EVERY: SignedDuration = SignedDuration::from_mins(5);

/// The SHA-256 of a secret: all that is kept of a session's cookie or a one-time address.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct TokenHash(pub [u8; 32]);

/// 64 hexadecimal digits: what a session is named by on its owner's page. It opens nothing.
impl fmt::Display for TokenHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// What is no hash reads as none: there is nothing to say about it.
impl FromStr for TokenHash {
    type Err = ();

    fn from_str(text: &str) -> Result<TokenHash, ()> {
        if text.len() != 64 || !text.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return Err(());
        }
        let mut bytes = [0; 32];
        for (at, byte) in bytes.iter_mut().enumerate() {
            *byte = u8::from_str_radix(&text[2 * at..2 * at + 2], 16).map_err(|_| ())?;
        }
        Ok(TokenHash(bytes))
    }
}

impl fmt::Debug for TokenHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TokenHash(…)")
    }
}

/// A session as it is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Session {
    /// Of what its browser holds.
    pub token_hash: TokenHash,
    /// Who is signed in.
    pub account: AccountId,
    /// Since when.
    pub created_at: Instant,
    /// When it was last in use, to five minutes.
    pub last_seen_at: Instant,
    /// When it was ended before its time.
    pub ended_at: Option<Instant>,
}

impl Session {
    /// Whether it still counts at an instant.
    pub fn is_alive(&self, now: Instant) -> bool {
        self.ended_at.is_none()
            && now.duration_since(self.created_at) < SESSION_LIMIT
            && now.duration_since(self.last_seen_at) < IDLE_LIMIT
    }

    /// Whether it is to be noted that it is in use.
    pub fn is_worth_noting(&self, now: Instant) -> bool {
        now.duration_since(self.last_seen_at) >= SEEN_AT_MOST_EVERY
    }
}
