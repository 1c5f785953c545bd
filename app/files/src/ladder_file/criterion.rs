//! A criterion: its name and reason, and the one thing it asks.

use std::collections::HashMap;

use compact_str::CompactString;
use rules::{Criterion, Kind, Rule};

use super::leaf;
use super::track::Known;
use crate::tree::{Field, Node, Reading, Table};

/// So deep may groups stand in groups.
const DEEPEST: usize = 16;
/// The longest `id`.
const LONGEST_ID: usize = 64;

/// The criteria of a track version, no two with one `id`.
pub(super) fn list(reading: &mut Reading, node: &Node, known: &Known<'_>) -> Vec<Criterion> {
    let mut reader = Criteria { known, ids: HashMap::new() };
    reader.parts(reading, node, 0)
}

struct Criteria<'a, 'n> {
    known: &'a Known<'a>,
    /// Every `id` so far, and its line.
    ids: HashMap<&'n str, u64>,
}

impl<'n> Criteria<'_, 'n> {
    fn parts(&mut self, reading: &mut Reading, node: &'n Node, depth: usize) -> Vec<Criterion> {
        if depth > DEEPEST {
            reading.at(node, format!("groups stand in groups more than {DEEPEST} deep"));
            return Vec::new();
        }
        reading.list(node).iter().filter_map(|part| self.criterion(reading, part, depth)).collect()
    }

    fn criterion(&mut self, reading: &mut Reading, node: &'n Node, depth: usize) -> Option<Criterion> {
        let kinds = Kind::ALL.iter().map(|kind| kind.code());
        let keys: Vec<&str> = ["id", "why"].into_iter().chain(kinds).collect();
        let table = reading.table(node, &keys)?;
        let id = table.get("id").and_then(|node| self.id(reading, node));
        let why = table.get("why").and_then(|node| reading.text(node)).map(str::to_owned);
        let (kind, asked) = one_kind(reading, &table, &keys)?;
        let rule = self.rule(reading, kind, asked, depth)?;
        Some(Criterion { id, why, rule })
    }

    fn id(&mut self, reading: &mut Reading, node: &'n Node) -> Option<CompactString> {
        let id = reading.text(node)?;
        let letters = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
        if id.len() > LONGEST_ID
            || !id.starts_with(|first: char| first.is_ascii_alphabetic())
            || !id.bytes().all(letters)
        {
            reading.at(node, "an id is a letter, then letters (a to z), digits and hyphens, at most 64 in all");
            return None;
        }
        if let Some(line) = self.ids.insert(id, node.line) {
            reading.at(node, format!("the id `{id}` is taken in this track, in line {line}"));
        }
        Some(CompactString::from(id))
    }

    fn rule(&mut self, reading: &mut Reading, kind: Kind, asked: &'n Node, depth: usize) -> Option<Rule> {
        match kind {
            Kind::All => Some(Rule::All(self.parts(reading, asked, depth + 1))),
            Kind::Any => Some(Rule::Any(self.parts(reading, asked, depth + 1))),
            Kind::AtLeast => self.at_least(reading, asked, depth),
            Kind::Tenure
            | Kind::TimeInJob
            | Kind::Certification
            | Kind::Language
            | Kind::Training
            | Kind::Metric
            | Kind::Rating
            | Kind::Skill
            | Kind::Activity
            | Kind::ClearConduct
            | Kind::Employment => leaf::read(reading, kind, asked, self.known),
        }
    }

    fn at_least(&mut self, reading: &mut Reading, asked: &'n Node, depth: usize) -> Option<Rule> {
        let table = reading.table(asked, &["count", "of"])?;
        let parts = table.required(reading, "of").map(|node| (node, self.parts(reading, node, depth + 1)));
        let count = table.required(reading, "count");
        let count = count.and_then(|node| Some((node, reading.whole(node, 1)?)));
        let ((of, parts), (node, count)) = (parts?, count?);
        let written = of.as_list().map_or(0, <[Node]>::len);
        if count as usize > written && written > 0 {
            reading.at(node, format!("{count} are asked, of {written} parts"));
        }
        Some(Rule::AtLeast { count, of: parts })
    }
}

/// The kind of a criterion and what stands under it; it must have exactly one.
fn one_kind<'n>(reading: &mut Reading, table: &Table<'n>, keys: &[&str]) -> Option<(Kind, &'n Node)> {
    let kind = |field: &'n Field| Some((Kind::from_code(&field.key)?, &field.value));
    let kinds: Vec<_> = table.fields.iter().filter_map(kind).collect();
    match kinds[..] {
        [one] => Some(one),
        [] => {
            // A mistyped kind was reported as an unknown key.
            if table.fields.iter().all(|field| keys.contains(&field.key.as_str())) {
                let kinds: Vec<_> = Kind::ALL.iter().map(|kind| kind.code()).collect();
                reading.at(table.node, format!("the criterion asks nothing; it needs one of {}", kinds.join(", ")));
            }
            None
        }
        [(one, _), (other, node), ..] => {
            reading.at(node, format!("the criterion is of two kinds, `{one}` and `{other}`: put them into an `all`"));
            None
        }
    }
}
