//! What a workforce looks like in numbers: heads, spans of control, statuses, states, and who is eligible.

use std::borrow::Borrow;
use std::collections::{BTreeMap, HashMap};
use std::fmt;

use compact_str::CompactString;
use files::Person;
use rules::{Day, Engine, Entry, JobId, Ladder, State, Status, TrackId};

/// A workforce in numbers, on a day.
#[derive(Clone, Debug, Default)]
pub struct Census {
    /// How many people are on file.
    pub people: u64,
    /// How many of them are employed.
    pub employed: u64,
    /// How many rows there are, of all files.
    pub rows: u64,
    /// The employed, by job.
    pub heads: BTreeMap<JobId, u64>,
    /// For each job, how many employed people each who leads any employed people has: how often each span occurs.
    pub spans: BTreeMap<JobId, BTreeMap<u64, u64>>,
    /// Statuses by track, in the order of [`Status::ALL`].
    pub statuses: BTreeMap<TrackId, [u64; Status::ALL.len()]>,
    /// States of all findings of tracks that apply, in the order of [`State::ALL`].
    pub states: [u64; State::ALL.len()],
    titles: (Vec<String>, Vec<String>),
}

impl Census {
    /// Counts people on a day.
    pub fn of<P: Borrow<Person>>(people: impl IntoIterator<Item = P>, ladder: &Ladder, as_of: Day) -> Census {
        let jobs = ladder.catalogue.jobs.iter().map(|job| job.title().to_owned()).collect();
        let tracks = ladder.tracks.iter().map(|track| track.code.to_string()).collect();
        let mut census = Census { titles: (jobs, tracks), ..Census::default() };
        let engine = Engine::new(ladder);
        let mut reports: HashMap<CompactString, u64> = HashMap::new();
        let mut leads: Vec<(CompactString, JobId)> = Vec::new();
        for person in people {
            let person = person.borrow();
            let employee = &person.employee;
            census.people += 1;
            census.rows += rows(person);
            if employee.hired_on <= as_of && employee.left_on.is_none_or(|day| day >= as_of) {
                census.employed += 1;
                *census.heads.entry(employee.job).or_default() += 1;
                leads.push((employee.employee_number.clone(), employee.job));
                if let Some(manager) = &employee.manager_number {
                    *reports.entry(manager.clone()).or_default() += 1;
                }
            }
            census.assess(&engine, person, as_of);
        }
        for (number, job) in leads {
            if let Some(&span) = reports.get(&number) {
                *census.spans.entry(job).or_default().entry(span).or_default() += 1;
            }
        }
        census
    }

    fn assess(&mut self, engine: &Engine<'_>, person: &Person, as_of: Day) {
        let facts = person.facts();
        for track in engine.ladder().track_ids() {
            let Some(assessment) = engine.explain(&facts, track, as_of) else { continue };
            let status = assessment.decision.status;
            self.statuses.entry(track).or_default()[place(Status::ALL, status)] += 1;
            if status != Status::NotApplicable {
                for finding in &assessment.findings {
                    self.states[place(State::ALL, finding.state)] += 1;
                }
            }
        }
    }

    /// How many have that status, over all tracks.
    pub fn with_status(&self, status: Status) -> u64 {
        self.statuses.values().map(|counts| counts[place(Status::ALL, status)]).sum()
    }

    /// How many findings have that state.
    pub fn with_state(&self, state: State) -> u64 {
        self.states[place(State::ALL, state)]
    }

    /// Of those to whom the track applies, the eligible, in percent; none where it applies to nobody.
    pub fn eligible_percent(&self, track: TrackId) -> Option<f64> {
        let counts = self.statuses.get(&track)?;
        let applies = counts.iter().sum::<u64>() - counts[place(Status::ALL, Status::NotApplicable)];
        (applies > 0).then(|| 100.0 * counts[place(Status::ALL, Status::Eligible)] as f64 / applies as f64)
    }
}

fn place<T: PartialEq>(all: &[T], one: T) -> usize {
    all.iter().position(|each| *each == one).unwrap_or_default()
}

fn rows(person: &Person) -> u64 {
    let lists = [
        person.employments.len(),
        person.assignments.len(),
        person.leaves.len(),
        person.credentials.len(),
        person.proficiencies.len(),
        person.trainings.len(),
        person.results.len(),
        person.reviews.len(),
        person.skills.len(),
        person.activities.len(),
        person.conduct.len(),
        person.waivers.len(),
    ];
    1 + lists.iter().sum::<usize>() as u64
}

impl fmt::Display for Census {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (jobs, tracks) = &self.titles;
        let each = self.rows as f64 / self.people.max(1) as f64;
        writeln!(f, "{} people on file, {} employed, {each:.1} rows each", self.people, self.employed)?;
        for (job, heads) in &self.heads {
            write!(f, "{heads:>9}  {}", jobs[job.index()])?;
            if let Some(spans) = self.spans.get(job) {
                let (leads, led) =
                    spans.iter().fold((0, 0), |(leads, led), (span, often)| (leads + often, led + span * often));
                let (least, most) = (spans.keys().next(), spans.keys().next_back());
                let mean = led as f64 / leads as f64;
                write!(f, ", each over {} to {}, {mean:.1} on average", least.unwrap_or(&0), most.unwrap_or(&0))?;
            }
            writeln!(f)?;
        }
        for (track, counts) in &self.statuses {
            let share = self.eligible_percent(*track).unwrap_or_default();
            write!(f, "{share:>8.1} % eligible  {:<42}", tracks[track.index()])?;
            for (status, count) in Status::ALL.iter().zip(counts) {
                write!(f, " {status} {count}")?;
            }
            writeln!(f)?;
        }
        for (state, count) in State::ALL.iter().zip(self.states) {
            writeln!(f, "{count:>9}  findings are {state}")?;
        }
        Ok(())
    }
}
