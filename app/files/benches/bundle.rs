//! Reading and writing a bundle, against the csv crate's bare pass over the same files.
//!
//! `cargo bench -p files --bench bundle`: 20,000 people with 66 rows each. `max alloc` is the peak memory.
//! Figures are in `README.md` beside this file.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use divan::counter::ItemsCount;
use divan::{AllocProfiler, Bencher};
use files::{AssignmentRow, BUNDLE_FILES, Bundle, BundleWriter, CredentialRow, Employee, LeaveRow, Person};
use rules::{
    ActivityEvent, ActivityId, Assessor, Assignment, Basis, CertificationId, CourseId, Credential, Day, Decimal,
    EmploymentKind, JobId, LanguageTag, Leave, Level, MetricId, MonthlyResult, Place, Proficiency, Review,
    SkillAssessment, SkillId, Standing, Training, TrainingStatus,
};

#[global_allocator]
static ALLOCATOR: AllocProfiler = AllocProfiler::system();

const PEOPLE: u32 = 20_000;
const ROWS: u32 = PEOPLE * 66;

fn main() {
    LazyLock::force(&FOLDER);
    divan::main();
}

static FOLDER: LazyLock<PathBuf> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("bundle");
    write(&folder);
    folder
});

fn write(folder: &Path) {
    let mut writer = BundleWriter::create(folder, files::default_ladder()).expect("a folder to write into");
    for number in 0..PEOPLE {
        writer.write(&person(number)).expect("room on the disk");
    }
    writer.finish().expect("room on the disk");
}

fn day(number: u32) -> Day {
    Day::new(2018, 1, 1).expect("a day").plus_days((number * 37 % 2000) as i32)
}

fn person(number: u32) -> Person {
    let catalogue = &files::default_ladder().catalogue;
    let hired_on = day(number);
    let job = JobId((number % 4) as u16);
    let mut person = Person::new(Employee {
        employee_number: format!("{}", 100_000 + number).into(),
        full_name: format!("Asha Rao {number}"),
        email: Some(format!("asha.rao.{number}@example.com")),
        hired_on,
        service_date: None,
        left_on: None,
        job,
        job_started_on: None,
        manager_number: (number > 0).then(|| format!("{}", 100_000 + number / 12).into()),
        place: Place {
            site: Some("Nashik".into()),
            country: Some("IN".into()),
            unit: Some("Voice".into()),
            work_mode: None,
        },
        employment: EmploymentKind::FullTime,
        annual_pay: Some(Decimal::from(400_000)),
        currency: Some("INR".into()),
        gender: None,
        birth_year: Some(1990),
    });
    person.assignments = (0..2_u16)
        .map(|at| AssignmentRow {
            assignment: Assignment {
                job: if at == 1 { job } else { JobId(5) },
                started_on: hired_on.plus_days(i32::from(at) * 400),
                ended_on: (at == 0).then(|| hired_on.plus_days(399)),
            },
            manager_number: None,
            site: Some("Nashik".into()),
            unit: Some("Voice".into()),
        })
        .collect();
    person.leaves = vec![LeaveRow {
        kind: "parental".into(),
        leave: Leave { started_on: day(number + 1), ended_on: Some(day(number + 1)), counts_toward_tenure: false },
    }];
    person.credentials = (0..3_u16)
        .map(|at| CredentialRow {
            credential: Credential {
                certification: CertificationId(at % catalogue.certifications.len() as u16),
                issued_on: day(number + u32::from(at)),
                expires_on: None,
                standing: Standing::Verified,
            },
            credential_id: Some(format!("C-{number}-{at}")),
            evidence_url: None,
        })
        .collect();
    person.proficiencies = ["en", "hi"]
        .map(|tag| Proficiency {
            language: LanguageTag::new(tag).expect("a tag"),
            level: Level::B2,
            assessed_on: hired_on,
            expires_on: None,
            basis: Basis::Verified,
        })
        .to_vec();
    let training = |at: u32| Training {
        course: CourseId(0),
        status: TrainingStatus::CompletedOn(day(number + at)),
        score: Some(Decimal::from(90)),
    };
    person.trainings = (0..3).map(training).collect();
    let result = |at: u32| MonthlyResult {
        metric: MetricId((at % 2) as u16),
        month: Day::new(2024, 1, 1).expect("a day").month().plus((at / 2) as i32),
        value: Decimal::from_units(900_000 + i64::from(number % 1000) * 100),
        sample: Some(1200),
    };
    person.results = (0..48).map(result).collect();
    person.reviews = vec![Review { reviewed_on: day(number), rating: Decimal::from_units(35_000) }];
    person.skills = (0..3)
        .map(|at| SkillAssessment {
            skill: SkillId(0),
            assessor: Assessor::Manager,
            assessed_on: day(number + at),
            level: 4,
        })
        .collect();
    person.activities =
        (0..2).map(|at| ActivityEvent { activity: ActivityId(0), occurred_on: day(number + at), count: 2 }).collect();
    person
}

/// What we are measured against: the csv crate's own reading of every field as text.
#[divan::bench]
fn the_csv_crate_alone(bencher: Bencher) {
    bencher.counter(ItemsCount::new(ROWS)).bench(|| {
        let mut rows = 0_u64;
        for file in BUNDLE_FILES {
            let mut reader = csv::Reader::from_path(FOLDER.join(file.name)).expect("the file");
            let mut record = csv::StringRecord::new();
            while reader.read_record(&mut record).expect("a record") {
                rows += 1;
            }
        }
        assert_eq!(rows, u64::from(ROWS));
    });
}

fn check(memory: usize) -> files::Checked {
    let bundle = Bundle::open(&FOLDER).expect("the bundle").with_memory(memory);
    match bundle.check(files::default_ladder(), &mut |_| ()) {
        Ok(checked) => checked,
        Err(refused) => panic!("{:?}", refused.problems.first()),
    }
}

#[divan::bench(args = [64, 4])]
fn check_with_mib(bencher: Bencher, memory: usize) {
    bencher.counter(ItemsCount::new(ROWS)).bench(|| check(memory << 20).len());
}

#[divan::bench(args = [64, 4])]
fn check_and_give_people_with_mib(bencher: Bencher, memory: usize) {
    bencher.counter(ItemsCount::new(ROWS)).bench(|| check(memory << 20).people().filter(Result::is_ok).count());
}

#[divan::bench]
fn write_people(bencher: Bencher) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("written");
    bencher.counter(ItemsCount::new(ROWS)).bench(|| write(&folder));
}
