//! What can only be judged with all of a person's rows in hand.

use std::collections::HashSet;

use rules::{Day, Entry, Ladder};

use super::columns::{File, assignments, employees, employments};
use super::gathered::{Gathered, Listed};
use super::problems::{Problems, shown};
use super::roster::Reporting;
use super::sheet::{Sheet, every_sheet};

/// Checks one person's rows against each other.
pub(crate) fn check_person(person: &mut Gathered, reporting: Reporting, ladder: &Ladder, problems: &mut Problems) {
    if let Some((file, line)) = person.beyond {
        problems.add(file, Some(line), None, "more rows than one employee may have (8 MiB in all files)");
        return;
    }
    every_sheet!(S => {
        let list = S::list(person);
        for (line, first) in twice(list) {
            let (column, key) = S::KEY;
            let reason = format!("the {key} of this employee are already on line {first}");
            problems.add(S::FILE, Some(line), Some(column), if S::FILE == File::Employees {
                format!("this employee number is already on line {first}")
            } else {
                reason
            });
        }
    });
    check_manager(&person.employee, reporting, problems);
    check_employments(person, problems);
    check_assignments(person, ladder, problems);
}

/// The lines whose natural key is already on another, which comes with it.
fn twice<S: Sheet>(list: &Listed<S>) -> Vec<(u64, u64)> {
    let sorted = list.rows.windows(2).all(|pair| pair[0].key() < pair[1].key());
    if sorted {
        return Vec::new();
    }
    let mut keys: Vec<_> = list.iter().map(|(row, line)| (row.key(), line)).collect();
    keys.sort();
    let same_key = keys.chunk_by(|a, b| a.0 == b.0);
    same_key.flat_map(|same| same[1..].iter().map(|(_, line)| (*line, same[0].1))).collect()
}

fn check_manager(employee: &Listed<crate::Employee>, reporting: Reporting, problems: &mut Problems) {
    let row = employee.iter().next();
    let Some(line) = row.map(|(_, line)| line).or_else(|| employee.refused.first().copied()) else { return };
    let manager = row.and_then(|(row, _)| row.manager_number.as_deref()).map(shown);
    let manager = manager.unwrap_or_else(|| "this manager".to_owned());
    let reason = match reporting {
        Reporting::Sound => return,
        Reporting::ToNobody => format!("nobody in employees.csv is {manager}"),
        Reporting::ToSelf => "this is the employee: leave it empty where there is no manager".to_owned(),
        Reporting::InLoop => format!("{manager} reports, perhaps over others, to this employee: a loop"),
    };
    problems.add(File::Employees, Some(line), Some(employees::manager_number), reason);
}

fn check_employments(person: &Gathered, problems: &mut Problems) {
    let list = &person.employments;
    let spans = list.iter().map(|(row, line)| (row.employment.hired_on, row.employment.left_on, line)).collect();
    for (line, other) in overlaps(spans) {
        let reason = format!("this employment overlaps the one on line {other}");
        problems.add(File::Employments, Some(line), Some(employments::hired_on), reason);
    }
    let Some((employee, at)) = the_row(&person.employee) else { return };
    let Some((latest, line)) = list.iter().max_by_key(|(row, _)| row.employment.hired_on) else { return };
    if !list.refused.is_empty() {
        return;
    }
    let span = &latest.employment;
    let mut agree = |column, here: Option<String>, there: Option<String>| {
        if here != there {
            let said = there.unwrap_or_else(|| "nothing".to_owned());
            let reason = format!("the latest employment must agree with employees.csv, line {at}, which says {said}");
            problems.add(File::Employments, Some(line), Some(column), reason);
        }
    };
    let text = |day: Option<Day>| day.map(|day| day.to_string());
    agree(employments::hired_on, text(Some(span.hired_on)), text(Some(employee.hired_on)));
    agree(employments::left_on, text(span.left_on), text(employee.left_on));
    agree(employments::employment, Some(span.kind.to_string()), Some(employee.employment.to_string()));
    if let (Some(here), Some(there)) = (latest.work_mode, employee.place.work_mode) {
        agree(employments::work_mode, Some(here.to_string()), Some(there.to_string()));
    }
}

fn check_assignments(person: &Gathered, ladder: &Ladder, problems: &mut Problems) {
    let list = &person.assignments;
    let doubled: HashSet<u64> = twice(list).into_iter().map(|(line, _)| line).collect();
    let spans = list.iter().filter(|(_, line)| !doubled.contains(line));
    let spans = spans.map(|(row, line)| (row.assignment.started_on, row.assignment.ended_on, line)).collect();
    for (line, other) in overlaps(spans) {
        let reason = format!("this assignment overlaps the one on line {other}");
        problems.add(File::Assignments, Some(line), Some(assignments::started_on), reason);
    }
    let Some((employee, at)) = the_row(&person.employee) else { return };
    let Some((latest, line)) = list.iter().max_by_key(|(row, _)| row.assignment.started_on) else { return };
    if list.refused.is_empty() && latest.assignment.job != employee.job {
        let job = shown(ladder.catalogue.job(latest.assignment.job).code());
        let reason = format!("the open or last assignment, assignments.csv line {line}, says {job}");
        problems.add(File::Employees, Some(at), Some(employees::job), reason);
    }
}

/// The one row in `employees.csv`, and its line.
fn the_row(list: &Listed<crate::Employee>) -> Option<(&crate::Employee, u64)> {
    list.iter().next().filter(|_| list.rows.len() == 1 && list.refused.is_empty())
}

/// The lines of spans that begin within an earlier one, which comes with it.
fn overlaps(mut spans: Vec<(Day, Option<Day>, u64)>) -> Vec<(u64, u64)> {
    spans.sort_by_key(|(start, _, line)| (*start, *line));
    let mut found = Vec::new();
    let mut longest: Option<(Day, u64)> = None;
    for (start, end, line) in spans {
        let end = end.unwrap_or(Day::FOREVER);
        match longest {
            Some((until, other)) if start <= until => found.push((line, other)),
            _ => {}
        }
        longest = Some(longest.map_or((end, line), |longest| longest.max((end, line))));
    }
    found
}
