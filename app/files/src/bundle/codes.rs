//! The codes that a ladder defines, found fast, and the nearest one where there is none.

use std::collections::{BTreeSet, HashMap};

use rules::{
    ActivityId, CertificationId, CourseId, Criterion, Entry, JobId, Ladder, MetricId, SkillId, Track, TrackId,
};

use super::problems::{near, shown};

/// The codes of one kind of thing.
#[derive(Debug)]
pub(crate) struct Codes<'a, Id> {
    of: &'static str,
    ids: HashMap<&'a str, Id>,
}

impl<'a, Id: Copy> Codes<'a, Id> {
    fn new<T: Entry>(of: &'static str, entries: &'a [T], id: impl Fn(u16) -> Id) -> Codes<'a, Id> {
        let codes = entries.iter().map(Entry::code);
        Codes { of, ids: codes.zip(0..).map(|(code, place)| (code, id(place))).collect() }
    }

    /// The id of a code.
    pub(crate) fn find(&self, code: &str) -> Option<Id> {
        self.ids.get(code).copied()
    }

    /// What is wrong with a code that has none.
    pub(crate) fn unknown(&self, code: &str) -> String {
        unknown(self.of, code, self.ids.keys().copied())
    }
}

/// All the codes of a ladder.
#[derive(Debug)]
pub(crate) struct KnownCodes<'a> {
    pub(crate) jobs: Codes<'a, JobId>,
    pub(crate) certifications: Codes<'a, CertificationId>,
    pub(crate) courses: Codes<'a, CourseId>,
    pub(crate) metrics: Codes<'a, MetricId>,
    pub(crate) skills: Codes<'a, SkillId>,
    pub(crate) activities: Codes<'a, ActivityId>,
    pub(crate) tracks: Codes<'a, TrackId>,
    /// The written ids of the criteria of each track, in any of its versions.
    criteria: Vec<BTreeSet<&'a str>>,
}

impl<'a> KnownCodes<'a> {
    pub(crate) fn new(ladder: &'a Ladder) -> KnownCodes<'a> {
        let catalogue = &ladder.catalogue;
        let tracks = ladder.tracks.iter().zip(0..).map(|(track, place)| (track.code.as_str(), TrackId(place)));
        KnownCodes {
            jobs: Codes::new("job", &catalogue.jobs, JobId),
            certifications: Codes::new("certification", &catalogue.certifications, CertificationId),
            courses: Codes::new("course", &catalogue.courses, CourseId),
            metrics: Codes::new("metric", &catalogue.metrics, MetricId),
            skills: Codes::new("skill", &catalogue.skills, SkillId),
            activities: Codes::new("activity", &catalogue.activities, ActivityId),
            tracks: Codes { of: "track", ids: tracks.collect() },
            criteria: ladder.tracks.iter().map(written_ids).collect(),
        }
    }

    /// Whether a track has a criterion with that written id.
    pub(crate) fn has_criterion(&self, track: TrackId, id: &str) -> bool {
        self.criteria[track.index()].contains(id)
    }

    /// What is wrong with an id that it has not.
    pub(crate) fn unknown_criterion(&self, track: TrackId, id: &str) -> String {
        unknown("criterion of this track with the id", id, self.criteria[track.index()].iter().copied())
    }
}

fn written_ids(track: &Track) -> BTreeSet<&str> {
    fn collect<'a>(criteria: &'a [Criterion], ids: &mut BTreeSet<&'a str>) {
        for criterion in criteria {
            ids.extend(criterion.id.as_deref());
            collect(criterion.rule.parts(), ids);
        }
    }
    let mut ids = BTreeSet::new();
    track.versions.iter().for_each(|version| collect(&version.criteria, &mut ids));
    ids
}

fn unknown<'a>(of: &str, code: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    match near(code, known) {
        Some(near) => format!("the ladder knows no {of} {}; did you mean {}?", shown(code), shown(near)),
        None => format!("the ladder knows no {of} {}", shown(code)),
    }
}
