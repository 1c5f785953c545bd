//! `employments.csv`, `assignments.csv` and `leaves.csv`: where a person's time went.

use rules::{Assignment, Day, Employment, EmploymentKind, Entry, JobId, Ladder, Leave, WorkMode};

use crate::bundle::columns::{Column, File, assignments, employments, leaves};
use crate::bundle::problems::shown;
use crate::bundle::row::Row;
use crate::bundle::sheet::{Cells, Known, Sheet, lists};
use crate::{AssignmentRow, EmploymentRow, LeaveRow};

impl Sheet for EmploymentRow {
    const FILE: File = File::Employments;
    const KEY: (Column, &'static str) = (employments::hired_on, "hired_on");
    const KEY_COLUMNS: &'static [&'static [Column]] = &[&[employments::hired_on]];
    type Key<'a> = Day;
    lists!(employments);

    fn key(&self) -> Day {
        self.employment.hired_on
    }

    fn read(row: &mut Row<'_>, _: &Known<'_>) -> Option<EmploymentRow> {
        let hired_on = row.value(employments::hired_on);
        let left_on = row.end(employments::left_on, hired_on);
        let kind = row.choice(employments::employment, EmploymentKind::ALL, EmploymentKind::code);
        let work_mode = row.choice(employments::work_mode, WorkMode::ALL, WorkMode::code);
        let kind = kind.unwrap_or(EmploymentKind::FullTime);
        Some(EmploymentRow { employment: Employment { hired_on: hired_on?, left_on, kind }, work_mode })
    }

    fn write(&self, cells: &mut Cells, _: &Ladder) {
        cells.put(employments::hired_on, self.employment.hired_on);
        cells.put_some(employments::left_on, self.employment.left_on);
        cells.put(employments::employment, self.employment.kind);
        cells.put_some(employments::work_mode, self.work_mode);
    }
}

impl Sheet for AssignmentRow {
    const FILE: File = File::Assignments;
    const KEY: (Column, &'static str) = (assignments::started_on, "job and started_on");
    const KEY_COLUMNS: &'static [&'static [Column]] = &[&[assignments::job], &[assignments::started_on]];
    type Key<'a> = (JobId, Day);
    lists!(assignments);

    fn key(&self) -> (JobId, Day) {
        (self.assignment.job, self.assignment.started_on)
    }

    fn read(row: &mut Row<'_>, known: &Known<'_>) -> Option<AssignmentRow> {
        let own = row.peek(assignments::employee_number);
        let job = row.code(assignments::job, &known.codes.jobs);
        let started_on = row.value(assignments::started_on);
        let ended_on = row.end(assignments::ended_on, started_on);
        let manager_number = row.text(assignments::manager_number);
        match manager_number {
            Some(manager) if Some(manager) == own => row.refuse(assignments::manager_number, "this is the employee"),
            Some(manager) if known.roster.lacks(manager) => {
                row.refuse(assignments::manager_number, format!("nobody in employees.csv is {}", shown(manager)));
            }
            _ => {}
        }
        let (site, unit) = (row.text(assignments::site), row.text(assignments::unit));
        Some(AssignmentRow {
            assignment: Assignment { job: job?, started_on: started_on?, ended_on },
            manager_number: manager_number.map(Into::into),
            site: site.map(Into::into),
            unit: unit.map(Into::into),
        })
    }

    fn write(&self, cells: &mut Cells, ladder: &Ladder) {
        cells.put(assignments::job, ladder.catalogue.job(self.assignment.job).code());
        cells.put(assignments::started_on, self.assignment.started_on);
        cells.put_some(assignments::ended_on, self.assignment.ended_on);
        cells.put_some(assignments::manager_number, self.manager_number.as_ref());
        cells.put_some(assignments::site, self.site.as_ref());
        cells.put_some(assignments::unit, self.unit.as_ref());
    }
}

impl Sheet for LeaveRow {
    const FILE: File = File::Leaves;
    const KEY: (Column, &'static str) = (leaves::started_on, "kind and started_on");
    const KEY_COLUMNS: &'static [&'static [Column]] = &[&[leaves::kind], &[leaves::started_on]];
    type Key<'a> = (&'a str, Day);
    lists!(leaves);

    fn key(&self) -> (&str, Day) {
        (&self.kind, self.leave.started_on)
    }

    fn read(row: &mut Row<'_>, _: &Known<'_>) -> Option<LeaveRow> {
        let kind = row.text(leaves::kind);
        let started_on = row.value(leaves::started_on);
        let ended_on = row.end(leaves::ended_on, started_on);
        let counts = row.choice(leaves::counts_toward_tenure, &[true, false], |yes| if yes { "true" } else { "false" });
        let counts_toward_tenure = counts.unwrap_or(true);
        Some(LeaveRow { kind: kind?.into(), leave: Leave { started_on: started_on?, ended_on, counts_toward_tenure } })
    }

    fn write(&self, cells: &mut Cells, _: &Ladder) {
        cells.put(leaves::kind, &self.kind);
        cells.put(leaves::started_on, self.leave.started_on);
        cells.put_some(leaves::ended_on, self.leave.ended_on);
        cells.put(leaves::counts_toward_tenure, self.leave.counts_toward_tenure);
    }
}
