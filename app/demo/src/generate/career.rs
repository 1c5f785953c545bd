//! When somebody came, what they have been since, when they were away, and whether they left.

use rules::{Assignment, Day, Employment, EmploymentKind, JobId, Leave};

use super::dice::Dice;
use super::jobs::Jobs;
use super::organization::{Position, Post};

/// The way of one person through the company.
pub(super) struct Career {
    /// In order; the last one is that of `employees.csv`.
    pub(super) employments: Vec<Employment>,
    /// In order, ended by the start of the next or the end of employment.
    pub(super) assignments: Vec<Assignment>,
    pub(super) leaves: Vec<(&'static str, Leave)>,
    pub(super) service_date: Option<Day>,
    /// The last day of which anything can be on record.
    pub(super) known_until: Day,
}

impl Career {
    /// A career for that position, as known on a day.
    pub(super) fn new(position: &Position, jobs: &Jobs, as_of: Day, dice: &mut Dice) -> Career {
        let known_until = if position.left { as_of.plus_days(-dice.between(1, 540)) } else { as_of };
        let luck = dice.unit();
        let days = match position.post {
            Post::Representative => 12 + (2000.0 * luck * (0.2 + 0.8 * luck)) as i32,
            Post::Staff(_) => 300 + (2700.0 * luck) as i32,
            Post::TeamLead => 500 + (3000.0 * luck) as i32,
            Post::OperationsManager => 1500 + (4000.0 * luck) as i32,
        };
        let hired_on = known_until.plus_days(-days);
        let left_on = position.left.then_some(known_until);
        let kind = kind(position.post, dice);
        let mut career = Career {
            employments: vec![Employment { hired_on, left_on, kind }],
            assignments: steps(&path(position.post, jobs, days, dice), hired_on, days, left_on, dice),
            leaves: Vec::new(),
            service_date: None,
            known_until,
        };
        career.come_back(jobs, dice);
        career.go_on_leave(hired_on, days, dice);
        career
    }

    /// The first day ever.
    pub(super) fn first_day(&self) -> Day {
        self.employments[0].hired_on
    }

    /// The latest employment.
    pub(super) fn employment(&self) -> Employment {
        self.employments[self.employments.len() - 1]
    }

    /// The latest job.
    pub(super) fn assignment(&self) -> Assignment {
        self.assignments[self.assignments.len() - 1]
    }

    /// The job before the latest, where one led straight to the other.
    pub(super) fn job_before(&self) -> Option<JobId> {
        let [.., before, latest] = self.assignments[..] else { return None };
        (before.ended_on == Some(latest.started_on.previous()) && before.job != latest.job).then_some(before.job)
    }

    /// Some had been here before: employed and gone, or as gig workers until the day before.
    fn come_back(&mut self, jobs: &Jobs, dice: &mut Dice) {
        let hired_on = self.first_day();
        let (gap, kind) = match dice.below(100) {
            0..4 => (dice.between(30, 400), EmploymentKind::FullTime),
            4..7 => (1, EmploymentKind::Gig),
            _ => return,
        };
        let ended_on = Some(hired_on.plus_days(-gap));
        let started_on = hired_on.plus_days(-gap - dice.between(90, 700));
        self.employments.insert(0, Employment { hired_on: started_on, left_on: ended_on, kind });
        self.assignments.insert(0, Assignment { job: jobs.csr, started_on, ended_on });
        // Earlier service counts for most of those who come back, and for all who only changed their contract.
        self.service_date = (gap == 1 || dice.chance(0.6)).then_some(started_on);
    }

    fn go_on_leave(&mut self, hired_on: Day, days: i32, dice: &mut Dice) {
        if days < 150 || !dice.chance(0.09) {
            return;
        }
        let (kind, counts_toward_tenure, longest) = dice.pick(&[
            ("parental", true, 365),
            ("medical", true, 120),
            ("unpaid", false, 180),
            ("study", false, 240),
        ]);
        let running = self.employment().left_on.is_none() && dice.chance(0.15);
        let started_on = match running {
            true => self.known_until.plus_days(-dice.between(3, 100)),
            false => hired_on.plus_days(dice.between(60, days - 30)),
        };
        let planned = started_on.plus_days(dice.between(14, longest));
        let ended_on = match running {
            true => dice.chance(0.6).then_some(planned.max(self.known_until.plus_days(10))),
            false => Some(planned.min(self.known_until.previous())),
        };
        self.leaves.push((kind, Leave { started_on, ended_on, counts_toward_tenure }));
    }
}

fn kind(post: Post, dice: &mut Dice) -> EmploymentKind {
    match (post, dice.below(100)) {
        (Post::Representative, 0..5) => EmploymentKind::Gig,
        (Post::Representative, 5..18) | (Post::Staff(_), 0..8) => EmploymentKind::PartTime,
        (Post::Representative | Post::Staff(_) | Post::TeamLead | Post::OperationsManager, _) => {
            EmploymentKind::FullTime
        }
    }
}

/// The jobs on the way to a post, the first one first.
fn path(post: Post, jobs: &Jobs, days: i32, dice: &mut Dice) -> Vec<JobId> {
    let Jobs { csr, senior, lead, quality, operations, .. } = *jobs;
    match (post, dice.below(10)) {
        (Post::Representative, 0..3) if days > 420 => vec![csr, senior],
        (Post::Representative, _) => vec![csr],
        (Post::TeamLead, 0..5) => vec![csr, lead],
        (Post::TeamLead, 5..9) => vec![csr, senior, lead],
        (Post::TeamLead, _) => vec![lead],
        (Post::OperationsManager, 0..6) => vec![csr, lead, operations],
        (Post::OperationsManager, 6..8) => vec![csr, quality, operations],
        (Post::OperationsManager, _) => vec![operations],
        (Post::Staff(place), from) => {
            let job = jobs.staff(place);
            match from {
                0..3 if job == jobs.vendor => vec![csr, jobs.logistics, job],
                0..5 => vec![csr, job],
                5..7 => vec![csr, senior, job],
                _ => vec![job],
            }
        }
    }
}

/// Cuts the days between the jobs, more or less evenly.
fn steps(path: &[JobId], hired_on: Day, days: i32, left_on: Option<Day>, dice: &mut Dice) -> Vec<Assignment> {
    let mut started_on = hired_on;
    let mut steps = Vec::with_capacity(path.len() + 1);
    for (step, &job) in (1..).zip(path) {
        let cut = (f64::from(step) + (dice.unit() - 0.5) * 0.7) / path.len() as f64;
        let next = hired_on.plus_days((f64::from(days) * cut) as i32);
        let last = step as usize == path.len();
        steps.push(Assignment { job, started_on, ended_on: if last { left_on } else { Some(next.previous()) } });
        started_on = next;
    }
    steps
}
