//! Assessing again: what a packet's facts and criteria give today, beside what was frozen.

use rules::{Action, Assessment, AssessmentJson, Criterion, Day, Engine, Facts, Finding, Ladder, Sentences, TrackId};
use serde_json::Value;

use super::Packet;
use super::canonical::settled;

/// Where a frozen assessment and the same made again are not the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deviation {
    /// The place in the assessment, as in `findings[2].state`.
    pub at: String,
    /// What was frozen, as JSON; empty where there is nothing.
    pub frozen: String,
    /// What it is today.
    pub again: String,
}

impl Packet {
    /// The assessment made again of the packet's own facts and criteria, with ids of its own [`ladder`](Packet::ladder).
    /// `None` where there is none, which of a packet that was frozen there is.
    pub fn assess(&self) -> Option<Assessment> {
        assess(&self.ladder, self.track, self.criteria_effective_from, &self.facts(), self.as_of)
    }

    /// Everything in which the assessment made again is not the frozen one; nothing, where the packet is as it was
    /// frozen and the engine judges as it did. Sentences are no part of it: they may be put better, or translated.
    pub fn deviations(&self) -> Vec<Deviation> {
        let mut found = Vec::new();
        let again = self.assess();
        let again = again.as_ref().map(|one| AssessmentJson::new(self.employee_number(), one, &self.ladder, &Unsaid));
        match serde_json::to_value(&again).and_then(settled) {
            Ok(again) => compare(String::new(), Some(&self.assessment), Some(&again), &mut found),
            Err(error) => {
                let frozen = String::new();
                found.push(Deviation { at: String::new(), frozen, again: error.to_string() });
            }
        }
        found
    }
}

/// By the ladder of a packet. Where it has a next version, the one in force judged; else it may be one that was named.
pub(super) fn assess(ladder: &Ladder, track: TrackId, from: Day, facts: &Facts, as_of: Day) -> Option<Assessment> {
    let engine = Engine::new(ladder);
    match ladder.track(track).versions.len() {
        1 => engine.explain_under(facts, track, from, as_of),
        _ => engine.explain(facts, track, as_of),
    }
}

/// The key of the sentences.
const SUMMARY: &str = "summary";

fn compare(at: String, frozen: Option<&Value>, again: Option<&Value>, found: &mut Vec<Deviation>) {
    match (frozen, again) {
        (Some(Value::Object(frozen)), Some(Value::Object(again))) => {
            let only_again = again.keys().filter(|key| !frozen.contains_key(*key));
            for key in frozen.keys().chain(only_again).filter(|key| *key != SUMMARY) {
                let at = if at.is_empty() { key.clone() } else { format!("{at}.{key}") };
                compare(at, frozen.get(key), again.get(key), found);
            }
        }
        (Some(Value::Array(frozen)), Some(Value::Array(again))) => {
            for place in 0..frozen.len().max(again.len()) {
                compare(format!("{at}[{place}]"), frozen.get(place), again.get(place), found);
            }
        }
        _ if frozen == again => {}
        _ => {
            let shown = |value: Option<&Value>| value.map(Value::to_string).unwrap_or_default();
            found.push(Deviation { at, frozen: shown(frozen), again: shown(again) });
        }
    }
}

/// Where nobody reads the sentences.
struct Unsaid;

impl Sentences for Unsaid {
    fn finding(&self, _: &Ladder, _: &Criterion, _: &Finding, _: Day) -> String {
        String::new()
    }

    fn action(&self, _: &Ladder, _: &Criterion, _: &Action) -> String {
        String::new()
    }
}
