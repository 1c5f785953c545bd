//! Exports from elsewhere go in, and what the database says of everyone is what the files say.

use std::io::Write;
use std::path::{Path, PathBuf};

use files::{Bundle, Mapping, Person, read_ladder};
use operations::import::{FeedLadder, Options, import};
use rules::Ladder;

use super::{from_database, from_files};
use crate::database::{Database, Engine, on_each_engine, setting, system_on};

on_each_engine! {
    the_made_up_exports_are_assessed_from_the_database_as_from_the_files,
    the_export_of_311_people_is_assessed_from_the_database_as_from_the_files,
}

async fn the_made_up_exports_are_assessed_from_the_database_as_from_the_files(engine: Engine) {
    for sample in ["hris", "semicolon"] {
        goes_in_and_is_assessed_alike(engine, sample, &samples(sample).join("export.csv")).await;
    }
}

#[expect(clippy::explicit_write, reason = "what a test prints the runner keeps to itself; who skips says so")]
async fn the_export_of_311_people_is_assessed_from_the_database_as_from_the_files(engine: Engine) {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    let folder = setting("NEXTRUNG_SAMPLES").map_or_else(beside, PathBuf::from);
    let export = folder.join("hris_export.csv");
    if !export.exists() {
        let line = format!("{}: not there, so the export of 311 people is not tried", export.display());
        return writeln!(std::io::stderr(), "{line}").unwrap();
    }
    let people = goes_in_and_is_assessed_alike(engine, "hris", &export).await;
    assert_eq!(people, 311);
}

fn samples(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../files/samples").join(name)
}

/// Takes an export in by a sample's mapping and ladder, which is published with it; how many people.
async fn goes_in_and_is_assessed_alike(engine: Engine, sample: &str, export: &Path) -> usize {
    let database = Database::new(engine).await;
    let (store, ctx) = (&database.store, system_on("2026-11-22"));
    let (ladder, people) = mapped(sample, export);
    let in_force = operations::ladder_in_force(store, &ctx).await.unwrap().id;
    let feed_ladder = FeedLadder { checked_by: ladder.clone(), in_force };
    let options = Options { name: sample.to_owned(), ladder: Some(feed_ladder), ..Options::default() };
    import(store, &ctx, &options, || Ok(people.iter().cloned().map(Ok))).await.unwrap();
    let (kept, asked) = (from_database(&database, &ctx).await, from_files(&people, &ladder, ctx.today));
    assert!(!asked.is_empty(), "there is something to compare");
    assert!(kept == asked, "{sample}: {:#?}", kept.iter().find(|(key, one)| asked.get(*key) != Some(*one)));
    people.len()
}

/// What an export says, and the ladder that its codes are of.
fn mapped(sample: &str, export: &Path) -> (Ladder, Vec<Person>) {
    let read = |name: &str| std::fs::read_to_string(samples(sample).join(name)).unwrap();
    let ladder = read_ladder(&read("ladder.toml"), "ladder.toml").unwrap();
    let mapping = Mapping::read(&read("mapping.toml"), "mapping.toml").unwrap();
    let folder = tempfile::tempdir().unwrap();
    let mapped = mapping.apply(export, &ladder, folder.path()).unwrap();
    let ladder = mapped.ladder.unwrap_or(ladder);
    let checked = Bundle::open(folder.path()).unwrap().check(&ladder, &mut |_| {}).unwrap();
    let people = checked.people().collect::<Result<_, _>>().unwrap();
    (ladder, people)
}
