//! A named person, painted fact by fact.

use compact_str::CompactString;
use files::{AssignmentRow, ConductRow, CredentialRow, Employee, EmploymentRow, LeaveRow, Person};
use rules::{
    ActivityEvent, Assessor, Assignment, Basis, ConductAction, Credential, Day, Decimal, Employment, EmploymentKind,
    JobId, Ladder, LanguageTag, Leave, Level, MonthlyResult, Place, Proficiency, Review, SkillAssessment, Standing,
    Training, TrainingStatus, Waiver, WorkMode,
};

use super::days::{latest_closed, months_before};
use crate::codes;

/// Where and when the company is painted.
#[derive(Clone, Copy)]
pub(super) struct Stage<'l> {
    pub(super) as_of: Day,
    pub(super) ladder: &'l Ladder,
}

impl<'l> Stage<'l> {
    /// The latest day from which so many months have passed today.
    pub(super) fn months_ago(self, months: u32) -> Day {
        months_before(self.as_of, months)
    }

    /// Today, earlier by days.
    pub(super) fn days_ago(self, days: i32) -> Day {
        self.as_of.plus_days(-days)
    }

    /// Somebody new, in a job since the day they were hired. On a ladder without that job, in its first.
    pub(super) fn portrait(self, job: &str, hired_on: Day) -> Portrait<'l> {
        let job = codes::job(self.ladder, job).unwrap_or(JobId(0));
        let place = Place {
            site: Some("Hyderabad".into()),
            country: Some("IN".into()),
            unit: Some("Orders".into()),
            work_mode: Some(WorkMode::OnSite),
        };
        let employee = Employee {
            employee_number: CompactString::default(),
            full_name: String::new(),
            email: None,
            hired_on,
            service_date: None,
            left_on: None,
            job,
            job_started_on: None,
            manager_number: None,
            place,
            employment: EmploymentKind::FullTime,
            annual_pay: Some(400_000.into()),
            currency: Some("INR".into()),
            gender: None,
            birth_year: None,
        };
        Portrait { stage: self, person: Person::new(employee) }
    }
}

/// A person in the making. What the ladder has no code for is left out.
pub(super) struct Portrait<'l> {
    pub(super) stage: Stage<'l>,
    pub(super) person: Person,
}

impl Portrait<'_> {
    pub(super) fn employee(mut self, change: impl FnOnce(&mut Employee)) -> Self {
        change(&mut self.person.employee);
        self
    }

    /// Employed before, too; the latest employment is that of the employee.
    pub(super) fn employed_before(mut self, hired_on: Day, left_on: Day) -> Self {
        let Employee { hired_on: again_on, left_on: later_left_on, employment: kind, job, .. } = self.person.employee;
        let spans = [(hired_on, Some(left_on)), (again_on, later_left_on)];
        for (from, until) in spans {
            let employment = Employment { hired_on: from, left_on: until, kind };
            self.person.employments.push(EmploymentRow { employment, work_mode: None });
            self = self.assigned(job, from, until);
        }
        self
    }

    /// Moved to another job on a day.
    pub(super) fn moved(mut self, job: &str, moved_on: Day) -> Self {
        let Some(job) = codes::job(self.stage.ladder, job) else { return self };
        let before = self.person.employee.job;
        let since =
            self.person.assignments.last().map_or(self.person.employee.hired_on, |row| row.assignment.started_on);
        self.person.assignments.pop();
        self = self.assigned(before, since, Some(moved_on.previous())).assigned(job, moved_on, None);
        self.employee(|employee| (employee.job, employee.job_started_on) = (job, Some(moved_on)))
    }

    fn assigned(mut self, job: JobId, started_on: Day, ended_on: Option<Day>) -> Self {
        let assignment = Assignment { job, started_on, ended_on };
        self.person.assignments.push(AssignmentRow { assignment, manager_number: None, site: None, unit: None });
        self
    }

    pub(super) fn on_leave(mut self, kind: &str, started_on: Day, ended_on: Day, counts_toward_tenure: bool) -> Self {
        let leave = Leave { started_on, ended_on: Some(ended_on), counts_toward_tenure };
        self.person.leaves.push(LeaveRow { kind: kind.into(), leave });
        self
    }

    pub(super) fn certified(self, code: &str, issued_on: Day, expires_on: Option<Day>) -> Self {
        self.holds(code, issued_on, expires_on, Standing::Verified)
    }

    pub(super) fn claims(self, code: &str, issued_on: Day) -> Self {
        self.holds(code, issued_on, None, Standing::Claimed)
    }

    fn holds(mut self, code: &str, issued_on: Day, expires_on: Option<Day>, standing: Standing) -> Self {
        let Some(certification) = codes::certification(self.stage.ladder, code) else { return self };
        let credential = Credential { certification, issued_on, expires_on, standing };
        self.person.credentials.push(CredentialRow { credential, credential_id: None, evidence_url: None });
        self
    }

    pub(super) fn without_certifications(mut self) -> Self {
        self.person.credentials.clear();
        self
    }

    pub(super) fn speaks(mut self, language: &str, level: Level) -> Self {
        let Some(language) = LanguageTag::new(language) else { return self };
        let assessed_on = self.person.employee.hired_on;
        let proficiency = Proficiency { language, level, assessed_on, expires_on: None, basis: Basis::Verified };
        self.person.proficiencies.retain(|row| row.language != proficiency.language);
        self.person.proficiencies.push(proficiency);
        self
    }

    pub(super) fn completed(self, course: &str, completed_on: Day) -> Self {
        self.trained(course, TrainingStatus::CompletedOn(completed_on), Some(92.into()))
    }

    pub(super) fn booked(self, course: &str, planned_on: Day) -> Self {
        self.trained(course, TrainingStatus::PlannedOn(planned_on), None)
    }

    fn trained(mut self, course: &str, status: TrainingStatus, score: Option<Decimal>) -> Self {
        let Some(course) = codes::course(self.stage.ladder, course) else { return self };
        self.person.trainings.retain(|row| row.course != course);
        self.person.trainings.push(Training { course, status, score });
        self
    }

    /// A value for each of the latest eight full months, in ten-thousandths; in place of any before.
    pub(super) fn measured(self, metric: &str, units: i64) -> Self {
        let latest = self.stage.as_of.month().plus(-1);
        self.measured_in(metric, units, |month| (0..8).contains(&month.months_until(latest)))
    }

    /// A value for the latest month that is closed, and for none of the five before it.
    pub(super) fn measured_once_lately(self, metric: &str, units: i64) -> Self {
        let Some(id) = codes::metric(self.stage.ladder, metric) else { return self };
        let latest = latest_closed(self.stage.ladder.catalogue.metric(id), self.stage.as_of);
        self.measured_in(metric, units, |month| month == latest || (6..8).contains(&month.months_until(latest)))
    }

    fn measured_in(mut self, metric: &str, units: i64, in_month: impl Fn(rules::Month) -> bool) -> Self {
        let Some(metric) = codes::metric(self.stage.ladder, metric) else { return self };
        self.person.results.retain(|row| row.metric != metric);
        let employed = self.person.employee.hired_on;
        for month in (1..12).rev().map(|back| self.stage.as_of.month().plus(-back)) {
            if in_month(month) && month.first_day() >= employed {
                let value = Decimal::from_units(units + i64::from(month.year_and_month().1 % 3) * 2_000);
                self.person.results.push(MonthlyResult { metric, month, value, sample: Some(60) });
            }
        }
        self
    }

    pub(super) fn reviewed(mut self, reviewed_on: Day, rating: i32) -> Self {
        self.person.reviews.push(Review { reviewed_on, rating: rating.into() });
        self
    }

    pub(super) fn skilled(mut self, skill: &str, level: u8) -> Self {
        let Some(skill) = codes::skill(self.stage.ladder, skill) else { return self };
        let assessed_on = self.stage.days_ago(40);
        self.person.skills.push(SkillAssessment { skill, assessor: Assessor::Manager, assessed_on, level });
        self
    }

    /// Did something on so many days, the latest 10 days ago, each 9 days before the next.
    pub(super) fn did(mut self, activity: &str, times: i32) -> Self {
        let Some(activity) = codes::activity(self.stage.ladder, activity) else { return self };
        let events = (0..times).rev().map(|back| self.stage.days_ago(10 + 9 * back));
        self.person.activities.extend(events.map(|occurred_on| ActivityEvent { activity, occurred_on, count: 1 }));
        self
    }

    pub(super) fn warned(mut self, issued_on: Day, closed_on: Option<Day>) -> Self {
        let action = ConductAction { issued_on, closed_on };
        self.person.conduct.push(ConductRow { kind: "written warning".into(), action });
        self
    }

    pub(super) fn waived(mut self, track: &str, criterion: &str, from_on: Day, until_on: Day) -> Self {
        let Some(track) = codes::track(self.stage.ladder, track) else { return self };
        self.person.waivers.push(Waiver { track, criterion: criterion.into(), from_on, until_on });
        self
    }
}
