//! A made-up workforce of any size: the same people for the same number, seed, day and ladder.

mod career;
mod country;
mod dice;
mod jobs;
mod organization;
mod prepare;
mod results;

use compact_str::{CompactString, format_compact};
use files::{AssignmentRow, ConductRow, Employee, EmploymentRow, LeaveRow, Person};
use rules::{
    Basis, ConductAction, Day, Decimal, JobId, Ladder, LanguageTag, Level, Place, Proficiency, TrackId, TrackVersion,
    Waiver, WorkMode,
};

use career::Career;
use country::Country;
use dice::Dice;
use jobs::Jobs;
use organization::{Organization, Position};
use prepare::Preparation;
use results::{Asked, Work};

/// The day for which a workforce is made where nobody asks for another, so that a seed alone says which people.
pub const AS_OF: &str = "2026-06-30";

/// So many people, one after another, as known on a day. Nothing is kept of those before: a company of a million
/// takes no more memory than one of ten.
///
/// The company is a customer service organization: it uses the jobs of the default ladder by their codes, and whatever
/// that ladder asks. On another ladder people fit as well as its codes agree.
pub fn generate(employees: u64, seed: u64, as_of: Day, ladder: &Ladder) -> impl Iterator<Item = Person> + '_ {
    let company = Company::new(employees, seed, as_of, ladder);
    (0..employees).map(move |person| company.person(person))
}

/// The number of the first; the others follow.
const FIRST_NUMBER: u64 = 100_001;

struct Company<'a> {
    ladder: &'a Ladder,
    seed: u64,
    as_of: Day,
    organization: Organization,
    jobs: Jobs,
    /// The version of each track that is in force.
    in_force: Vec<(TrackId, &'a TrackVersion)>,
    /// By job.
    asked: Vec<Asked>,
}

impl<'a> Company<'a> {
    fn new(employees: u64, seed: u64, as_of: Day, ladder: &'a Ladder) -> Company<'a> {
        let version_on =
            |track: &'a rules::Track| track.versions.iter().rfind(|version| version.effective_from <= as_of);
        let in_force: Vec<_> =
            ladder.track_ids().zip(&ladder.tracks).filter_map(|(id, track)| Some((id, version_on(track)?))).collect();
        let versions: Vec<_> = in_force.iter().map(|(_, version)| *version).collect();
        let jobs = (0..ladder.catalogue.jobs.len() as u16).map(JobId);
        let asked = jobs.map(|job| Asked::from(job, &versions, ladder)).collect();
        let organization = Organization::new(employees, seed);
        Company { ladder, seed, as_of, organization, jobs: Jobs::of(ladder), in_force, asked }
    }

    fn person(&self, number: u64) -> Person {
        let position = self.organization.position(number);
        let dice = &mut Dice::new(self.seed, number);
        let career = Career::new(&position, &self.jobs, self.as_of, dice);
        let country = Country::of_branch(&mut Dice::new(!self.seed, position.branch));
        let mut person = Person::new(self.employee(number, &position, &career, country, dice));
        write_career(&career, &mut person);
        speak(country, career.first_day(), &mut person, dice);
        self.prepare(&career, country, &mut person, dice);
        self.work(&career, &mut person, dice);
        misstep(&career, &mut person, dice);
        self.waive(&mut person, dice);
        person
    }

    fn employee(&self, number: u64, at: &Position, career: &Career, country: &Country, dice: &mut Dice) -> Employee {
        let (employment, assignment) = (career.employment(), career.assignment());
        let woman = dice.chance(0.54);
        let gender = match dice.below(100) {
            0..3 => None,
            3 => Some("non-binary"),
            _ => Some(if woman { "female" } else { "male" }),
        };
        let age_at_start = 18 + dice.below(9).max(dice.below(28)) as i32;
        let pay = f64::from(country.entry_pay) * self.jobs.pay(assignment.job) * (0.97 + 0.12 * dice.unit());
        let years = career.first_day().days_until(career.known_until) / 365;
        Employee {
            employee_number: written(number),
            full_name: country.name(woman, dice),
            email: Some(format!("{}@halden.example", written(number))),
            hired_on: employment.hired_on,
            service_date: career.service_date,
            left_on: employment.left_on,
            job: assignment.job,
            job_started_on: Some(assignment.started_on),
            manager_number: at.manager.map(written),
            place: self.place(at, assignment.job, country, dice),
            employment: employment.kind,
            annual_pay: Some(Decimal::from((pay * (1.0 + 0.02 * f64::from(years))) as i32 / 100 * 100)),
            currency: Some(country.currency.into()),
            gender: gender.map(Into::into),
            birth_year: dice.chance(0.98).then(|| (career.first_day().ymd().0 - age_at_start) as u16),
        }
    }

    fn place(&self, at: &Position, job: JobId, country: &Country, dice: &mut Dice) -> Place {
        const QUEUES: [&str; 6] = ["Orders", "Returns", "Billing", "Accounts", "Technical help", "Marketplace"];
        let site = country.sites[(at.branch + at.team) as usize % country.sites.len()];
        let queue = Dice::new(self.seed ^ at.branch, !at.team).pick(&QUEUES);
        let unit = self.jobs.unit(job).unwrap_or(queue);
        let work_mode = match dice.below(100) {
            0..60 => WorkMode::OnSite,
            60..84 => WorkMode::Hybrid,
            _ => WorkMode::Remote,
        };
        Place {
            site: Some(site.into()),
            country: Some(country.code.into()),
            unit: Some(unit.into()),
            work_mode: Some(work_mode),
        }
    }

    /// What they did toward the job they hold, and toward those that are open to them now.
    fn prepare(&self, career: &Career, country: &Country, person: &mut Person, dice: &mut Dice) {
        let job = person.employee.job;
        // Who has moved before is likelier to have the next move in mind.
        let drive = if career.job_before().is_some() { dice.unit().max(dice.unit()) } else { dice.unit() };
        let mut preparation = Preparation {
            ladder: self.ladder,
            person,
            dice,
            languages: country.languages,
            first_day: career.first_day(),
            known_until: career.known_until,
            readiness: 0.9,
        };
        if let Some(before) = career.job_before() {
            let led_here =
                self.in_force.iter().find(|(_, version)| version.to == job && version.from.contains(&before));
            preparation.known_until = career.assignment().started_on;
            led_here.into_iter().for_each(|(_, version)| preparation.toward(&version.criteria));
            preparation.known_until = career.known_until;
        }
        for (_, version) in self.in_force.iter().filter(|(_, version)| version.from.contains(&job)) {
            let interested = preparation.dice.chance(0.5);
            preparation.readiness = if interested { 0.45 + 0.53 * drive } else { 0.2 + 0.5 * drive };
            preparation.toward(&version.criteria);
        }
        preparation.besides();
    }

    fn work(&self, career: &Career, person: &mut Person, dice: &mut Dice) {
        let Some(asked) = self.asked.get(person.employee.job.index()) else { return };
        let talent = dice.normal();
        let job_started_on = career.assignment().started_on;
        let (hired_on, known_until) = (career.employment().hired_on, career.known_until);
        Work { person, dice, talent, job_started_on, hired_on, known_until }.leave_traces(asked);
    }

    /// Now and then HR lets somebody off one thing for a while.
    fn waive(&self, person: &mut Person, dice: &mut Dice) {
        let job = person.employee.job;
        let open: Vec<_> = self.in_force.iter().filter(|(_, version)| version.from.contains(&job)).collect();
        if open.is_empty() || !dice.chance(0.015) {
            return;
        }
        let (track, version) = *dice.pick(&open);
        let named: Vec<_> = version.criteria.iter().filter_map(|criterion| criterion.id.as_ref()).collect();
        if named.is_empty() {
            return;
        }
        let from_on = self.as_of.plus_days(-dice.between(0, 120));
        let until_on = from_on.plus_days(dice.between(90, 300));
        person.waivers.push(Waiver { track, criterion: dice.pick(&named).clone(), from_on, until_on });
    }
}

fn written(number: u64) -> CompactString {
    format_compact!("{}", FIRST_NUMBER + number)
}

fn write_career(career: &Career, person: &mut Person) {
    let employee = &person.employee;
    // Who came once and never moved has all of it in `employees.csv`.
    if career.employments.len() > 1 {
        let row = |&employment: &rules::Employment| EmploymentRow { employment, work_mode: None };
        person.employments = career.employments.iter().map(row).collect();
    }
    if career.assignments.len() > 1 {
        let (manager, site, unit) = (&employee.manager_number, &employee.place.site, &employee.place.unit);
        let row = |&assignment: &rules::Assignment| {
            let latest = assignment.started_on == career.assignment().started_on;
            AssignmentRow {
                assignment,
                manager_number: manager.clone().filter(|_| latest),
                site: site.clone(),
                unit: unit.clone().filter(|_| latest),
            }
        };
        person.assignments = career.assignments.iter().map(row).collect();
    }
    person.leaves = career.leaves.iter().map(|&(kind, leave)| LeaveRow { kind: kind.into(), leave }).collect();
}

/// One's own language, and for most the one that the work is done in.
fn speak(country: &Country, hired_on: Day, person: &mut Person, dice: &mut Dice) {
    let mut speaks = |tag: &str, level| {
        let language = LanguageTag::new(tag)?;
        let (assessed_on, expires_on, basis) = (hired_on, None, Basis::Verified);
        person.proficiencies.push(Proficiency { language, level, assessed_on, expires_on, basis });
        Some(())
    };
    let [own, ..] = country.languages else { return };
    speaks(own, Level::Native);
    if *own != "en" && dice.chance(0.6) {
        speaks("en", dice.pick(&[Level::B1, Level::B1, Level::B2, Level::B2, Level::C1]));
    }
}

/// A few have had a conduct action.
fn misstep(career: &Career, person: &mut Person, dice: &mut Dice) {
    if !dice.chance(0.06) {
        return;
    }
    let days = career.first_day().days_until(career.known_until).min(700);
    let issued_on = career.known_until.plus_days(-dice.between(0, days));
    let closed_on = issued_on.plus_days(dice.between(30, 180));
    let closed_on = Some(closed_on).filter(|&day| day <= career.known_until);
    let kind = dice.pick(&["verbal warning", "verbal warning", "written warning", "final warning"]);
    person.conduct.push(ConductRow { kind: kind.into(), action: ConductAction { issued_on, closed_on } });
}
