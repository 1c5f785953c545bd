//! The calculus of timelines is that of sets of days, and each set has one form.

use std::collections::BTreeSet;

use proptest::prelude::*;
use rules::{Day, Span, Timeline};

use crate::trial::Trial;

/// The days that are looked at; beyond them nothing begins or ends.
const DAYS: i32 = 40;

fn day(offset: i32) -> Day {
    Day::new(2024, 2, 10).expect("a day").plus_days(offset)
}

fn days() -> impl Iterator<Item = Day> {
    (-1..=DAYS).map(day)
}

/// Spans in any order, overlapping and touching as they like, some without an end.
fn spans() -> impl Strategy<Value = Vec<(Span, u32)>> {
    let span = (0..DAYS - 2, 1..20_i32, 1..4_u32, 0..6_u32).prop_map(|(from, length, weight, open)| {
        let until = if open == 0 { Day::FOREVER } else { day((from + length).min(DAYS - 1)) };
        (Span { from: day(from), until }, weight)
    });
    proptest::collection::vec(span, 0..6)
}

fn holds(spans: &[(Span, u32)], day: Day) -> bool {
    spans.iter().any(|(span, _)| span.from <= day && day < span.until)
}

fn timeline(spans: &[(Span, u32)]) -> Timeline {
    spans.iter().map(|(span, _)| *span).collect()
}

/// Complains where a timeline is not the set of these days in its one form.
fn wrong(what: &str, timeline: &Timeline, expected: impl Fn(Day) -> bool) -> Vec<String> {
    let got: BTreeSet<Day> = days().filter(|day| timeline.contains(*day)).collect();
    let expected: BTreeSet<Day> = days().filter(|day| expected(*day)).collect();
    let in_form = timeline.spans().iter().all(|span| span.from < span.until)
        && timeline.spans().windows(2).all(|pair| pair[0].until < pair[1].from);
    if got == expected && in_form { Vec::new() } else { vec![format!("{what}: {timeline:?}, not {expected:?}")] }
}

#[test]
fn timelines_are_sets_of_days_in_one_form() {
    Trial::new("timelines").hold(&(spans(), spans(), 1..7_u64), |(left, right, needed)| {
        let (a, b) = (timeline(left), timeline(right));
        let sum = |day: Day| {
            let on = left.iter().filter(|(span, _)| span.from <= day && day < span.until);
            on.map(|(_, weight)| u64::from(*weight)).sum::<u64>()
        };
        let swept = Timeline::where_sum_reaches(*needed, left.iter().copied());
        let mut all = wrong("union of spans", &a, |day| holds(left, day));
        all.extend(wrong("and", &a.and(&b), |day| holds(left, day) && holds(right, day)));
        all.extend(wrong("or", &a.or(&b), |day| holds(left, day) || holds(right, day)));
        all.extend(wrong("without", &a.without(&b), |day| holds(left, day) && !holds(right, day)));
        all.extend(wrong("complement", &a.complement(), |day| !holds(left, day)));
        all.extend(wrong("sum", &swept, |day| sum(day) >= *needed));
        all
    });
}

#[test]
fn what_is_read_off_a_timeline_is_there_day_by_day() {
    Trial::new("reading timelines").hold(&(spans(), 0..DAYS - 1), |(spans, offset)| {
        let (timeline, on) = (timeline(spans), day(*offset));
        let later = || (*offset + 1..=DAYS).map(day);
        let boundary = later().find(|day| holds(spans, *day) != holds(spans, day.previous()));
        let next = later().find(|day| holds(spans, *day));
        let first = if holds(spans, on) { Some(on) } else { next };
        let mut wrong = Vec::new();
        if timeline.next_boundary(on) != boundary {
            wrong.push(format!("next boundary after {on}: {:?}, not {boundary:?}", timeline.next_boundary(on)));
        }
        if timeline.earliest_from(on) != first {
            wrong.push(format!("earliest from {on}: {:?}, not {first:?}", timeline.earliest_from(on)));
        }
        if timeline.has_day_after(on) != next.is_some() {
            wrong.push(format!("a day after {on}: {next:?}"));
        }
        wrong
    });
}
