//! What is written reads back the same.

use compact_str::CompactString;
use files::{AssignmentRow, BundleWriter, ConductRow, CredentialRow, Employee, EmploymentRow, LeaveRow, Person};
use proptest::collection::btree_map;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use rules::{
    ActivityEvent, ActivityId, Assessor, Assignment, Basis, CertificationId, ConductAction, CourseId, Credential, Day,
    Decimal, Employment, EmploymentKind, JobId, LanguageTag, Leave, Level, MetricId, Month, MonthlyResult, Place,
    Proficiency, Review, SkillAssessment, SkillId, Standing, TrackId, Training, TrainingStatus, Waiver, WorkMode,
};

use super::{check, check_spilling, ladder};

/// Texts with all that makes CSV hard: commas, quotes, line breaks, formulas, other scripts, blanks at the ends.
fn text() -> impl Strategy<Value = String> {
    "[ -~\n\r\"',;=éñ漢हि🙂]{0,12}[a-z\"]"
}

fn short() -> impl Strategy<Value = CompactString> {
    text().prop_map(CompactString::from)
}

fn day() -> impl Strategy<Value = Day> {
    (0..8000).prop_map(|days| Day::new(2010, 1, 1).unwrap().plus_days(days))
}

fn month() -> impl Strategy<Value = Month> {
    (1..=9999, 1_u32..=12).prop_map(|(year, month)| Month::new(year, month).unwrap())
}

fn number() -> impl Strategy<Value = Decimal> {
    prop_oneof![-1_000_000_i64..1_000_000, -999_999_999_999_999_999_i64..=999_999_999_999_999_999]
        .prop_map(Decimal::from_units)
}

/// A day on or after another.
fn end(start: Day) -> impl Strategy<Value = Option<Day>> {
    option::of((0..2000).prop_map(move |days| start.plus_days(days)))
}

/// Spans that do not overlap, by their first days; only the last may be open.
fn spans() -> impl Strategy<Value = Vec<(Day, Option<Day>)>> {
    (prop::collection::vec((1..900, 0..900), 0..4), any::<bool>()).prop_map(|(steps, open)| {
        let mut from = Day::new(2001, 1, 1).unwrap();
        let mut spans = Vec::new();
        for (gap, length) in steps {
            let start = from.plus_days(gap);
            from = start.plus_days(length);
            spans.push((start, Some(from)));
        }
        if let Some(last) = spans.last_mut().filter(|_| open) {
            last.1 = None;
        }
        spans
    })
}

fn employee() -> impl Strategy<Value = Employee> {
    let names = (short(), text(), option::of(text()));
    let dates = (day(), 0..2000, any::<bool>(), option::of(0..2000), option::of(day()));
    let place = (option::of(short()), option::of(short()), option::of(short()), option::of(select(WorkMode::ALL)))
        .prop_map(|(site, country, unit, work_mode)| Place { site, country, unit, work_mode });
    let rest = (
        select(EmploymentKind::ALL),
        option::of((0_i64..1_000_000_000_000).prop_map(Decimal::from_units)),
        option::of(select(vec!["INR", "EUR"])),
        option::of(short()),
        option::of(1900_u16..=9999),
        0..2_u16,
    );
    (names, dates, place, rest).prop_map(|(names, (hired_on, stay, left, job_after, service_date), place, rest)| {
        Employee {
            employee_number: names.0,
            full_name: names.1,
            email: names.2,
            hired_on,
            service_date,
            left_on: left.then(|| hired_on.plus_days(stay)),
            job: JobId(rest.5),
            job_started_on: job_after.map(|days: i32| hired_on.plus_days(days.min(stay))),
            manager_number: None,
            place,
            employment: rest.0,
            annual_pay: rest.1,
            currency: rest.2.map(CompactString::from),
            gender: rest.3,
            birth_year: rest.4,
        }
    })
}

fn history() -> impl Strategy<Value = (Vec<EmploymentRow>, Vec<AssignmentRow>, Vec<LeaveRow>)> {
    let kinds = prop::collection::vec((select(EmploymentKind::ALL), option::of(select(WorkMode::ALL))), 4);
    let employments = (spans(), kinds).prop_map(|(spans, kinds)| {
        let row = |((hired_on, left_on), (kind, work_mode))| EmploymentRow {
            employment: Employment { hired_on, left_on, kind },
            work_mode,
        };
        spans.into_iter().zip(kinds).map(row).collect()
    });
    let jobs = prop::collection::vec((0..2_u16, option::of(short()), option::of(short())), 4);
    let assignments = (spans(), jobs).prop_map(|(spans, jobs)| {
        let row = |((started_on, ended_on), (job, site, unit))| AssignmentRow {
            assignment: Assignment { job: JobId(job), started_on, ended_on },
            manager_number: None,
            site,
            unit,
        };
        spans.into_iter().zip(jobs).map(row).collect()
    });
    let leave =
        (short(), day()).prop_flat_map(|(kind, started_on)| (Just((kind, started_on)), end(started_on), any::<bool>()));
    let leaves = prop::collection::vec(leave, 0..4).prop_map(|leaves| {
        let row = |((kind, started_on), ended_on, counts_toward_tenure)| LeaveRow {
            kind,
            leave: Leave { started_on, ended_on, counts_toward_tenure },
        };
        unique(leaves.into_iter().map(row).collect(), |row: &LeaveRow| (row.kind.clone(), row.leave.started_on))
    });
    (employments, assignments, leaves)
}

/// Without the later ones of one key, in their order.
fn unique<T, K: Ord>(rows: Vec<T>, key: impl Fn(&T) -> K) -> Vec<T> {
    let mut seen = std::collections::BTreeSet::new();
    rows.into_iter().filter(|row| seen.insert(key(row))).collect()
}

fn achievements() -> impl Strategy<Value = (Vec<CredentialRow>, Vec<Proficiency>, Vec<Training>)> {
    let standing = |issued_on: Day| {
        prop_oneof![
            Just(Standing::Verified),
            Just(Standing::Claimed),
            (0..2000).prop_map(move |days| Standing::RevokedOn(issued_on.plus_days(days))),
        ]
    };
    let credential = (0..2_u16, day()).prop_flat_map(move |(certification, issued_on)| {
        (Just((certification, issued_on)), end(issued_on), standing(issued_on), option::of(text()), option::of(text()))
    });
    let credentials = prop::collection::vec(credential, 0..4).prop_map(|rows| {
        let row = |((certification, issued_on), expires_on, standing, credential_id, evidence_url)| CredentialRow {
            credential: Credential { certification: CertificationId(certification), issued_on, expires_on, standing },
            credential_id,
            evidence_url,
        };
        let key = |row: &CredentialRow| (row.credential.certification, row.credential.issued_on);
        unique(rows.into_iter().map(row).collect(), key)
    });
    let language = select(vec!["hi", "pt-BR", "zh-Hant", "en"]).prop_map(|tag| LanguageTag::new(tag).unwrap());
    let proficiency = (language, day(), select(Level::ALL), select(Basis::ALL)).prop_flat_map(|row| {
        let assessed_on = row.1;
        (Just(row), end(assessed_on))
    });
    let proficiencies = prop::collection::vec(proficiency, 0..4).prop_map(|rows| {
        let row = |((language, assessed_on, level, basis), expires_on)| Proficiency {
            language,
            level,
            assessed_on,
            expires_on,
            basis,
        };
        unique(rows.into_iter().map(row).collect(), |row: &Proficiency| (row.language.clone(), row.assessed_on))
    });
    let status = prop_oneof![
        day().prop_map(TrainingStatus::CompletedOn),
        day().prop_map(TrainingStatus::PlannedOn),
        option::of(day()).prop_map(TrainingStatus::Withdrawn),
    ];
    let trainings = prop::collection::vec((status, option::of(number())), 0..4).prop_map(|rows| {
        let rows = rows.into_iter().map(|(status, score)| Training { course: CourseId(0), status, score });
        unique(rows.collect(), |row: &Training| row.status.day())
    });
    (credentials, proficiencies, trainings)
}

fn results() -> impl Strategy<Value = (Vec<MonthlyResult>, Vec<Review>, Vec<SkillAssessment>, Vec<ActivityEvent>)> {
    let results = btree_map((0..2_u16, month()), (number(), option::of(any::<u32>())), 0..6).prop_map(|rows| {
        let row = |((metric, month), (value, sample))| MonthlyResult { metric: MetricId(metric), month, value, sample };
        rows.into_iter().map(row).collect()
    });
    let reviews = btree_map(day(), number(), 0..4)
        .prop_map(|rows| rows.into_iter().map(|(reviewed_on, rating)| Review { reviewed_on, rating }).collect());
    let skills = btree_map((select(Assessor::ALL), day()), 1..=5_u8, 0..4).prop_map(|rows| {
        let row =
            |((assessor, assessed_on), level)| SkillAssessment { skill: SkillId(0), assessor, assessed_on, level };
        rows.into_iter().map(row).collect()
    });
    let activities = btree_map(day(), any::<u32>(), 0..4).prop_map(|rows| {
        let row = |(occurred_on, count)| ActivityEvent { activity: ActivityId(0), occurred_on, count };
        rows.into_iter().map(row).collect()
    });
    (results, reviews, skills, activities)
}

fn standing() -> impl Strategy<Value = (Vec<ConductRow>, Vec<Waiver>)> {
    let conduct = prop::collection::vec(
        (short(), day()).prop_flat_map(|row| {
            let issued_on = row.1;
            (Just(row), end(issued_on))
        }),
        0..3,
    )
    .prop_map(|rows| {
        let row = |((kind, issued_on), closed_on)| ConductRow { kind, action: ConductAction { issued_on, closed_on } };
        unique(rows.into_iter().map(row).collect(), |row: &ConductRow| (row.kind.clone(), row.action.issued_on))
    });
    let waivers = btree_map((select(vec!["time", "belt", "service"]), day()), 0..500, 0..3).prop_map(|rows| {
        let row = |((criterion, from_on), days): ((&str, Day), i32)| Waiver {
            track: TrackId(0),
            criterion: criterion.into(),
            from_on,
            until_on: from_on.plus_days(days),
        };
        rows.into_iter().map(row).collect()
    });
    (conduct, waivers)
}

/// Somebody with anything that a bundle can hold.
pub(crate) fn person() -> impl Strategy<Value = Person> {
    (employee(), history(), achievements(), results(), standing()).prop_map(
        |(mut employee, (employments, assignments, leaves), achievements, results, (conduct, waivers))| {
            if let Some(latest) = employments.last() {
                let Employment { hired_on, left_on, kind } = latest.employment;
                (employee.hired_on, employee.left_on, employee.employment) = (hired_on, left_on, kind);
                employee.place.work_mode = latest.work_mode.or(employee.place.work_mode);
                employee.job_started_on = None;
            }
            if let Some(latest) = assignments.last() {
                employee.job = latest.assignment.job;
            }
            let (credentials, proficiencies, trainings) = achievements;
            let (results, reviews, skills, activities) = results;
            Person {
                employments,
                assignments,
                leaves,
                credentials,
                proficiencies,
                trainings,
                results,
                reviews,
                skills,
                activities,
                conduct,
                waivers,
                ..Person::new(employee)
            }
        },
    )
}

/// People with different numbers, some of whom report to the first.
fn people() -> impl Strategy<Value = Vec<Person>> {
    prop::collection::vec((person(), any::<bool>()), 1..8).prop_map(|people| {
        let mut people = unique(people, |(person, _)| person.employee.employee_number.clone());
        let first = people[0].0.employee.employee_number.clone();
        for (person, reports) in &mut people[1..] {
            person.employee.manager_number = reports.then(|| first.clone());
            if let Some(row) = person.assignments.first_mut() {
                row.manager_number = reports.then(|| first.clone());
            }
        }
        people.into_iter().map(|(person, _)| person).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_reads_back_the_same(people in people(), zipped in any::<bool>()) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(if zipped { "bundle.zip" } else { "bundle" });
        let mut writer = BundleWriter::create(&path, &ladder()).unwrap();
        for person in &people {
            writer.write(person).unwrap();
        }
        writer.finish().unwrap();
        for checked in [check(&path), check_spilling(&path)] {
            let checked = checked.map_err(|refused| TestCaseError::fail(format!("{:?}", refused.problems)))?;
            let read: Vec<_> = checked.people().collect::<Result<_, _>>().unwrap();
            prop_assert_eq!(&read, &people);
        }
    }
}

#[test]
fn every_file_is_written_with_every_column_and_defaults_in_words() {
    let folder = tempfile::tempdir().unwrap();
    let mut writer = BundleWriter::create(folder.path(), &ladder()).unwrap();
    let read = super::people(&[
        ("leaves.csv", "employee_number,kind,started_on\n1001,study,2024-01-01\n"),
        ("activities.csv", "employee_number,activity,occurred_on\n1001,audit,2024-01-01\n"),
    ]);
    writer.write(&read[0]).unwrap();
    writer.finish().unwrap();
    let text = |name: &str| std::fs::read_to_string(folder.path().join(name)).unwrap();
    assert_eq!(
        text("employees.csv"),
        "employee_number,full_name,email,hired_on,service_date,left_on,job,job_started_on,manager_number,site,country,\
         unit,work_mode,employment,annual_pay,currency,gender,birth_year\r\n\
         1001,Asha Rao,,2020-01-01,,,csr,,,,,,,full_time,,,,\r\n"
    );
    assert_eq!(
        text("leaves.csv"),
        "employee_number,kind,started_on,ended_on,counts_toward_tenure\r\n1001,study,2024-01-01,,true\r\n"
    );
    assert_eq!(text("activities.csv"), "employee_number,activity,occurred_on,count\r\n1001,audit,2024-01-01,1\r\n");
    for file in files::BUNDLE_FILES {
        let header: Vec<_> = file.columns.iter().map(|column| column.name).collect();
        assert_eq!(text(file.name).lines().next().unwrap(), header.join(","));
    }
}

#[test]
fn a_text_that_no_reader_would_take_is_not_written() {
    let folder = tempfile::tempdir().unwrap();
    let mut writer = BundleWriter::create(folder.path(), &ladder()).unwrap();
    let mut person = super::people(&[]).remove(0);
    person.employee.full_name = "As\0ha".to_owned();
    let error = writer.write(&person).unwrap_err();
    assert_eq!(error.to_string(), "a control character (U+0000): take it out");
}
