//! A secret that whoever holds it proves something by: a session's cookie, a one-time address.

use std::fmt;
use std::str::FromStr;

use model::TokenHash;
use sha2::{Digest, Sha256};

use crate::Error;

/// 256 bits from the operating system. Only its SHA-256 is ever kept; it is shown to its holder alone.
#[derive(Clone, PartialEq, Eq)]
pub struct Token([u8; 32]);

impl Token {
    /// A new one.
    pub(crate) fn new() -> Result<Token, Error> {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes).map_err(|error| std::io::Error::other(error.to_string()))?;
        Ok(Token(bytes))
    }

    /// What is kept of it.
    pub(crate) fn hash(&self) -> TokenHash {
        TokenHash(Sha256::digest(self.0).into())
    }

    /// As its holder has it: 64 hexadecimal digits.
    pub fn reveal(&self) -> String {
        self.0.iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

/// What is no token reads as none: there is nothing to say about it.
impl FromStr for Token {
    type Err = Error;

    fn from_str(text: &str) -> Result<Token, Error> {
        let TokenHash(bytes) = text.parse().map_err(|()| Error::Hidden)?;
        Ok(Token(bytes))
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_reads_as_it_was_revealed_and_no_two_are_alike() {
        let (one, other) = (Token::new().unwrap(), Token::new().unwrap());
        assert_eq!(one.reveal().parse::<Token>().unwrap(), one);
        assert_ne!(one, other);
        for wrong in ["", "0", "+1", &"é".repeat(32), &format!("+{}", &one.reveal()[1..])] {
            assert!(wrong.parse::<Token>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn nothing_that_is_printed_tells_a_token() {
        let token = Token::new().unwrap();
        let printed = format!("{token:?} {:?}", token.hash());
        assert_eq!(printed, "Token(…) TokenHash(…)");
    }
}
