//! A made-up workforce is one that could be: its managers, its results, and how many of it are eligible.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use demo::Census;
use files::Person;
use rules::{State, Status};

use super::*;

fn people(employees: u64, seed: u64) -> Vec<Person> {
    demo::generate(employees, seed, day(demo::AS_OF), ladder()).collect()
}

static PEOPLE: LazyLock<Vec<Person>> = LazyLock::new(|| people(20_000, 7));
static CENSUS: LazyLock<Census> = LazyLock::new(|| Census::of(&*PEOPLE, ladder(), day(demo::AS_OF)));

fn assert_between_3_and_15_percent_are_eligible(census: &Census, ladder: &Ladder) {
    for track in ladder.track_ids() {
        let percent = census.eligible_percent(track).expect("the track applies to somebody");
        assert!((3.0..=15.0).contains(&percent), "{percent:.1} % on {}\n{census}", ladder.track(track).code);
    }
}

#[test]
fn on_every_track_3_to_15_of_a_hundred_are_eligible() {
    assert_between_3_and_15_percent_are_eligible(&CENSUS, ladder());
    for seed in [1, 2026, u64::MAX] {
        let census = Census::of(people(20_000, seed), ladder(), day(demo::AS_OF));
        assert_between_3_and_15_percent_are_eligible(&census, ladder());
    }
}

#[test]
fn people_fit_a_ladder_that_asks_for_something_else() {
    let text = include_str!("../../../files/ladder.toml")
        .replace("six-sigma-yellow\" }", "six-sigma-green\" }")
        .replace("\"csat\", months = 3, at_least = 88", "\"csat\", months = 3, at_least = 73")
        .replace("\"csat\", months = 3, at_least = 90", "\"csat\", months = 3, at_least = 75")
        .replace("[\"bar-raiser\"", "[\"coaching-essentials\"");
    let other = files::read_ladder(&text, "ladder.toml").expect("the changed ladder is one");
    assert_ne!(&other, ladder());
    let people = demo::generate(20_000, 7, day(demo::AS_OF), &other);
    assert_between_3_and_15_percent_are_eligible(&Census::of(people, &other, day(demo::AS_OF)), &other);
}

#[test]
fn every_status_and_every_state_occurs() {
    for status in Status::ALL {
        assert!(CENSUS.with_status(*status) >= 100, "{status}\n{}", *CENSUS);
    }
    for state in State::ALL {
        assert!(CENSUS.with_state(*state) >= 20, "{state}\n{}", *CENSUS);
    }
}

#[test]
fn there_are_30_to_60_rows_for_each_person() {
    assert!((30..=60).contains(&(CENSUS.rows / CENSUS.people)), "{}", *CENSUS);
}

#[test]
fn there_is_one_lead_for_10_to_15() {
    for employees in [150, 1_000, 1_001, 4_567] {
        let people = people(employees, 3);
        let lead = ladder().catalogue.jobs.iter().position(|job| job.code == "team-lead").expect("there are leads");
        let mut teams: HashMap<_, u64> = HashMap::new();
        for person in people.iter().filter(|person| person.employee.left_on.is_none()) {
            if person.employee.job.index() == lead {
                teams.entry(&person.employee.employee_number).or_default();
            }
            if let Some(manager) = &person.employee.manager_number {
                *teams.entry(manager).or_default() += 1;
            }
        }
        let leads = people.iter().filter(|person| person.employee.left_on.is_none());
        let leads = leads.filter(|person| person.employee.job.index() == lead);
        for lead in leads {
            let size = teams[&lead.employee.employee_number];
            assert!((10..=15).contains(&size), "of {employees}: {size} in a team");
        }
    }
}

#[test]
fn everybody_but_one_has_a_manager_who_is_there_and_no_chain_of_managers_goes_round() {
    for employees in (0..=300).chain([5_000]) {
        let people = people(employees, 11);
        let managers: HashMap<_, _> = people
            .iter()
            .map(|person| (&person.employee.employee_number, person.employee.manager_number.as_ref()))
            .collect();
        assert_eq!(managers.len() as u64, employees, "every number is somebody's own");
        assert_eq!(managers.values().filter(|manager| manager.is_none()).count() as u64, employees.min(1));
        for person in &people {
            let mut chain = person.employee.manager_number.as_ref();
            for _ in 0..12 {
                chain = chain.and_then(|manager| managers[manager]);
            }
            assert_eq!(chain, None, "of {employees}: {} is led in a loop", person.employee.employee_number);
        }
        let gone = people.iter().filter(|person| person.employee.left_on.is_some());
        let gone: HashSet<_> = gone.map(|person| &person.employee.employee_number).collect();
        assert!(
            managers.values().flatten().all(|manager| !gone.contains(manager)),
            "of {employees}: a manager has left"
        );
    }
}

#[test]
fn two_months_in_a_hundred_are_missing() {
    let since = day(demo::AS_OF).plus_days(-400);
    let (mut there, mut metrics) = (0, 0);
    for person in PEOPLE.iter().filter(|person| person.employee.left_on.is_none()) {
        if person.employee.job_started_on.is_some_and(|day| day < since) {
            there += person.results.len();
            metrics += person.results.chunk_by(|a, b| a.metric == b.metric).count();
        }
    }
    let missing = 100.0 * (1.0 - there as f64 / (metrics * 7) as f64);
    assert!((1.8..=2.2).contains(&missing), "{missing:.2} % of the months are missing");
}

#[test]
fn a_month_is_much_like_the_month_before_but_not_the_same() {
    let csat = ladder().catalogue.metrics.iter().position(|metric| metric.code == "csat").expect("it is measured");
    let mut pairs = Vec::new();
    for person in &*PEOPLE {
        let values: Vec<_> = person.results.iter().filter(|row| row.metric.index() == csat).collect();
        let following = values.windows(2).filter(|pair| pair[0].month.plus(1) == pair[1].month);
        pairs.extend(following.map(|pair| (pair[0].value.units() as f64, pair[1].value.units() as f64)));
    }
    let r = correlation(&pairs);
    assert!((0.6..=0.95).contains(&r), "correlation {r:.2}");
}

fn correlation(pairs: &[(f64, f64)]) -> f64 {
    let mean = |of: fn(&(f64, f64)) -> f64| pairs.iter().map(of).sum::<f64>() / pairs.len() as f64;
    let (x, y) = (mean(|pair| pair.0), mean(|pair| pair.1));
    let (mut xy, mut xx, mut yy) = (0.0, 0.0, 0.0);
    for pair in pairs {
        xy += (pair.0 - x) * (pair.1 - y);
        xx += (pair.0 - x) * (pair.0 - x);
        yy += (pair.1 - y) * (pair.1 - y);
    }
    xy / (xx * yy).sqrt()
}

#[test]
fn the_same_seed_gives_the_same_people_and_another_seed_others() {
    assert_eq!(people(500, 42), people(500, 42));
    let shared = people(500, 42).iter().zip(&people(500, 43)).filter(|(one, other)| one == other).count();
    assert_eq!(shared, 0);
}

#[test]
fn a_company_of_millions_begins_at_once() {
    let first = demo::generate(1_500_000, 1, day(demo::AS_OF), ladder()).next().expect("there is a first");
    assert_eq!(first.employee.employee_number, "100001");
}
