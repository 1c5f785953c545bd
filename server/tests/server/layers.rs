//! Who may import whom, as `app/README.md` prints it: held against what cargo itself says of the workspace.

use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;

/// Every crate of the workspace that there is or will be, and those of the workspace that it may import.
const ALLOWED: &[(&str, &[&str])] = &[
    ("rules", &[]),
    ("model", &["rules"]),
    ("policy", &["model", "rules"]),
    ("words", &["model", "rules"]),
    ("files", &["model", "rules"]),
    ("demo", &["files", "model", "rules"]),
    ("store", &["policy", "model", "rules"]),
    ("operations", &["store", "files", "policy", "model", "rules"]),
    ("web", &["operations", "words", "policy", "model", "rules"]),
    ("client", &["web"]),
    ("server", &["web", "operations", "store", "demo", "files", "words", "policy", "model", "rules"]),
    ("tasks", &[]),
    ("site", &[]),
];

/// What the tests of a crate may import beside: the cast of the fictional company is what many tests are made of, and
/// the languages in which every page is looked at are made of the word file.
const IN_TESTS: &[(&str, &str)] =
    &[("operations", "demo"), ("web", "demo"), ("web", "files"), ("web", "store"), ("web", "fluent-syntax")];

/// Crates from elsewhere that only these may name. A name stands for all that begin with it.
const ONLY: &[(&str, &[&str])] = &[
    ("sqlx", &["store"]),
    ("jiff-sqlx", &["store"]),
    ("leptos", &["web", "server"]),
    ("axum", &["server", "web"]),
    ("tokio", &["store", "operations", "web", "server"]),
    ("hydration_context", &["web"]),
    ("tower", &["web", "server"]),
    ("clap", &["server"]),
    ("ed25519", &["files"]),
    ("csv", &["files", "server"]),
    ("fluent", &["words"]),
    ("wasm-bindgen", &["web", "site"]),
    ("lightningcss", &["site"]),
    ("brotli", &["site"]),
    ("postcard", &["web"]),
    ("flate2", &["server", "site"]),
];

/// Those that run in the browser too, and know no clock, no input or output and no waiting.
const PURE: &[&str] = &["rules", "model", "policy", "words"];

/// What a pure crate does not say.
const IMPURE: &[&str] =
    &["std::fs", "std::net", "std::process", "std::env", "std::thread", "std::time", "std::io", "async fn", ".await"];

/// A crate of the workspace, as cargo describes it.
#[derive(Debug)]
struct Member {
    name: String,
    /// Names of what it depends on, for whatever purpose but what `IN_TESTS` allows, and whether that is of this
    /// workspace.
    imports: Vec<(String, bool)>,
    manifest: String,
    folder: std::path::PathBuf,
}

fn members() -> Vec<Member> {
    let cargo = Command::new(env!("CARGO"))
        .args(["metadata", "--locked", "--offline", "--no-deps", "--format-version", "1"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert!(cargo.status.success(), "{}", String::from_utf8_lossy(&cargo.stderr));
    let metadata: Value = serde_json::from_slice(&cargo.stdout).unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let member = |package: &Value| {
        let path = text(&package["manifest_path"]);
        let name = text(&package["name"]);
        let for_tests = |dependency: &&Value| {
            let import = dependency["name"].as_str().unwrap();
            dependency["kind"] == "dev" && IN_TESTS.contains(&(name.as_str(), import))
        };
        let import = |dependency: &Value| (text(&dependency["name"]), dependency["path"].is_string());
        let dependencies = package["dependencies"].as_array().unwrap().iter();
        Member {
            imports: dependencies.filter(|dependency| !for_tests(dependency)).map(import).collect(),
            name,
            manifest: std::fs::read_to_string(&path).unwrap(),
            folder: Path::new(&path).parent().unwrap().to_owned(),
        }
    };
    metadata["packages"].as_array().unwrap().iter().map(member).collect()
}

/// What the layout does not allow, one line each.
fn trespasses(members: &[Member]) -> Vec<String> {
    let mut found = Vec::new();
    for Member { name, imports, .. } in members {
        let Some((_, allowed)) = ALLOWED.iter().find(|(layer, _)| layer == name) else {
            found.push(format!("{name} has no place in the layout"));
            continue;
        };
        for (import, ours) in imports {
            let fenced = ONLY.iter().find(|(fenced, _)| import.starts_with(fenced) && !ours);
            if *ours && !allowed.contains(&import.as_str())
                || fenced.is_some_and(|(_, may)| !may.contains(&name.as_str()))
            {
                found.push(format!("{name} must not import {import}"));
            }
        }
    }
    found
}

#[test]
fn every_crate_imports_only_what_its_layer_may() {
    assert_eq!(trespasses(&members()), Vec::<String>::new());
}

#[test]
fn an_import_against_the_layers_is_found_whichever_way_it_comes_in() {
    let planted = |name: &str, import: &str, ours: bool| {
        let imports = vec![(import.to_owned(), ours)];
        let member = Member { name: name.to_owned(), imports, manifest: String::new(), folder: "".into() };
        !trespasses(&[member]).is_empty()
    };
    assert!(planted("rules", "words", true), "upward");
    assert!(planted("words", "files", true), "sideways");
    assert!(planted("demo", "server", true), "from app to server");
    assert!(planted("files", "sqlx", false), "a fenced crate");
    assert!(planted("operations", "leptos_router", false), "a crate of a fenced family");
    assert!(planted("helpers", "rules", true), "a crate that nobody drew");
    assert!(!planted("demo", "files", true) && !planted("store", "sqlx", false));
}

#[test]
fn folders_are_where_the_layout_draws_them() {
    let top = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    for Member { name, folder, .. } in members() {
        let drawn = match name.as_str() {
            "server" => top.join("server"),
            "tasks" => top.join("server").join("tasks"),
            "site" => top.join("server").join("tasks").join("site"),
            "client" => top.join("app").join("web").join("client"),
            layer => top.join("app").join(layer),
        };
        assert_eq!(folder, drawn, "{name}");
    }
}

#[test]
fn every_crate_takes_the_lints_and_the_version_of_the_workspace() {
    for Member { name, manifest, .. } in members() {
        let squeezed: String = manifest.split_whitespace().collect();
        for shared in ["[lints]workspace=true", "version.workspace=true", "rust-version.workspace=true"] {
            assert!(squeezed.contains(shared), "{name} lacks {shared}");
        }
    }
}

#[test]
fn the_pure_crates_name_no_clock_no_files_and_no_waiting() {
    let mut looked_at = 0;
    for Member { name, folder, .. } in members().iter().filter(|member| PURE.contains(&member.name.as_str())) {
        let mut folders = vec![folder.join("src")];
        while let Some(folder) = folders.pop() {
            for entry in folder.read_dir().unwrap().map(Result::unwrap) {
                if entry.file_type().unwrap().is_dir() {
                    folders.push(entry.path());
                    continue;
                }
                if entry.path().extension().is_none_or(|extension| extension != "rs") {
                    continue;
                }
                let source = std::fs::read_to_string(entry.path()).unwrap();
                let said: Vec<_> = IMPURE.iter().filter(|impure| source.contains(**impure)).collect();
                assert!(said.is_empty(), "{name}: {} says {said:?}", entry.path().display());
                looked_at += 1;
            }
        }
    }
    assert!(looked_at > 10, "only {looked_at} files were looked at");
}
