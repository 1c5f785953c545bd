//! The plan, and each of its steps with the last day to start.

use rules::{Action, Assessment, Criterion, Day, Finding, Path, Status, Step};

use crate::message::say;
use crate::{English, Telling};

impl English {
    /// The earliest day and how many steps it takes, or why no day can be named.
    pub fn plan(&self, telling: &Telling<'_>, assessment: &Assessment) -> String {
        let plan = &assessment.plan;
        let (reader, name) = (telling.reader.code(), telling.reader.name());
        let today = self.date(assessment.as_of);
        match (plan.eligible_on, plan.actions.len(), plan.blocked_by.is_empty()) {
            (Some(on), 0, _) if on == assessment.as_of => match lapsing(assessment) {
                Some((on, criteria)) => {
                    let criteria = self.criteria_at(telling, &criteria);
                    say!(self, PlanLapsing { on: self.date(on), criteria })
                }
                None => say!(self, PlanNothing { on: today }),
            },
            (Some(on), 0, _) => say!(self, PlanWaiting { on: self.date(on) }),
            (Some(on), steps, _) => say!(self, Plan { reader, name, on: self.date(on), steps }),
            (None, _, _) if assessment.decision.status == Status::NotApplicable => {
                say!(self, PlanNotApplicable { on: today })
            }
            (None, _, true) => say!(self, PlanDisjoint {}),
            (None, _, false) => {
                say!(self, PlanBlocked { criteria: self.criteria_at(telling, &plan.blocked_by) })
            }
        }
    }

    /// "Earn a Six Sigma Yellow Belt or above. Start by 2 Jan 2027: it takes 30 days."
    pub fn step(&self, telling: &Telling<'_>, criterion: &Criterion, action: &Action) -> String {
        let (start_by, days) = (self.date(action.start_by), lead_days(action));
        say!(self, Step { action: self.action(telling.ladder, criterion, action), start_by, days })
    }

    /// "Start by 2 Jan 2027: it takes 30 days."
    pub fn start(&self, action: &Action) -> String {
        say!(self, StepStart { start_by: self.date(action.start_by), days: lead_days(action) })
    }
}

/// The first day on which an eligible person no longer is, and the criteria that end it.
fn lapsing(assessment: &Assessment) -> Option<(Day, Vec<Path>)> {
    let on = assessment.decision.lapses_on?;
    let ends_it = |finding: &&Finding| finding.path.positions().len() == 1 && finding.lapses_on == Some(on);
    let paths: Vec<Path> = assessment.findings.iter().filter(ends_it).map(|finding| finding.path.clone()).collect();
    (!paths.is_empty()).then_some((on, paths))
}

/// How long a step takes from the day to start; 0 of a metric, whose lead counts from the day of the assessment.
fn lead_days(action: &Action) -> u32 {
    if action.step == Step::Metric { 0 } else { action.lead_days }
}
