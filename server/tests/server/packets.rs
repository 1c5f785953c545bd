//! Evidence packets: assessed again from nothing but themselves, and checked by a program that knows nothing of this one.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::LazyLock;

use files::{Packet, Person, default_ladder};
use rules::Day;
use serde_json::Value;
use words::English;

use crate::program::nextrung;
use crate::samples;

const AS_OF: &str = "2026-11-22";
/// Somebody of whom much is known.
const SOMEBODY: (&str, &str) = ("1004", "csr-to-team-lead");

/// Everybody of the cast, as of the day.
fn cast() -> Vec<Person> {
    let members = |person: &Person| demo::CAST.iter().any(|one| one.number == person.employee.employee_number);
    demo::demo(as_of(), default_ladder()).into_iter().filter(members).collect()
}

fn as_of() -> Day {
    AS_OF.parse().unwrap()
}

/// A packet of everybody of the cast on every track on which there is an answer, as its own line of `assess` has it.
fn packets() -> &'static [(String, Packet)] {
    static PACKETS: LazyLock<Vec<(String, Packet)>> = LazyLock::new(|| {
        let (ladder, words, people) = (default_ladder(), English::new(), cast());
        let of = |person: &Person| {
            let freeze = |track| Packet::freeze(person, ladder, track, None, as_of(), &words).ok();
            ladder.track_ids().filter_map(freeze).collect::<Vec<_>>()
        };
        let name = |packet: &Packet| format!("{}-{}.json", packet.employee_number(), packet.track_code());
        people.iter().flat_map(of).map(|packet| (name(&packet), packet)).collect()
    });
    &PACKETS
}

fn packet_of((number, track): (&str, &str)) -> &'static Packet {
    let is_it = |packet: &&Packet| packet.employee_number() == number && packet.track_code() == track;
    packets().iter().map(|(_, packet)| packet).find(is_it).unwrap()
}

/// One of them as `packet.json`.
pub(crate) fn add_packet(folder: &Path) {
    fs::write(folder.join("packet.json"), packet_of(SOMEBODY).to_bytes()).unwrap();
}

/// A folder with nothing but `packet.json`.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    add_packet(folder.path());
    folder
}

/// A packet with something in place of something that is in it.
fn change(folder: &Path, written: &str, instead: &str) {
    let text = fs::read_to_string(folder.join("packet.json")).unwrap();
    assert!(text.contains(written), "{written} is not in {text}");
    samples::write(folder, "packet.json", &text.replacen(written, instead, 1));
}

#[test]
fn everybody_s_packet_on_every_track_gives_the_answer_of_that_day_letter_for_letter() {
    let folder = tempfile::tempdir().unwrap();
    let company = nextrung(folder.path(), &format!("assess --demo --as-of {AS_OF} --format jsonl")).quietly();
    let is_cast = |line: &&str| {
        let line: Value = serde_json::from_str(line).unwrap();
        demo::CAST.iter().any(|one| line["employee"] == one.number)
    };
    let lines: Vec<&str> = company.lines().filter(is_cast).collect();
    assert_eq!(packets().len(), lines.len());
    assert!(lines.len() > 200, "only {} answers", lines.len());
    for ((name, packet), line) in packets().iter().zip(lines) {
        fs::write(folder.path().join("packet.json"), packet.to_bytes()).unwrap();
        let read = Packet::read(&packet.to_bytes(), name).unwrap();
        assert_eq!(read.assessment(), &serde_json::from_str::<Value>(line).unwrap(), "{name}");
        assert_eq!(read.deviations(), [], "{name}");
    }
    // The program itself is asked for one person on every track.
    for (name, packet) in packets().iter().filter(|(_, packet)| packet.employee_number() == SOMEBODY.0) {
        fs::write(folder.path().join("packet.json"), packet.to_bytes()).unwrap();
        let line = format!("assess --packet packet.json --digest {} --format jsonl", packet.digest());
        let ran = nextrung(folder.path(), &line);
        assert_eq!(ran.code, 0, "{name}: {}", ran.err);
        assert!(company.lines().any(|line| line == ran.out.trim_end()), "{name}: {}", ran.out);
    }
}

#[test]
fn a_packet_is_answered_where_there_is_no_database_and_another_ladder() {
    let folder = folder();
    samples::write(folder.path(), "ladder.toml", "this is no ladder");
    let whole = nextrung(folder.path(), "assess --packet packet.json");
    assert_eq!((whole.code, whole.out.lines().count()), (0, 1), "{}", whole.err);
    let digest = packet_of(SOMEBODY).digest();
    let version = env!("CARGO_PKG_VERSION");
    assert_eq!(
        whole.err,
        format!(
            "packet.json: SHA-256 {digest}\n\
             packet.json: engine {version} finds what was frozen by engine {version}\n"
        )
    );
    let mut left: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    left.sort();
    assert_eq!(left, ["ladder.toml", "packet.json"], "nothing else is made");
    let table = nextrung(folder.path(), "assess --packet packet.json --format table");
    assert!(table.out.starts_with("1004  ") && table.out.contains(SOMEBODY.1), "{}", table.out);
    let csv = nextrung(folder.path(), "assess --packet packet.json --format csv");
    assert_eq!(csv.out.lines().count(), 2);
    for other in ["--ladder ladder.toml", "--as-of 2026-11-22", "--track csr-to-hr", "--employee 1004", "--demo"] {
        assert_eq!(nextrung(folder.path(), &format!("assess --packet packet.json {other}")).code, 2, "{other}");
    }
}

#[test]
fn the_hash_that_is_named_holds_or_nothing_is_answered() {
    let folder = folder();
    let digest = packet_of(SOMEBODY).digest();
    let named = |digest: &str| nextrung(folder.path(), &format!("assess --packet packet.json --digest {digest}"));
    for written in [digest.clone(), digest.to_uppercase()] {
        let ran = named(&written);
        assert!(
            ran.code == 0 && ran.err.starts_with(&format!("packet.json: SHA-256 {digest}, the one named\n")),
            "{}",
            ran.err
        );
    }
    let other = Packet::digest_of(b"");
    let ran = named(&other);
    assert_eq!((ran.code, ran.out.as_str()), (1, ""));
    assert_eq!(
        ran.err,
        format!(
            "error: packet.json: its SHA-256 is {digest}, not the one named: this is not the packet that was frozen\n"
        )
    );
    assert_eq!((named("4711").code, named("4711").out.as_str()), (2, ""));
    // One letter of a name changes no answer, but it is another document.
    change(folder.path(), "\"full_name\":\"R", "\"full_name\":\"P");
    assert_eq!(nextrung(folder.path(), "assess --packet packet.json").code, 0);
    assert_eq!((named(&digest).code, named(&digest).out.as_str()), (1, ""));
}

#[test]
fn a_packet_that_says_another_answer_than_its_facts_give_is_reported_with_the_place() {
    let folder = folder();
    let status = packet_of(SOMEBODY).decision().status;
    let forged = if status == rules::Status::Eligible { "on_course" } else { "eligible" };
    change(
        folder.path(),
        &format!("\"status\":\"{status}\",\"timeline\""),
        &format!("\"status\":\"{forged}\",\"timeline\""),
    );
    let ran = nextrung(folder.path(), "assess --packet packet.json --format jsonl");
    assert_eq!((ran.code, ran.out.lines().count()), (1, 1));
    let answered: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(answered["status"], status.code(), "the answer is that of the facts");
    let told = format!("error: packet.json: status: \"{forged}\" was frozen, \"{status}\" is found\n");
    assert!(ran.err.contains(&told), "{}", ran.err);
    assert!(ran.err.lines().last().unwrap().starts_with("error: packet.json: engine "), "{}", ran.err);
}

#[test]
fn a_packet_of_a_format_to_come_is_refused_politely_and_what_is_none_with_its_place() {
    let folder = folder();
    change(folder.path(), "\"format\":1", "\"format\":2,\"signed_by\":\"somebody\"");
    let ran = nextrung(folder.path(), "assess --packet packet.json");
    assert_eq!((ran.code, ran.out.as_str()), (1, ""));
    assert_eq!(
        ran.err,
        "packet.json: format: the packet is of format 2, and this program reads up to 1: ask a newer one\n"
    );
    samples::write(folder.path(), "packet.json", "employee_number,full_name\n");
    let ran = nextrung(folder.path(), "assess --packet packet.json");
    assert!(ran.code == 1 && ran.err.starts_with("packet.json:1: a packet is one JSON document: "), "{}", ran.err);
    assert_eq!(nextrung(folder.path(), "assess --packet nowhere.json").code, 3);
}

/// Runs the checker over a folder; how it ended and what it said.
fn checked(folder: &Path) -> (bool, String) {
    let checker = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/server/packet_checker.py");
    let ran = Command::new("python3").arg(checker).arg(folder).output();
    let ran = ran.unwrap_or_else(|error| panic!("python3, 3.11 or newer, is missing: install it ({error})"));
    let said = [ran.stdout, ran.stderr].concat();
    (ran.status.success(), String::from_utf8(said).unwrap())
}

#[test]
fn a_checker_in_another_language_finds_the_same_hashes_and_the_same_days() {
    let folder = tempfile::tempdir().unwrap();
    let mut sums = String::new();
    for (name, packet) in packets() {
        fs::write(folder.path().join(name), packet.to_bytes()).unwrap();
        sums.push_str(&format!("{}  {name}\n", packet.digest()));
    }
    samples::write(folder.path(), "SHA256SUMS", &sums);
    let (well, said) = checked(folder.path());
    assert!(well, "{said}");
    let numbers: Vec<usize> = said.split_whitespace().filter_map(|word| word.parse().ok()).collect();
    assert_eq!(numbers[0], packets().len());
    assert!(numbers[1] > 2 * packets().len(), "only so many criteria were looked at: {said}");

    // And it would notice: a hash that is another one, a day that is another one.
    let (name, packet) = &packets()[0];
    let text = String::from_utf8(packet.to_bytes()).unwrap();
    let forged = text.replacen("\"met_since\":\"20", "\"met_since\":\"19", 1);
    assert_ne!(text, forged);
    samples::write(folder.path(), name, &forged);
    let (well, said) = checked(folder.path());
    assert!(!well && said.contains("the hash is another one"), "{said}");
    samples::write(folder.path(), "SHA256SUMS", &format!("{}  {name}\n", Packet::digest_of(forged.as_bytes())));
    let (well, said) = checked(folder.path());
    assert!(!well && said.contains("is found, not"), "{said}");
}
