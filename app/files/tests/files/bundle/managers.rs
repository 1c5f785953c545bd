//! The reporting line.

use super::{check, folder, problems, told};

fn employees(rows: &[(&str, &str)]) -> String {
    let rows: String = rows.iter().map(|(number, manager)| format!("{number},N,2020-01-01,csr,{manager}\n")).collect();
    format!("employee_number,full_name,hired_on,job,manager_number\n{rows}")
}

#[test]
fn a_manager_may_come_later_in_the_file_or_be_nobody() {
    assert!(problems(&[("employees.csv", &employees(&[("1", "2"), ("2", "3"), ("3", ""), ("4", "3")]))]).is_empty());
}

#[test]
fn an_unknown_manager_is_refused() {
    assert_eq!(
        problems(&[("employees.csv", &employees(&[("1", "7"), ("2", "1")]))]),
        ["employees.csv:2: manager_number: nobody in employees.csv is \"7\""]
    );
}

#[test]
fn nobody_is_their_own_manager() {
    assert_eq!(
        problems(&[("employees.csv", &employees(&[("1", "1"), ("2", "1")]))]),
        ["employees.csv:2: manager_number: this is the employee: leave it empty where there is no manager"]
    );
}

#[test]
fn everybody_who_stands_in_a_loop_is_named_and_nobody_else() {
    let told = problems(&[(
        "employees.csv",
        &employees(&[("0", "1"), ("1", "2"), ("2", "3"), ("3", "1"), ("4", "5"), ("5", "4"), ("6", "")]),
    )]);
    let of = |line: u32, manager: u32| {
        format!(
            "employees.csv:{line}: manager_number: \"{manager}\" reports, perhaps over others, to this employee: a loop"
        )
    };
    assert_eq!(told, [of(3, 2), of(4, 3), of(5, 1), of(6, 5), of(7, 4)]);
}

#[test]
fn a_refused_row_still_says_who_the_manager_is() {
    let text =
        employees(&[("1", "2"), ("2", "1"), ("3", "9")]).replace("1,N,2020", "1,N,soon").replace("3,N,2020", "3,,2020");
    let told = problems(&[("employees.csv", &text)]);
    assert_eq!(
        told,
        [
            "employees.csv:2: hired_on: a date is written YYYY-MM-DD and must exist in the calendar, not \"soon-01-01\"",
            "employees.csv:2: manager_number: this manager reports, perhaps over others, to this employee: a loop",
            "employees.csv:3: manager_number: \"1\" reports, perhaps over others, to this employee: a loop",
            "employees.csv:4: full_name: a value is required",
            "employees.csv:4: manager_number: nobody in employees.csv is this manager",
        ]
    );
}

#[test]
fn the_manager_of_an_assignment_is_somebody_else_who_is_known() {
    let with = |manager: &str| {
        problems(&[(
            "assignments.csv",
            &format!("employee_number,job,started_on,manager_number\n1001,csr,2020-01-01,{manager}\n"),
        )])
    };
    assert!(with("1002").is_empty());
    assert_eq!(with("1003"), ["assignments.csv:2: manager_number: nobody in employees.csv is \"1003\""]);
    assert_eq!(with("1001"), ["assignments.csv:2: manager_number: this is the employee"]);
}

#[test]
fn a_chain_of_a_million_managers_is_judged_in_linear_time() {
    use std::fmt::Write;
    let mut text = String::from("employee_number,full_name,hired_on,job,manager_number\n");
    for number in 1..1_000_000 {
        writeln!(text, "{number},N,2020-01-01,csr,{}", number + 1).unwrap();
    }
    let sound = folder(&[("employees.csv", &format!("{text}1000000,N,2020-01-01,csr,\n"))]);
    assert!(told(check(sound.path())).is_empty());
    let loops = folder(&[("employees.csv", &format!("{text}1000000,N,2020-01-01,csr,1\n"))]);
    let refused = check(loops.path()).unwrap_err();
    assert_eq!(refused.problems.len() as u64 + refused.more, 1_000_000);
}
