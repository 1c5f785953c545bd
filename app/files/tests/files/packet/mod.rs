//! The evidence packet: the same facts make the same bytes, the bytes make the same answer, and nothing else is in it.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops there, in helpers too")]

mod changes;
mod content;
mod refusals;

use files::{Packet, Person, Problem};
use proptest::prelude::*;
use rules::{Action, Assessment, AssessmentJson, Criterion, Day, Decimal, Engine, Finding, Ladder, Sentences, TrackId};
use serde_json::Value;

use crate::bundle::round_trip::person;

/// Sentences as somebody else than `words` makes them.
struct Plain;

impl Sentences for Plain {
    fn finding(&self, _: &Ladder, _: &Criterion, finding: &Finding, as_of: Day) -> String {
        format!("{} is \"{}\" on {as_of}", finding.path, finding.state)
    }

    fn action(&self, _: &Ladder, _: &Criterion, action: &Action) -> String {
        format!("{} from {}", action.kind, action.start_by)
    }
}

fn ladder() -> Ladder {
    let text = concat!(include_str!("../bundle/ladder.toml"), include_str!("everything.toml"));
    files::read_ladder(text, "ladder.toml").unwrap()
}

fn track(ladder: &Ladder, code: &str) -> TrackId {
    ladder.track_ids().find(|id| ladder.track(*id).code == code).unwrap()
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn freeze(person: &Person, code: &str, as_of: &str) -> Result<Packet, Problem> {
    let ladder = ladder();
    Packet::freeze(person, &ladder, track(&ladder, code), None, day(as_of), &Plain)
}

/// 1001 with what these files say of them.
fn asha(files: &[(&str, &str)]) -> Person {
    crate::bundle::people(files).remove(0)
}

/// What the engine says of all facts by the whole ladder, as JSON.
fn whole(person: &Person, ladder: &Ladder, assessment: &Assessment) -> Value {
    serde_json::to_value(AssessmentJson::new(&person.employee.employee_number, assessment, ladder, &Plain)).unwrap()
}

/// Every list the other way around.
fn turned(mut person: Person) -> Person {
    person.employments.reverse();
    person.assignments.reverse();
    person.leaves.reverse();
    person.credentials.reverse();
    person.proficiencies.reverse();
    person.trainings.reverse();
    person.results.reverse();
    person.reviews.reverse();
    person.skills.reverse();
    person.activities.reverse();
    person.conduct.reverse();
    person.waivers.reverse();
    person
}

/// With numbers of so few digits that a double tells them apart.
fn with_short_numbers(mut person: Person) -> Person {
    let short = |number: Decimal| Decimal::from_units(number.units() % 10_000_000);
    person.results.iter_mut().for_each(|row| row.value = short(row.value));
    person.reviews.iter_mut().for_each(|row| row.rating = short(row.rating));
    person.trainings.iter_mut().for_each(|row| row.score = row.score.map(short));
    person
}

/// Freezes, and holds everything against it that holds of every packet.
fn holds_of(person: Person, ladder: &Ladder, id: TrackId, as_of: Day) -> Result<(), TestCaseError> {
    let assessed = Engine::new(ladder).explain(&person.facts(), id, as_of);
    let packet = match (Packet::freeze(&person, ladder, id, None, as_of, &Plain), assessed) {
        (Ok(packet), Some(assessed)) => {
            let (mut frozen, mut whole) = (packet.assessment().clone(), whole(&person, ladder, &assessed));
            // Until when the answer stands can also hang on facts that it does not rest on.
            let stale = [&mut frozen, &mut whole].map(|json| json.as_object_mut().unwrap().remove("stale_on").unwrap());
            let [frozen_stale, whole_stale] = stale.map(|stale| stale.as_str().map(day));
            prop_assert!(whole_stale.is_none() || frozen_stale.is_none() || whole_stale <= frozen_stale);
            prop_assert_eq!(frozen, whole);
            packet
        }
        (Err(problem), None) => {
            prop_assert!(problem.reason.starts_with("nothing can be frozen: "), "{}", problem);
            return Ok(());
        }
        (frozen, assessed) => return Err(TestCaseError::fail(format!("{frozen:?}\n{assessed:?}"))),
    };
    let bytes = packet.to_bytes();
    let read = Packet::read(&bytes, "packet.json").map_err(|problem| TestCaseError::fail(problem.to_string()))?;
    prop_assert_eq!(&read, &packet);
    prop_assert_eq!(read.to_bytes(), bytes.clone());
    prop_assert_eq!(packet.deviations(), vec![]);
    prop_assert_eq!(read.deviations(), vec![]);
    prop_assert!(packet.compare(&read).is_empty());
    let again = Packet::freeze(&turned(person), ladder, id, None, as_of, &Plain).unwrap();
    prop_assert_eq!(again.to_bytes(), bytes);
    prop_assert_eq!(again.digest(), packet.digest());
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whoever_it_is_a_packet_gives_again_what_was_frozen(
        person in person().prop_map(with_short_numbers),
        code in prop::sample::select(vec!["csr-to-team-lead", "everything", "first-aid"]),
        days in 0..9000,
    ) {
        let ladder = ladder();
        holds_of(person, &ladder, track(&ladder, code), day("2010-01-01").plus_days(days))?;
    }

    #[test]
    fn whatever_is_asked_a_packet_gives_again_what_was_frozen(
        person in person().prop_map(with_short_numbers),
        ladder in crate::ladder::random::ladder(),
        days in 0..9000,
    ) {
        for id in ladder.track_ids() {
            holds_of(person.clone(), &ladder, id, day("2010-01-01").plus_days(days))?;
        }
    }
}

#[test]
fn a_version_that_is_named_is_taken_for_the_only_one() {
    let ladder = ladder();
    let (id, as_of) = (track(&ladder, "csr-to-team-lead"), day("2026-11-22"));
    let from = day("2025-01-01");
    let packet = Packet::freeze(&asha(&[]), &ladder, id, Some(from), as_of, &Plain).unwrap();
    let expected = Engine::new(&ladder).explain_under(&asha(&[]).facts(), id, from, as_of).unwrap();
    assert_eq!(*packet.assessment(), whole(&asha(&[]), &ladder, &expected));
    assert_eq!(packet.criteria_effective_from(), from);
    assert_eq!(packet.deviations(), []);
    let unknown = Packet::freeze(&asha(&[]), &ladder, id, Some(day("2025-01-02")), as_of, &Plain).unwrap_err();
    assert_eq!(
        unknown.to_string(),
        "1001: nothing can be frozen: no such version of `csr-to-team-lead` is in force on 2026-11-22"
    );
}

#[test]
fn what_a_packet_s_own_facts_and_criteria_no_longer_give_is_told_by_its_place() {
    let packet = freeze(&asha(&[]), "first-aid", "2026-11-22").unwrap();
    let text = String::from_utf8(packet.to_bytes()).unwrap();
    let forged = text.replace("\"status\":\"needs_action\"", "\"status\":\"eligible\"");
    let forged = forged.replace("\"state\":\"unmet\"", "\"state\":\"met\"");
    let read = Packet::read(forged.as_bytes(), "packet.json").unwrap();
    let told: Vec<_> =
        read.deviations().into_iter().map(|one| format!("{}: {} is {}", one.at, one.frozen, one.again)).collect();
    assert_eq!(told, ["findings[0].state: \"met\" is \"unmet\"", "status: \"eligible\" is \"needs_action\""]);
    assert_ne!(read.digest(), packet.digest());
}
