//! Puts what the browser gets into the program: the folder that `server/tasks/site` leaves.

use std::fmt::Write as _;
use std::hash::{DefaultHasher, Hasher};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// Seen from this file; the manifest at the top of the checkout says the same.
const SITE: &str = "../target/site/pkg";

fn main() -> io::Result<()> {
    let site = std::path::absolute(Path::new(env!("CARGO_MANIFEST_DIR")).join(SITE))?;
    // There has to be something to watch, or everything is built again each time.
    std::fs::create_dir_all(&site)?;
    writeln!(io::stdout(), "cargo::rerun-if-changed={}", site.display())?;

    let mut paths = site.read_dir()?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    let mut digest = DefaultHasher::new();
    let mut files = String::new();
    for path in &paths {
        let name = path.file_name().unwrap_or_default();
        digest.write(name.as_encoded_bytes());
        digest.write(&std::fs::read(path)?);
        write!(files, "({name:?}, include_bytes!({path:?})),").map_err(io::Error::other)?;
    }
    std::fs::write(
        out()?.join("site.rs"),
        format!("Site {{ digest: \"{:016x}\", files: &[{files}] }}", digest.finish()),
    )
}

#[expect(clippy::disallowed_methods, reason = "this is how cargo tells a build script where to write")]
fn out() -> io::Result<PathBuf> {
    std::env::var_os("OUT_DIR").map(PathBuf::from).ok_or_else(|| io::Error::other("run by cargo alone"))
}
