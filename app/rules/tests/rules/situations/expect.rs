//! What a situation expects, against an answer.

use rules::{Day, NotApplicableReason, State, Status};
use toml::value::Datetime;

use super::read::{choice, day};
use super::text::{Expected, ExpectedPlan, Moment, NextVersion};
use crate::answer::{Answer, Judgement, Runs};

/// What is not as expected, a line each.
pub(super) fn unmet(expected: &Expected, answer: Option<&Answer>) -> Vec<String> {
    let mut wrong = Wrong(Vec::new());
    wrong.compare("assessed", &expected.assessed, answer.is_some());
    match answer {
        Some(answer) => wrong.answer(expected, answer),
        None if expected.assessed != Some(false) => wrong.0.push("there is no assessment".to_owned()),
        None => {}
    }
    wrong.0
}

struct Wrong(Vec<String>);

impl Wrong {
    fn compare<T: PartialEq + std::fmt::Debug>(&mut self, what: &str, expected: &Option<T>, got: T) {
        if let Some(expected) = expected
            && *expected != got
        {
            self.0.push(format!("{what}: expected {expected:?}, got {got:?}"));
        }
    }

    fn moment(&mut self, what: &str, expected: &Option<Moment>, got: Option<Day>) {
        self.compare(what, &expected.as_ref().map(moment), got);
    }

    fn answer(&mut self, expected: &Expected, answer: &Answer) {
        let got = &answer.decision;
        let status = expected.status.as_deref().map(|word| choice(word, Status::from_code));
        let reason = expected.reason.as_deref().map(|word| Some(choice(word, NotApplicableReason::from_code)));
        let judged_by = expected.criteria_effective_from.as_ref().map(day);
        self.compare("status", &status, got.status);
        self.compare("reason", &reason, got.reason);
        self.compare("criteria_effective_from", &judged_by, answer.criteria_effective_from);
        self.moment("eligible_since", &expected.eligible_since, got.eligible_since);
        self.moment("earliest_on", &expected.earliest_on, got.earliest_on);
        self.moment("earliest_on_if_verified", &expected.earliest_on_if_verified, got.earliest_on_if_verified);
        self.moment("earliest_on_if_known", &expected.earliest_on_if_known, got.earliest_on_if_known);
        self.moment("lapses_on", &expected.lapses_on, got.lapses_on);
        self.moment("next_change_on", &expected.next_change_on, got.next_change_on);
        self.moment("stale_on", &expected.stale_on, got.stale_on);
        self.compare("progress", &expected.progress.map(ten_thousandths), answer.progress.ten_thousandths());
        self.compare("binding", &expected.binding, answer.binding.iter().map(ToString::to_string).collect());
        self.compare("timeline", &expected.timeline.as_ref().map(|one| runs(one)), answer.timeline.clone());
        let next = got.next_version.map(|next| (next.effective_from, next.status, next.earliest_on));
        self.compare("next_version", &expected.next_version.as_ref().map(next_version), next);
        for (path, state) in &expected.states {
            let state = choice(state, State::from_code);
            self.compare(&format!("state of {path}"), &Some(state), finding(answer, path).state);
        }
        for (path, share) in &expected.progresses {
            let got = finding(answer, path).progress.ten_thousandths();
            self.compare(&format!("progress of {path}"), &Some(ten_thousandths(*share)), got);
        }
        for (path, timeline) in &expected.timelines {
            let got = finding(answer, path).timeline.clone();
            self.compare(&format!("timeline of {path}"), &Some(runs(timeline)), got);
        }
        if let Some(plan) = &expected.plan {
            self.plan(plan, answer);
        }
    }

    fn plan(&mut self, expected: &ExpectedPlan, answer: &Answer) {
        let got = &answer.plan;
        self.compare("plan eligible_on", &Some(moment(&expected.eligible_on)), got.eligible_on);
        let actions = expected.actions.iter().map(|one| (one.path.clone(), one.lead_days, day(&one.start_by)));
        let got_actions = got.actions.iter().map(|one| (one.path.to_string(), one.lead_days, one.start_by));
        self.compare("plan actions", &Some(actions.collect::<Vec<_>>()), got_actions.collect());
        let blocked_by = got.blocked_by.iter().map(ToString::to_string).collect::<Vec<_>>();
        self.compare("plan blocked_by", &Some(expected.blocked_by.clone()), blocked_by);
    }
}

fn finding<'a>(answer: &'a Answer, path: &str) -> &'a Judgement {
    let found = answer.findings.iter().find(|finding| finding.path.to_string() == path);
    found.unwrap_or_else(|| panic!("there is no criterion at {path}"))
}

fn moment(moment: &Moment) -> Option<Day> {
    match moment {
        Moment::On(date) => Some(day(date)),
        Moment::Not(word) if word == "never" || word == "none" => None,
        Moment::Not(word) => panic!("{word:?} is neither a date nor \"never\""),
    }
}

fn next_version(next: &NextVersion) -> Option<(Day, Status, Option<Day>)> {
    match next {
        NextVersion::Says(next) => {
            Some((day(&next.effective_from), choice(&next.status, Status::from_code), moment(&next.earliest_on)))
        }
        NextVersion::Not(word) if word == "none" => None,
        NextVersion::Not(word) => panic!("{word:?} is neither a version nor \"none\""),
    }
}

fn runs(timeline: &[Vec<Datetime>]) -> Runs {
    let run = |run: &Vec<Datetime>| match &run[..] {
        [from] => (day(from), None),
        [from, until] => (day(from), Some(day(until))),
        _ => panic!("a span is [from] or [from, until]"),
    };
    timeline.iter().map(run).collect()
}

fn ten_thousandths(share: f64) -> u32 {
    (share * 10_000.0).round() as u32
}
