//! Whether a track applies to a person at all.

use crate::assessment::NotApplicableReason;
use crate::day::Day;
use crate::known::Known;
use crate::ladder::TrackVersion;
use crate::timeline::{Span, Timeline};

/// Why a version does not apply on `as_of`, where it does not. It then applies on no later day either, as far as the
/// forecast goes: the job held goes on, and where one works counts on all days.
pub(crate) fn not_applicable(version: &TrackVersion, known: &Known<'_>) -> Option<NotApplicableReason> {
    if !known.is_employed() {
        Some(NotApplicableReason::NotEmployed)
    } else if from_job(version, known).is_none() {
        Some(NotApplicableReason::NotInFromJob)
    } else {
        (!version.limits.contains(&known.facts.place)).then_some(NotApplicableReason::OutsideWhere)
    }
}

/// Employed, in a `from` job, inside `where`: the days on which a version applies.
pub(crate) fn applies(version: &TrackVersion, known: &Known<'_>) -> Timeline {
    if !version.limits.contains(&known.facts.place) {
        return Timeline::NEVER;
    }
    known.held.iter().filter(|held| version.from.contains(&held.job)).map(|held| held.span).collect()
}

/// The first day on which the person is employed or in a `from` job no longer. The list for `stale_on` does not name
/// it, as a boundary mostly falls on it; but where nothing is met there is none, and the status changes.
pub(crate) fn ceases_to_apply_on(version: &TrackVersion, known: &Known<'_>) -> Option<Day> {
    let employment = known.employed.span_on(known.as_of);
    [employment, from_job(version, known)].into_iter().flatten().filter_map(Span::end).min()
}

/// The days, around `as_of`, of the `from` job held on it.
fn from_job(version: &TrackVersion, known: &Known<'_>) -> Option<Span> {
    let held = known.held.iter().find(|held| held.span.contains(known.as_of));
    held.filter(|held| version.from.contains(&held.job)).map(|held| held.span)
}
