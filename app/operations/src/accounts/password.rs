//! Passwords: what will do, and how they are kept.

use std::fmt;
use std::sync::LazyLock;
use std::thread::available_parallelism;

use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use tokio::sync::Semaphore;

use crate::Error;

/// The fewest characters that will do.
const SHORTEST: usize = 12;
/// The most that are taken.
const LONGEST: usize = 1000;

/// How passwords are kept: what `Params::DEFAULT` is today, written out, because it may only grow.
static KEPT_AS: LazyLock<Argon2<'static>> = LazyLock::new(|| {
    let params = Params::new(19_456, 2, 1, None).unwrap_or(Params::DEFAULT);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
});

/// Each needs 19 MiB and a core: as many at a time as there are cores, the others wait their turn.
static TURNS: LazyLock<Semaphore> =
    LazyLock::new(|| Semaphore::new(available_parallelism().map_or(1, usize::from).clamp(1, 16)));

/// What is compared with where there is no password to compare with, so that it takes as long.
static DECOY: LazyLock<Result<String, String>> = LazyLock::new(|| hash_now(b"nobody's password"));

/// A password as somebody typed it. It is never kept, printed or logged.
#[derive(Clone, PartialEq, Eq)]
pub struct Password(String);

/// Why a password will not do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PasswordFault {
    /// It is too short.
    #[error("a password has 12 characters or more")]
    TooShort,
    /// It is too long.
    #[error("a password has 1,000 characters or fewer")]
    TooLong,
    /// It contains the name of the account.
    #[error("a password does not contain the name one signs in by")]
    ContainsName,
    /// It is the one that is to be changed.
    #[error("the new password is not the old one")]
    Unchanged,
}

/// What looking at a password found.
#[derive(Clone, PartialEq, Eq)]
pub(super) enum Checked {
    /// It is not the password.
    Wrong,
    /// It is; and how it is to be kept from now on.
    Right {
        /// The hash that it was compared with.
        looked_at: String,
        /// The same, or a stronger one.
        hash: String,
    },
}

impl Password {
    /// As typed, to be compared.
    pub fn typed(text: impl Into<String>) -> Password {
        Password(text.into())
    }

    /// Whether it is neither too short nor too long: what can be said before it is known whose it is to be.
    pub fn has_a_length_that_will_do(&self) -> Result<(), PasswordFault> {
        match self.0.chars().count() {
            ..SHORTEST => Err(PasswordFault::TooShort),
            SHORTEST..=LONGEST => Ok(()),
            _ => Err(PasswordFault::TooLong),
        }
    }

    /// Whether it will do for an account. There are no rules of composition.
    pub(super) fn will_do_for(&self, sign_in_name: &str) -> Result<(), PasswordFault> {
        self.has_a_length_that_will_do()?;
        let folded = model::fold(&self.0);
        let own = sign_in_name.split('@').next().unwrap_or_default();
        if own.chars().count() > 2 && folded.contains(own) { Err(PasswordFault::ContainsName) } else { Ok(()) }
    }

    /// How it is kept: a PHC string.
    pub(super) async fn hash(&self) -> Result<String, Error> {
        let password = self.0.clone().into_bytes();
        in_turn(move || hash_now(&password)).await
    }

    /// Compares it with what is kept of a password. It takes as long where there is nothing to compare with.
    pub(super) async fn check(&self, kept: Option<String>) -> Result<Checked, Error> {
        let password = self.0.clone();
        in_turn(move || check_now(&password, kept)).await
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(…)")
    }
}

/// Runs on a thread that may block, when it is its turn.
async fn in_turn<T: Send + 'static>(work: impl FnOnce() -> Result<T, String> + Send + 'static) -> Result<T, Error> {
    let _turn = TURNS.acquire().await.map_err(cannot)?;
    tokio::task::spawn_blocking(work).await.map_err(cannot)?.map_err(cannot)
}

fn cannot(error: impl ToString) -> Error {
    Error::Io(std::io::Error::other(error.to_string()))
}

fn hash_now(password: &[u8]) -> Result<String, String> {
    KEPT_AS.hash_password(password).map(|hash| hash.to_string()).map_err(|error| error.to_string())
}

fn check_now(password: &str, kept: Option<String>) -> Result<Checked, String> {
    let compared = match &kept {
        Some(kept) => kept,
        None => DECOY.as_ref().map_err(String::clone)?,
    };
    let parsed = PasswordHash::new(compared).map_err(|error| error.to_string())?;
    // Nobody has a longer one; whoever sends a book waits no longer for it.
    let fits = password.chars().nth(LONGEST).is_none();
    let typed = if fits { password.as_bytes() } else { &[] };
    let same = KEPT_AS.verify_password(typed, &parsed).is_ok();
    match kept {
        Some(looked_at) if same && fits => {
            let hash = if is_weaker(&parsed) { hash_now(typed)? } else { looked_at.clone() };
            Ok(Checked::Right { looked_at, hash })
        }
        Some(_) | None => Ok(Checked::Wrong),
    }
}

/// Whether a password was kept with less work than passwords are now.
fn is_weaker(kept: &PasswordHash) -> bool {
    let now = KEPT_AS.params();
    let weaker =
        |then: Params| then.m_cost() < now.m_cost() || then.t_cost() < now.t_cost() || then.p_cost() < now.p_cost();
    kept.algorithm.as_str() != Algorithm::Argon2id.as_str() || Params::try_from(kept).map_or(true, weaker)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parameters(phc: &str) -> (String, u32, u32, u32) {
        let parsed = PasswordHash::new(phc).unwrap();
        let params = Params::try_from(&parsed).unwrap();
        (parsed.algorithm.to_string(), params.m_cost(), params.t_cost(), params.p_cost())
    }

    #[test]
    fn a_password_is_kept_with_at_least_the_work_that_the_security_line_asks() {
        let hash = hash_now(b"correct horse battery").unwrap();
        assert_eq!(parameters(&hash), ("argon2id".to_owned(), 19_456, 2, 1));
        assert_ne!(hash, hash_now(b"correct horse battery").unwrap(), "each has a salt of its own");
    }

    #[test]
    fn where_there_is_no_password_the_work_is_that_of_one() {
        let kept = hash_now(b"correct horse battery").unwrap();
        assert_eq!(parameters(DECOY.as_ref().unwrap()), parameters(&kept));
        assert!(check_now("nobody's password", None).unwrap() == Checked::Wrong, "the decoy opens nothing");
    }

    #[test]
    fn a_password_that_was_kept_with_less_work_is_kept_with_more_from_now_on() {
        let weak = Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::new(8192, 1, 1, None).unwrap());
        let kept = weak.hash_password(b"correct horse battery").unwrap().to_string();
        let Checked::Right { looked_at, hash } = check_now("correct horse battery", Some(kept.clone())).unwrap() else {
            panic!("it is the password");
        };
        assert_eq!(looked_at, kept);
        assert_eq!(parameters(&hash).1, 19_456);
        let again = check_now("correct horse battery", Some(hash.clone())).unwrap();
        assert!(again == Checked::Right { looked_at: hash.clone(), hash }, "and then stays as it is");
        assert!(check_now("incorrect horse battery", Some(kept)).unwrap() == Checked::Wrong);
    }

    #[test]
    fn only_length_and_the_name_decide_whether_a_password_will_do() {
        let judge = |password: &str, name: &str| Password::typed(password).will_do_for(name);
        assert_eq!(judge("aaaaaaaaaaaa", "1001"), Ok(()));
        assert_eq!(judge("ééééééééééé", "1001"), Err(PasswordFault::TooShort), "11 characters, 22 bytes");
        assert_eq!(judge(&"x".repeat(1001), "1001"), Err(PasswordFault::TooLong));
        assert_eq!(judge("my number is 1001", "1001"), Err(PasswordFault::ContainsName));
        assert_eq!(judge("I am ANA.Reyes indeed", "ana.reyes@example.org"), Err(PasswordFault::ContainsName));
    }

    #[test]
    fn nothing_that_is_printed_tells_a_password() {
        assert_eq!(format!("{:?}", Password::typed("correct horse battery")), "Password(…)");
    }
}
