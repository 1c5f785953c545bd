//! The facts of a packet: rows of a bundle, with the columns that a packet keeps and no others.

use std::collections::BTreeMap;

use rules::Ladder;
use serde_json::Value;

use crate::bundle::columns::{
    Column, File, activities, assignments, certifications, conduct, employees, employments, languages, leaves, metrics,
    reviews, skills, trainings, waivers,
};
use crate::{Person, Problem, RowReader, rows_of};

/// A fact: the values of a row that are not empty, by column.
pub type PacketRow = BTreeMap<&'static str, String>;

/// What a packet keeps of a file's rows.
struct Kept {
    file: File,
    /// The columns that tell the rows apart; of those that stand for each other, one is empty.
    key: &'static [Column],
    /// The others.
    other: &'static [Column],
}

/// What is not named here is in no packet: first of all pay, gender and birth year. Number and name stand at the top.
const KEPT: &[Kept] = &[
    Kept {
        file: File::Employees,
        key: &[],
        other: &[
            employees::hired_on,
            employees::service_date,
            employees::left_on,
            employees::job,
            employees::job_started_on,
            employees::site,
            employees::country,
            employees::unit,
            employees::work_mode,
            employees::employment,
        ],
    },
    Kept {
        file: File::Employments,
        key: &[employments::hired_on],
        other: &[employments::left_on, employments::employment],
    },
    Kept {
        file: File::Assignments,
        key: &[assignments::job, assignments::started_on],
        other: &[assignments::ended_on],
    },
    Kept { file: File::Leaves, key: &[leaves::started_on], other: &[leaves::ended_on, leaves::counts_toward_tenure] },
    Kept {
        file: File::Certifications,
        key: &[certifications::certification, certifications::issued_on],
        other: &[
            certifications::expires_on,
            certifications::status,
            certifications::revoked_on,
            certifications::credential_id,
            certifications::evidence_url,
        ],
    },
    Kept {
        file: File::Languages,
        key: &[languages::language, languages::assessed_on],
        other: &[languages::level, languages::expires_on, languages::status],
    },
    Kept {
        file: File::Trainings,
        key: &[trainings::course, trainings::completed_on, trainings::planned_on],
        other: &[trainings::status, trainings::score],
    },
    Kept { file: File::Metrics, key: &[metrics::metric, metrics::month], other: &[metrics::value, metrics::sample] },
    Kept { file: File::Reviews, key: &[reviews::reviewed_on], other: &[reviews::rating] },
    Kept { file: File::Skills, key: &[skills::skill, skills::assessor, skills::assessed_on], other: &[skills::level] },
    Kept { file: File::Activities, key: &[activities::activity, activities::occurred_on], other: &[activities::count] },
    Kept { file: File::Conduct, key: &[conduct::issued_on], other: &[conduct::closed_on] },
    Kept {
        file: File::Waivers,
        key: &[waivers::track, waivers::criterion, waivers::from_on],
        other: &[waivers::until_on],
    },
];

/// Where a row must have a value that no packet keeps.
const LEFT_OUT: &str = "-";

impl Kept {
    fn of(file: &str) -> Option<&'static Kept> {
        KEPT.iter().find(|kept| kept.file.stem() == file)
    }

    fn columns(&self) -> impl Iterator<Item = &'static Column> + use<> {
        self.key.iter().chain(self.other)
    }
}

/// The names of the files that a packet can have.
pub(super) fn files() -> impl Iterator<Item = &'static str> {
    KEPT.iter().map(|kept| kept.file.stem())
}

/// The file of that name.
pub(super) fn file(name: &str) -> Option<&'static str> {
    files().find(|file| *file == name)
}

/// The columns that a packet keeps of a file.
pub(super) fn columns(file: &str) -> impl Iterator<Item = &'static str> {
    Kept::of(file).into_iter().flat_map(Kept::columns).map(|column| column.name)
}

/// The natural key of a row, as text: as far as the packet keeps it.
pub(super) fn key(file: &str, row: &PacketRow) -> String {
    let columns = Kept::of(file).map_or(&[][..], |kept| kept.key);
    let values: Vec<&str> = columns.iter().filter_map(|column| row.get(column.name)).map(String::as_str).collect();
    values.join(" ")
}

/// The facts of a packet, each file's rows in the order of their keys.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Rows(BTreeMap<&'static str, Vec<PacketRow>>);

impl Rows {
    /// The rows of a person. A text that no reader would take is a problem.
    pub(super) fn of(person: &Person, ladder: &Ladder) -> Result<Rows, Problem> {
        let unwritten = |error| Problem::in_file(person.employee.employee_number.as_str(), format!("{error}"));
        let mut rows = Rows::default();
        for row in rows_of(person, ladder).map_err(unwritten)? {
            let is_kept = |column: &'static str| columns(row.file).any(|kept| kept == column);
            let values = row.values.into_iter().filter(|(column, _)| is_kept(column)).collect();
            rows.add(row.file, values);
        }
        rows.sort();
        Ok(rows)
    }

    pub(super) fn add(&mut self, file: &'static str, row: PacketRow) {
        self.0.entry(file).or_default().push(row);
    }

    pub(super) fn sort(&mut self) {
        for (file, rows) in &mut self.0 {
            rows.sort_by_cached_key(|row| (key(file, row), row.clone()));
        }
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (&'static str, &[PacketRow])> {
        self.0.iter().map(|(file, rows)| (*file, rows.as_slice()))
    }

    /// Each row, with the file it is of and its place among that file's.
    fn each(&self) -> impl Iterator<Item = (&'static str, usize, &PacketRow)> {
        self.iter().flat_map(|(file, rows)| rows.iter().enumerate().map(move |(at, row)| (file, at, row)))
    }

    pub(super) fn to_json(&self) -> Value {
        let row = |row: &PacketRow| {
            row.iter().map(|(column, value)| ((*column).to_owned(), Value::from(value.as_str()))).collect()
        };
        let rows = |rows: &[PacketRow]| Value::Array(rows.iter().map(|one| Value::Object(row(one))).collect());
        Value::Object(self.iter().map(|(file, of)| (file.to_owned(), rows(of))).collect())
    }

    /// The person that the rows tell of, by the ladder whose codes they name; a problem has the row's place.
    pub(super) fn person(&self, number: &str, full_name: &str, ladder: &Ladder) -> Result<Person, Problem> {
        let reader = RowReader::new(ladder);
        let read = |rows: &mut dyn Iterator<Item = (&'static str, usize, &PacketRow)>| {
            let rows = rows.map(|(file, _, row)| (file, move |column: &str| value(full_name, file, row, column)));
            reader.person(number, rows)
        };
        let whole = read(&mut self.each());
        // Which row it was is asked only of a packet that somebody wrote by hand.
        whole.map_err(|problem| {
            let is_employee = |file: &str| file == File::Employees.stem();
            let alone = |row: &(&'static str, usize, &PacketRow)| {
                let beside = self.each().filter(|(file, ..)| is_employee(file) && !is_employee(row.0));
                read(&mut beside.chain([*row])).is_err()
            };
            let column = problem.at.as_deref().and_then(|at| at.rsplit(": ").next()).unwrap_or_default();
            let at = match self.each().find(alone) {
                Some((file, at, _)) => format!("facts.{file}[{at}].{column}"),
                None => "facts".to_owned(),
            };
            Problem { line: None, at: Some(at), ..problem }
        })
    }
}

/// A value of a row, as a reader of bundles asks for it.
fn value<'r>(full_name: &'r str, file: &str, row: &'r PacketRow, column: &str) -> Option<&'r str> {
    if file == File::Employees.stem() && column == employees::full_name.name {
        return Some(full_name);
    }
    let left_out = |of: File, one: Column| file == of.stem() && column == one.name;
    if left_out(File::Leaves, leaves::kind) || left_out(File::Conduct, conduct::kind) {
        return Some(LEFT_OUT);
    }
    row.get(column).map(String::as_str)
}
