//! The whole calculus: sets of days as sorted, disjoint, non-touching half-open spans.

use std::fmt;

use serde::ser::SerializeTuple;
use serde::{Serialize, Serializer};
use smallvec::SmallVec;

use crate::day::Day;

/// The days from `from` on, before `until`; never empty. `until` is [`Day::FOREVER`] where it is open.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// The first day.
    pub from: Day,
    /// The first day after.
    pub until: Day,
}

impl Span {
    /// `None` where there is no day in it.
    pub fn new(from: Day, until: Day) -> Option<Span> {
        (from < until).then_some(Span { from, until })
    }

    /// The days from this one on.
    pub fn since(from: Day) -> Option<Span> {
        Span::new(from, Day::FOREVER)
    }

    /// From a first to a last day, both inclusive, as files write them; open where there is no last day.
    pub fn through(first: Day, last: Option<Day>) -> Option<Span> {
        Span::new(first, last.map_or(Day::FOREVER, Day::next))
    }

    /// Whether the day lies in it.
    pub fn contains(self, day: Day) -> bool {
        self.from <= day && day < self.until
    }

    /// The days in both.
    pub fn and(self, other: Span) -> Option<Span> {
        Span::new(self.from.max(other.from), self.until.min(other.until))
    }

    /// `until`, where it is not open.
    pub fn end(self) -> Option<Day> {
        (self.until < Day::FOREVER).then_some(self.until)
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "[{}, {})", self.from, self.until)
    }
}

impl Serialize for Span {
    /// `[from, until]`, `until` exclusive or null.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut pair = serializer.serialize_tuple(2)?;
        pair.serialize_element(&self.from)?;
        pair.serialize_element(&self.end())?;
        pair.end()
    }
}

/// A set of civil days.
///
/// ```
/// use rules::{Day, Span, Timeline};
/// let day = |text: &str| text.parse::<Day>().unwrap();
/// let may = Timeline::from_iter(Span::new(day("2026-05-01"), day("2026-06-01")));
/// let from_the_20th = Timeline::from_iter(Span::since(day("2026-05-20")));
/// assert_eq!(may.and(&from_the_20th).earliest_from(day("2026-01-01")), Some(day("2026-05-20")));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Timeline {
    /// Sorted, disjoint, not touching. Two fit without an allocation: most people's criteria need no more.
    spans: SmallVec<[Span; 2]>,
}

impl Timeline {
    /// No day at all.
    pub const NEVER: Timeline = Timeline { spans: SmallVec::new_const() };

    /// The spans, in order.
    pub fn spans(&self) -> &[Span] {
        &self.spans
    }

    /// Whether there is no day in it.
    pub fn is_empty(&self) -> bool {
        self.spans.is_empty()
    }

    /// Adds a span that begins no earlier than any before it; joins those that touch.
    pub(crate) fn push(&mut self, span: Span) {
        match self.spans.last_mut() {
            Some(last) if span.from <= last.until => {
                debug_assert!(span.from >= last.from, "spans are pushed in order");
                last.until = last.until.max(span.until);
            }
            Some(_) | None => self.spans.push(span),
        }
    }

    /// The span that contains the day.
    pub fn span_on(&self, day: Day) -> Option<Span> {
        self.spans.iter().copied().find(|span| span.contains(day))
    }

    /// Whether the day is in it.
    pub fn contains(&self, day: Day) -> bool {
        self.span_on(day).is_some()
    }

    /// The first day in it on or after that day.
    pub fn earliest_from(&self, day: Day) -> Option<Day> {
        self.spans.iter().find(|span| span.until > day).map(|span| span.from.max(day))
    }

    /// Whether it has a day after that one.
    pub fn has_day_after(&self, day: Day) -> bool {
        self.earliest_from(day.next()).is_some()
    }

    /// The first day after that one on which it changes from out to in, or from in to out.
    pub fn next_boundary(&self, after: Day) -> Option<Day> {
        let span = self.spans.iter().find(|span| span.until > after)?;
        if span.from > after { Some(span.from) } else { span.end() }
    }

    /// The days in both.
    pub fn and(&self, other: &Timeline) -> Timeline {
        // Mostly one of them is a single span: an employment, a job held.
        match (&self.spans[..], &other.spans[..]) {
            ([], _) | (_, []) => return Timeline::NEVER,
            (spans, [one]) | ([one], spans) => {
                return Timeline { spans: spans.iter().filter_map(|span| span.and(*one)).collect() };
            }
            _ => {}
        }
        let mut both = Timeline::NEVER;
        let (mut left, mut right) = (self.spans.iter().peekable(), other.spans.iter().peekable());
        while let (Some(a), Some(b)) = (left.peek(), right.peek()) {
            if let Some(span) = a.and(**b) {
                both.push(span);
            }
            if a.until <= b.until {
                left.next();
            } else {
                right.next();
            }
        }
        both
    }

    /// The days in either.
    pub fn or(&self, other: &Timeline) -> Timeline {
        let mut either = Timeline::NEVER;
        let (mut left, mut right) = (self.spans.iter().peekable(), other.spans.iter().peekable());
        loop {
            let next = match (left.peek(), right.peek()) {
                (Some(a), Some(b)) if a.from <= b.from => left.next(),
                (_, Some(_)) => right.next(),
                (_, None) => left.next(),
            };
            match next {
                Some(span) => either.push(*span),
                None => return either,
            }
        }
    }

    /// The days in one but not in the other.
    pub fn without(&self, other: &Timeline) -> Timeline {
        self.and(&other.complement())
    }

    /// All days that are not in it.
    pub fn complement(&self) -> Timeline {
        let mut rest = Timeline::NEVER;
        let mut from = Day::FIRST;
        for span in &self.spans {
            if let Some(gap) = Span::new(from, span.from) {
                rest.push(gap);
            }
            from = span.until;
        }
        if let Some(gap) = Span::since(from) {
            rest.push(gap);
        }
        rest
    }

    /// The days on which the weights of the spans that contain them add up to at least `needed`.
    /// With weights of 1 and timelines as input it is the counted sweep of `at_least n of`.
    pub fn where_sum_reaches(needed: u64, weighted: impl IntoIterator<Item = (Span, u32)>) -> Timeline {
        let mut changes: SmallVec<[(Day, i64); 16]> = SmallVec::new();
        for (span, weight) in weighted {
            changes.push((span.from, i64::from(weight)));
            changes.push((span.until, -i64::from(weight)));
        }
        changes.sort_unstable_by_key(|change| change.0);
        let mut reached = Timeline::NEVER;
        let (mut sum, mut since) = (0_i64, None);
        let mut at = 0;
        while let Some(&(day, _)) = changes.get(at) {
            while let Some(&(_, change)) = changes.get(at).filter(|change| change.0 == day) {
                sum += change;
                at += 1;
            }
            let holds = sum >= 0 && sum as u64 >= needed;
            match (holds, since) {
                (true, None) => since = Some(day),
                (false, Some(from)) => {
                    reached.spans.push(Span { from, until: day });
                    since = None;
                }
                (true, Some(_)) | (false, None) => {}
            }
        }
        reached
    }
}

impl Extend<Span> for Timeline {
    /// Adds spans that each begin no earlier than any before it.
    fn extend<I: IntoIterator<Item = Span>>(&mut self, spans: I) {
        spans.into_iter().for_each(|span| self.push(span));
    }
}

impl FromIterator<Span> for Timeline {
    /// The union of spans in any order.
    fn from_iter<I: IntoIterator<Item = Span>>(spans: I) -> Timeline {
        let mut union = Timeline::NEVER;
        for span in spans {
            match union.spans.last() {
                Some(last) if span.from < last.from => {
                    union = union.or(&Timeline { spans: SmallVec::from_elem(span, 1) });
                }
                Some(_) | None => union.push(span),
            }
        }
        union
    }
}

impl Serialize for Timeline {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(&self.spans)
    }
}
