//! Settings: the section of the manifest at the top of the checkout that `cargo leptos` reads too.

use std::path::{Path, PathBuf};

use serde::Deserialize;

/// What is built from what, and where to.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) struct Settings {
    /// The crate that becomes WebAssembly.
    pub(crate) lib_package: String,
    /// How it is optimised.
    pub(crate) lib_profile_release: String,
    /// What the style sheet, the script and the module are called, without their endings.
    pub(crate) output_name: String,
    /// The style sheet that imports all others.
    pub(crate) style_file: PathBuf,
    /// Where what was built goes.
    site_root: PathBuf,
    /// The folder therein.
    site_pkg_dir: PathBuf,
}

#[derive(Deserialize)]
struct Manifest {
    workspace: Workspace,
}

#[derive(Deserialize)]
struct Workspace {
    metadata: Metadata,
}

#[derive(Deserialize)]
struct Metadata {
    leptos: (Settings,),
}

impl Settings {
    /// Of the checkout with this top.
    pub(crate) fn read(top: &Path) -> Result<Settings, String> {
        let path = top.join("Cargo.toml");
        let told = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
        let text = std::fs::read_to_string(&path).map_err(|error| told(&error))?;
        let manifest: Manifest = toml::from_str(&text).map_err(|error| told(&error))?;
        Ok(manifest.workspace.metadata.leptos.0)
    }

    /// The folder of what was built, seen from the top of the checkout.
    pub(crate) fn folder(&self) -> PathBuf {
        self.site_root.join(&self.site_pkg_dir)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_built_goes_where_the_server_looks_for_it() {
        let top = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(3).unwrap();
        let folder = Settings::read(top).unwrap().folder();
        let server = std::fs::read_to_string(top.join("server/build.rs")).unwrap();
        assert!(server.contains(&format!("\"../{}\"", folder.display())), "{}", folder.display());
    }
}
