//! The track part of a ladder file: entries of one code are versions of one track.

use std::collections::HashMap;

use compact_str::CompactString;
use rules::{Catalogue, Day, Track, TrackKind, TrackVersion, Where, WorkMode};

use super::codes::{Codes, code};
use super::criterion;
use crate::tree::{Node, Reading, Table};

const KEYS: &[&str] =
    &["code", "from", "to", "kind", "where", "typical_months", "pay_increase_percent", "effective_from", "criteria"];

/// What criteria can name.
pub(super) struct Known<'a> {
    pub(super) codes: &'a Codes<'a>,
    pub(super) catalogue: &'a Catalogue,
}

/// Reads all versions, and puts those of one code together.
pub(super) fn read(reading: &mut Reading, root: &Table<'_>, known: &Known<'_>) -> Vec<Track> {
    let mut tracks: Vec<Track> = Vec::new();
    let mut places: HashMap<&str, usize> = HashMap::new();
    let mut dates: HashMap<(&str, Day), u64> = HashMap::new();
    for entry in reading.tables(root, "track") {
        reading.known_keys(&entry, KEYS);
        let code = entry.required(reading, "code").and_then(|node| code(reading, node));
        let version = version(reading, &entry, known);
        let (Some(code), Some(version)) = (code, version) else { continue };
        if let Some(line) = dates.insert((code, version.effective_from), entry.node.line) {
            let day = version.effective_from;
            reading.at(entry.node, format!("the track `{code}` has a version from {day} on already, in line {line}"));
        }
        let place = *places.entry(code).or_insert_with(|| {
            tracks.push(Track { code: CompactString::from(code), versions: Vec::new() });
            tracks.len() - 1
        });
        tracks[place].versions.push(version);
        if tracks.len() > usize::from(u16::MAX) {
            reading.at(entry.node, "there are more than 65535 tracks");
            break;
        }
    }
    for track in &mut tracks {
        track.versions.sort_by_key(|version| version.effective_from);
    }
    tracks
}

fn version(reading: &mut Reading, entry: &Table<'_>, known: &Known<'_>) -> Option<TrackVersion> {
    let jobs = &known.codes.jobs;
    let from =
        entry.required(reading, "from").map(|node| reading.list_of(node, |reading, node| jobs.find(reading, node)));
    let to = entry.required(reading, "to").and_then(|node| jobs.find(reading, node));
    let kind = entry.required(reading, "kind");
    let kind = kind.and_then(|node| reading.choice(node, TrackKind::ALL, TrackKind::code));
    let effective_from = entry.required(reading, "effective_from").and_then(|node| reading.day(node));
    let criteria = entry.required(reading, "criteria").map(|node| criterion::list(reading, node, known));
    let months = |reading: &mut Reading, node: &Node| reading.whole(node, 0);
    let typical_months = entry.get("typical_months").and_then(|node| reading.pair(node, months));
    let percent = entry.get("pay_increase_percent").and_then(|node| reading.pair(node, Reading::decimal));
    let limits = entry.get("where").map(|node| limits(reading, node)).unwrap_or_default();
    Some(TrackVersion {
        effective_from: effective_from?,
        from: from?,
        to: to?,
        kind: kind?,
        limits,
        typical_months,
        pay_increase_percent: percent,
        criteria: criteria?,
    })
}

fn limits(reading: &mut Reading, node: &Node) -> Where {
    let Some(table) = reading.table(node, &["site", "country", "unit", "work_mode"]) else { return Where::default() };
    let text = |reading: &mut Reading, node: &Node| reading.text(node).map(CompactString::from);
    let mode = |reading: &mut Reading, node: &Node| reading.choice(node, WorkMode::ALL, WorkMode::code);
    Where {
        site: table.get("site").map(|node| reading.list_of(node, text)),
        country: table.get("country").map(|node| reading.list_of(node, text)),
        unit: table.get("unit").map(|node| reading.list_of(node, text)),
        work_mode: table.get("work_mode").map(|node| reading.list_of(node, mode)),
    }
}
