//! A plan is the least that it takes, and nothing in it can wait.

use rules::{Action, Assessment, Criterion, Day, Kind, Path, Rule};

use crate::agreement::explained;
use crate::generate::{Case, TRACK, cases};
use crate::naive::{Start, first_day_with};
use crate::trial::Trial;

/// The track's first day, asked of the judge, where these leaves hold from these days on.
fn first_day(case: &Case, assessment: &Assessment, starts: &[Start]) -> Option<Day> {
    first_day_with(case.question(), assessment.criteria_effective_from, starts)
}

/// What an action does when it is begun on the last day to start.
fn finished(actions: &[Action], eligible_on: Day) -> Vec<Start> {
    actions.iter().map(|action| Start { path: action.path.clone(), from: eligible_on }).collect()
}

#[test]
fn nothing_of_a_plan_can_be_left_out() {
    Trial::new("plans without idle actions").hold(&cases(), |case| {
        let Some(assessment) = explained(case) else { return Vec::new() };
        let plan = &assessment.plan;
        let Some(eligible_on) = plan.eligible_on else { return Vec::new() };
        let mut wrong = Vec::new();
        let all = finished(&plan.actions, eligible_on);
        if first_day(case, &assessment, &all) != Some(eligible_on) {
            wrong.push(format!("the plan does not reach {eligible_on}"));
        }
        for left_out in &plan.actions {
            let others: Vec<_> = all.iter().filter(|start| start.path != left_out.path).cloned().collect();
            if first_day(case, &assessment, &others) == Some(eligible_on) {
                wrong.push(format!("{} changes nothing", left_out.path));
            }
        }
        wrong
    });
}

#[test]
fn no_action_of_a_plan_can_start_a_day_later() {
    Trial::new("plans that cannot wait").hold(&cases(), |case| {
        let Some(assessment) = explained(case) else { return Vec::new() };
        let plan = &assessment.plan;
        let Some(eligible_on) = plan.eligible_on else { return Vec::new() };
        let mut wrong = Vec::new();
        for action in &plan.actions {
            let lead = action.lead_days as i32;
            let (in_time, late) = if action.kind == Kind::Metric {
                let done = |start: Day| closed_after(case, &assessment, &action.path, start);
                (done(action.start_by), done(action.start_by.next()))
            } else {
                (action.start_by.plus_days(lead), action.start_by.next().plus_days(lead))
            };
            if in_time > eligible_on || late <= eligible_on {
                wrong.push(format!("{} by {}: {in_time}, a day later: {late}", action.path, action.start_by));
            }
            if action.start_by < case.as_of && action.kind != Kind::Metric {
                wrong.push(format!("{} should have been started before today", action.path));
            }
            let mut starts = finished(&plan.actions, eligible_on);
            starts.retain(|start| start.path != action.path);
            starts.push(Start { path: action.path.clone(), from: late });
            if first_day(case, &assessment, &starts) == Some(eligible_on) {
                wrong.push(format!("{} can start a day later", action.path));
            }
        }
        wrong
    });
}

/// The day on which the months after the month of `start` are closed, as many as the metric at that path asks;
/// whoever starts on a month's last day begins with the next one.
fn closed_after(case: &Case, assessment: &Assessment, path: &Path, start: Day) -> Day {
    let versions = &case.ladder.track(TRACK).versions;
    let version = versions.iter().find(|one| one.effective_from == assessment.criteria_effective_from);
    let Some(Rule::Metric(rule)) = version.and_then(|version| rule_at(&version.criteria, path.positions())) else {
        panic!("{path} is no metric");
    };
    let last = start.month().plus(rule.months as i32);
    let closes_after = case.ladder.catalogue.metric(rule.metric).closes_after_days;
    last.last_day().plus_days(closes_after as i32 + 1)
}

fn rule_at<'a>(criteria: &'a [Criterion], positions: &[u16]) -> Option<&'a Rule> {
    let (first, rest) = positions.split_first()?;
    let rule = &criteria.get(usize::from(*first))?.rule;
    if rest.is_empty() { Some(rule) } else { rule_at(rule.parts(), rest) }
}

/// With up to six things to do, every choice among them can be tried: of those that reach the same day, the plan is
/// the one that does without the longest, then the next longest, and so on.
#[test]
fn the_plan_is_the_best_of_all_choices() {
    Trial::new("plans against all choices").hold(&cases(), |case| {
        let Some(assessment) = explained(case) else { return Vec::new() };
        let Some(eligible_on) = assessment.plan.eligible_on else { return Vec::new() };
        let mut candidates = crate::naive::candidates(case.question(), assessment.criteria_effective_from);
        candidates.sort_by(|a, b| (b.from, &b.path).cmp(&(a.from, &a.path)));
        if candidates.len() > 6 {
            return Vec::new();
        }
        let choice = |bits: u32| -> Vec<Start> {
            let longest_first = candidates.iter().enumerate();
            let chosen = longest_first.filter(|(at, _)| bits >> (candidates.len() - 1 - at) & 1 == 1);
            chosen.map(|(_, start)| start.clone()).collect()
        };
        let choices = (0..1 << candidates.len()).map(choice);
        let days = choices.map(|choice| (first_day(case, &assessment, &choice), choice));
        let mut reaching = days.filter(|(day, _)| *day == Some(eligible_on));
        let mut best: Vec<Path> = reaching.next().into_iter().flat_map(|(_, best)| best).map(|one| one.path).collect();
        best.sort();
        let got: Vec<Path> = assessment.plan.actions.iter().map(|action| action.path.clone()).collect();
        if best == got { Vec::new() } else { vec![format!("best of all choices: {best:?}, got {got:?}")] }
    });
}
