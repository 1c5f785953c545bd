//! Ids by code, as files have them.

use rules::{ActivityId, CertificationId, CourseId, Entry, JobId, Ladder, MetricId, SkillId, TrackId};

fn place(entries: &[impl Entry], code: &str) -> Option<u16> {
    entries.iter().position(|entry| entry.code() == code).map(|place| place as u16)
}

pub(crate) fn job(ladder: &Ladder, code: &str) -> Option<JobId> {
    place(&ladder.catalogue.jobs, code).map(JobId)
}

pub(crate) fn certification(ladder: &Ladder, code: &str) -> Option<CertificationId> {
    place(&ladder.catalogue.certifications, code).map(CertificationId)
}

pub(crate) fn course(ladder: &Ladder, code: &str) -> Option<CourseId> {
    place(&ladder.catalogue.courses, code).map(CourseId)
}

pub(crate) fn metric(ladder: &Ladder, code: &str) -> Option<MetricId> {
    place(&ladder.catalogue.metrics, code).map(MetricId)
}

pub(crate) fn skill(ladder: &Ladder, code: &str) -> Option<SkillId> {
    place(&ladder.catalogue.skills, code).map(SkillId)
}

pub(crate) fn activity(ladder: &Ladder, code: &str) -> Option<ActivityId> {
    place(&ladder.catalogue.activities, code).map(ActivityId)
}

pub(crate) fn track(ladder: &Ladder, code: &str) -> Option<TrackId> {
    ladder.track_ids().zip(&ladder.tracks).find(|(_, track)| track.code == code).map(|(id, _)| id)
}
