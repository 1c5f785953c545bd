//! `employees.csv`

use rules::{EmploymentKind, Entry, Ladder, Place, WorkMode};

use crate::bundle::columns::{Column, File, employees};
use crate::bundle::gathered::{Gathered, Listed};
use crate::bundle::row::Row;
use crate::bundle::sheet::{Cells, Known, Sheet};
use crate::{Employee, Person};

impl Sheet for Employee {
    const FILE: File = File::Employees;
    const KEY: (Column, &'static str) = (employees::employee_number, "employee_number");
    const KEY_COLUMNS: &'static [&'static [Column]] = &[];
    type Key<'a> = ();

    fn key(&self) {}

    fn read(row: &mut Row<'_>, known: &Known<'_>) -> Option<Employee> {
        let employee_number = row.peek(employees::employee_number);
        let full_name = row.text(employees::full_name);
        let hired_on = row.value(employees::hired_on);
        let left_on = row.end(employees::left_on, hired_on);
        let job = row.code(employees::job, &known.codes.jobs);
        let job_started_on = row.end(employees::job_started_on, hired_on);
        if let (Some(started), Some(left)) = (job_started_on, left_on.filter(|left| job_started_on > Some(*left))) {
            row.refuse(employees::job_started_on, format!("{started} is after left_on, {left}"));
        }
        let place = Place {
            site: row.text(employees::site).map(Into::into),
            country: row.text(employees::country).map(Into::into),
            unit: row.text(employees::unit).map(Into::into),
            work_mode: row.choice(employees::work_mode, WorkMode::ALL, WorkMode::code),
        };
        let employment = row.choice(employees::employment, EmploymentKind::ALL, EmploymentKind::code);
        let currency = row.read(employees::currency, |text| {
            let letters = text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_uppercase());
            if letters { Ok(text.into()) } else { Err("a currency is three capital letters, as in EUR") }
        });
        let birth_year = row.whole(employees::birth_year, 1900, 9999).map(|year| year as u16);
        Some(Employee {
            email: row.text(employees::email).map(Into::into),
            service_date: row.value(employees::service_date),
            manager_number: row.text(employees::manager_number).map(Into::into),
            annual_pay: row.amount(employees::annual_pay),
            gender: row.text(employees::gender).map(Into::into),
            employee_number: employee_number?.into(),
            full_name: full_name?.into(),
            hired_on: hired_on?,
            left_on,
            job: job?,
            job_started_on,
            place,
            employment: employment.unwrap_or(EmploymentKind::FullTime),
            currency,
            birth_year,
        })
    }

    fn write(&self, cells: &mut Cells, ladder: &Ladder) {
        cells.put(employees::full_name, &self.full_name);
        cells.put_some(employees::email, self.email.as_ref());
        cells.put(employees::hired_on, self.hired_on);
        cells.put_some(employees::service_date, self.service_date);
        cells.put_some(employees::left_on, self.left_on);
        cells.put(employees::job, ladder.catalogue.job(self.job).code());
        cells.put_some(employees::job_started_on, self.job_started_on);
        cells.put_some(employees::manager_number, self.manager_number.as_ref());
        cells.put_some(employees::site, self.place.site.as_ref());
        cells.put_some(employees::country, self.place.country.as_ref());
        cells.put_some(employees::unit, self.place.unit.as_ref());
        cells.put_some(employees::work_mode, self.place.work_mode);
        cells.put(employees::employment, self.employment);
        cells.put_some(employees::annual_pay, self.annual_pay);
        cells.put_some(employees::currency, self.currency.as_ref());
        cells.put_some(employees::gender, self.gender.as_ref());
        cells.put_some(employees::birth_year, self.birth_year);
    }

    fn of(person: &Person) -> &[Employee] {
        std::slice::from_ref(&person.employee)
    }

    fn list(gathered: &mut Gathered) -> &mut Listed<Employee> {
        &mut gathered.employee
    }
}
