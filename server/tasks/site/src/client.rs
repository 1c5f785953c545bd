//! The client: compiled to WebAssembly, and bound to the JavaScript that loads it.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;
use wasm_bindgen_cli_support::Bindgen;

use crate::settings::Settings;

/// What a browser needs to run the client.
pub(crate) struct Client {
    /// The module of JavaScript.
    pub(crate) script: Vec<u8>,
    /// The module of WebAssembly that it loads.
    pub(crate) module: Vec<u8>,
}

/// Compiles it with the cargo that runs this program.
pub(crate) fn build(cargo: &Path, top: &Path, settings: &Settings) -> Result<Client, String> {
    let name = &settings.output_name;
    let module = compile(cargo, top, settings)?;
    let mut bindgen = Bindgen::new();
    let browser = bindgen.web(true).map_err(|error| error.to_string())?;
    browser.input_path(&module).out_name(name).typescript(false);
    // The loader says where the module is; without names in it a browser has a third less to load.
    browser.omit_default_module_path(true).remove_name_section(true).remove_producers_section(true);
    let mut bound = browser.generate_output().map_err(|error| format!("{}: {error:#}", module.display()))?;
    let brings = bound.snippets().iter().filter(|(_, scripts)| !scripts.is_empty()).map(|(name, _)| name);
    if let Some(name) = brings.chain(bound.local_modules().keys()).next() {
        return Err(format!("{name} brings scripts of its own, which nothing would serve"));
    }
    Ok(Client { script: bound.js().as_bytes().to_owned(), module: bound.wasm_mut().emit_wasm() })
}

/// Where the compiled module is.
fn compile(cargo: &Path, top: &Path, settings: &Settings) -> Result<PathBuf, String> {
    let mut command = Command::new(cargo);
    command.args(["build", "--locked", "--target", "wasm32-unknown-unknown"]);
    command.args(["--package", &settings.lib_package, "--profile", &settings.lib_profile_release]);
    command.args(["--message-format", "json-render-diagnostics"]);
    let built = command.current_dir(top).stdin(Stdio::null()).stderr(Stdio::inherit()).output();
    let built = built.map_err(|error| format!("{}: {error}", cargo.display()))?;
    if !built.status.success() {
        return Err(format!("the client could not be compiled: {}", built.status));
    }
    let messages = String::from_utf8_lossy(&built.stdout);
    let module = messages.lines().find_map(|message| module(message, &settings.lib_package));
    module.ok_or_else(|| format!("cargo made no module of WebAssembly of {}", settings.lib_package))
}

/// The module of a package, where this message of cargo's says that it is there.
fn module(message: &str, package: &str) -> Option<PathBuf> {
    let message: Value = serde_json::from_str(message).ok()?;
    if message["reason"] != "compiler-artifact" || message["target"]["name"] != package {
        return None;
    }
    let files = message["filenames"].as_array()?.iter().filter_map(Value::as_str);
    files.map(PathBuf::from).find(|file| file.extension().is_some_and(|extension| extension == "wasm"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_module_is_where_cargo_says_it_put_it() {
        let message = r#"{"reason":"compiler-artifact","target":{"name":"client"},"filenames":["/t/client.wasm"]}"#;
        assert_eq!(module(message, "client"), Some(PathBuf::from("/t/client.wasm")));
        assert_eq!(module(message, "web"), None);
        assert_eq!(module(r#"{"reason":"build-finished","success":true}"#, "client"), None);
    }
}
