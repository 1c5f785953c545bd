//! The evidence packet: one document that says for ever why somebody was, or was not, eligible on a day.
//!
//! It holds everything that the answer rests on, and no more: the facts that the track's criteria ask for, as rows of a
//! bundle; of the ladder the criteria in force on the day, the next ones where they were published already, and the
//! entries of the catalogue that these name; the version of the engine; and the assessment. So it needs no database,
//! and no ladder of today, to be assessed again. Pay, gender and birth year have no place in it, nor has what no rule
//! asks for: the kinds of leaves and of conduct actions, managers, addresses.
//!
//! **Its form** is canonical JSON as RFC 8785 has it: UTF-8, no blanks, the keys of every object sorted, one way to
//! write each text and number; the same facts in whatever order make the same bytes. What a bundle writes in a column
//! is a text here, so that no number passes through a binary float.
//!
//! ```json
//! {"as_of":"2026-11-22",
//!  "assessment":{"employee":"1001","track":"csr-to-team-lead", …},   // section 9 of the rules
//!  "criteria_effective_from":"2026-01-01",
//!  "employee_number":"1001",
//!  "engine_version":"0.1.0",
//!  "facts":{"employees":[{"hired_on":"2026-02-01","job":"csr", …}],  // a file of the bundle, and its rows by column
//!           "metrics":[{"metric":"csat","month":"2026-08","value":"91"}, …]},
//!  "format":1,
//!  "full_name":"Ana Reyes",
//!  "ladder":"[[job]]\ncode = \"csr\"\n…",                            // section 8 of the rules
//!  "track":"csr-to-team-lead"}
//! ```
//!
//! Its [digest](Packet::digest) is the SHA-256 of these bytes. It is kept where the packet is not, in the audit entry:
//! that is what shows a packet to be the one that was frozen. `nextrung assess --packet FILE --digest HEX` asks.

mod again;
mod asked;
mod canonical;
mod compare;
mod freeze;
mod frozen;
mod read;
mod rows;

use std::fmt::Write;

use rules::{Day, Facts, Ladder, TrackId};
use serde::Deserialize;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

pub use again::Deviation;
pub use compare::{BeforeAfter, Changes, CriteriaChange, CriteriaPart, FactChange, FindingChange};
pub use frozen::{FrozenDecision, FrozenFinding};
pub use rows::PacketRow;

use crate::{Person, Problem};
use frozen::Frozen;
use rows::Rows;

/// The form of packets that this program writes. It reads this one and every earlier.
pub const PACKET_FORMAT: u64 = 1;

/// An assessment with everything that it rests on: one document in canonical JSON (RFC 8785), whose form is described
/// at the head of `app/files/src/packet/mod.rs`.
#[derive(Clone, Debug, PartialEq)]
pub struct Packet {
    /// What the facts tell of the person.
    person: Person,
    as_of: Day,
    criteria_effective_from: Day,
    engine_version: String,
    rows: Rows,
    /// Of the ladder what is asked, as it is written.
    ladder_text: String,
    ladder: Ladder,
    track: TrackId,
    /// As section 9 of the rules writes it.
    assessment: Value,
    /// What is read off it.
    frozen: Frozen,
}

impl Packet {
    /// The document.
    pub fn to_bytes(&self) -> Vec<u8> {
        let document = json!({
            "as_of": self.as_of.to_string(),
            "assessment": self.assessment,
            "criteria_effective_from": self.criteria_effective_from.to_string(),
            "employee_number": self.employee_number(),
            "engine_version": self.engine_version,
            "facts": self.rows.to_json(),
            "format": PACKET_FORMAT,
            "full_name": self.full_name(),
            "ladder": self.ladder_text,
            "track": self.track_code(),
        });
        canonical::written(&document).into_bytes()
    }

    /// The SHA-256 of the document, in 64 hexadecimal digits.
    pub fn digest(&self) -> String {
        Packet::digest_of(&self.to_bytes())
    }

    /// The same of bytes that may be a packet.
    pub fn digest_of(bytes: &[u8]) -> String {
        Sha256::digest(bytes).iter().fold(String::new(), |mut hex, byte| {
            // Writing to a `String` cannot fail.
            let _ = write!(hex, "{byte:02x}");
            hex
        })
    }

    /// Whose it is.
    pub fn employee_number(&self) -> &str {
        &self.person.employee.employee_number
    }

    /// And their name on the day.
    pub fn full_name(&self) -> &str {
        &self.person.employee.full_name
    }

    /// The day.
    pub fn as_of(&self) -> Day {
        self.as_of
    }

    /// Which criteria judged: the first day of their version.
    pub fn criteria_effective_from(&self) -> Day {
        self.criteria_effective_from
    }

    /// Which engine assessed.
    pub fn engine_version(&self) -> &str {
        &self.engine_version
    }

    /// The facts: the files of a bundle that have some, and their rows, in the order of their natural keys.
    pub fn rows(&self) -> impl Iterator<Item = (&'static str, &[PacketRow])> {
        self.rows.iter()
    }

    /// The facts as the engine takes them.
    pub fn facts(&self) -> Facts {
        self.person.facts()
    }

    /// The person that the facts tell of. What a packet leaves out is empty or, where a row must have it, `-`.
    pub fn person(&self) -> &Person {
        &self.person
    }

    /// Of the ladder in force on the day what was asked, with ids of its own.
    pub fn ladder(&self) -> &Ladder {
        &self.ladder
    }

    /// The same as the packet has it.
    pub fn ladder_text(&self) -> &str {
        &self.ladder_text
    }

    /// The track, in [`ladder`](Packet::ladder).
    pub fn track(&self) -> TrackId {
        self.track
    }

    /// Its code.
    pub fn track_code(&self) -> &str {
        &self.ladder.track(self.track).code
    }

    /// The frozen assessment as section 9 of the rules writes it, whole. What of it a reader may see is for `policy`
    /// to say, which looks at the typed one that [`assess`](Packet::assess) gives.
    pub fn assessment(&self) -> &Value {
        &self.assessment
    }

    /// How each criterion stood in a packet that was frozen here, as of which day and by the criteria from which day on:
    /// what one looks at many packets for, without reading the whole of each.
    pub fn findings_of(document: &str) -> Result<(Day, Day, Vec<FrozenFinding>), Problem> {
        #[derive(Deserialize)]
        struct Only {
            assessment: Frozen,
        }
        let only: Only =
            serde_json::from_str(document).map_err(|error| Problem::in_file("packet", error.to_string()))?;
        Ok((only.assessment.as_of, only.assessment.criteria_effective_from, only.assessment.findings))
    }

    /// What was decided.
    pub fn decision(&self) -> &FrozenDecision {
        &self.frozen.decision
    }

    /// How every criterion stood, in the order of paths.
    pub fn findings(&self) -> &[FrozenFinding] {
        &self.frozen.findings
    }
}
