//! Of all that somebody could become, what is nearest.

use rules::{Day, Ladder, Status};
use store::StoredAssessment;

/// The track that is nearest to somebody: one they are eligible for, the highest of these; else the one whose day comes
/// first; else one of which it is not known; else one for which somebody has to act.
pub fn nearest<'s>(
    ladder: &Ladder,
    stored: impl IntoIterator<Item = &'s StoredAssessment>,
) -> Option<&'s StoredAssessment> {
    stored.into_iter().min_by_key(|one| {
        let decision = &one.decision;
        let place = ladder.tracks.iter().position(|track| track.code == one.track);
        let (rank, day) = match decision.status {
            Status::Eligible => (0, None),
            Status::OnCourse => (1, decision.earliest_on),
            Status::CannotTell => (2, decision.earliest_on_if_verified.or(decision.earliest_on_if_known)),
            Status::NeedsAction => (3, None),
            Status::NotApplicable => (4, None),
        };
        let height = if decision.status == Status::Eligible { level(ladder, &one.track, one.as_of) } else { 0 };
        (rank, day.unwrap_or(Day::FOREVER), std::cmp::Reverse(height), place)
    })
}

/// The level of the job that a track leads to.
fn level(ladder: &Ladder, track: &str, on: Day) -> u32 {
    let track = ladder.tracks.iter().find(|one| one.code == track);
    let version = track.and_then(|track| track.version_on(on));
    version.and_then(|version| ladder.catalogue.job(version.to).level).unwrap_or(0)
}
