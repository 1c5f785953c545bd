//! The ladder file of section 8 of the rules: catalogue and tracks in one TOML file.

mod catalogue;
mod codes;
mod criterion;
mod leaf;
mod track;
mod write;

use std::sync::LazyLock;

use rules::Ladder;

use crate::problem::Problem;
use crate::tree::{Node, Reading};

pub use write::{VERSION_KEYS, version_keys, write_ladder};
pub(crate) use write::{criterion as write_criterion, entries, write_part};

/// Reads a ladder file; else everything that is wrong with it, each with line, key and, for codes and keys, the
/// nearest known one.
///
/// ```
/// let ladder = files::read_ladder("[[job]]\ncode = \"csr\"\n", "ladder.toml").unwrap();
/// assert_eq!(ladder.catalogue.jobs[0].title, "csr");
/// let problems = files::read_ladder("[[job]]\nkode = \"csr\"\n", "ladder.toml").unwrap_err();
/// assert_eq!(
///     problems[1].to_string(),
///     "ladder.toml:2: job[0].kode: there is no key `kode`; did you mean `code`?"
/// );
/// ```
pub fn read_ladder(text: &str, file_name: &str) -> Result<Ladder, Vec<Problem>> {
    let mut reading = Reading::of(file_name);
    let ladder = reading.toml(text).and_then(|root| ladder(&mut reading, &root));
    reading.finish(ladder)
}

/// The ladder of a tree, whatever notation the tree was written in.
fn ladder(reading: &mut Reading, root: &Node) -> Option<Ladder> {
    let root = reading.table(root, &["job", "certification", "course", "metric", "skill", "activity", "track"])?;
    let codes = codes::Codes::of(reading, &root);
    let catalogue = catalogue::read(reading, &codes);
    let tracks = track::read(reading, &root, &track::Known { codes: &codes, catalogue: &catalogue });
    Some(Ladder { catalogue, tracks })
}

/// The ladder that the program ships with.
///
/// # Panics
/// Where the file that is built in is faulty, which a test rules out.
pub fn default_ladder() -> &'static Ladder {
    static DEFAULT: LazyLock<Ladder> = LazyLock::new(|| {
        read_ladder(include_str!("../../ladder.toml"), "ladder.toml")
            .unwrap_or_else(|problems| panic!("the ladder that is built in is faulty: {problems:?}"))
    });
    &DEFAULT
}
