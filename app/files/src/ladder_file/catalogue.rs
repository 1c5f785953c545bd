//! The catalogue part of a ladder file. An entry that is faulty keeps its place, so that ids stay what they are.

use compact_str::CompactString;
use rules::{Activity, Better, Catalogue, Certification, Course, Job, Metric, Skill};

use super::codes::{Codes, Kind};
use crate::tree::{Node, Reading, Table};

/// Reads the six kinds of entries; their codes are judged already.
pub(super) fn read(reading: &mut Reading, codes: &Codes<'_>) -> Catalogue {
    Catalogue {
        jobs: entries(reading, &codes.jobs, &["level"], |reading, table, code, title| Job {
            code,
            title,
            level: whole(reading, table, "level", 0),
        }),
        certifications: entries(
            reading,
            &codes.certifications,
            &["issuer", "family", "rank", "validity_months", "lead_days"],
            |reading, table, code, title| Certification {
                code,
                title,
                issuer: text(reading, table, "issuer"),
                family: text(reading, table, "family").map(CompactString::from),
                rank: whole(reading, table, "rank", 0),
                validity_months: whole(reading, table, "validity_months", 1),
                lead_days: whole(reading, table, "lead_days", 0),
            },
        ),
        courses: entries(reading, &codes.courses, &["lead_days"], |reading, table, code, title| Course {
            code,
            title,
            lead_days: whole(reading, table, "lead_days", 0),
        }),
        metrics: entries(
            reading,
            &codes.metrics,
            &["unit", "better", "closes_after_days"],
            |reading, table, code, title| Metric {
                code,
                title,
                unit: text(reading, table, "unit").map(CompactString::from),
                better: table.get("better").and_then(|node| reading.choice(node, Better::ALL, Better::code)),
                closes_after_days: whole(reading, table, "closes_after_days", 0).unwrap_or(0),
            },
        ),
        skills: entries(reading, &codes.skills, &[], |_, _, code, title| Skill { code, title }),
        activities: entries(reading, &codes.activities, &[], |_, _, code, title| Activity { code, title }),
    }
}

fn entries<Id, T>(
    reading: &mut Reading,
    kind: &Kind<'_, Id>,
    keys: &[&str],
    entry: impl Fn(&mut Reading, &Table<'_>, CompactString, String) -> T,
) -> Vec<T> {
    let keys = [&["code", "title"], keys].concat();
    let read = |table: &Table<'_>| {
        reading.known_keys(table, &keys);
        let code = table.get("code").and_then(Node::as_text).unwrap_or_default();
        let title = text(reading, table, "title").unwrap_or_else(|| code.to_owned());
        entry(reading, table, CompactString::from(code), title)
    };
    kind.entries.iter().map(read).collect()
}

fn text(reading: &mut Reading, table: &Table<'_>, key: &str) -> Option<String> {
    table.get(key).and_then(|node| reading.text(node)).map(str::to_owned)
}

fn whole(reading: &mut Reading, table: &Table<'_>, key: &str, least: u32) -> Option<u32> {
    table.get(key).and_then(|node| reading.whole(node, least))
}
