//! Work in a transaction that stops itself without having failed: nothing of it is kept.

use store::FromStore;

use crate::Error;

/// Why work in a transaction was not committed.
pub(crate) enum Halt {
    /// It was not its turn, or what it rested on is no longer so.
    Stopped,
    /// It failed.
    Failed(Error),
}

impl Halt {
    /// What was committed; nothing where it stopped itself.
    pub(crate) fn or_done<T>(written: Result<T, Halt>) -> Result<Option<T>, Error> {
        match written {
            Ok(done) => Ok(Some(done)),
            Err(Halt::Stopped) => Ok(None),
            Err(Halt::Failed(error)) => Err(error),
        }
    }
}

impl From<Error> for Halt {
    fn from(error: Error) -> Halt {
        Halt::Failed(error)
    }
}

impl From<store::Error> for Halt {
    fn from(error: store::Error) -> Halt {
        Halt::Failed(error.into())
    }
}

impl FromStore for Halt {
    fn as_store(&self) -> Option<&store::Error> {
        match self {
            Halt::Stopped => None,
            Halt::Failed(error) => error.as_store(),
        }
    }
}
