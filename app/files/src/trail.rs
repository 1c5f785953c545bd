//! The audit trail as a file: a line of JSON for each sealed entry, in the order of the chain, with everything that its
//! hash is over. Whoever has the file verifies it without a database.

use std::io::{self, BufRead, Write};

use model::chain::{BEGINNING, link};
use model::{AccountId, AuditEntry, Break, EntryId, RequestId, Seal, Tampering, Verification};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::Problem;
use crate::checkpoint::{Hex, bytes};

/// A line.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    sequence: i64,
    hash: String,
    id: Uuid,
    recorded_at: String,
    account: Option<Uuid>,
    on_behalf_of: Option<Uuid>,
    request: Uuid,
    act: String,
    subject_kind: String,
    subject: Option<Uuid>,
    /// JSON, as text: byte for byte what was hashed.
    detail: String,
}

/// Writes the line of a sealed entry.
pub fn write_trail_entry(out: &mut impl Write, seal: &Seal, entry: &AuditEntry) -> io::Result<()> {
    let line = Line {
        sequence: seal.sequence,
        hash: Hex(&seal.hash).to_string(),
        id: entry.id.0,
        recorded_at: entry.recorded_at.to_string(),
        account: entry.account.map(|id| id.0),
        on_behalf_of: entry.on_behalf_of,
        request: entry.request.0,
        act: entry.act.clone(),
        subject_kind: entry.subject_kind.clone(),
        subject: entry.subject,
        detail: entry.detail.clone(),
    };
    serde_json::to_writer(&mut *out, &line)?;
    out.write_all(b"\n")
}

/// Walks through a trail in a file. `noted` is a head that somebody kept elsewhere, as a checkpoint has it: the chain must
/// hold it.
pub fn verify_trail(trail: impl BufRead, file: &str, noted: Option<Seal>) -> Result<Verification, Problem> {
    let mut head = Seal { sequence: 0, hash: BEGINNING };
    for (text, number) in trail.lines().zip(1..) {
        let text = text.map_err(|error| Problem::at(file, number, None, error.to_string()))?;
        let line: Line = serde_json::from_str(&text)
            .map_err(|error| Problem::at(file, number, None, format!("this is no entry of a trail: {error}")))?;
        let sequence = head.sequence + 1;
        let broken = |tampering| {
            let broken = Some(Break { tampering, sequence: Some(sequence), entry: Some(EntryId(line.id)) });
            Ok(Verification { head, unsealed: 0, broken })
        };
        if line.sequence != sequence {
            return broken(if line.sequence > sequence { Tampering::Dropped } else { Tampering::Reordered });
        }
        let hash = line.entry().map(|entry| link(&head.hash, sequence, &entry));
        match hash {
            Some(hash) if bytes(&line.hash) == Some(hash) => {
                if noted.is_some_and(|noted| noted.sequence == sequence && noted.hash != hash) {
                    return broken(Tampering::Rewritten);
                }
                head = Seal { sequence, hash };
            }
            Some(_) | None => return broken(Tampering::Changed),
        }
    }
    let truncated = noted.is_some_and(|noted| noted.sequence > head.sequence);
    let broken =
        truncated.then_some(Break { tampering: Tampering::Truncated, sequence: Some(head.sequence + 1), entry: None });
    Ok(Verification { head, unsealed: 0, broken })
}

impl Line {
    /// The entry; none where the instant is none.
    fn entry(&self) -> Option<AuditEntry> {
        Some(AuditEntry {
            id: EntryId(self.id),
            recorded_at: self.recorded_at.parse().ok()?,
            account: self.account.map(AccountId),
            on_behalf_of: self.on_behalf_of,
            request: RequestId(self.request),
            act: self.act.clone(),
            subject_kind: self.subject_kind.clone(),
            subject: self.subject,
            detail: self.detail.clone(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(number: u128) -> AuditEntry {
        AuditEntry {
            id: EntryId(Uuid::from_u128(number)),
            recorded_at: "2026-11-22T19:23:00.123456Z".parse().unwrap(),
            account: number.is_multiple_of(2).then(|| AccountId(Uuid::from_u128(7))),
            on_behalf_of: None,
            request: RequestId(Uuid::from_u128(8)),
            act: "day_swept".to_owned(),
            subject_kind: "company".to_owned(),
            subject: None,
            detail: format!(r#"{{"day":"{number} “é”"}}"#),
        }
    }

    /// A file of entries, and its head.
    fn trail(numbers: impl IntoIterator<Item = u128>) -> (Vec<String>, Seal) {
        let mut head = Seal { sequence: 0, hash: BEGINNING };
        let mut lines = Vec::new();
        for number in numbers {
            let sequence = head.sequence + 1;
            head = Seal { sequence, hash: link(&head.hash, sequence, &entry(number)) };
            let mut line = Vec::new();
            write_trail_entry(&mut line, &head, &entry(number)).unwrap();
            lines.push(String::from_utf8(line).unwrap());
        }
        (lines, head)
    }

    fn found(lines: &[String], noted: Option<Seal>) -> (i64, Option<(Tampering, Option<i64>)>) {
        let found = verify_trail(lines.concat().as_bytes(), "trail.jsonl", noted).unwrap();
        (found.head.sequence, found.broken.map(|broken| (broken.tampering, broken.sequence)))
    }

    #[test]
    fn a_trail_that_was_written_holds_and_reaches_what_was_noted() {
        let (lines, head) = trail(1..=5);
        let (_, third) = trail(1..=3);
        assert_eq!(found(&lines, None), (5, None));
        assert_eq!(found(&lines, Some(head)), (5, None));
        assert_eq!(found(&lines, Some(third)), (5, None), "it has grown since");
    }

    #[test]
    fn what_was_done_to_it_is_found() {
        let (lines, head) = trail(1..=5);
        let changed = |at: usize, from: &str, to: &str| {
            let mut lines = lines.clone();
            lines[at] = lines[at].replace(from, to);
            lines
        };
        assert_eq!(found(&changed(2, "day_swept", "day_swep"), None), (2, Some((Tampering::Changed, Some(3)))));
        assert_eq!(found(&changed(1, "19:23:00", "19:24:00"), None), (1, Some((Tampering::Changed, Some(2)))));
        let mut dropped = lines.clone();
        dropped.remove(3);
        assert_eq!(found(&dropped, None), (3, Some((Tampering::Dropped, Some(4)))));
        assert_eq!(found(&lines[..4], None), (4, None), "what is cut off leaves no trace in the rest");
        assert_eq!(found(&lines[..4], Some(head)), (4, Some((Tampering::Truncated, Some(5)))));
    }

    #[test]
    fn a_trail_made_anew_as_if_it_had_been_so_is_found_by_what_was_noted() {
        let (_, noted) = trail(1..=5);
        let (forged, _) = trail([1, 2, 30, 4, 5, 6]);
        assert_eq!(found(&forged, None), (6, None), "who can calculate leaves no trace");
        assert_eq!(found(&forged, Some(noted)), (4, Some((Tampering::Rewritten, Some(5)))));
    }

    #[test]
    fn what_is_no_trail_says_in_which_line() {
        let problem = verify_trail("{}\n".as_bytes(), "trail.jsonl", None).unwrap_err().to_string();
        assert!(problem.starts_with("trail.jsonl:1: this is no entry of a trail"), "{problem}");
    }
}
