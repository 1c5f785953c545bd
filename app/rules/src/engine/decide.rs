//! Status and all dates, read off the timelines: what lists and reports keep.

use super::reading::Reading;
use super::{Asked, Judges, Subject};
use crate::assessment::{Decision, NextVersion};
use crate::day::Day;
use crate::ladder::TrackId;
use crate::timeline::{Span, Timeline};

pub(super) fn decide(subject: &Subject<'_, '_>, track: TrackId, judges: &Judges<'_, '_>) -> Decision {
    let mut reading = subject.read(judges.version, track, Asked::Ahead);
    // Only `eligible_since` looks back, and most people are not eligible.
    if reading.track.contains(subject.known.as_of) {
        reading = subject.read(judges.version, track, Asked::AllDays);
    }
    decide_from(subject, &reading, track, judges)
}

/// The decision from a reading that is there already.
pub(super) fn decide_from(
    subject: &Subject<'_, '_>,
    reading: &Reading<'_, '_>,
    track: TrackId,
    judges: &Judges<'_, '_>,
) -> Decision {
    let known = reading.known;
    let as_of = known.as_of;
    let span = reading.track.span_on(as_of);
    let earliest_on = reading.track.earliest_from(as_of);
    let earliest_of = |other: Option<Timeline>| other.map_or(earliest_on, |timeline| timeline.earliest_from(as_of));
    let earliest_on_if_known = earliest_of(reading.track_if_known());
    let next = judges.next.map(|version| subject.read(version, track, Asked::Ahead));
    let next_turn_on = next.as_ref().and_then(Reading::next_turn_on);
    let effective_from = judges.next.map(|version| version.version.effective_from);
    Decision {
        status: reading.status(earliest_on_if_known),
        reason: reading.not_applicable(),
        eligible_since: span.map(|span| span.from),
        earliest_on,
        earliest_on_if_verified: earliest_of(reading.track_if_verified()),
        earliest_on_if_known,
        lapses_on: span.and_then(Span::end),
        next_change_on: reading.next_change_on(),
        stale_on: [reading.next_turn_on(), known.next_fact_on, effective_from, next_turn_on]
            .into_iter()
            .flatten()
            .min(),
        next_version: next.map(|reading| next_version(&reading)),
    }
}

fn next_version(reading: &Reading<'_, '_>) -> NextVersion {
    let as_of = reading.known.as_of;
    let earliest_on: Option<Day> = reading.track.earliest_from(as_of);
    let if_known = reading.track_if_known().map_or(earliest_on, |timeline| timeline.earliest_from(as_of));
    NextVersion {
        effective_from: reading.version.version.effective_from,
        status: reading.status(if_known),
        earliest_on,
    }
}
