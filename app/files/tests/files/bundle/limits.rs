//! Memory stays bounded, and what is beyond the bounds is refused.

use super::{EMPLOYEES, check, folder, people, problems};

#[test]
fn a_field_of_64_kib_is_read_and_a_longer_one_refused() {
    let with =
        |length: usize| format!("employee_number,full_name,hired_on,job\n1,{},2020-01-01,csr\n", "x".repeat(length));
    assert_eq!(people(&[("employees.csv", &with(64 << 10))])[0].employee.full_name.len(), 64 << 10);
    assert_eq!(
        problems(&[("employees.csv", &with((64 << 10) + 1))]),
        ["employees.csv:2: full_name: a field has at most 64 KiB"]
    );
}

#[test]
fn a_line_over_1_mib_ends_the_reading_of_its_file_alone() {
    let line = |length: usize| format!("{}1003,{},soon,csr\n1004,Dee,soon,csr\n", EMPLOYEES, "x,".repeat(length / 2));
    let reviews = ("reviews.csv", "employee_number,reviewed_on,rating\n1005,2024-01-01,3\n1001,soon,3\n");
    let told = problems(&[("employees.csv", &line(1 << 20)), reviews]);
    assert_eq!(told.len(), 2, "{told:?}");
    assert_eq!(told[0], "employees.csv:4: a line has at most 1 MiB");
    assert!(told[1].starts_with("reviews.csv:3: reviewed_on"), "{told:?}");

    let shorter = problems(&[("employees.csv", &line((1 << 20) - 100))]);
    assert_eq!(shorter.len(), 2, "{shorter:?}");
    assert!(shorter[0].starts_with("employees.csv:4: ") && shorter[0].ends_with("fields where the header has 4"));
    assert!(shorter[1].starts_with("employees.csv:5: hired_on"));
}

#[test]
fn a_line_of_exactly_1_mib_is_read_with_either_line_break_and_a_byte_order_mark() {
    for (mark, line_break) in [("", "\n"), ("", "\r\n"), ("\u{FEFF}", "\r\n")] {
        for (excess, expected) in [(0, 0), (1, 1), (2, 1), (3, 1), (4, 1), (5, 1), (6, 1)] {
            let known = "employee_number,full_name,hired_on,job,";
            let header = format!("{known}{}", "x".repeat((64 << 10) - 1));
            // A header of commas and nameless columns, filled to the byte.
            let header = format!("{header}{}", ",".repeat((1 << 20) + excess - header.len()));
            let text = format!("{mark}{header}{line_break}");
            let told = problems(&[("employees.csv", &text)]);
            assert_eq!(told.len(), expected, "{excess} {line_break:?} {told:?}");
        }
    }
}

#[test]
fn a_quote_that_is_never_closed_is_not_read_to_the_end_of_a_large_file() {
    let text = format!("{EMPLOYEES}1003,\"Cy,2020-01-01,csr\n{}", "1004,Dee,2020-01-01,csr\n".repeat(100_000));
    let folder = folder(&[("employees.csv", &text)]);
    let refused = check(folder.path()).unwrap_err();
    assert_eq!(refused.problems[0].to_string(), "employees.csv:4: a quote is opened and not closed within 1 MiB");
    assert_eq!(refused.accounts[0].rows, 3);
}

#[test]
fn a_thousand_problems_of_a_file_are_kept_and_the_rest_counted() {
    let reviews = "1001,soon,3\n".repeat(1500);
    let metrics = "1001,csat,2024-13,3\n".repeat(10);
    let folder = folder(&[
        ("reviews.csv", &format!("employee_number,reviewed_on,rating\n{reviews}")),
        ("metrics.csv", &format!("employee_number,metric,month,value\n{metrics}")),
    ]);
    let refused = check(folder.path()).unwrap_err();
    assert_eq!((refused.problems.len(), refused.more), (1010, 500));
    assert_eq!(refused.problems[0].file, "metrics.csv");
    assert_eq!(refused.problems.last().and_then(|problem| problem.line), Some(1001));
}

#[test]
fn one_employee_with_8_mib_of_rows_is_refused_at_the_first_row_beyond() {
    use std::fmt::Write;
    let mut text = String::from("employee_number,certification,issued_on,evidence_url\n");
    let url = "x".repeat(60 << 10);
    for day in 1..=28 {
        for month in 1..=6 {
            writeln!(text, "1001,first-aid,2024-{month:02}-{day:02},{url}").unwrap();
        }
    }
    assert_eq!(
        problems(&[("certifications.csv", &text)]),
        ["certifications.csv:138: more rows than one employee may have (8 MiB in all files)"]
    );
}

#[test]
fn progress_is_told_file_by_file() {
    let folder = folder(&[("reviews.csv", "employee_number,reviewed_on,rating\n1001,2024-01-01,3\n")]);
    let mut steps = Vec::new();
    let checked = files::Bundle::open(folder.path()).unwrap();
    checked.check(&super::ladder(), &mut |step| steps.push((step.file.to_owned(), step.rows))).unwrap();
    let expected =
        [("employees.csv", 2), ("reviews.csv", 1), ("people", 2)].map(|(file, rows)| (file.to_owned(), rows));
    assert_eq!(steps, expected);
}
