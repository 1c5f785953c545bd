//! One person on one day: employed or not, in which job, for how long, how many days on leave.

use rules::{Catalogue, CertificationRule, Clock, Criterion, Day, Employment, Facts, JobId, Rule, Track, TrackId};

use super::days::{Days, Horizon};
use super::{Fault, Question, known};

/// What is known of a person on `as_of`.
pub(crate) struct Person<'a> {
    pub(crate) facts: Facts,
    pub(crate) catalogue: &'a Catalogue,
    pub(crate) track: TrackId,
    pub(crate) as_of: Day,
    pub(crate) fault: Option<Fault>,
    pub(crate) horizon: Horizon,
    /// `E`.
    employed: Days,
    /// Each day that lies in a leave that does not count, once.
    away: Vec<Day>,
}

impl<'a> Person<'a> {
    /// None where no employment has begun.
    pub(crate) fn known(question: Question<'a>) -> Option<Person<'a>> {
        let Question { ladder, facts, track, as_of, fault } = question;
        let facts = if fault == Some(Fault::FutureIsKnown) { facts.clone() } else { known::known_on(facts, as_of) };
        let first_hire = facts.employments.iter().map(|row| row.hired_on).min()?;
        let away = days_away(&facts, as_of, fault);
        let last = facts_end(&facts, as_of)
            .plus_months(longest(&ladder.catalogue, ladder.track(track)))
            .plus_days(away.len() as i32 + 62);
        let horizon = Horizon { first: first_hire.previous(), last };
        let employed = horizon.on_which(|day| facts.employments.iter().any(|row| spans(row, day)));
        Some(Person { facts, catalogue: &ladder.catalogue, track, as_of, fault, horizon, employed, away })
    }

    pub(crate) fn makes(&self, fault: Fault) -> bool {
        self.fault == Some(fault)
    }

    /// Whether the day is in `E`.
    pub(crate) fn is_employed(&self, day: Day) -> bool {
        self.employed.hold_on(day)
    }

    /// The span of employment that contains the day.
    pub(crate) fn employment_on(&self, day: Day) -> Option<Employment> {
        let mut span = self.facts.employments.iter().copied().find(|row| spans(row, day))?;
        if self.makes(Fault::TouchingSpansMerge) {
            while let Some(before) = self.facts.employments.iter().find(|row| touches(row, &span)) {
                span.hired_on = before.hired_on;
            }
        }
        Some(span)
    }

    /// The job held on the day: assignments are cut to `E`.
    pub(crate) fn job_on(&self, day: Day) -> Option<JobId> {
        if !self.is_employed(day) && !self.makes(Fault::GapDoesNotBreakTheChain) {
            return None;
        }
        let holds = |first: Day, last: Option<Day>| first <= day && last.is_none_or(|last| day <= last);
        self.facts.assignments.iter().find(|row| holds(row.started_on, row.ended_on)).map(|row| row.job)
    }

    /// From when the clock counts on the day; none where not employed.
    pub(crate) fn clock_start(&self, clock: Clock, day: Day) -> Option<Day> {
        let span = self.employment_on(day)?;
        let hired_on = if self.makes(Fault::RehireKeepsTenure) {
            self.facts.employments.iter().map(|row| row.hired_on).min()?
        } else {
            span.hired_on
        };
        match clock {
            Clock::ServiceDate => Some(self.facts.service_date.unwrap_or(hired_on)),
            Clock::HiredOn => Some(hired_on),
        }
    }

    /// For each day of the horizon: since when the person has been, unbroken, in such jobs.
    pub(crate) fn chain_starts(&self, jobs: Option<&[JobId]>) -> Vec<Option<Day>> {
        let is_such = |job: JobId, on_the_day: JobId| jobs.map_or(job == on_the_day, |jobs| jobs.contains(&job));
        let mut starts: Vec<Option<Day>> = Vec::new();
        for day in self.horizon.days() {
            let start = self.job_on(day).filter(|job| is_such(*job, *job)).map(|job| {
                let the_day_before = starts.last().copied().flatten();
                let unbroken = self.job_on(day.previous()).is_some_and(|before| is_such(before, job));
                the_day_before.filter(|_| unbroken).unwrap_or(day)
            });
            starts.push(start);
        }
        starts
    }

    /// `L(d)`: the days before d, from s on, that lie in leaves that do not count.
    pub(crate) fn leave_days(&self, s: Day, d: Day) -> i32 {
        let before = |limit: Day| self.away.partition_point(|day| *day < limit) as i32;
        (before(d) - before(s)).max(0)
    }

    /// `add_months`.
    pub(crate) fn add_months(&self, day: Day, months: u32) -> Day {
        if !self.makes(Fault::MonthsAreNotClamped) {
            return day.plus_months(months);
        }
        let (_, _, day_of_month) = day.ymd();
        day.month().plus(months as i32).first_day().plus_days(day_of_month as i32 - 1)
    }

    /// The first day after a last day.
    pub(crate) fn after(&self, last_day: Day) -> Day {
        if self.makes(Fault::ExpiryIsExclusive) { last_day } else { last_day.next() }
    }
}

fn spans(row: &Employment, day: Day) -> bool {
    row.hired_on <= day && row.left_on.is_none_or(|left_on| day <= left_on)
}

fn touches(before: &Employment, span: &Employment) -> bool {
    before.left_on.is_some_and(|left_on| left_on.next() == span.hired_on)
}

fn days_away(facts: &Facts, as_of: Day, fault: Option<Fault>) -> Vec<Day> {
    let mut days = Vec::new();
    for leave in facts.leaves.iter().filter(|leave| !leave.counts_toward_tenure) {
        let open_until = if fault == Some(Fault::OpenLeaveGoesOn) { as_of.plus_days(100) } else { as_of };
        let last = leave.ended_on.unwrap_or(open_until);
        days.extend((0..=leave.started_on.days_until(last)).map(|offset| leave.started_on.plus_days(offset)));
    }
    days.sort();
    if fault != Some(Fault::LeaveDaysCountTwice) {
        days.dedup();
    }
    days
}

/// The latest day that any fact names, or `as_of`.
fn facts_end(facts: &Facts, as_of: Day) -> Day {
    let mut days = vec![as_of];
    days.extend(facts.service_date);
    days.extend(facts.employments.iter().flat_map(|row| [Some(row.hired_on), row.left_on]).flatten());
    days.extend(facts.assignments.iter().flat_map(|row| [Some(row.started_on), row.ended_on]).flatten());
    days.extend(facts.leaves.iter().filter_map(|row| row.ended_on));
    days.extend(facts.credentials.iter().filter_map(|row| row.expires_on));
    days.extend(facts.proficiencies.iter().filter_map(|row| row.expires_on));
    days.extend(facts.trainings.iter().filter_map(|row| row.status.day()));
    days.extend(facts.waivers.iter().map(|row| row.until_on));
    days.into_iter().max().unwrap_or(as_of)
}

/// The most months that anything in the track or catalogue counts.
fn longest(catalogue: &Catalogue, track: &Track) -> u32 {
    fn of(criterion: &Criterion) -> u32 {
        let own = match &criterion.rule {
            Rule::Tenure { months, .. } | Rule::TimeInJob { months, .. } | Rule::ClearConduct { months } => *months,
            Rule::Training(rule) => rule.within_months.unwrap_or(0),
            Rule::Activity { within_months, .. } => within_months.unwrap_or(0),
            Rule::Certification(CertificationRule::AnyOf(_) | CertificationRule::Family { .. })
            | Rule::Language(_)
            | Rule::Metric(_)
            | Rule::Rating { .. }
            | Rule::Skill { .. }
            | Rule::Employment { .. }
            | Rule::All(_)
            | Rule::Any(_)
            | Rule::AtLeast { .. } => 0,
        };
        criterion.rule.parts().iter().map(of).max().unwrap_or(0).max(own)
    }
    let asked = track.versions.iter().flat_map(|version| &version.criteria).map(of).max().unwrap_or(0);
    let valid = catalogue.certifications.iter().filter_map(|one| one.validity_months).max().unwrap_or(0);
    asked.max(valid)
}
