//! Rows that contradict each other, across files.

use super::{EMPLOYEES, people, problems};

#[test]
fn an_employee_who_is_not_in_employees_csv_is_refused() {
    assert_eq!(
        problems(&[("reviews.csv", "employee_number,reviewed_on,rating\n1001,2024-01-01,3\n1003,2024-01-01,3\n")]),
        ["reviews.csv:3: employee_number: nobody in employees.csv is \"1003\""]
    );
}

#[test]
fn a_refused_employee_row_makes_no_other_row_unknown() {
    let employees =
        format!("{EMPLOYEES}1003,Cy,soon,csr\n1004,Dee\n1005,\"Eve\" x,2020-01-01,csr\n1006,F\0y,2020-01-01,csr\n");
    let reviews: String = (1001..=1006).map(|number| format!("{number},2024-01-01,3\n")).collect();
    let told = problems(&[
        ("employees.csv", &employees),
        ("reviews.csv", &format!("employee_number,reviewed_on,rating\n{reviews}")),
    ]);
    assert_eq!(told.len(), 4);
    assert!(told.iter().all(|told| told.starts_with("employees.csv:")), "{told:?}");
}

#[test]
fn a_file_of_employees_that_breaks_off_makes_nobody_unknown() {
    let told = problems(&[
        ("employees.csv", &format!("{EMPLOYEES}1003,\"Cy,2020-01-01,csr\n1004,Dee,2020-01-01,csr\n")),
        ("reviews.csv", "employee_number,reviewed_on,rating\n1004,2024-01-01,3\n"),
    ]);
    assert_eq!(told, ["employees.csv:4: a quote is opened and not closed"]);
}

#[test]
fn rows_come_in_any_order_and_leave_by_person() {
    let read = people(&[
        (
            "reviews.csv",
            "employee_number,reviewed_on,rating\n1002,2024-02-01,1\n1001,2024-03-01,2\n1002,2024-01-01,3\n",
        ),
        ("conduct.csv", "employee_number,kind,issued_on\n1002,warning,2024-01-01\n"),
    ]);
    assert_eq!(read[0].employee.employee_number, "1001");
    assert_eq!(read[0].reviews.len(), 1);
    assert_eq!(read[1].employee.employee_number, "1002");
    let days: Vec<_> = read[1].reviews.iter().map(|review| review.reviewed_on.to_string()).collect();
    assert_eq!(days, ["2024-02-01", "2024-01-01"], "in the order of the file");
    assert_eq!((read[0].conduct.len(), read[1].conduct.len()), (0, 1));
}

#[test]
fn overlapping_employments_are_refused() {
    let with = |rows: &str| problems(&[("employments.csv", &format!("employee_number,hired_on,left_on\n{rows}"))]);
    assert_eq!(
        with("1001,2020-01-01,\n1001,2018-01-01,2020-01-01\n"),
        ["employments.csv:2: hired_on: this employment overlaps the one on line 3"]
    );
    assert_eq!(
        with("1001,2010-01-01,2019-12-31\n1001,2011-01-01,2011-02-01\n1001,2012-01-01,2012-02-01\n1001,2020-01-01,\n"),
        [
            "employments.csv:3: hired_on: this employment overlaps the one on line 2",
            "employments.csv:4: hired_on: this employment overlaps the one on line 2",
        ]
    );
    assert!(with("1001,2018-01-01,2019-12-31\n1001,2020-01-01,\n").is_empty());
}

#[test]
fn overlapping_assignments_are_refused() {
    let with =
        |rows: &str| problems(&[("assignments.csv", &format!("employee_number,job,started_on,ended_on\n{rows}"))]);
    assert_eq!(
        with("1001,team-lead,2020-01-01,\n1001,csr,2021-01-01,\n"),
        ["assignments.csv:3: started_on: this assignment overlaps the one on line 2"]
    );
    assert_eq!(
        with("1001,team-lead,2020-01-01,2020-12-31\n1001,csr,2020-01-01,\n"),
        ["assignments.csv:3: started_on: this assignment overlaps the one on line 2"]
    );
    assert!(with("1001,team-lead,2020-01-01,2020-12-31\n1001,csr,2021-01-01,\n").is_empty());
}

#[test]
fn an_assignment_may_reach_outside_employment() {
    assert!(
        problems(&[("assignments.csv", "employee_number,job,started_on,ended_on\n1001,csr,2010-01-01,2030-01-01\n")])
            .is_empty()
    );
}

#[test]
fn the_job_must_be_that_of_the_open_or_last_assignment() {
    let with =
        |rows: &str| problems(&[("assignments.csv", &format!("employee_number,job,started_on,ended_on\n{rows}"))]);
    assert_eq!(
        with("1001,csr,2020-01-01,2020-12-31\n1001,team-lead,2021-01-01,\n"),
        ["employees.csv:2: job: the open or last assignment, assignments.csv line 3, says \"team-lead\""]
    );
    assert_eq!(with("1001,team-lead,2021-01-01,2022-01-01\n1001,csr,2020-01-01,2020-12-31\n").len(), 1);
    assert!(with("1001,csr,2021-01-01,2022-01-01\n1001,team-lead,2020-01-01,2020-12-31\n").is_empty());
}

#[test]
fn the_latest_employment_must_agree_with_employees_csv() {
    let employees = "employee_number,full_name,job,hired_on,left_on,employment,work_mode\n1,Asha,csr,2020-01-01,2021-01-01,gig,remote\n";
    let with = |rows: &str| {
        let employments = format!("employee_number,hired_on,left_on,employment,work_mode\n{rows}");
        problems(&[("employees.csv", employees), ("employments.csv", &employments)])
    };
    let says = |column: &str, said: &str| {
        format!(
            "employments.csv:2: {column}: the latest employment must agree with employees.csv, line 2, which says {said}"
        )
    };
    assert_eq!(with("1,2020-01-02,2021-01-01,gig,remote\n"), [says("hired_on", "2020-01-01")]);
    assert_eq!(with("1,2020-01-01,2021-01-02,gig,remote\n"), [says("left_on", "2021-01-01")]);
    assert_eq!(with("1,2020-01-01,,gig,remote\n"), [says("left_on", "2021-01-01")]);
    assert_eq!(with("1,2020-01-01,2021-01-01,full_time,remote\n"), [says("employment", "gig")]);
    assert_eq!(with("1,2020-01-01,2021-01-01,gig,on_site\n"), [says("work_mode", "remote")]);
    assert!(with("1,2020-01-01,2021-01-01,gig,\n1,2015-01-01,2016-01-01,full_time,on_site\n").is_empty());
}

#[test]
fn a_refused_row_of_the_history_is_not_taken_for_a_missing_one() {
    let told = problems(&[
        ("employments.csv", "employee_number,hired_on,left_on\n1001,2015-01-01,2016-01-01\n1001,2020-01-01,never\n"),
        (
            "assignments.csv",
            "employee_number,job,started_on,ended_on\n1001,team-lead,2015-01-01,2016-01-01\n1001,csr,2020-01-01,x\n",
        ),
    ]);
    assert_eq!(told.len(), 2);
    assert!(
        told[0].starts_with("employments.csv:3: left_on: a date")
            && told[1].starts_with("assignments.csv:3: ended_on: a date")
    );
}
