//! A checkpoint: the head of the audit trail's chain, signed with a key that is kept where the database is not. It shows,
//! for as long as somebody has it, that the trail still begins as it did then: whoever can write to every table can make
//! the whole chain anew, and cannot sign it.
//!
//! It is text, a line each, and every line ends:
//!
//! ```text
//! nextrung checkpoint 1
//! company Example
//! head 1234:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
//! taken-at 2026-11-22T19:23:00Z
//! key d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a
//! signature e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155…
//! ```
//!
//! The head is the number of entries and the hash of the last, as `audit verify` says it. The signature is Ed25519 over
//! the bytes of all lines before it; keys and signature are hexadecimal.

use std::fmt;
use std::str::FromStr;

use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use model::{Instant, Seal};

use crate::Problem;

const FORM: &str = "nextrung checkpoint 1";
const KEY_FORM: &str = "nextrung signing key 1";
/// No company is called anything longer.
const LONGEST_NAME: usize = 200;

/// The head of a trail at an instant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    /// Whose trail it is.
    pub company: String,
    /// How many entries there were, and the hash of the last.
    pub head: Seal,
    /// When it was taken.
    pub taken_at: Instant,
}

/// A checkpoint as it was read: what was signed, and by whom it says it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedCheckpoint {
    checkpoint: Checkpoint,
    key: PublicKey,
    signature: [u8; 64],
}

/// With which checkpoints are signed: to be kept secret.
pub struct SecretKey(SigningKey);

/// By which the signature of a checkpoint is verified: for everybody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PublicKey([u8; 32]);

/// Why a checkpoint is not believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotSigned {
    /// It names another key.
    ByAnother(PublicKey),
    /// What stands there is not what was signed.
    Changed,
}

impl fmt::Display for NotSigned {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NotSigned::ByAnother(key) => write!(f, "it is signed with another key, {key}"),
            NotSigned::Changed => f.write_str("its signature does not fit: it was changed, or was never signed"),
        }
    }
}

impl std::error::Error for NotSigned {}

impl Checkpoint {
    /// As a file; or what is wrong with the company's name.
    pub fn sign(&self, key: &SecretKey) -> Result<String, String> {
        let name = &self.company;
        if name.is_empty() || name.trim() != name || name.len() > LONGEST_NAME || name.chars().any(char::is_control) {
            return Err(format!("a company's name is a line of up to {LONGEST_NAME} bytes"));
        }
        let signed = self.signed(key.public());
        let signature = Hex(&key.0.sign(signed.as_bytes()).to_bytes()).to_string();
        Ok(format!("{signed}signature {signature}\n"))
    }

    /// What the signature is over.
    fn signed(&self, key: PublicKey) -> String {
        let Checkpoint { company, head, taken_at } = self;
        format!("{FORM}\ncompany {company}\nhead {head}\ntaken-at {taken_at}\nkey {key}\n")
    }
}

impl SignedCheckpoint {
    /// Reads a checkpoint. Whether it is to be believed is for [`verified`](SignedCheckpoint::verified) to say.
    pub fn read(text: &str, file: &str) -> Result<SignedCheckpoint, Problem> {
        let wrong = |line: u64, what: &str| Problem::at(file, line, None, what);
        let mut lines = text.split_inclusive('\n').zip(1..);
        let mut line = |begins: &str, what: &str| {
            let (text, number) = lines.next().ok_or_else(|| Problem::in_file(file, "it ends too early"))?;
            let rest = text.strip_prefix(begins).and_then(|rest| rest.strip_suffix('\n'));
            rest.map(|rest| (rest.to_owned(), number)).ok_or_else(|| wrong(number, what))
        };
        line(FORM, "a checkpoint begins with “nextrung checkpoint 1”")?;
        let (company, _) = line("company ", "here stands “company”, and its name")?;
        let (head, at) = line("head ", "here stands “head”, as NUMBER:HASH")?;
        let head = head.parse().map_err(|error: model::NoSeal| wrong(at, &error.to_string()))?;
        let (taken_at, at) = line("taken-at ", "here stands “taken-at”, and the instant")?;
        let taken_at = taken_at.parse().map_err(|_| wrong(at, "this is no instant, as 2026-11-22T19:23:00Z"))?;
        let (key, at) = line("key ", "here stands “key”, in 64 hexadecimal digits")?;
        let key: PublicKey = key.parse().map_err(|error: String| wrong(at, &error))?;
        let (signature, at) = line("signature ", "here stands “signature”, in 128 hexadecimal digits")?;
        let signature = bytes(&signature).ok_or_else(|| wrong(at, "a signature is 128 hexadecimal digits"))?;
        if let Some((_, number)) = lines.next() {
            return Err(wrong(number, "a checkpoint ends with its signature"));
        }
        let checkpoint = Checkpoint { company, head, taken_at };
        // What could be written in more than one way is written in one.
        if !text.starts_with(&checkpoint.signed(key)) {
            return Err(Problem::in_file(file, "it is not written as a checkpoint is"));
        }
        Ok(SignedCheckpoint { checkpoint, key, signature })
    }

    /// The checkpoint, where it is what was signed with a key.
    pub fn verified(&self, key: &PublicKey) -> Result<&Checkpoint, NotSigned> {
        if self.key != *key {
            return Err(NotSigned::ByAnother(self.key));
        }
        let known = VerifyingKey::from_bytes(&key.0).map_err(|_| NotSigned::Changed)?;
        let signed = self.checkpoint.signed(self.key);
        known
            .verify_strict(signed.as_bytes(), &Signature::from_bytes(&self.signature))
            .map_err(|_| NotSigned::Changed)?;
        Ok(&self.checkpoint)
    }
}

impl SecretKey {
    /// Of 32 random bytes.
    pub fn new(random: &[u8; 32]) -> SecretKey {
        SecretKey(SigningKey::from_bytes(random))
    }

    /// As the file in which it is kept.
    pub fn to_text(&self) -> String {
        format!("{KEY_FORM}\n{}\n", Hex(self.0.as_bytes()))
    }

    /// Reads the file in which it is kept.
    pub fn read(text: &str, file: &str) -> Result<SecretKey, Problem> {
        let digits = text.strip_prefix(KEY_FORM).map(str::trim);
        let random = digits
            .and_then(bytes)
            .ok_or_else(|| Problem::in_file(file, "this is no signing key: `nextrung audit key` makes one"))?;
        Ok(SecretKey::new(&random))
    }

    /// What verifies what it signs.
    pub fn public(&self) -> PublicKey {
        PublicKey(self.0.verifying_key().to_bytes())
    }
}

impl fmt::Debug for SecretKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SecretKey of {}", self.public())
    }
}

impl fmt::Display for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Hex(&self.0).fmt(f)
    }
}

impl FromStr for PublicKey {
    type Err = String;

    fn from_str(text: &str) -> Result<PublicKey, String> {
        bytes(text.trim()).map(PublicKey).ok_or_else(|| "a public key is 64 hexadecimal digits".to_owned())
    }
}

/// Bytes in hexadecimal digits.
pub(crate) struct Hex<'b>(pub(crate) &'b [u8]);

impl fmt::Display for Hex<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// The bytes that hexadecimal digits say, where there are as many as that.
pub(crate) fn bytes<const N: usize>(digits: &str) -> Option<[u8; N]> {
    let is_hex = digits.bytes().all(|digit| digit.is_ascii_digit() || (b'a'..=b'f').contains(&digit));
    if digits.len() != 2 * N || !is_hex {
        return None;
    }
    let mut bytes = [0; N];
    for (at, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&digits[2 * at..2 * at + 2], 16).ok()?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn checkpoint() -> Checkpoint {
        let head = Seal { sequence: 1234, hash: [0xab; 32] };
        Checkpoint { company: "Example & Söhne".to_owned(), head, taken_at: "2026-11-22T19:23:00Z".parse().unwrap() }
    }

    #[test]
    fn what_was_signed_is_verified_and_is_what_it_was() {
        let key = SecretKey::new(&[7; 32]);
        let text = checkpoint().sign(&key).unwrap();
        let read = SignedCheckpoint::read(&text, "monday").unwrap();
        assert_eq!(read.verified(&key.public()), Ok(&checkpoint()));
        let again = SecretKey::read(&key.to_text(), "key").unwrap();
        assert_eq!(checkpoint().sign(&again).unwrap(), text, "a key that was kept signs the same");
    }

    #[test]
    fn the_signature_is_that_of_rfc_8032() {
        // Section 7.1, test 2: one byte, 0x72.
        let secret = "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb";
        let key = SecretKey::new(&bytes(secret).unwrap());
        assert_eq!(key.public().to_string(), "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
        let signature = Hex(&key.0.sign(&[0x72]).to_bytes()).to_string();
        assert!(
            signature.starts_with("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"),
            "{signature}"
        );
    }

    #[test]
    fn whatever_byte_is_changed_it_is_not_believed() {
        let key = SecretKey::new(&[7; 32]);
        let text = checkpoint().sign(&key).unwrap();
        for at in 0..text.len() {
            for with in [b'0', b'1', b'z', b'\n'] {
                let mut changed = text.clone().into_bytes();
                if changed[at] == with {
                    continue;
                }
                changed[at] = with;
                let Ok(changed) = String::from_utf8(changed) else { continue };
                let read = SignedCheckpoint::read(&changed, "monday");
                let believed = read.is_ok_and(|read| read.verified(&key.public()).is_ok());
                assert!(!believed, "byte {at}: {changed}");
            }
        }
        assert!(SignedCheckpoint::read(&format!("{text}more\n"), "monday").is_err());
        assert!(SignedCheckpoint::read(text.trim_end(), "monday").is_err());
    }

    #[test]
    fn what_another_signed_names_the_other() {
        let (key, other) = (SecretKey::new(&[7; 32]), SecretKey::new(&[8; 32]));
        let text = checkpoint().sign(&other).unwrap();
        let read = SignedCheckpoint::read(&text, "monday").unwrap();
        assert_eq!(read.verified(&key.public()), Err(NotSigned::ByAnother(other.public())));
        // That it names the right key is no signature.
        let forged = text.replace(&other.public().to_string(), &key.public().to_string());
        let read = SignedCheckpoint::read(&forged, "monday").unwrap();
        assert_eq!(read.verified(&key.public()), Err(NotSigned::Changed));
    }

    #[test]
    fn a_name_that_could_pass_for_more_lines_is_refused() {
        for company in ["", " Example", "Example\nhead 1:00", "Example\r"] {
            let checkpoint = Checkpoint { company: company.to_owned(), ..checkpoint() };
            assert!(checkpoint.sign(&SecretKey::new(&[7; 32])).is_err(), "{company:?}");
        }
    }

    #[test]
    fn a_key_is_told_by_nobody_who_writes_it_to_a_log() {
        let key = SecretKey::new(&[7; 32]);
        assert!(!format!("{key:?}").contains(&Hex(&[7; 32]).to_string()));
    }
}
