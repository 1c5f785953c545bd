//! Section 6: how long it takes to do something about a leaf, and what it is.

use rules::{CourseId, Day, LanguageRule, LanguageTag, Level, MetricRule, Month, Rule, Step, TrainingRule};

use super::kinds::{Claims, credentials, languages, metrics, records, trainings};
use super::person::Person;

/// What takes a certification or course that does not say how long.
const UNSAID: u32 = 30;
/// A language from nothing, a level of it, and a fresh assessment of what was there.
const LANGUAGE: u32 = 540;
const LEVEL: u32 = 180;
const FRESH_ASSESSMENT: u32 = 30;

/// The lead in days from `as_of`, and the step; none where nobody can hurry it.
pub(crate) fn lead(person: &Person<'_>, rule: &Rule) -> Option<(u32, Step)> {
    match rule {
        Rule::Certification(rule) => {
            let lead = |id: &_| person.catalogue.certification(*id).lead_days.unwrap_or(UNSAID);
            let mut any_of = credentials::would_do(person, rule);
            any_of.sort_by_key(lead);
            let quickest = any_of.first().map(lead)?;
            Some((quickest, Step::Certification { any_of }))
        }
        Rule::Training(rule) => Some(training(person, rule)),
        Rule::Language(rule) => language(person, rule),
        Rule::Metric(rule) => {
            let last = person.as_of.month().plus(rule.months as i32);
            let closed = metrics::closing_day(person, rule.metric, last);
            Some((person.as_of.days_until(closed) as u32, Step::Metric))
        }
        Rule::Rating { .. } => Some((180, Step::Rating)),
        Rule::Skill { .. } => Some((30, Step::Skill)),
        Rule::Activity { activity, count, within_months } => {
            let on = |day| records::activity_count(person, *activity, *within_months, day);
            let throughout = from_now_on(person).map(on).min().unwrap_or(0);
            let missing = u64::from(*count).saturating_sub(throughout);
            Some((7 * missing as u32, Step::Activity { missing }))
        }
        Rule::Tenure { .. }
        | Rule::TimeInJob { .. }
        | Rule::ClearConduct { .. }
        | Rule::Employment { .. }
        | Rule::All(_)
        | Rule::Any(_)
        | Rule::AtLeast { .. } => None,
    }
}

/// The last day to start so as to have it on that day.
pub(crate) fn start_by(person: &Person<'_>, rule: &Rule, lead_days: u32, eligible_on: Day) -> Day {
    match rule {
        Rule::Metric(rule) => latest_month_before(person, rule, eligible_on).last_day(),
        _ => eligible_on.plus_days(-(lead_days as i32)),
    }
}

/// The latest month after which as many whole months as are asked are closed on that day.
fn latest_month_before(person: &Person<'_>, rule: &MetricRule, day: Day) -> Month {
    let mut month = day.month();
    while !metrics::is_closed(person, rule.metric, month.plus(rule.months as i32), day) {
        month = month.plus(-1);
    }
    month
}

/// Every day from `as_of` on, cut to `E`, up to where nothing changes any more.
pub(crate) fn from_now_on(person: &Person<'_>) -> impl Iterator<Item = Day> {
    person.horizon.days().filter(|day| *day >= person.as_of && person.is_employed(*day))
}

fn training(person: &Person<'_>, rule: &TrainingRule) -> (u32, Step) {
    let is_missing = |course: &CourseId| from_now_on(person).any(|day| !trainings::done(person, rule, *course, day));
    let lead = |course: &CourseId| person.catalogue.course(*course).lead_days.unwrap_or(UNSAID);
    let all_of: Vec<CourseId> = rule.all_of.iter().copied().filter(is_missing).collect();
    let mut any_of = if rule.any_of.iter().all(is_missing) { rule.any_of.clone() } else { Vec::new() };
    any_of.sort_by_key(lead);
    let longest = all_of.iter().map(lead).max().unwrap_or(0);
    let smallest = any_of.iter().map(lead).min().unwrap_or(0);
    (longest.max(smallest), Step::Training { all_of, any_of })
}

fn language(person: &Person<'_>, rule: &LanguageRule) -> Option<(u32, Step)> {
    let level = |language: &LanguageTag, day| languages::level_on(person, language, Claims::Ignored, day);
    let throughout =
        |language: &LanguageTag| from_now_on(person).all(|day| level(language, day) >= Some(rule.at_least));
    let lead = |language: &LanguageTag| match level(language, person.as_of) {
        None => LANGUAGE,
        Some(level) if level >= rule.at_least => FRESH_ASSESSMENT,
        Some(level) => LANGUAGE.min(LEVEL * (height(rule.at_least) - height(level))),
    };
    let there = languages::languages_of(person, rule).iter().filter(|one| throughout(one)).count();
    let needed = (rule.count as usize).saturating_sub(there);
    let candidates: Vec<LanguageTag> = match &rule.of {
        Some(of) => of.iter().filter(|one| languages::counts(rule, one)).cloned().collect(),
        None => languages::languages_of(person, rule).into_iter().collect(),
    };
    let mut leads: Vec<u32> = candidates.iter().filter(|one| !throughout(one)).map(lead).collect();
    if rule.of.is_none() {
        leads.extend(vec![LANGUAGE; needed]);
    }
    leads.sort();
    leads.truncate(needed);
    let longest = if leads.len() == needed { leads.last().copied() } else { None };
    longest.map(|longest| (longest, Step::Language { count: needed as u32, nearest: Vec::new() }))
}

fn height(level: Level) -> u32 {
    Level::ALL.iter().position(|one| *one == level).unwrap_or(0) as u32
}
