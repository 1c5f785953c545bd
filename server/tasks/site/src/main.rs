//! Makes what the browser gets: the client bound to JavaScript, style and icons, compressed and weighed.
//!
//! A program of its own beside `tasks`, which is there in a second: the libraries that this one rests on are not.
//! It leaves a folder, which `server/build.rs` puts into the binary.

mod budget;
mod client;
mod files;
mod optimizer;
mod settings;
mod style;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use files::{Files, Weight};
use settings::Settings;

fn main() -> ExitCode {
    match build() {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            // Where standard error is closed there is nobody left to tell.
            let _ = writeln!(std::io::stderr().lock(), "error: {reason}");
            ExitCode::FAILURE
        }
    }
}

fn build() -> Result<(), String> {
    let (cargo, top) = cargo().ok_or("run it by cargo, within the checkout")?;
    let settings = Settings::read(&top)?;
    let name = &settings.output_name;
    let client = client::build(&cargo, &top, &settings)?;
    let module = optimizer::optimize(client.module)?;
    let mut files = Files::default();
    let weights = [
        files.add(&format!("{name}.css"), style::bundle(&top.join(&settings.style_file))?.into_bytes())?,
        files.add("icons.svg", read(&top.join("style/icons.svg"))?)?,
        files.add("islands.js", read(&top.join("app/web/client/islands.js"))?)?,
        files.add("draft.js", read(&top.join("app/web/client/draft.js"))?)?,
        files.add(&format!("{name}.js"), client.script)?,
        files.add(&format!("{name}.wasm"), module)?,
    ];
    tell(&weights);
    if let Some(reason) = budget::overdrawn(&weights) {
        return Err(reason);
    }
    files.replace(&top.join(settings.folder()))
}

/// The cargo that runs this program, and the top of the checkout.
#[expect(clippy::disallowed_methods, reason = "this is how cargo tells a program it runs which cargo it is")]
fn cargo() -> Option<(PathBuf, PathBuf)> {
    let cargo = std::env::var_os("CARGO")?;
    let top = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR")?).ancestors().nth(3)?.to_owned();
    Some((cargo.into(), top))
}

fn read(path: &Path) -> Result<Vec<u8>, String> {
    std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn tell(weights: &[Weight]) {
    let mut out = std::io::stdout().lock();
    for Weight { name, plain, brotli, gzip } in weights {
        let _ = writeln!(out, "{name:<16} {plain:>7} bytes, {brotli:>6} by brotli, {gzip:>6} by gzip");
    }
}
