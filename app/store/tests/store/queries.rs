//! The files under `queries/`.

use std::collections::BTreeMap;
use std::path::Path;

/// The names of all statements, read from the folder and not from the program; `scope/` holds parts of others.
pub(crate) fn statements() -> Vec<String> {
    let names = files().into_keys().filter(|file| !file.starts_with("scope/") && !file.ends_with(".postgres.sql"));
    names.map(|file| file.strip_suffix(".sql").unwrap().trim_end_matches(".sqlite").to_owned()).collect()
}

fn files() -> BTreeMap<String, String> {
    let top = Path::new(env!("CARGO_MANIFEST_DIR")).join("queries");
    let mut files = BTreeMap::new();
    for noun in top.read_dir().unwrap().map(|entry| entry.unwrap().path()) {
        for file in noun.read_dir().unwrap().map(|entry| entry.unwrap().path()) {
            let name = file.strip_prefix(&top).unwrap().to_str().unwrap().replace('\\', "/");
            files.insert(name, std::fs::read_to_string(&file).unwrap());
        }
    }
    files
}

#[test]
fn a_statement_has_one_text_for_both_engines_or_one_for_each() {
    let files = files();
    for (name, text) in &files {
        let stem = name.strip_suffix(".sql").expect("queries/ holds nothing but SQL");
        let twin = match stem.strip_suffix(".sqlite") {
            Some(stem) => format!("{stem}.postgres.sql"),
            None => stem.strip_suffix(".postgres").map_or(name.clone(), |stem| format!("{stem}.sqlite.sql")),
        };
        assert!(files.contains_key(&twin), "{name} lacks {twin}");
        if twin != *name {
            let shared = twin.replace(".sqlite", "").replace(".postgres", "");
            assert!(!files.contains_key(&shared), "{name} and {shared} are both there");
            assert_ne!(text, &files[&twin], "{name} says what {twin} says: one text would do");
        }
    }
}
