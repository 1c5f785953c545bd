//! One person's facts as they were known on a day: section 2 of the rules, worked out once for all tracks.

use std::ops::Range;

use smallvec::SmallVec;

use crate::day::{Day, Month};
use crate::facts::{EmploymentKind, Facts, MonthlyResult, Standing, TrainingStatus};
use crate::ladder::{JobId, MetricId, TrackId};
use crate::scenario::Horizon;
use crate::timeline::{Span, Timeline};

/// What had happened by `as_of`, and what of it reaches ahead.
pub(crate) struct Known<'a> {
    /// Everything on record; rows dated later than `as_of` are for the leaves to pass over, see [`Known::had_begun`].
    pub(crate) facts: &'a Facts,
    /// The day from which the forecast begins.
    pub(crate) as_of: Day,
    /// How far ahead of it something is assumed.
    pub(crate) horizon: Horizon,
    /// The spans of employment, each by itself.
    pub(crate) employments: SmallVec<[Employed; 2]>,
    /// `E`: all days of employment.
    pub(crate) employed: Timeline,
    /// The jobs held, cut to `E`, in order.
    pub(crate) held: SmallVec<[Held; 4]>,
    /// The days of leave that do not count toward tenure.
    pub(crate) uncounted: Timeline,
    /// The month of `as_of`, and its day of that month.
    as_of_month: (Month, u32),
    /// Where each metric's values are among the results.
    results: SmallVec<[(MetricId, Range<usize>); 12]>,
    /// The first day after `as_of` on which more is known, or is no longer ahead, whatever the track.
    pub(crate) next_fact_on: Option<Day>,
}

/// A span of employment.
#[derive(Clone, Copy)]
pub(crate) struct Employed {
    pub(crate) span: Span,
    pub(crate) kind: EmploymentKind,
}

/// A job held on the days of a span.
#[derive(Clone, Copy)]
pub(crate) struct Held {
    pub(crate) job: JobId,
    pub(crate) span: Span,
}

impl<'a> Known<'a> {
    /// `None` where none of the person's employments has begun: no assessment.
    pub(crate) fn on(as_of: Day, facts: &'a Facts) -> Option<Known<'a>> {
        Known::ahead(as_of, facts, Horizon::none(as_of))
    }

    /// The same where facts that begin up to a horizon are assumed.
    pub(crate) fn ahead(as_of: Day, facts: &'a Facts, horizon: Horizon) -> Option<Known<'a>> {
        let employments: SmallVec<[Employed; 2]> = facts
            .employments
            .iter()
            .filter(|row| row.hired_on <= as_of)
            .filter_map(|row| {
                let span = Span::through(row.hired_on, happened(row.left_on, as_of))?;
                Some(Employed { span, kind: row.kind })
            })
            .collect();
        if employments.is_empty() {
            return None;
        }
        let employed: Timeline = employments.iter().map(|employment| employment.span).collect();
        let held = facts
            .assignments
            .iter()
            .filter(|row| row.started_on <= as_of)
            .filter_map(|row| Some((row.job, Span::through(row.started_on, happened(row.ended_on, as_of))?)))
            .flat_map(|(job, span)| {
                employed.spans().iter().filter_map(move |days| span.and(*days)).map(move |span| Held { job, span })
            })
            .collect();
        let uncounted = facts
            .leaves
            .iter()
            .filter(|row| !row.counts_toward_tenure && row.started_on <= horizon.until)
            .filter_map(|row| Span::through(row.started_on, Some(row.ended_on.unwrap_or(as_of))))
            .collect();
        let mut results: SmallVec<[(MetricId, Range<usize>); 12]> = SmallVec::new();
        for of_metric in facts.results.chunk_by(|a, b| a.metric == b.metric) {
            let from = results.last().map_or(0, |(_, rows)| rows.end);
            results.extend(of_metric.first().map(|row| (row.metric, from..from + of_metric.len())));
        }
        let as_of_month = (as_of.month(), as_of.ymd().2);
        let next_fact_on = next_fact_on(facts, as_of);
        Some(Known {
            facts,
            as_of,
            horizon,
            employments,
            employed,
            held,
            uncounted,
            as_of_month,
            results,
            next_fact_on,
        })
    }

    /// Whether something of that date had happened by `as_of`, or is assumed.
    pub(crate) fn had_begun(&self, day: Day) -> bool {
        day <= self.horizon.until
    }

    /// The date of an end, if it had come by `as_of`; a later one is read as empty.
    pub(crate) fn happened(&self, end: Option<Day>) -> Option<Day> {
        happened(end, self.as_of)
    }

    /// The employment that contains `as_of`.
    pub(crate) fn current_employment(&self) -> Option<Employed> {
        self.employments.iter().copied().find(|employment| employment.span.contains(self.as_of))
    }

    /// Whether the person is employed on `as_of`.
    pub(crate) fn is_employed(&self) -> bool {
        self.employed.contains(self.as_of)
    }

    /// Whether something of a track is, or was, waived for the person.
    pub(crate) fn has_waivers(&self, track: TrackId) -> bool {
        self.facts.waivers.iter().any(|row| row.track == track && self.had_begun(row.from_on))
    }

    /// Every value of a metric, oldest first.
    pub(crate) fn results_of(&self, metric: MetricId) -> &'a [MonthlyResult] {
        let rows = self.results.iter().find(|(of, _)| *of == metric).map(|(_, rows)| rows.clone());
        rows.map_or(&[], |rows| &self.facts.results[rows])
    }

    /// The month of the day so many days before `as_of`.
    pub(crate) fn month_before(&self, days: i32) -> Month {
        let (month, day) = self.as_of_month;
        // Mostly it is the same month, and nothing needs counting.
        if (0..day as i32).contains(&days) { month } else { self.as_of.plus_days(-days).month() }
    }

    /// All days from `as_of` on, cut to `E`.
    pub(crate) fn days_ahead(&self) -> Timeline {
        self.employed_since(self.as_of)
    }

    /// All days from that one on, cut to `E`.
    pub(crate) fn employed_since(&self, day: Day) -> Timeline {
        self.employed.and(&Span::since(day).into_iter().collect())
    }

    /// The first day `d` with `add_months(s, months) + L(d) <= d`: once there, it stays so.
    pub(crate) fn service_reached_on(&self, s: Day, months: u32) -> Day {
        let mut needed = s.days_until(s.plus_months(months));
        let mut from = s;
        for leave in self.uncounted.spans().iter().filter(|leave| leave.until > s) {
            let counted = from.days_until(leave.from.max(from));
            if needed <= counted {
                break;
            }
            needed -= counted;
            from = leave.until;
        }
        from.plus_days(needed)
    }

    /// `L(d)`: the days from `s` on, before `d`, that lie in leaves that do not count.
    pub(crate) fn leave_days(&self, s: Day, d: Day) -> i32 {
        let Some(service) = Span::new(s, d) else { return 0 };
        self.uncounted
            .spans()
            .iter()
            .filter_map(|leave| leave.and(service))
            .map(|days| days.from.days_until(days.until))
            .sum()
    }
}

fn happened(end: Option<Day>, as_of: Day) -> Option<Day> {
    end.filter(|day| *day <= as_of)
}

/// Of section 5's list for `stale_on`, what depends on the person alone: every date after `as_of` that section 2
/// ignores or reads as empty, bookings, and the end that a running leave without one is taken to have.
fn next_fact_on(facts: &Facts, as_of: Day) -> Option<Day> {
    let mut next = None;
    let mut see = |day: Option<Day>| {
        if let Some(day) = day.filter(|day| *day > as_of) {
            next = Some(next.map_or(day, |earlier: Day| earlier.min(day)));
        }
    };
    for row in &facts.employments {
        see(Some(row.hired_on));
        see(row.left_on);
    }
    for row in &facts.assignments {
        see(Some(row.started_on));
        see(row.ended_on);
    }
    for row in &facts.leaves {
        see(Some(row.started_on));
        if row.started_on <= as_of && row.ended_on.is_none() && !row.counts_toward_tenure {
            see(Some(as_of.next()));
        }
    }
    for row in &facts.credentials {
        see(Some(row.issued_on));
        match row.standing {
            Standing::RevokedOn(day) => see(Some(day)),
            Standing::Verified | Standing::Claimed => {}
        }
    }
    for row in &facts.trainings {
        match row.status {
            TrainingStatus::CompletedOn(day) | TrainingStatus::PlannedOn(day) => see(Some(day)),
            TrainingStatus::Withdrawn(_) => {}
        }
    }
    facts.proficiencies.iter().for_each(|row| see(Some(row.assessed_on)));
    facts.reviews.iter().for_each(|row| see(Some(row.reviewed_on)));
    facts.skills.iter().for_each(|row| see(Some(row.assessed_on)));
    facts.activities.iter().for_each(|row| see(Some(row.occurred_on)));
    for row in &facts.conduct {
        see(Some(row.issued_on));
        see(row.closed_on);
    }
    facts.waivers.iter().for_each(|row| see(Some(row.from_on)));
    next
}
