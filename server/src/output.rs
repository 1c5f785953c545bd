//! Where output goes: answers to standard output, everything else to standard error, one line each.

use std::fmt::Display;
use std::io::{self, BufWriter, StdoutLock, Write};

/// Standard output for answers, however long.
pub(crate) fn answers() -> BufWriter<StdoutLock<'static>> {
    BufWriter::with_capacity(64 * 1024, io::stdout().lock())
}

/// A line beside the answer. Where standard error is closed there is nobody left to tell.
pub(crate) fn tell(line: impl Display) {
    let _ = writeln!(io::stderr().lock(), "{line}");
}
