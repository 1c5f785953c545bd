//! The eligibility timeline: which days of a window are drawn how, as fractions of it.

use std::fmt;

use operations::Supposed;
use rules::{Assessment, Day, Finding, Span, State, Status, Timeline};

/// The days that a picture shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Window {
    /// The first day: of a quarter.
    pub(crate) first: Day,
    /// The first day after: of a quarter.
    pub(crate) last: Day,
}

/// How far ahead a picture looks at most: what comes later runs out of it.
const MOST_MONTHS_AHEAD: u32 = 60;
/// A span that ends so many days ahead need not be in sight to its end.
const IN_SIGHT_DAYS: i32 = 730;
/// How many quarters can be named one by one.
const MOST_NAMED_QUARTERS: usize = 9;

impl Window {
    /// The window in which an assessment is shown: it holds the days that an answer names.
    pub(crate) fn of_assessments<'a>(as_of: Day, assessments: impl IntoIterator<Item = &'a Assessment>) -> Window {
        let ahead = assessments.into_iter().flat_map(|assessment| {
            let decision = &assessment.decision;
            let in_sight = decision.lapses_on.filter(|day| as_of.days_until(*day) < IN_SIGHT_DAYS);
            [decision.earliest_on, decision.earliest_on_if_verified, assessment.plan.eligible_on, in_sight]
        });
        Window::around(as_of, ahead.flatten())
    }

    /// The window around a day that also holds what matters ahead of it.
    pub(crate) fn around(as_of: Day, ahead: impl IntoIterator<Item = Day>) -> Window {
        let furthest = as_of.plus_months(MOST_MONTHS_AHEAD);
        let matters = ahead.into_iter().map(|day| day.plus_months(1)).filter(|day| *day <= furthest);
        let last = matters.chain([as_of.plus_months(12)]).max().unwrap_or(furthest);
        Window { first: quarter(as_of, -9), last: quarter(last, 3) }
    }

    /// Whether a day lies within the window.
    pub(crate) fn holds(self, day: Day) -> bool {
        self.first <= day && day < self.last
    }

    /// Where a day begins, within the window or beside it.
    pub(crate) fn place(self, day: Day) -> Place {
        let part = i64::from(self.first.days_until(day)) * i64::from(Place::END.0);
        let hundredths = part / i64::from(self.first.days_until(self.last)).max(1);
        Place(hundredths.clamp(Place::BEFORE.0.into(), Place::AFTER.0.into()) as i32)
    }

    /// The first day of each quarter, with what is written at it.
    pub(crate) fn ticks(self) -> Vec<Tick> {
        let days = std::iter::successors(Some(self.first), |day| Some(quarter(*day, 3)));
        let days: Vec<Day> = days.take_while(|day| *day < self.last).collect();
        let names_quarters = days.len() <= MOST_NAMED_QUARTERS;
        let tick = |day: Day| {
            let (year, month, _) = day.ymd();
            let name = match month {
                1 => Name::Year(year),
                _ if names_quarters => Name::Month(month),
                _ => Name::None,
            };
            Tick { at: self.place(day), name }
        };
        days.into_iter().map(tick).collect()
    }
}

/// The first day of the quarter that a day lies in, so many months later.
fn quarter(day: Day, months: i32) -> Day {
    let (_, month, _) = day.ymd();
    day.month().plus(months - (month as i32 - 1) % 3).first_day()
}

/// A place across the picture, in hundredths of a percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place(i32);

impl Place {
    /// Out of sight on the side of the past; far enough that no edge is seen.
    const BEFORE: Place = Place(-100);
    /// The end of the window.
    pub(crate) const END: Place = Place(10_000);
    /// Out of sight on the side of what is to come.
    const AFTER: Place = Place(10_100);

    /// From one place to another.
    pub(crate) fn width_to(self, other: Place) -> Place {
        Place(other.0 - self.0)
    }

    /// How far it is to another, in hundredths of a percent.
    pub(crate) fn hundredths_to(self, other: Place) -> i64 {
        i64::from(other.0) - i64::from(self.0)
    }

    /// Which side of a text at this place has room for it.
    pub(crate) fn anchor(self) -> &'static str {
        match self.0 {
            ..1_200 => "start",
            1_200..=8_200 => "middle",
            _ => "end",
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        write!(f, "{sign}{}.{:02}%", self.0.abs() / 100, self.0.abs() % 100)
    }
}

/// The first day of a quarter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Tick {
    pub(crate) at: Place,
    pub(crate) name: Name,
}

/// What is written at a tick.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Name {
    Year(i32),
    Month(u32),
    None,
}

/// How a stretch of days is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Look {
    /// It held.
    Held,
    /// It holds, and goes on to if nothing changes.
    Holds,
    /// Time will do it.
    Will,
    /// It rests on a booking.
    Booked,
    /// It rests on a waiver.
    Waived,
    /// It would hold if claims were verified.
    Claimed,
    /// Nobody can tell.
    Unknown,
    /// After the step, if it is started now.
    Planned,
}

impl Look {
    /// Every one, in the order of the legend.
    pub(crate) const ALL: [Look; 8] =
        [Look::Held, Look::Holds, Look::Will, Look::Booked, Look::Waived, Look::Claimed, Look::Unknown, Look::Planned];

    /// As style sheets and words name it.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Look::Held => "held",
            Look::Holds => "holds",
            Look::Will => "will",
            Look::Booked => "booked",
            Look::Waived => "waived",
            Look::Claimed => "claimed",
            Look::Unknown => "unknown",
            Look::Planned => "planned",
        }
    }

    /// Whether the criterion holds on these days, as the assessment has it.
    #[cfg(test)]
    fn counts(self) -> bool {
        matches!(self, Look::Held | Look::Holds | Look::Will | Look::Booked | Look::Waived)
    }
}

/// A stretch of days that are drawn alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Bar {
    pub(crate) look: Look,
    /// The days it stands for, also those out of sight.
    pub(crate) days: Span,
    pub(crate) from: Place,
    pub(crate) until: Place,
    /// Where, within the picture, it comes to an end that lies ahead.
    pub(crate) ends_at: Option<Place>,
}

/// The days of a criterion, or of all of them, and what they would be if some facts were others.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Lines<'a> {
    /// As they are.
    pub(crate) holds: &'a Timeline,
    /// With claims verified.
    pub(crate) verified: Option<&'a Timeline>,
    /// Without bookings.
    pub(crate) unbooked: Option<&'a Timeline>,
    /// Without waivers.
    pub(crate) unwaived: Option<&'a Timeline>,
    /// From when nobody can tell, if so.
    pub(crate) unknown_from: Option<Day>,
    /// From when it would hold if its step were started now, if there is one.
    pub(crate) planned_from: Option<Day>,
}

impl<'a> Lines<'a> {
    /// Days that rest on nothing.
    pub(crate) fn new(holds: &'a Timeline) -> Lines<'a> {
        Lines { holds, verified: None, unbooked: None, unwaived: None, unknown_from: None, planned_from: None }
    }

    /// Of everything that a track asks.
    pub(crate) fn of_track(assessment: &'a Assessment, supposed: &'a Supposed) -> Lines<'a> {
        let of = |other: &'a Option<Assessment>| other.as_ref().map(|other| &other.timeline);
        let decision = &assessment.decision;
        // What hangs on claims alone is drawn as such.
        let hangs_on_more = decision.status == Status::CannotTell && decision.earliest_on_if_verified.is_none();
        Lines {
            verified: of(&supposed.verified),
            unbooked: of(&supposed.unbooked),
            unwaived: of(&supposed.unwaived),
            unknown_from: decision.earliest_on_if_known.filter(|_| hangs_on_more),
            ..Lines::new(&assessment.timeline)
        }
    }

    /// Of one criterion of it.
    pub(crate) fn of_criterion(assessment: &'a Assessment, supposed: &'a Supposed, finding: &'a Finding) -> Lines<'a> {
        let of = |other: &'a Option<Assessment>| {
            let same = other.as_ref()?.findings.iter().find(|other| other.path == finding.path);
            same.map(|other| &other.timeline)
        };
        let is_unknown = finding.state.is_unknown() && finding.state != State::Unverified;
        let action = assessment.plan.actions.iter().find(|action| action.path == finding.path);
        let action = action.filter(|_| finding.state == State::Unmet);
        Lines {
            verified: of(&supposed.verified),
            unbooked: of(&supposed.unbooked),
            unwaived: of(&supposed.unwaived),
            unknown_from: is_unknown.then_some(assessment.as_of),
            planned_from: action.map(|action| assessment.as_of.plus_days(action.lead_days as i32)),
            ..Lines::new(&finding.timeline)
        }
    }

    /// What is drawn of them, in order of the days within each look.
    pub(crate) fn bars(&self, window: Window, as_of: Day) -> Vec<Bar> {
        let ahead = Timeline::from_iter(Span::since(as_of));
        // What is left over where a line of other facts is taken away rests on those facts.
        let rests = |days: &Timeline, other: Option<&Timeline>| match other {
            Some(other) => (days.and(other), days.without(other)),
            None => (days.clone(), Timeline::NEVER),
        };
        let (own, waived) = rests(self.holds, self.unwaived);
        let (past, own) = (own.without(&ahead), own.and(&ahead));
        let (own, booked) = rests(&own, self.unbooked);
        let holds_on = own.span_on(as_of);
        let looks = own.spans().iter().map(|span| {
            let look = if Some(*span) == holds_on { Look::Holds } else { Look::Will };
            (look, *span)
        });
        let claimed = self.verified.map_or(Timeline::NEVER, |verified| verified.without(self.holds));
        let each = |look: Look, days: Timeline| {
            let spans: Vec<Span> = days.spans().to_vec();
            spans.into_iter().map(move |span| (look, span))
        };
        let from = |look: Look, day: Option<Day>| day.and_then(Span::since).map(|span| (look, span));
        each(Look::Held, past)
            .chain(looks)
            .chain(each(Look::Booked, booked))
            .chain(each(Look::Waived, waived))
            .chain(each(Look::Claimed, claimed))
            .chain(from(Look::Unknown, self.unknown_from))
            .chain(from(Look::Planned, self.planned_from))
            .filter_map(|(look, days)| bar(window, as_of, look, days))
            .collect()
    }
}

fn bar(window: Window, as_of: Day, look: Look, days: Span) -> Option<Bar> {
    days.and(Span::new(window.first, window.last)?)?;
    let (from, until) = (window.place(days.from), window.place(days.until));
    let ends = days.until > as_of && look != Look::Held && days.until < window.last;
    Some(Bar { look, days, from, until, ends_at: ends.then_some(until) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn days(spans: &[(&str, &str)]) -> Timeline {
        let until = |text: &str| if text.is_empty() { Day::FOREVER } else { day(text) };
        spans.iter().filter_map(|(from, to)| Span::new(day(from), until(to))).collect()
    }

    const TODAY: &str = "2026-11-22";

    fn window() -> Window {
        Window::around(day(TODAY), [])
    }

    fn looks(lines: &Lines<'_>) -> Vec<(Look, String, String)> {
        let bars = lines.bars(window(), day(TODAY));
        bars.iter().map(|bar| (bar.look, bar.days.from.to_string(), bar.days.until.to_string())).collect()
    }

    fn look(look: Look, from: &str, until: &str) -> (Look, String, String) {
        (look, from.to_owned(), if until.is_empty() { "forever".to_owned() } else { until.to_owned() })
    }

    #[test]
    fn a_window_begins_and_ends_with_a_quarter_and_holds_what_matters() {
        assert_eq!(window(), Window { first: day("2026-01-01"), last: day("2028-01-01") });
        let wide = Window::around(day(TODAY), [day("2029-08-14"), day("2099-01-01")]);
        assert_eq!(wide.last, day("2029-10-01"), "what is out of reach does not stretch it");
        let early = Window::around(day("2026-01-31"), [day("2026-03-01")]);
        assert_eq!(early, Window { first: day("2025-04-01"), last: day("2027-04-01") });
    }

    #[test]
    fn places_are_fractions_of_the_days_of_the_window() {
        assert_eq!(window().place(day("2026-01-01")).to_string(), "0.00%");
        assert_eq!(window().place(day("2027-01-01")).to_string(), "50.00%");
        assert_eq!(window().place(day(TODAY)).to_string(), "44.52%");
        assert_eq!(window().place(Day::FOREVER).to_string(), "101.00%", "beside the picture, where no edge is seen");
        assert_eq!(window().place(day("2020-01-01")).to_string(), "-1.00%");
    }

    #[test]
    fn quarters_are_named_while_there_is_room_for_their_names() {
        let names: Vec<Name> = window().ticks().iter().map(|tick| tick.name).collect();
        let quarters = [Name::Month(4), Name::Month(7), Name::Month(10)];
        let years = [[Name::Year(2026)], [Name::Year(2027)]];
        assert_eq!(names, [&years[0], &quarters[..], &years[1], &quarters[..]].concat());
        let long = Window::around(day(TODAY), [day("2030-01-01")]).ticks();
        assert_eq!(long.len(), 17);
        assert!(long.iter().all(|tick| !matches!(tick.name, Name::Month(_))));
    }

    #[test]
    fn what_has_been_is_told_apart_from_what_is_to_come() {
        let holds = days(&[("2024-02-01", "2024-03-01"), ("2026-03-22", "2027-03-01"), ("2027-05-01", "")]);
        let expected = [
            look(Look::Held, "2026-03-22", TODAY),
            look(Look::Holds, TODAY, "2027-03-01"),
            look(Look::Will, "2027-05-01", ""),
        ];
        assert_eq!(looks(&Lines::new(&holds)), expected, "what was long ago is out of sight");
        let bars = Lines::new(&holds).bars(window(), day(TODAY));
        let ends: Vec<bool> = bars.iter().map(|bar| bar.ends_at.is_some()).collect();
        assert_eq!(ends, [false, true, false]);
    }

    #[test]
    fn what_rests_on_a_booking_a_waiver_or_a_claim_is_told_apart() {
        let never = Timeline::NEVER;
        let booked = days(&[("2026-12-13", "")]);
        let lines = Lines { unbooked: Some(&never), ..Lines::new(&booked) };
        assert_eq!(looks(&lines), [look(Look::Booked, "2026-12-13", "")]);
        let waived = days(&[("2026-10-01", "2027-01-21")]);
        let before = days(&[("2026-10-01", "2026-10-23")]);
        let lines = Lines { unwaived: Some(&before), ..Lines::new(&waived) };
        let expected = [look(Look::Held, "2026-10-01", "2026-10-23"), look(Look::Waived, "2026-10-23", "2027-01-21")];
        assert_eq!(looks(&lines), expected);
        let verified = days(&[("2026-11-10", "")]);
        let lines = Lines { verified: Some(&verified), ..Lines::new(&never) };
        assert_eq!(looks(&lines), [look(Look::Claimed, "2026-11-10", "")]);
    }

    #[test]
    fn the_bars_that_count_are_the_days_of_the_line_and_no_others() {
        let lines: Vec<Timeline> = (0..40)
            .map(|seed| {
                let spans = (0..4).map(|at| {
                    let from = day("2026-02-01").plus_days((seed * 37 + at * 173) % 600);
                    Span { from, until: from.plus_days(1 + (seed * 53 + at * 29) % 120) }
                });
                spans.collect()
            })
            .collect();
        for (at, holds) in lines.iter().enumerate() {
            let (less, lesser) = (holds.and(&lines[(at + 1) % 40]), holds.and(&lines[(at + 2) % 40]));
            let drawn = Lines { unbooked: Some(&less), unwaived: Some(&lesser), ..Lines::new(holds) };
            let bars = drawn.bars(window(), day(TODAY));
            let counted: Timeline = bars.iter().filter(|bar| bar.look.counts()).map(|bar| bar.days).collect();
            assert_eq!(counted, *holds);
            let sum: i32 = bars.iter().map(|bar| bar.days.from.days_until(bar.days.until)).sum();
            let days: i32 = holds.spans().iter().map(|span| span.from.days_until(span.until)).sum();
            assert_eq!(sum, days, "no day is drawn twice");
        }
    }
}
