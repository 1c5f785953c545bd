//! The demo company: everybody a visitor needs to meet, among 150 others.

mod cases;
mod cast;
mod days;
mod portrait;

use std::collections::BTreeMap;

use compact_str::CompactString;
use files::Person;
use rules::{Day, Ladder};

pub use cast::{CAST, CastMember, Shown};
use portrait::Stage;

use crate::{codes, generate};

const CROWD: u64 = 150;
/// A seed whose people live in the country of the cast.
const SEED: u64 = 1;

/// The company as it is on a day: the [`CAST`] first, then 150 others, the same ones on any day.
pub fn demo(as_of: Day, ladder: &Ladder) -> Vec<Person> {
    let mut people = cast(as_of, ladder);
    let mut crowd: Vec<Person> = generate(CROWD, SEED, as_of, ladder).collect();
    let top = people.iter().find(|person| person.employee.manager_number.is_none());
    let top = top.map(|person| person.employee.employee_number.clone());
    for person in &mut crowd {
        let employee = &mut person.employee;
        employee.manager_number = employee.manager_number.take().or_else(|| top.clone());
    }
    let mut teams = teams(&crowd, ladder);
    for (person, member) in people.iter_mut().zip(CAST) {
        if member.manager.is_none() && Some(&person.employee.employee_number) != top.as_ref() {
            join_smallest(&mut teams, person);
        }
    }
    people.extend(crowd);
    people
}

/// The cast alone, in its order. Those who have no manager yet get one in [`demo`].
pub fn cast(as_of: Day, ladder: &Ladder) -> Vec<Person> {
    let stage = Stage { as_of, ladder };
    CAST.iter().map(|member| paint(member, &stage)).collect()
}

fn paint(member: &CastMember, stage: &Stage<'_>) -> Person {
    let mut person = (member.paint)(stage).person;
    let employee = &mut person.employee;
    employee.employee_number = member.number.into();
    employee.full_name = member.name.into();
    employee.email = Some(format!("{}@halden.example", member.name.to_lowercase().replace(' ', ".")));
    employee.manager_number = member.manager.map(Into::into);
    employee.gender = Some(if member.woman { "female" } else { "male" }.into());
    employee.birth_year = Some(member.born_in);
    person
}

/// How many each lead of the crowd leads.
fn teams(crowd: &[Person], ladder: &Ladder) -> BTreeMap<CompactString, u32> {
    let lead = codes::job(ladder, "team-lead");
    let employed = || crowd.iter().filter(|person| person.employee.left_on.is_none());
    let leads = employed().filter(|person| Some(person.employee.job) == lead);
    let mut teams: BTreeMap<_, _> = leads.map(|person| (person.employee.employee_number.clone(), 0)).collect();
    for manager in employed().filter_map(|person| person.employee.manager_number.as_ref()) {
        teams.entry(manager.clone()).and_modify(|size| *size += 1);
    }
    teams
}

fn join_smallest(teams: &mut BTreeMap<CompactString, u32>, person: &mut Person) {
    if let Some((lead, size)) = teams.iter_mut().min_by_key(|(_, size)| **size) {
        *size += 1;
        person.employee.manager_number = Some(lead.clone());
    }
}
