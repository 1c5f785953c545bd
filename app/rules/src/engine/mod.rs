//! The one function that assesses: command line, API, page, job and browser call it.

mod applies;
mod compiled;
mod decide;
mod explain;
mod leaves;
mod plan;
mod reading;
mod service;

use crate::assessment::{Assessment, Decision, State};
use crate::day::Day;
use crate::facts::Facts;
use crate::ladder::{Ladder, TrackId};

use crate::known::Known;
use crate::scenario::Assumed;
use compiled::CompiledVersion;
use leaves::{Answers, Asked, Leaves};
use reading::Reading;

/// A ladder, made ready to assess people against.
pub struct Engine<'l> {
    ladder: &'l Ladder,
    leaves: Leaves<'l>,
    /// By track; of each, its versions by `effective_from`.
    tracks: Vec<Vec<CompiledVersion<'l>>>,
}

impl<'l> Engine<'l> {
    /// Compiles every version of every track once.
    pub fn new(ladder: &'l Ladder) -> Engine<'l> {
        let mut leaves = Leaves::default();
        let mut compile = |version| CompiledVersion::new(version, &ladder.catalogue, &mut leaves);
        let tracks = ladder.tracks.iter().map(|track| track.versions.iter().map(&mut compile).collect()).collect();
        Engine { ladder, leaves, tracks }
    }

    /// The ladder it was made from.
    pub fn ladder(&self) -> &'l Ladder {
        self.ladder
    }

    /// One person on one day, for any number of tracks. `None` where none of the person's employments has begun.
    pub fn person<'e>(&'e self, facts: &'e Facts, as_of: Day) -> Option<Subject<'e, 'l>> {
        let known = Known::on(as_of, facts)?;
        Some(Subject { engine: self, known, answers: Answers::new(&self.leaves) })
    }

    /// The same, with what is assumed counted: what if.
    pub fn person_assuming<'e>(&'e self, assumed: &'e Assumed) -> Option<Subject<'e, 'l>> {
        let known = Known::ahead(assumed.as_of, &assumed.facts, assumed.horizon.clone())?;
        Some(Subject { engine: self, known, answers: Answers::new(&self.leaves) })
    }

    /// Status and all dates: what lists keep. `None` where there is no assessment: no employment has begun, or no
    /// version of the track is in force.
    pub fn decide(&self, facts: &Facts, track: TrackId, as_of: Day) -> Option<Decision> {
        self.person(facts, as_of)?.decide(track)
    }

    /// The whole answer. `None` as for [`decide`](Engine::decide).
    pub fn explain(&self, facts: &Facts, track: TrackId, as_of: Day) -> Option<Assessment> {
        self.person(facts, as_of)?.explain(track)
    }

    /// The whole answer under a version that the caller names by its `effective_from` (grandfathering, pinned
    /// cycles); it is taken for the only one. `None` also where there is no such version.
    pub fn explain_under(&self, facts: &Facts, track: TrackId, effective_from: Day, as_of: Day) -> Option<Assessment> {
        self.person(facts, as_of)?.explain_under(track, effective_from)
    }
}

/// A person on a day.
pub struct Subject<'e, 'l> {
    engine: &'e Engine<'l>,
    known: Known<'e>,
    answers: Answers<'e, 'l>,
}

impl<'l> Subject<'_, 'l> {
    fn read<'s>(&'s self, version: &'s CompiledVersion<'l>, track: TrackId, asked: Asked) -> Reading<'s, 'l> {
        Reading::new(version, track, &self.known, &self.answers, asked)
    }

    /// See [`Engine::decide`].
    pub fn decide(&self, track: TrackId) -> Option<Decision> {
        Some(decide::decide(self, track, &self.judges(track)?))
    }

    /// See [`Engine::explain`].
    pub fn explain(&self, track: TrackId) -> Option<Assessment> {
        Some(explain::explain(self, track, &self.judges(track)?))
    }

    /// See [`Engine::explain_under`].
    pub fn explain_under(&self, track: TrackId, effective_from: Day) -> Option<Assessment> {
        let versions = &self.engine.tracks[track.index()];
        let version = versions.iter().find(|one| one.version.effective_from == effective_from)?;
        Some(explain::explain(self, track, &Judges { version, next: None }))
    }

    /// How every criterion stands, groups included, in the order of the findings: what lists keep beside the decision.
    /// `None` as for [`Engine::decide`].
    pub fn states(&self, track: TrackId) -> Option<Vec<State>> {
        let reading = self.read(self.judges(track)?.version, track, Asked::Ahead);
        Some(reading.nodes.iter().map(|node| node.state).collect())
    }

    /// The first day of the version that judges.
    pub fn effective_from(&self, track: TrackId) -> Option<Day> {
        Some(self.judges(track)?.version.version.effective_from)
    }

    /// The version in force on `as_of`, and the earliest that is published for later.
    fn judges(&self, track: TrackId) -> Option<Judges<'_, 'l>> {
        let versions = &self.engine.tracks[track.index()];
        let later = versions.partition_point(|one| one.version.effective_from <= self.known.as_of);
        Some(Judges { version: versions.get(later.checked_sub(1)?)?, next: versions.get(later) })
    }
}

/// The versions of a track that an assessment speaks of.
struct Judges<'e, 'l> {
    /// The one that judges.
    version: &'e CompiledVersion<'l>,
    /// The one that will.
    next: Option<&'e CompiledVersion<'l>>,
}
