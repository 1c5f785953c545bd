//! The optimizer of WebAssembly, where a good one is there: a seventh less to compile, hardly less to load.

use std::io::{self, Write};
use std::process::{Command, Stdio};

/// The first version known not to break tables of references. That of Debian 12 does, without a word: a page is then
/// dead in the browser.
const SINCE: u32 = 132;

/// Wherever the system has it.
const PROGRAM: &str = "wasm-opt";

/// The same module, smaller; or as it is, where nobody has the optimizer.
pub(crate) fn optimize(module: Vec<u8>) -> Result<Vec<u8>, String> {
    if version().is_none_or(|version| version < SINCE) {
        return Ok(module);
    }
    run(&module).map_err(|error| format!("{PROGRAM}: {error}"))
}

fn version() -> Option<u32> {
    let said = Command::new(PROGRAM).arg("--version").stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    number(&String::from_utf8_lossy(&said.stdout))
}

/// Of `wasm-opt version 132 (version_132)`.
fn number(said: &str) -> Option<u32> {
    said.split_whitespace().find_map(|word| word.parse().ok())
}

fn run(module: &[u8]) -> io::Result<Vec<u8>> {
    let mut command = Command::new(PROGRAM);
    // Through pipes, of which it reads the one to its end before it writes to the other.
    let mut child = command.args(["-Oz", "-", "-o", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
    if let Some(mut input) = child.stdin.take() {
        input.write_all(module)?;
    }
    let output = child.wait_with_output()?;
    let is_module = output.status.success() && output.stdout.starts_with(b"\0asm");
    is_module.then_some(output.stdout).ok_or_else(|| io::Error::other(output.status.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_optimizer_says_its_version() {
        assert_eq!(number("wasm-opt version 132 (version_132)\n"), Some(132));
        assert_eq!(number("wasm-opt version 108\n"), Some(108));
        assert_eq!(number("command not found"), None);
    }
}
