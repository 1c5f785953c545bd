//! How a command ends, and the exit code that says so.

use std::fmt::Display;
use std::io;
use std::path::Path;
use std::process::ExitCode;

use files::{Problem, Refused};
use operations::import::NotOpened;

use crate::output::tell;

/// What a command that did its work answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Answer {
    /// All is well.
    Yes,
    /// Not all is; what is not has been told.
    No,
}

/// Why a command stopped.
#[derive(Debug)]
pub(crate) enum Stop {
    /// What was read is not in order: a line each, and how many more there are.
    Findings(Vec<Problem>, u64),
    /// A rule stands against it, and what must happen first.
    Refused(String),
    /// It was asked for in a way that makes no sense.
    Usage(String),
    /// The database, the disk, a file or the like.
    Cannot(String),
    /// Whoever read the answer has seen enough, as `head` has.
    NobodyReads,
}

/// How every command ends.
pub(crate) type Outcome = Result<Answer, Stop>;

impl Stop {
    /// A file or folder and what is the matter with it.
    pub(crate) fn cannot(path: &Path, error: impl Display) -> Stop {
        Stop::Cannot(format!("{}: {error}", path.display()))
    }

    /// A file or folder that cannot be opened or read at all.
    pub(crate) fn unreadable(problem: Problem) -> Stop {
        Stop::Cannot(problem.to_string())
    }
}

/// Of writing the answer.
impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Stop {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Stop::NobodyReads,
            _ => Stop::Cannot(error.to_string()),
        }
    }
}

impl From<operations::Error> for Stop {
    fn from(error: operations::Error) -> Stop {
        use operations::Error;
        match error {
            Error::Hidden
            | Error::Denied(_)
            | Error::Refused(_)
            | Error::NotNow(_)
            | Error::NotSignedIn
            | Error::Wait(_)
            | Error::Password(_) => Stop::Refused(error.to_string()),
            Error::Invalid(problem) => Stop::Findings(vec![problem], 0),
            Error::Store(error) => Stop::from(error),
            Error::Io(error) => Stop::from(error),
        }
    }
}

impl From<store::Error> for Stop {
    fn from(error: store::Error) -> Stop {
        match error {
            store::Error::NotSqlite => Stop::Usage(error.to_string()),
            _ => Stop::Cannot(error.to_string()),
        }
    }
}

impl From<Refused> for Stop {
    fn from(refused: Refused) -> Stop {
        Stop::Findings(refused.problems, refused.more)
    }
}

impl From<NotOpened> for Stop {
    fn from(not: NotOpened) -> Stop {
        match not {
            NotOpened::Unreadable(problem) => Stop::unreadable(problem),
            NotOpened::Refused(refused) => Stop::from(refused),
        }
    }
}

impl From<Vec<Problem>> for Stop {
    fn from(problems: Vec<Problem>) -> Stop {
        Stop::Findings(problems, 0)
    }
}

/// Tells why a command stopped, if it did, and gives the exit code.
pub(crate) fn conclude(outcome: Outcome) -> ExitCode {
    let code = match outcome {
        Ok(Answer::Yes) | Err(Stop::NobodyReads) => 0,
        Ok(Answer::No) => 1,
        Err(Stop::Findings(problems, more)) => {
            problems.iter().for_each(tell);
            if more > 0 {
                tell(format_args!("and {more} more"));
            }
            1
        }
        Err(Stop::Refused(reason)) => {
            tell(format_args!("error: {reason}"));
            1
        }
        Err(Stop::Usage(reason)) => {
            tell(format_args!("error: {reason}"));
            2
        }
        Err(Stop::Cannot(reason)) => {
            tell(format_args!("error: {reason}"));
            3
        }
    };
    ExitCode::from(code)
}
