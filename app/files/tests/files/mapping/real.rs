//! An export that nobody here wrote: 311 people, given by the folder in `NEXTRUNG_SAMPLES`.

use std::collections::BTreeMap;
use std::path::PathBuf;

use rules::Status;

use super::import;

#[expect(clippy::print_stdout, reason = "who runs the tests is told that these two tried nothing")]
#[expect(clippy::disallowed_methods, reason = "the export stays outside the project: its folder is named from outside")]
fn folder() -> Option<PathBuf> {
    let folder = std::env::var_os("NEXTRUNG_SAMPLES").map(PathBuf::from);
    if folder.is_none() {
        println!("NEXTRUNG_SAMPLES is not given: the export of 311 people is not tried");
    }
    folder
}

#[test]
fn the_export_of_311_people_goes_in_whole_where_it_is_given() {
    let Some(folder) = folder() else { return };
    let imported = import("hris", &folder.join("hris_export.csv"));
    let mapped = &imported.mapped;
    assert_eq!((mapped.rows, mapped.taken, mapped.refused_rows), (311, 311, 0));
    assert_eq!(imported.people.len(), 311);
    let employees: Vec<_> = imported.people.iter().map(|person| &person.employee).collect();
    assert_eq!(employees.iter().filter(|employee| employee.left_on.is_some()).count(), 104);

    // 311 less 2 who report to the board and 73 whose four managers are not in the export.
    assert_eq!(employees.iter().filter(|employee| employee.manager_number.is_some()).count(), 236);
    assert_eq!(mapped.left_empty.len(), 4);
    let rows = |reason: &str| reason.split_once(" rows")?.0.rsplit(' ').next()?.parse::<u32>().ok();
    assert_eq!(mapped.left_empty.iter().filter_map(|problem| rows(&problem.reason)).sum::<u32>(), 73);

    // 31 titles: 12 are titles of the ladder, one is in the mapping's table, 18 are new.
    let jobs: BTreeMap<_, usize> = employees.iter().fold(BTreeMap::new(), |mut jobs, employee| {
        *jobs.entry(imported.ladder.catalogue.job(employee.job).title.as_str()).or_default() += 1;
        jobs
    });
    assert_eq!(jobs.len(), 31);
    let people = |title: &str| jobs.get(title).copied();
    assert_eq!((people("Production Technician I"), people("Production Technician II")), (Some(137), Some(57)));
    assert_eq!((people("Production Manager"), people("Chief Information Officer")), (Some(14), Some(1)));
    assert_eq!(mapped.new_jobs.iter().map(|new| new.rows).sum::<u64>(), 40);
    assert_eq!(mapped.new_jobs.len(), 18);

    let ratings =
        imported.people.iter().flat_map(|person| &person.reviews).fold(BTreeMap::new(), |mut ratings, review| {
            *ratings.entry(review.rating.to_string()).or_insert(0) += 1;
            ratings
        });
    let expected = [("1", 13), ("2", 18), ("3", 243), ("4", 37)];
    assert_eq!(ratings, expected.map(|(rating, people)| (rating.to_owned(), people)).into());
    let pay = employees.iter().filter_map(|employee| employee.annual_pay).map(|pay| pay.units() / 10_000).sum::<i64>();
    assert_eq!(pay, 21_465_433);
    assert_eq!(employees.iter().filter_map(|employee| employee.birth_year).map(u64::from).sum::<u64>(), 615_342);
}

#[test]
fn the_technicians_among_them_are_eligible_as_counted_independently() {
    let Some(folder) = folder() else { return };
    let imported = import("hris", &folder.join("hris_export.csv"));
    let count = |track: &str, status: Status| {
        let numbers = imported.people.iter().map(|person| &person.employee.employee_number);
        numbers.filter(|number| imported.answer(number, track, "2019-03-01").decision.status == status).count()
    };
    // Counted with a spreadsheet's arithmetic from the export itself.
    assert_eq!(count("technician-1-to-2", Status::Eligible), 77);
    assert_eq!(count("technician-2-to-manager", Status::Eligible), 4);
    let answered =
        [Status::OnCourse, Status::CannotTell, Status::NeedsAction].map(|status| count("technician-1-to-2", status));
    assert_eq!(answered.iter().sum::<usize>(), 8);
}
