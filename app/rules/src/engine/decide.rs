//! Status and all dates, read off the timelines: what lists and reports keep.

use super::applies::{ceases_to_apply_on, not_applicable};
use super::compiled::CompiledVersion;
use super::reading::Reading;
use super::{Asked, Judges, Subject};
use crate::assessment::{Decision, NextVersion, NotApplicableReason, Status};
use crate::day::Day;
use crate::ladder::TrackId;
use crate::timeline::{Span, Timeline};

pub(super) fn decide(subject: &Subject<'_, '_>, track: TrackId, judges: &Judges<'_, '_>) -> Decision {
    decision(subject, track, outlook(subject, judges.version, track, Asked::AllDays), judges)
}

/// The decision from a reading that is there already.
pub(super) fn decide_from(
    subject: &Subject<'_, '_>,
    reading: &Reading<'_, '_>,
    track: TrackId,
    judges: &Judges<'_, '_>,
) -> Decision {
    decision(subject, track, Outlook::of(reading), judges)
}

fn decision(subject: &Subject<'_, '_>, track: TrackId, now: Outlook, judges: &Judges<'_, '_>) -> Decision {
    let next = judges.next.map(|next| (next.version.effective_from, outlook(subject, next, track, Asked::Ahead)));
    let (effective_from, next_turn_on) =
        next.as_ref().map_or((None, None), |(from, then)| (Some(*from), then.turns_on));
    let stale_on = [now.turns_on, subject.known.next_fact_on, effective_from, next_turn_on];
    Decision {
        status: now.status,
        reason: now.reason,
        eligible_since: now.eligible.map(|span| span.from),
        earliest_on: now.earliest_on,
        earliest_on_if_verified: now.earliest_on_if_verified,
        earliest_on_if_known: now.earliest_on_if_known,
        lapses_on: now.eligible.and_then(Span::end),
        next_change_on: now.next_change_on,
        stale_on: stale_on.into_iter().flatten().min(),
        next_version: next.map(|(effective_from, then)| NextVersion {
            effective_from,
            status: then.status,
            earliest_on: then.earliest_on,
        }),
    }
}

/// What one version says, whatever others there are.
struct Outlook {
    status: Status,
    reason: Option<NotApplicableReason>,
    /// The span of the track's timeline that contains `as_of`; its start counts only where all days were asked for.
    eligible: Option<Span>,
    earliest_on: Option<Day>,
    earliest_on_if_verified: Option<Day>,
    earliest_on_if_known: Option<Day>,
    next_change_on: Option<Day>,
    /// What of `stale_on` depends on this version.
    turns_on: Option<Day>,
}

/// What a version says. Most people are on few of a ladder's tracks, and few of them eligible: only those need more
/// than the leaves' next boundaries, and only these need a look back.
fn outlook(subject: &Subject<'_, '_>, version: &CompiledVersion<'_>, track: TrackId, asked: Asked) -> Outlook {
    let known = &subject.known;
    if let Some(reason) = not_applicable(version.version, known)
        && !known.has_waivers(track)
    {
        return Outlook::without_the_track(subject, version, reason);
    }
    let ahead = subject.read(version, track, Asked::Ahead);
    if asked == Asked::AllDays && ahead.track.contains(known.as_of) {
        return Outlook::of(&subject.read(version, track, Asked::AllDays));
    }
    Outlook::of(&ahead)
}

impl Outlook {
    fn of(reading: &Reading<'_, '_>) -> Outlook {
        let as_of = reading.known.as_of;
        let earliest_on = reading.track.earliest_from(as_of);
        let earliest_of = |other: Option<Timeline>| other.map_or(earliest_on, |other| other.earliest_from(as_of));
        let earliest_on_if_known = earliest_of(reading.track_if_known());
        let reason = not_applicable(reading.version.version, reading.known);
        let status = if reason.is_some() {
            Status::NotApplicable
        } else if earliest_on == Some(as_of) {
            Status::Eligible
        } else if earliest_on.is_some() {
            Status::OnCourse
        } else if earliest_on_if_known.is_some() {
            Status::CannotTell
        } else {
            Status::NeedsAction
        };
        Outlook {
            status,
            reason,
            eligible: reading.track.span_on(as_of),
            earliest_on,
            earliest_on_if_verified: earliest_of(reading.track_if_verified()),
            earliest_on_if_known,
            next_change_on: reading.next_change_on(),
            turns_on: reading.next_turn_on(),
        }
    }

    /// Of a version that does not apply, to a person without waivers on the track: it has no day ahead, whatever is
    /// claimed or unknown, and the boundaries of groups are those of their leaves.
    fn without_the_track(
        subject: &Subject<'_, '_>,
        version: &CompiledVersion<'_>,
        reason: NotApplicableReason,
    ) -> Outlook {
        let (mut next_change_on, mut turns_on) = (None, ceases_to_apply_on(version.version, &subject.known));
        for leaf in version.leaves() {
            let leaf = subject.answers.ask(leaf, &subject.known, Asked::Ahead);
            next_change_on = earlier(next_change_on, leaf.next_boundary);
            turns_on = earlier(turns_on, leaf.next_turn);
        }
        Outlook {
            status: Status::NotApplicable,
            reason: Some(reason),
            eligible: None,
            earliest_on: None,
            earliest_on_if_verified: None,
            earliest_on_if_known: None,
            next_change_on,
            turns_on: earlier(turns_on, next_change_on),
        }
    }
}

fn earlier(a: Option<Day>, b: Option<Day>) -> Option<Day> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (one, other) => one.or(other),
    }
}
