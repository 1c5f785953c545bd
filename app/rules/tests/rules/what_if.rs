//! What is assumed counts as if it were so, from its day on.

use std::cell::Cell;

use rules::{
    Assessment, Basis, Change, Credential, Day, Decimal, Engine, Facts, Ladder, Leave, MetricId, MonthlyResult,
    Proficiency, Rule, Span, Standing, Timeline, Training, TrainingStatus,
};

use crate::agreement::explained;
use crate::generate::{Case, TRACK, cases, cases_with_changes};
use crate::history::until;
use crate::trial::Trial;

fn supposed(case: &Case, changes: &[Change]) -> Option<Assessment> {
    let assumed = case.facts.assuming(changes, &case.ladder, case.as_of);
    Engine::new(&case.ladder).person_assuming(&assumed)?.explain(TRACK)
}

/// All of an assessment but what facts to come may move, and which facts are told of.
fn said(assessment: Option<Assessment>) -> Option<Assessment> {
    assessment.map(|mut assessment| {
        assessment.decision.stale_on = None;
        assessment
    })
}

fn unlike(plain: Option<Assessment>, supposed: Option<Assessment>) -> Vec<String> {
    let (plain, supposed) = (said(plain), said(supposed));
    if plain == supposed { Vec::new() } else { vec![format!("plain\n{plain:#?}\nsupposed\n{supposed:#?}")] }
}

/// The highest score that the ladder asks for anywhere.
fn full_marks(ladder: &Ladder) -> Option<Decimal> {
    fn asked(rule: &Rule) -> Option<Decimal> {
        match rule {
            Rule::Training(rule) => rule.min_score,
            _ => rule.parts().iter().filter_map(|part| asked(&part.rule)).max(),
        }
    }
    let criteria = ladder.tracks.iter().flat_map(|track| &track.versions).flat_map(|version| &version.criteria);
    criteria.filter_map(|criterion| asked(&criterion.rule)).max()
}

/// The facts with what was assumed on record: it has come true.
fn come_true(facts: &Facts, changes: &[Change], ladder: &Ladder) -> Facts {
    let mut facts = facts.clone();
    for change in changes.iter().cloned() {
        match change {
            Change::Certification { certification, issued_on } => {
                facts.credentials.retain(|row| row.certification != certification || row.issued_on != issued_on);
                let row = Credential { certification, issued_on, expires_on: None, standing: Standing::Verified };
                facts.credentials.push(row);
            }
            Change::Course { course, completed_on } => {
                let status = TrainingStatus::CompletedOn(completed_on);
                facts.trainings.push(Training { course, status, score: full_marks(ladder) });
            }
            Change::Language { language, level, assessed_on } => {
                facts.proficiencies.retain(|row| row.language != language || row.assessed_on != assessed_on);
                let basis = Basis::Verified;
                facts.proficiencies.push(Proficiency { language, level, assessed_on, expires_on: None, basis });
            }
            Change::Results { metric, first, last, value } => {
                facts.results.retain(|row| row.metric != metric || row.month < first || row.month > last);
                let mut month = first;
                while month <= last {
                    facts.results.push(MonthlyResult { metric, month, value, sample: None });
                    month = month.plus(1);
                }
            }
            Change::Leave { started_on, ended_on } => {
                facts.leaves.push(Leave { started_on, ended_on: Some(ended_on), counts_toward_tenure: false });
            }
        }
    }
    facts.sort();
    facts
}

/// The last day on which something that is assumed begins.
fn last_day(changes: &[Change], as_of: Day) -> Day {
    let day = |change: &Change| match change {
        Change::Certification { issued_on: day, .. }
        | Change::Course { completed_on: day, .. }
        | Change::Language { assessed_on: day, .. }
        | Change::Leave { ended_on: day, .. } => *day,
        Change::Results { last, .. } => last.last_day(),
    };
    changes.iter().map(day).fold(as_of, Day::max)
}

fn since(timeline: &Timeline, day: Day) -> Timeline {
    timeline.and(&Span::since(day).into_iter().collect())
}

#[test]
fn with_nothing_assumed_the_answer_is_the_plain_one() {
    Trial::new("nothing assumed").hold(&cases(), |case| unlike(explained(case), supposed(case, &[])));
}

#[test]
fn what_is_assumed_of_days_past_counts_as_if_it_were_on_record() {
    Trial::new("assumed of the past").hold(&cases_with_changes(20, 0), |(case, changes)| {
        let mut changes = changes.clone();
        // Months that are not closed, and leaves that go on, are ahead.
        let slowest = case.ladder.catalogue.metrics.iter().map(|metric| metric.closes_after_days).max();
        let settled = case.as_of.plus_days(-(slowest.unwrap_or(0) as i32) - 1);
        changes.retain(|change| last_day(std::slice::from_ref(change), Day::FIRST) <= settled);
        let facts = come_true(&case.facts, &changes, &case.ladder);
        let plain = explained(&Case { facts, ..case.clone() });
        let supposed = supposed(case, &changes);
        // Which score passes is told in the evidence, and is the judge's own guess here.
        let timelines = |assessment: Option<Assessment>| {
            assessment.map(|one| {
                let findings: Vec<_> = one.findings.iter().map(|one| (one.state, one.timeline.clone())).collect();
                (one.timeline, one.decision.status, findings)
            })
        };
        let (plain, supposed) = (timelines(plain), timelines(supposed));
        if plain == supposed { Vec::new() } else { vec![format!("plain {plain:#?}\nsupposed {supposed:#?}")] }
    });
}

/// The forecast of a scenario against the day itself: everything that was assumed has come true, and nothing else has
/// happened.
#[test]
fn the_forecast_of_what_is_assumed_is_what_the_day_itself_says() {
    let moved = Cell::new(0);
    Trial::new("assumed of days ahead").hold(&cases_with_changes(0, 14), |(case, changes)| {
        let (case, changes, the_day) = undisturbed(case, changes);
        let Some(forecast) = supposed(&case, &changes) else { return Vec::new() };
        let facts = come_true(&case.facts, &changes, &case.ladder);
        let engine = Engine::new(&case.ladder);
        let itself = engine.explain_under(&facts, TRACK, forecast.criteria_effective_from, the_day);
        let itself = itself.map(|itself| since(&itself.timeline, the_day));
        let without = supposed(&case, &[]).map(|without| since(&without.timeline, the_day));
        let forecast = Some(since(&forecast.timeline, the_day));
        moved.set(moved.get() + u32::from(forecast != without));
        if itself == forecast { Vec::new() } else { vec![format!("on {the_day} {itself:?}, forecast {forecast:?}")] }
    });
    // A trial in which nothing assumed ever mattered would hold as well.
    assert!(moved.get() > 20, "only {} scenarios changed an answer", moved.get());
}

/// A case in which nothing but the assumed happens until a day: nothing booked, no leave without an end, and every
/// metric has its months.
fn undisturbed(case: &Case, changes: &[Change]) -> (Case, Vec<Change>, Day) {
    let mut case = Case { facts: until(case), ..case.clone() };
    case.facts.trainings.retain(|row| !matches!(row.status, TrainingStatus::PlannedOn(_)));
    case.facts.leaves.retain(|row| row.ended_on.is_some());
    case.ladder.catalogue.metrics.iter_mut().for_each(|metric| metric.closes_after_days = 5);
    let mut changes = changes.to_vec();
    changes.retain(|change| !matches!(change, Change::Results { .. }));
    let first = case.as_of.month().plus(-1);
    let last = last_day(&changes, case.as_of).month();
    for (at, value) in (0..).zip([95, 80]).take(case.ladder.catalogue.metrics.len()) {
        changes.push(Change::Results { metric: MetricId(at), first, last, value: Decimal::from(value) });
    }
    (case, changes, last.last_day().plus_days(6))
}

/// What the browser is handed to ask what if.
#[test]
fn people_ladders_and_changes_read_as_they_were_written() {
    Trial::new("there and back").hold(&cases_with_changes(20, 14), |(case, changes)| {
        let handed = (&case.facts, &case.ladder, changes);
        let read: (Facts, Ladder, Vec<Change>) =
            serde_json::from_str(&serde_json::to_string(&handed).unwrap()).unwrap();
        if (&read.0, &read.1, &read.2) == handed { Vec::new() } else { vec![format!("{read:#?}")] }
    });
}
