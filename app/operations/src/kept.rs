//! People as facts, and facts as people: a fact is a row of the bundle, so nothing is said in two ways.

use std::collections::BTreeMap;

use files::{Person, Problem, RowReader};
use model::{Body, Employee, EmployeeId, Fact, FactKind, fold};
use rules::{Day, Ladder};

use crate::Error;

/// The columns of `employees.csv` that are kept apart.
const PAY: &[&str] = &["annual_pay", "currency"];
const IDENTITY: &[&str] = &["gender", "birth_year"];

/// What a bundle says of a person, fact by fact.
pub(crate) fn facts_of(person: &Person, ladder: &Ladder) -> Result<Vec<Fact>, Error> {
    let mut facts = Vec::new();
    for row in files::rows_of(person, ladder)? {
        let kind = FactKind::from_code(row.file).ok_or_else(|| Problem::in_file(row.file, "is no kind of fact"))?;
        if kind != FactKind::Employee {
            let body = row.values.into_iter().map(|(column, value)| (column.to_owned(), value)).collect();
            facts.push(Fact { kind, key: fold(&row.key), body });
            continue;
        }
        let mut bodies: BTreeMap<FactKind, Body> = BTreeMap::from([(FactKind::Employee, Body::new())]);
        for (column, value) in row.values.into_iter().filter(|(column, _)| *column != "employee_number") {
            bodies.entry(kind_of_column(column)).or_default().insert(column.to_owned(), value);
        }
        facts.extend(bodies.into_iter().map(|(kind, body)| Fact { kind, key: String::new(), body }));
    }
    Ok(facts)
}

fn kind_of_column(column: &str) -> FactKind {
    if PAY.contains(&column) {
        FactKind::Pay
    } else if IDENTITY.contains(&column) {
        FactKind::Identity
    } else {
        FactKind::Employee
    }
}

/// What lists need of a person, from their row of `employees.csv`.
pub(crate) fn employee_of(
    id: EmployeeId,
    number: &str,
    body: &Body,
    manager: Option<EmployeeId>,
) -> Result<Employee, Error> {
    let text = |column: &str| body.get(column).cloned();
    let problem = |column| Error::Invalid(Problem::in_file("employees.csv", format!("{number}: {column} is no day")));
    let day = |column| text(column).map(|day| day.parse::<Day>().map_err(|_| problem(column))).transpose();
    Ok(Employee {
        id,
        number: number.to_owned(),
        full_name: text("full_name").unwrap_or_default(),
        job: text("job").unwrap_or_default(),
        manager,
        site: text("site"),
        country: text("country"),
        unit: text("unit"),
        hired_on: day("hired_on")?.ok_or_else(|| problem("hired_on"))?,
        left_on: day("left_on")?,
    })
}

/// The person that facts tell of. Facts that are kept apart count where the caller has them in hand.
pub(crate) fn person_of<'f>(
    reader: &RowReader<'_>,
    number: &str,
    facts: impl IntoIterator<Item = &'f Fact>,
) -> Result<Person, Error> {
    let facts: Vec<&Fact> = facts.into_iter().collect();
    let is_apart = |kind| matches!(kind, FactKind::Pay | FactKind::Identity);
    let apart: Vec<&Fact> = facts.iter().copied().filter(|fact| is_apart(fact.kind)).collect();
    let rows = facts.iter().filter(|fact| !is_apart(fact.kind)).map(|fact| {
        let beside: &[&Fact] = if fact.kind == FactKind::Employee { &apart } else { &[] };
        let value = move |column: &str| {
            let own = fact.body.get(column);
            own.or_else(|| beside.iter().find_map(|other| other.body.get(column))).map(String::as_str)
        };
        (fact.kind.code(), value)
    });
    Ok(reader.person(number, rows)?)
}
