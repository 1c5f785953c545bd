//! The codes that a ladder file defines, by kind.

use std::collections::HashMap;

use rules::{ActivityId, CertificationId, CourseId, JobId, MetricId, SkillId};

use crate::tree::{Node, Reading, Table};

/// The longest code.
const LONGEST: usize = 64;

/// All codes that the file defines, read before anything that names them.
pub(super) struct Codes<'n> {
    pub(super) jobs: Kind<'n, JobId>,
    pub(super) certifications: Kind<'n, CertificationId>,
    pub(super) courses: Kind<'n, CourseId>,
    pub(super) metrics: Kind<'n, MetricId>,
    pub(super) skills: Kind<'n, SkillId>,
    pub(super) activities: Kind<'n, ActivityId>,
}

impl<'n> Codes<'n> {
    pub(super) fn of(reading: &mut Reading, root: &Table<'n>) -> Codes<'n> {
        Codes {
            jobs: Kind::of(reading, root, "job", JobId),
            certifications: Kind::of(reading, root, "certification", CertificationId),
            courses: Kind::of(reading, root, "course", CourseId),
            metrics: Kind::of(reading, root, "metric", MetricId),
            skills: Kind::of(reading, root, "skill", SkillId),
            activities: Kind::of(reading, root, "activity", ActivityId),
        }
    }
}

/// The entries of one kind, in the order of the file, and where each code stands.
pub(super) struct Kind<'n, Id> {
    name: &'static str,
    /// The entries.
    pub(super) entries: Vec<Table<'n>>,
    codes: Vec<&'n str>,
    ids: HashMap<&'n str, Id>,
}

impl<'n, Id: Copy> Kind<'n, Id> {
    fn of(reading: &mut Reading, root: &Table<'n>, name: &'static str, id: fn(u16) -> Id) -> Kind<'n, Id> {
        let entries = reading.tables(root, name);
        let mut kind = Kind { name, entries, codes: Vec::new(), ids: HashMap::new() };
        for (place, entry) in kind.entries.iter().enumerate() {
            let Ok(place) = u16::try_from(place) else {
                reading.at(entry.node, format!("there are more than 65536 entries of the kind `{name}`"));
                break;
            };
            let node = entry.required(reading, "code");
            let Some((node, code)) = node.and_then(|node| Some((node, code(reading, node)?))) else { continue };
            if kind.ids.contains_key(code) {
                reading.at(node, format!("the {name} `{code}` is there twice"));
            } else {
                kind.codes.push(code);
                kind.ids.insert(code, id(place));
            }
        }
        kind
    }

    /// The id of the code that a node names.
    pub(super) fn find(&self, reading: &mut Reading, node: &Node) -> Option<Id> {
        let code = reading.text(node)?;
        let found = self.ids.get(code).copied();
        if found.is_none() {
            reading.unknown(node, self.name, code, self.codes.iter().copied());
        }
        found
    }
}

/// A well-formed code: letters, digits, hyphens, underscores and points, a letter or digit first.
pub(super) fn code<'n>(reading: &mut Reading, node: &'n Node) -> Option<&'n str> {
    let code = reading.text(node)?;
    if !is_code(code) {
        let right =
            "a code has at most 64 letters (a to z), digits, `-`, `_` and `.`, and begins with a letter or digit";
        reading.at(node, right);
        return None;
    }
    Some(code)
}

/// Whether a text can be a code.
pub(super) fn is_code(text: &str) -> bool {
    text.len() <= LONGEST
        && text.starts_with(|first: char| first.is_ascii_alphanumeric())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte))
}
