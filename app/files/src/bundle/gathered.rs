//! One person's rows of all files, put together from staging.

use std::io;

use rules::{ActivityEvent, MonthlyResult, Proficiency, Review, SkillAssessment, Training, Waiver};

use super::columns::File;
use super::packed::Packed;
use super::sheet::{Sheet, every_sheet};
use super::staging::Staging;
use crate::{AssignmentRow, ConductRow, CredentialRow, Employee, EmploymentRow, LeaveRow, Person};

/// The most bytes that the rows of one person may take in staging.
const PERSON_LIMIT: usize = 8 << 20;

/// One person's rows of one file, in its order.
#[derive(Debug)]
pub(crate) struct Listed<T> {
    pub(crate) rows: Vec<T>,
    /// The line of each.
    pub(crate) lines: Vec<u64>,
    /// The lines of rows that were refused, and are not among these.
    pub(crate) refused: Vec<u64>,
}

impl<T> Default for Listed<T> {
    fn default() -> Listed<T> {
        Listed { rows: Vec::new(), lines: Vec::new(), refused: Vec::new() }
    }
}

impl<T> Listed<T> {
    /// Each row and its line.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&T, u64)> {
        self.rows.iter().zip(self.lines.iter().copied())
    }

    fn clear(&mut self) {
        self.rows.clear();
        self.lines.clear();
        self.refused.clear();
    }
}

/// One person's rows of all files.
#[derive(Debug, Default)]
pub(crate) struct Gathered {
    pub(crate) employee: Listed<Employee>,
    pub(crate) employments: Listed<EmploymentRow>,
    pub(crate) assignments: Listed<AssignmentRow>,
    pub(crate) leaves: Listed<LeaveRow>,
    pub(crate) credentials: Listed<CredentialRow>,
    pub(crate) proficiencies: Listed<Proficiency>,
    pub(crate) trainings: Listed<Training>,
    pub(crate) results: Listed<MonthlyResult>,
    pub(crate) reviews: Listed<Review>,
    pub(crate) skills: Listed<SkillAssessment>,
    pub(crate) activities: Listed<ActivityEvent>,
    pub(crate) conduct: Listed<ConductRow>,
    pub(crate) waivers: Listed<Waiver>,
    /// The first row beyond what one person may have.
    pub(crate) beyond: Option<(File, u64)>,
}

/// Stages a row that was read, or, without its values, one that was refused.
pub(crate) fn stage<S: Sheet>(staging: &mut Staging, person: u32, line: u64, row: Option<&S>) -> io::Result<()> {
    staging.add(person, |into| {
        into.push((S::FILE as u8) << 1 | u8::from(row.is_none()));
        line.pack(into);
        if let Some(row) = row {
            row.pack(into);
        }
    })
}

impl Gathered {
    /// Takes the next person's rows in place of those it has; whose they are, `None` after the last.
    pub(crate) fn next(&mut self, staging: &mut Staging) -> io::Result<Option<u32>> {
        every_sheet!(S => S::list(self).clear());
        self.beyond = None;
        let Some(person) = staging.peek()? else { return Ok(None) };
        let mut size = 0;
        while staging.peek()? == Some(person) {
            let Some(row) = staging.next()? else { break };
            size += row.len();
            self.take(row, size <= PERSON_LIMIT)
                .ok_or_else(|| io::Error::new(io::ErrorKind::InvalidData, "the temporary file was changed"))?;
        }
        Ok(Some(person))
    }

    fn take(&mut self, mut row: &[u8], within: bool) -> Option<()> {
        let (tag, rest) = row.split_first()?;
        row = rest;
        let line = u64::unpack(&mut row)?;
        let (file, refused) = (*File::ALL.get(usize::from(tag >> 1))?, tag & 1 == 1);
        if !within {
            self.beyond.get_or_insert((file, line));
            return Some(());
        }
        every_sheet!(S => if file == S::FILE {
            let list = S::list(self);
            if refused {
                list.refused.push(line);
            } else {
                list.rows.push(S::unpack(&mut row)?);
                list.lines.push(line);
            }
        });
        Some(())
    }

    /// The person, where there is a row in `employees.csv`.
    pub(crate) fn into_person(mut self) -> Option<Person> {
        Some(Person {
            employee: self.employee.rows.pop()?,
            employments: self.employments.rows,
            assignments: self.assignments.rows,
            leaves: self.leaves.rows,
            credentials: self.credentials.rows,
            proficiencies: self.proficiencies.rows,
            trainings: self.trainings.rows,
            results: self.results.rows,
            reviews: self.reviews.rows,
            skills: self.skills.rows,
            activities: self.activities.rows,
            conduct: self.conduct.rows,
            waivers: self.waivers.rows,
        })
    }
}
