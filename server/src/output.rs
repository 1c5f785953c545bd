//! Where output goes: answers to standard output, everything else to standard error, one line each.

use std::fmt::Display;
use std::io::{self, BufWriter, Stdout, Write};
use std::path::Path;

use crate::outcome::Stop;

/// Standard output for answers, however long.
pub(crate) fn answers() -> BufWriter<Stdout> {
    BufWriter::with_capacity(64 * 1024, io::stdout())
}

/// A line beside the answer. Where standard error is closed there is nobody left to tell.
pub(crate) fn tell(line: impl Display) {
    let _ = writeln!(io::stderr().lock(), "{line}");
}

/// Nothing that somebody has is ever written over.
pub(crate) fn refuse_what_is_there(out: &Path) -> Result<(), Stop> {
    let empty_folder = || out.read_dir().is_ok_and(|mut files| files.next().is_none());
    if out.exists() && !empty_folder() {
        return Err(Stop::cannot(out, "is there already; name one that is new"));
    }
    Ok(())
}
