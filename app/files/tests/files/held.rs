//! What holds of every text that is given to the readers of ladders, mappings and packets, whoever made it: a fuzzer gives
//! what it finds, and the tests give again what it found.

use std::path::Path;

use files::{Bundle, Mapping, Packet, Problem, read_ladder, write_ladder};
use rules::Ladder;

/// A ladder is refused with places, or reads back the same when it is written.
pub(crate) fn of_a_ladder(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    match read_ladder(text, "ladder.toml") {
        Ok(ladder) => assert_eq!(read_ladder(&write_ladder(&ladder), "written.toml"), Ok(ladder)),
        Err(problems) => assert_places(&problems, bytes),
    }
}

/// A mapping, then a NUL, then an export: every row is accounted for, and what the bundle refuses has a place in the
/// export.
pub(crate) fn of_a_mapping(bytes: &[u8], folder: &Path) {
    let mut parts = bytes.splitn(2, |byte| *byte == 0);
    let (Some(mapping), Some(export)) = (parts.next(), parts.next()) else { return };
    let Ok(mapping) = std::str::from_utf8(mapping) else { return };
    let mapping = match Mapping::read(mapping, "mapping.toml") {
        Ok(mapping) => mapping,
        Err(problems) => return assert_places(&problems, bytes),
    };
    let (path, out) = (folder.join("export.csv"), folder.join("bundle"));
    std::fs::write(&path, export).expect("the export is written");
    let Ok(mapped) = mapping.apply(&path, &Ladder::default(), &out) else { return };
    let skipped: u64 = mapped.skipped.iter().map(|skipped| skipped.rows).sum();
    assert_eq!(mapped.rows, mapped.taken + mapped.refused_rows + skipped);
    let bundle = Bundle::open(&out).expect("the bundle opens");
    let ladder = mapped.ladder.clone().unwrap_or_default();
    if let Err(refused) = bundle.check(&ladder, &mut |_| {}) {
        for problem in refused.problems {
            let told = mapped.translate(&problem);
            assert_eq!(told.file, "export.csv", "{problem}");
            assert!(told.line.is_some() || problem.line.is_none_or(|line| line == 1), "{problem}");
        }
    }
}

/// A packet is refused, or gives the same bytes, and an answer or none.
pub(crate) fn of_a_packet(bytes: &[u8]) {
    if let Ok(packet) = Packet::read(bytes, "packet.json") {
        assert_eq!(packet.to_bytes(), bytes);
        assert_eq!(
            packet.assess().is_none(),
            packet.deviations().iter().any(|one| one.again == "null" && one.at.is_empty())
        );
        assert!(packet.compare(&packet).is_empty());
    }
}

fn assert_places(problems: &[Problem], bytes: &[u8]) {
    let lines = bytes.iter().filter(|byte| **byte == b'\n').count() as u64 + 1;
    assert!(!problems.is_empty());
    assert!(problems.iter().filter_map(|problem| problem.line).all(|line| (1..=lines).contains(&line)), "{problems:?}");
}
