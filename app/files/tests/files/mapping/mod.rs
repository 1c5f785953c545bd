//! Files from elsewhere: exports become bundles.

mod dialects;
mod made_up;
mod real;
mod refusals;
mod rows;

use std::path::{Path, PathBuf};

use files::{Bundle, Mapped, Mapping, Person, Problem, read_ladder};
use rules::{Assessment, Day, Engine, Ladder};

/// An export turned into a bundle that was checked, and the ladder its codes are of.
struct Imported {
    mapped: Mapped,
    ladder: Ladder,
    people: Vec<Person>,
}

fn samples(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("samples").join(name)
}

/// Takes an export in by a sample's mapping and ladder; fails on any problem.
fn import(sample: &str, export: &Path) -> Imported {
    let read = |name: &str| std::fs::read_to_string(samples(sample).join(name)).expect("the sample is there");
    let ladder = read_ladder(&read("ladder.toml"), "ladder.toml").expect("the ladder is taken");
    let mapping = Mapping::read(&read("mapping.toml"), "mapping.toml").expect("the mapping is taken");
    let folder = tempfile::tempdir().expect("a folder");
    let mapped = mapping.apply(export, &ladder, &folder.path().join("bundle")).expect("the export is mapped");
    let bundle = Bundle::open(&folder.path().join("bundle")).expect("the bundle opens");
    let carried = bundle.ladder_text().expect("it can be read").map(|text| read_ladder(&text, "ladder.toml"));
    assert_eq!(carried.transpose().expect("the bundle's own ladder is taken"), mapped.ladder);
    let ladder = mapped.ladder.clone().unwrap_or(ladder);
    let checked = bundle.check(&ladder, &mut |_| {}).unwrap_or_else(|refused| {
        let told: Vec<_> = refused.problems.iter().map(|problem| mapped.translate(problem).to_string()).collect();
        panic!("the bundle is refused: {told:#?}")
    });
    let people = checked.people().collect::<Result<_, _>>().expect("the people are read");
    Imported { mapped, ladder, people }
}

impl Imported {
    fn person(&self, number: &str) -> &Person {
        let found = self.people.iter().find(|person| person.employee.employee_number == number);
        found.expect("the person is there")
    }

    fn job(&self, number: &str) -> &str {
        &self.ladder.catalogue.job(self.person(number).employee.job).code
    }

    /// The answer for a person, a track and a day.
    fn answer(&self, number: &str, track: &str, as_of: &str) -> Assessment {
        let id = self.ladder.track_ids().find(|id| self.ladder.track(*id).code == track).expect("the track is there");
        let as_of: Day = as_of.parse().expect("a day");
        let facts = self.person(number).facts();
        Engine::new(&self.ladder).explain(&facts, id, as_of).expect("an assessment")
    }
}

/// A mapping of the columns number, name, hired, job and boss of a small export.
const SMALL: &str = "[export]\nignore = [\"extra\"]\n[employees]\nemployee_number = \"number\"\n\
    full_name = { column = \"name\", name = \"Last, First\" }\nhired_on = { column = \"hired\", date = \"DD-MM-YYYY\" }\n\
    job = { column = \"job\", new_jobs = true }\nmanager_number = { column = \"boss\", by_name = true }\n";

/// What becomes of a small export.
fn map(mapping: &str, export: &[u8]) -> Result<(Mapped, tempfile::TempDir), Vec<Problem>> {
    let mapping = Mapping::read(mapping, "mapping.toml").expect("the mapping is taken");
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("export.csv");
    std::fs::write(&path, export).expect("it is written");
    let mapped = mapping.apply(&path, &Ladder::default(), &folder.path().join("bundle"))?;
    assert_eq!(
        mapped.rows,
        mapped.taken + mapped.refused_rows + mapped.skipped.iter().map(|skip| skip.rows).sum::<u64>()
    );
    Ok((mapped, folder))
}

/// What a file of the bundle says.
fn written(folder: &tempfile::TempDir, file: &str) -> String {
    std::fs::read_to_string(folder.path().join("bundle").join(file)).expect("the file is there")
}

fn told(problems: &[Problem]) -> Vec<String> {
    problems.iter().map(ToString::to_string).collect()
}
