//! Freezing: an assessment with everything that it rests on becomes one document.

use rules::{AssessmentJson, Day, Ladder, Sentences, TrackId};

use super::Packet;
use super::again::assess;
use super::asked::Asked;
use super::canonical::settled;
use super::frozen::Frozen;
use super::rows::Rows;
use crate::ladder_file::write_part;
use crate::{Person, Problem, read_ladder};

impl Packet {
    /// What somebody's answer on a track rests on, on a day, and the answer: under the version in force, or under the
    /// one that is named by its first day (grandfathering, pinned cycles), which is then taken for the only one.
    ///
    /// The answer is made of the packet's own facts and criteria, so it can be made again of nothing else; it is the
    /// one that the engine gives of all facts and the whole ladder. A problem where there is none: no employment has
    /// begun, or no version is in force.
    pub fn freeze(
        person: &Person,
        ladder: &Ladder,
        track: TrackId,
        version: Option<Day>,
        as_of: Day,
        sentences: &dyn Sentences,
    ) -> Result<Packet, Problem> {
        let number = &person.employee.employee_number;
        let code = &ladder.track(track).code;
        let none = |reason: String| Problem::in_file(number.as_str(), format!("nothing can be frozen: {reason}"));
        let versions = &ladder.track(track).versions;
        let begun = versions.partition_point(|one| one.effective_from <= as_of);
        let judging = match version {
            Some(from) => versions.iter().position(|one| one.effective_from == from),
            None => begun.checked_sub(1),
        };
        let judging = judging.ok_or_else(|| none(format!("no such version of `{code}` is in force on {as_of}")))?;
        let next = if version.is_some() { None } else { versions.get(judging + 1) };
        let frozen_versions: Vec<_> = [&versions[judging]].into_iter().chain(next).collect();

        let asked = Asked::by(ladder, track, &frozen_versions);
        let used = asked.facts_of(person, as_of);
        let codes = asked.codes_with(&used);
        let ladder_text = write_part(ladder, |(kind, entry, from)| match from {
            Some(from) => entry == code && frozen_versions.iter().any(|one| one.effective_from == from),
            None => codes.contains(&(kind, entry)),
        });
        let rows = Rows::of(&used, ladder)?;

        let own_ladder = read_ladder(&ladder_text, "ladder").map_err(first)?;
        let person = rows.person(number, &person.employee.full_name, &own_ladder)?;
        let criteria_effective_from = versions[judging].effective_from;
        let track = TrackId(0);
        let assessment = assess(&own_ladder, track, criteria_effective_from, &person.facts(), as_of)
            .ok_or_else(|| none(format!("no employment has begun by {as_of}")))?;
        let json = AssessmentJson::new(number, &assessment, &own_ladder, sentences);
        let assessment = serde_json::to_value(&json).and_then(settled).map_err(|error| none(error.to_string()))?;
        let frozen = Frozen::of(&assessment).map_err(|error| none(error.to_string()))?;
        Ok(Packet {
            person,
            as_of,
            criteria_effective_from,
            engine_version: rules::ENGINE_VERSION.to_owned(),
            rows,
            ladder_text,
            ladder: own_ladder,
            track,
            assessment,
            frozen,
        })
    }
}

/// The first of the problems of a ladder, which are never none.
pub(super) fn first(problems: Vec<Problem>) -> Problem {
    let none = || Problem::in_file("ladder", "cannot be read");
    problems.into_iter().next().unwrap_or_else(none)
}
