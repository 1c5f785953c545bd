//! One employee with everything a bundle says of them: what the reader gives, the writer takes and the demo makes.

use compact_str::CompactString;
use rules::{
    ActivityEvent, Assignment, ConductAction, Credential, Day, Employment, EmploymentKind, Facts, JobId, Leave,
    MonthlyResult, Place, Proficiency, Review, SkillAssessment, Training, Waiver, WorkMode,
};

/// A row of `employees.csv`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Employee {
    /// Unique in the bundle.
    pub employee_number: CompactString,
    /// As people write it.
    pub full_name: String,
    /// E-mail address.
    pub email: Option<String>,
    /// First day of the latest employment.
    pub hired_on: Day,
    /// From when service counts, where that is another day.
    pub service_date: Option<Day>,
    /// Last day, inclusive.
    pub left_on: Option<Day>,
    /// The job held (or last held).
    pub job: JobId,
    /// Its first day; where empty, `hired_on`.
    pub job_started_on: Option<Day>,
    /// The manager's employee number.
    pub manager_number: Option<CompactString>,
    /// Site, country, unit and work mode.
    pub place: Place,
    /// Full time, part time or gig.
    pub employment: EmploymentKind,
    /// In major units, with at most two decimals' worth of minor units. Sensitive.
    pub annual_pay: Option<rules::Decimal>,
    /// ISO 4217.
    pub currency: Option<CompactString>,
    /// Free text. Sensitive.
    pub gender: Option<CompactString>,
    /// Sensitive.
    pub birth_year: Option<u16>,
}

/// A row of `employments.csv`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmploymentRow {
    /// The span.
    pub employment: Employment,
    /// On site, remote or hybrid.
    pub work_mode: Option<WorkMode>,
}

/// A row of `assignments.csv`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AssignmentRow {
    /// Job and dates.
    pub assignment: Assignment,
    /// The manager's employee number at the time.
    pub manager_number: Option<CompactString>,
    /// Site at the time.
    pub site: Option<CompactString>,
    /// Unit at the time.
    pub unit: Option<CompactString>,
}

/// A row of `leaves.csv`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeaveRow {
    /// Free text.
    pub kind: CompactString,
    /// Dates, and whether it counts.
    pub leave: Leave,
}

/// A row of `certifications.csv`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CredentialRow {
    /// What it is and when it holds.
    pub credential: Credential,
    /// The issuer's number.
    pub credential_id: Option<String>,
    /// Where the evidence is.
    pub evidence_url: Option<String>,
}

/// A row of `conduct.csv`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConductRow {
    /// Free text. Sensitive.
    pub kind: CompactString,
    /// Dates.
    pub action: ConductAction,
}

/// One employee with every row that a bundle has of them, each list in the order of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// `employees.csv`
    pub employee: Employee,
    /// `employments.csv`
    pub employments: Vec<EmploymentRow>,
    /// `assignments.csv`
    pub assignments: Vec<AssignmentRow>,
    /// `leaves.csv`
    pub leaves: Vec<LeaveRow>,
    /// `certifications.csv`
    pub credentials: Vec<CredentialRow>,
    /// `languages.csv`
    pub proficiencies: Vec<Proficiency>,
    /// `trainings.csv`
    pub trainings: Vec<Training>,
    /// `metrics.csv`
    pub results: Vec<MonthlyResult>,
    /// `reviews.csv`
    pub reviews: Vec<Review>,
    /// `skills.csv`
    pub skills: Vec<SkillAssessment>,
    /// `activities.csv`
    pub activities: Vec<ActivityEvent>,
    /// `conduct.csv`
    pub conduct: Vec<ConductRow>,
    /// `waivers.csv`
    pub waivers: Vec<Waiver>,
}

impl Person {
    /// Somebody of whom only the row in `employees.csv` is known.
    pub fn new(employee: Employee) -> Person {
        Person {
            employee,
            employments: Vec::new(),
            assignments: Vec::new(),
            leaves: Vec::new(),
            credentials: Vec::new(),
            proficiencies: Vec::new(),
            trainings: Vec::new(),
            results: Vec::new(),
            reviews: Vec::new(),
            skills: Vec::new(),
            activities: Vec::new(),
            conduct: Vec::new(),
            waivers: Vec::new(),
        }
    }

    /// What the rules may know: neither pay nor gender nor birth year; the one employment and the one assignment
    /// that `employees.csv` gives where the person has no rows of their own for them (section 3 of the rules).
    pub fn facts(&self) -> Facts {
        let employee = &self.employee;
        let mut facts = Facts {
            service_date: employee.service_date,
            place: employee.place.clone(),
            employments: self.employments.iter().map(|row| row.employment).collect(),
            assignments: self.assignments.iter().map(|row| row.assignment).collect(),
            leaves: self.leaves.iter().map(|row| row.leave).collect(),
            credentials: self.credentials.iter().map(|row| row.credential).collect(),
            proficiencies: self.proficiencies.clone(),
            trainings: self.trainings.clone(),
            results: self.results.clone(),
            reviews: self.reviews.clone(),
            skills: self.skills.clone(),
            activities: self.activities.clone(),
            conduct: self.conduct.iter().map(|row| row.action).collect(),
            waivers: self.waivers.clone(),
        };
        if facts.employments.is_empty() {
            let (hired_on, left_on) = (employee.hired_on, employee.left_on);
            facts.employments.push(Employment { hired_on, left_on, kind: employee.employment });
        }
        if facts.assignments.is_empty() {
            let started_on = employee.job_started_on.unwrap_or(employee.hired_on);
            facts.assignments.push(Assignment { job: employee.job, started_on, ended_on: employee.left_on });
        }
        facts.sort();
        facts
    }
}
