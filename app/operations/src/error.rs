//! What an operation can fail with; `web` and the command line map each once.

use files::Problem;
use jiff::SignedDuration;
use policy::Denied;

use crate::{Obstacle, PasswordFault};

/// Why an operation did nothing.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Not there, or not for this reader: the two look alike.
    #[error("there is no such record")]
    Hidden,
    /// Not allowed, and who may.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// What came in, or what is kept, is not what a bundle or ladder can say.
    #[error("{0}")]
    Invalid(Problem),
    /// A rule stands against it: what must happen first.
    #[error(transparent)]
    Refused(#[from] Obstacle),
    /// The workflow of nominations stands against it: what must happen first.
    #[error("a nomination does not allow it: {0:?}")]
    NotNow(#[from] model::Refusal),
    /// The name or the password is not right, or the account is closed: nobody is told which.
    #[error("the name or the password is not right")]
    NotSignedIn,
    /// Too many sign-ins failed: how long to wait before the next.
    #[error("too many sign-ins failed: try again in {} s", .0.as_secs())]
    Wait(SignedDuration),
    /// The password that was chosen will not do.
    #[error(transparent)]
    Password(#[from] PasswordFault),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// A file could not be read or written.
    #[error(transparent)]
    Io(#[from] std::io::Error),
}

impl store::FromStore for Error {
    fn as_store(&self) -> Option<&store::Error> {
        match self {
            Error::Store(error) => Some(error),
            Error::Hidden
            | Error::Denied(_)
            | Error::Invalid(_)
            | Error::Refused(_)
            | Error::NotNow(_)
            | Error::NotSignedIn
            | Error::Wait(_)
            | Error::Password(_)
            | Error::Io(_) => None,
        }
    }
}

impl From<Problem> for Error {
    fn from(problem: Problem) -> Error {
        Error::Invalid(problem)
    }
}
