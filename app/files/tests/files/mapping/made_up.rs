//! The two made-up exports go in whole, and people worked out by hand have their answers.

use files::Skipped;
use rules::Status;

use super::{Imported, import, samples};

/// Number, track, status, then the day since which or from which on the person is eligible.
type Answer = (&'static str, &'static str, Status, Option<&'static str>);

fn assert_answers(imported: &Imported, as_of: &str, answers: &[Answer]) {
    for (number, track, status, day) in answers {
        let decision = imported.answer(number, track, as_of).decision;
        let on = decision.eligible_since.or(decision.earliest_on).map(|day| day.to_string());
        assert_eq!((decision.status, on.as_deref()), (*status, *day), "{number} {track}");
    }
}

fn hris() -> Imported {
    import("hris", &samples("hris").join("export.csv"))
}

fn semicolon() -> Imported {
    import("semicolon", &samples("semicolon").join("export.csv"))
}

#[test]
fn the_hris_export_goes_in_whole() {
    let imported = hris();
    let mapped = &imported.mapped;
    assert_eq!((mapped.rows, mapped.taken, mapped.refused_rows), (30, 30, 0));
    assert!(mapped.skipped.is_empty() && mapped.refused.is_empty());
    assert_eq!(imported.people.len(), 30);
    assert_eq!(imported.people.iter().filter(|person| person.reviews.len() == 1).count(), 30);
    let leavers: Vec<_> = imported
        .people
        .iter()
        .filter_map(|person| Some((&*person.employee.employee_number, person.employee.left_on?)))
        .collect();
    let leavers: Vec<_> = leavers.iter().map(|(number, day)| (*number, day.to_string())).collect();
    let expected = [("50012", "2013-09-24"), ("50018", "2018-08-19"), ("50021", "2015-09-06"), ("50028", "2018-04-15")];
    assert_eq!(leavers, expected.map(|(number, day)| (number, day.to_owned())));
}

#[test]
fn names_turn_round_and_blanks_go() {
    let imported = hris();
    for (number, name) in [
        ("50002", "Marla T Quillfeather"),
        ("50004", "Quentin Tindervale"),
        ("50009", "Trudy Birchwhistle"),
        ("50013", "Prue Odette Foxworth"),
    ] {
        assert_eq!(imported.person(number).employee.full_name, name);
    }
    assert_eq!(imported.person("50008").employee.place.unit.as_deref(), Some("Production"));
    assert_eq!(imported.job("50024"), "network-engineer");
}

#[test]
fn managers_are_found_by_name_however_it_is_written() {
    let imported = hris();
    let manager = |number: &str| imported.person(number).employee.manager_number.clone();
    for (number, boss) in
        [("50008", "50002"), ("50009", "50002"), ("50010", "50002"), ("50005", "50004"), ("50030", "50007")]
    {
        assert_eq!(manager(number).as_deref(), Some(boss), "{number}");
    }
    assert_eq!(manager("50001"), None);
    let told: Vec<_> = imported.mapped.left_empty.iter().map(ToString::to_string).collect();
    let missing = "nobody in the export has the name `Osric Pendlehaven`: left empty, in 3 rows, this the first";
    assert_eq!(told, [format!("export.csv:20: ManagerName: {missing}")]);
    assert!(["50019", "50020", "50021"].iter().all(|number| manager(number).is_none()));
    assert_eq!(imported.people.iter().filter(|person| person.employee.manager_number.is_none()).count(), 4);
}

#[test]
fn titles_that_the_ladder_does_not_have_become_jobs_that_the_bundle_carries() {
    let imported = hris();
    let new: Vec<_> =
        imported.mapped.new_jobs.iter().map(|new| (new.job.code.as_str(), new.job.title.as_str(), new.rows)).collect();
    assert_eq!(
        new,
        [
            ("president-ceo", "President & CEO", 1),
            ("it-manager-infra", "IT Manager - Infra", 1),
            ("bi-director", "BI Director", 1),
            ("data-analyst", "Data Analyst", 2),
        ]
    );
    assert_eq!(imported.job("50004"), "chief-information-officer");
    assert_eq!(imported.job("50008"), "technician-1");
    assert_eq!(imported.job("50028"), "data-analyst");
}

#[test]
fn of_what_is_sensitive_only_pay_gender_and_birth_year_come_in() {
    let imported = hris();
    let employee = &imported.person("50002").employee;
    assert_eq!((employee.annual_pay, employee.currency.as_deref()), (Some(42_370.into()), Some("USD")));
    assert_eq!((employee.gender.as_deref(), employee.birth_year), (Some("F"), Some(1961)));
    assert_eq!((employee.place.site.as_deref(), employee.place.country.as_deref()), (None, Some("US")));
}

#[test]
fn technicians_and_engineers_have_the_answers_worked_out_by_hand() {
    // Reviews count from the day they were given; two years from 14 Aug 2017 are over on 14 Aug 2019.
    assert_answers(
        &hris(),
        "2019-03-01",
        &[
            ("50008", "technician-1-to-2", Status::Eligible, Some("2019-01-17")),
            ("50010", "technician-1-to-2", Status::OnCourse, Some("2019-08-14")),
            ("50011", "technician-1-to-2", Status::NeedsAction, None),
            ("50012", "technician-1-to-2", Status::NotApplicable, None),
            ("50013", "technician-1-to-2", Status::OnCourse, Some("2019-03-31")),
            ("50014", "technician-1-to-2", Status::NeedsAction, None),
            ("50015", "technician-1-to-2", Status::NotApplicable, None),
            ("50015", "technician-2-to-manager", Status::Eligible, Some("2019-02-07")),
            ("50016", "technician-2-to-manager", Status::Eligible, Some("2019-01-31")),
            ("50017", "technician-2-to-manager", Status::OnCourse, Some("2020-02-02")),
            ("50020", "technician-2-to-manager", Status::Eligible, Some("2019-01-18")),
            ("50022", "support-to-network", Status::Eligible, Some("2019-02-18")),
            ("50023", "network-to-senior", Status::Eligible, Some("2019-01-25")),
            ("50024", "network-to-senior", Status::NeedsAction, None),
            ("50025", "bi-to-senior", Status::Eligible, Some("2019-02-15")),
            ("50026", "database-to-bi", Status::NeedsAction, None),
            ("50029", "area-to-sales-manager", Status::Eligible, Some("2019-01-28")),
            ("50030", "area-to-sales-manager", Status::OnCourse, Some("2019-04-01")),
        ],
    );
}

#[test]
fn the_german_export_goes_in_whole_but_for_the_rows_that_are_nobody() {
    let imported = semicolon();
    let mapped = &imported.mapped;
    assert_eq!((mapped.rows, mapped.taken, mapped.refused_rows), (11, 8, 0));
    let skipped = |why: &str, rows| Skipped { why: why.to_owned(), rows };
    let outside = "external staff and the line of totals are no employees";
    assert_eq!(mapped.skipped, [skipped(outside, 2), skipped("a blank row", 1)]);
    assert!(mapped.ladder.is_none() && mapped.new_jobs.is_empty() && mapped.left_empty.is_empty());
    assert_eq!(imported.people.len(), 8);
}

#[test]
fn one_row_feeds_several_files_each_column_in_its_own_notation() {
    let imported = semicolon();
    let person = imported.person("1003");
    assert_eq!(person.employee.full_name, "Ruža Feldspat");
    assert_eq!(person.employee.annual_pay, Some(18_750.into()));
    assert_eq!(person.employee.birth_year, Some(1999));
    assert_eq!(person.employee.place.work_mode, Some(rules::WorkMode::Remote));
    assert_eq!(person.employee.employment, rules::EmploymentKind::PartTime);
    let languages: Vec<_> = person.proficiencies.iter().map(|row| (row.language.as_str(), row.level.code())).collect();
    assert_eq!(languages, [("en", "B2"), ("fr", "C1")]);
    assert_eq!(person.reviews[0].rating, "2.8".parse().expect("2.8"));
    assert_eq!(person.reviews[0].reviewed_on.to_string(), "2025-11-18");
    assert_eq!((person.results[0].month.to_string(), person.results[0].sample), ("2025-12".to_owned(), Some(88)));
    assert!(person.trainings.is_empty());
    assert_eq!(imported.person("1002").trainings.len(), 1);
    assert_eq!(imported.person("1005").employee.full_name, "Ottilie Sandbank; geb. Düne");
    assert_eq!(imported.person("1006").employee.left_on.map(|day| day.to_string()).as_deref(), Some("2024-08-31"));
    assert_eq!(imported.person("1001").employee.left_on, None);
}

#[test]
fn service_staff_have_the_answers_worked_out_by_hand() {
    // December is closed from 11 January on: ten days after its last day are over.
    assert_answers(
        &semicolon(),
        "2026-01-20",
        &[
            ("1001", "csr-to-team-lead", Status::NotApplicable, None),
            ("1002", "csr-to-team-lead", Status::Eligible, Some("2026-01-11")),
            ("1003", "csr-to-team-lead", Status::OnCourse, Some("2026-04-01")),
            ("1004", "csr-to-team-lead", Status::NeedsAction, None),
            ("1005", "csr-to-team-lead", Status::NeedsAction, None),
            ("1006", "csr-to-team-lead", Status::NotApplicable, None),
            ("1007", "csr-to-team-lead", Status::CannotTell, None),
            ("1008", "csr-to-team-lead", Status::OnCourse, Some("2026-10-01")),
        ],
    );
}

#[test]
fn the_same_export_again_gives_the_same_bundle() {
    let folder = tempfile::tempdir().expect("a folder");
    let text = |name: &str| std::fs::read_to_string(samples("hris").join(name)).expect("the sample is there");
    let ladder = files::read_ladder(&text("ladder.toml"), "ladder.toml").expect("the ladder is taken");
    let mapping = files::Mapping::read(&text("mapping.toml"), "mapping.toml").expect("the mapping is taken");
    let written = ["one", "two"].map(|name| {
        let out = folder.path().join(name);
        mapping.apply(&samples("hris").join("export.csv"), &ladder, &out).expect("the export is mapped");
        ["employees.csv", "reviews.csv", "ladder.toml"].map(|file| std::fs::read_to_string(out.join(file)).expect(file))
    });
    assert_eq!(written[0], written[1]);
}
