//! A bundle read: every file row by row, then every person by all their rows.

use std::io::{self, BufRead};

use rules::Ladder;

use super::check::check_person;
use super::codes::KnownCodes;
use super::columns::{File, employees};
use super::gathered::{Gathered, stage};
use super::header::Header;
use super::problems::{Problems, shown};
use super::records::Records;
use super::roster::Roster;
use super::row::Row;
use super::sheet::{Known, Sheet, every_sheet};
use super::source::Source;
use super::staging::Staging;
use super::{Checked, FileAccount, Refused, Step};

/// After how many rows progress is told.
const PROGRESS: u64 = 1 << 16;

/// The state of reading a bundle.
struct Reading<'a> {
    known: Known<'a>,
    staging: Staging,
    problems: Problems,
    accounts: Vec<FileAccount>,
    progress: &'a mut dyn FnMut(Step<'_>),
}

/// Reads and checks a whole bundle.
pub(crate) fn read(
    source: &Source,
    budget: usize,
    ladder: &Ladder,
    progress: &mut dyn FnMut(Step<'_>),
) -> Result<Checked, Refused> {
    let known = Known { codes: KnownCodes::new(ladder), roster: Roster::default() };
    let (staging, problems, accounts) = (Staging::new(budget), Problems::default(), Vec::new());
    let mut reading = Reading { known, staging, problems, accounts, progress };
    every_sheet!(S => reading.read_file::<S>(source));
    reading.check_people(ladder);
    let (problems, more) = reading.problems.into_sorted();
    if !problems.is_empty() {
        return Err(Refused { problems, more, accounts: reading.accounts });
    }
    let people = reading.known.roster.len();
    Ok(Checked { staging: reading.staging, people, accounts: reading.accounts })
}

impl Reading<'_> {
    fn read_file<S: Sheet>(&mut self, source: &Source) {
        let name = S::FILE.table().name;
        let mut account = FileAccount { name, ..FileAccount::default() };
        let read = source.read(name, |from| self.read_rows::<S>(from, &mut account));
        if S::FILE == File::Employees {
            self.known.roster.complete = matches!(read, Ok(Some(true)));
        }
        match read {
            Ok(None) if S::FILE == File::Employees => {
                self.problems.add(S::FILE, None, None, "it is missing: a bundle has one");
                return;
            }
            Ok(None) => return,
            Ok(Some(_)) => {}
            Err(error) => self.problems.add(S::FILE, None, None, format!("cannot be read: {error}")),
        }
        self.accounts.push(account);
    }

    /// Reads the rows of a file; whether to its end.
    fn read_rows<S: Sheet>(&mut self, from: &mut dyn BufRead, account: &mut FileAccount) -> io::Result<bool> {
        let mut records = Records::new(from);
        let Some(first) = records.next()? else {
            self.problems.add(S::FILE, None, None, "it is empty: the first line names the columns");
            return Ok(false);
        };
        let Some(header) = Header::read(S::FILE, first, &mut self.problems) else { return Ok(false) };
        while let Some(record) = records.next()? {
            account.rows += 1;
            if account.rows.is_multiple_of(PROGRESS) {
                (self.progress)(Step { file: account.name, rows: account.rows });
            }
            let mut row = Row::new(S::FILE, record, &header, &mut self.problems);
            let person = match whose::<S>(&mut row, &mut self.known.roster) {
                Ok(person) => person,
                Err(reason) => {
                    row.refuse(employees::employee_number, reason);
                    return Ok(false);
                }
            };
            let read = if row.is_whole() { S::read(&mut row, &self.known) } else { None };
            let read = read.filter(|_| !row.is_refused());
            if let Some(person) = person {
                stage(&mut self.staging, person, row.line(), read.as_ref())?;
            }
        }
        (self.progress)(Step { file: account.name, rows: account.rows });
        account.ignored = header.ignored;
        Ok(!records.broke_off)
    }

    fn check_people(&mut self, ladder: &Ladder) {
        let reporting = self.known.roster.reporting();
        let mut person = Gathered::default();
        let mut checked: u64 = 0;
        let mut check = || -> io::Result<()> {
            self.staging.rewind()?;
            while let Some(place) = person.next(&mut self.staging)? {
                check_person(&mut person, reporting[place as usize], ladder, &mut self.problems);
                checked += 1;
                if checked.is_multiple_of(PROGRESS) {
                    (self.progress)(Step { file: "people", rows: checked });
                }
            }
            self.staging.rewind()
        };
        if let Err(error) = check() {
            let reason = error.to_string();
            self.problems.add(File::Employees, None, None, reason);
        }
        (self.progress)(Step { file: "people", rows: checked });
    }
}

/// Whose row it is: the place among the employees.
fn whose<S: Sheet>(row: &mut Row<'_>, roster: &mut Roster) -> Result<Option<u32>, String> {
    let column = employees::employee_number;
    let number = match row.is_whole() {
        true => row.text(column).or_else(|| row.peek(column)).filter(|number| !number.chars().all(char::is_whitespace)),
        // It may stand in another column's place; it is only looked up.
        false => row.peek(column),
    };
    let Some(number) = number else { return Ok(None) };
    if S::FILE == File::Employees {
        return roster.enter(number, row.peek(employees::manager_number)).map(Some);
    }
    let place = roster.find_again(number);
    if place.is_none() && roster.complete && row.is_whole() {
        row.refuse(column, format!("nobody in employees.csv is {}", shown(number)));
    }
    Ok(place)
}
