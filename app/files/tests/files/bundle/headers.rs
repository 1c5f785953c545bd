//! The header row.

use super::{EMPLOYEES, check, folder, problems};

#[test]
fn a_missing_column_is_refused_with_the_name_that_may_be_meant() {
    assert_eq!(
        problems(&[("employees.csv", "employee_number,full_name,Hired On,position\n1,Asha,2020-01-01,csr\n")]),
        [
            "employees.csv:1: hired_on: this column is missing; is it the one called \"Hired On\"?",
            "employees.csv:1: job: this column is missing",
        ]
    );
}

#[test]
fn a_column_that_is_there_twice_is_refused() {
    assert_eq!(
        problems(&[("employees.csv", "employee_number,full_name,hired_on,job,email,email,Note,Note\n")]),
        [
            "employees.csv:1: email: this column is there twice: keep one",
            "employees.csv:1: Note: this column is there twice: keep one",
        ]
    );
}

#[test]
fn unknown_columns_are_reported_and_ignored() {
    let folder = folder(&[("reviews.csv", "rating,Reviewer,employee_number,reviewed_on,,\n4,x,1001,2024-01-01,,\n")]);
    let checked = check(folder.path()).unwrap();
    let ignored: Vec<_> = checked.accounts().iter().map(|file| (file.name, file.rows, file.ignored.clone())).collect();
    let reviewer = ["Reviewer", "", ""].map(str::to_owned).to_vec();
    assert_eq!(ignored, [("employees.csv", 2, vec![]), ("reviews.csv", 1, reviewer)]);
}

#[test]
fn an_empty_file_is_refused_and_one_with_a_header_alone_is_not() {
    assert_eq!(problems(&[("reviews.csv", "")]), ["reviews.csv: it is empty: the first line names the columns"]);
    assert_eq!(
        problems(&[("reviews.csv", "\u{FEFF}\r\n\r\n")]),
        ["reviews.csv: it is empty: the first line names the columns"]
    );
    assert!(problems(&[("reviews.csv", "employee_number,reviewed_on,rating\n")]).is_empty());
    assert!(problems(&[("employees.csv", "employee_number,full_name,hired_on,job\n")]).is_empty());
}

#[test]
fn a_header_of_which_nothing_can_be_told_is_refused_with_its_reason() {
    assert_eq!(
        problems(&[("reviews.csv", "employee_number,\"reviewed_on,rating\n1001,2024-01-01,3\n")]),
        ["reviews.csv:1: a quote is opened and not closed"]
    );
    assert_eq!(
        problems(&[("reviews.csv", "employee_number,reviewed\0on,rating\n1001,2024-01-01,3\n")]),
        ["reviews.csv:1: column 2: a control character (U+0000): take it out"]
    );
}

#[test]
fn a_wrong_delimiter_shows_as_missing_columns() {
    assert_eq!(problems(&[("employees.csv", &EMPLOYEES.replace(',', ";"))]).len(), 4);
}

#[test]
fn an_unsound_header_of_the_employees_makes_nobody_unknown() {
    let employees = EMPLOYEES.replace("full_name", "name");
    let reviews = "employee_number,reviewed_on,rating\n1001,2024-01-01,3\n9999,2024-01-01,high\n";
    assert_eq!(
        problems(&[("employees.csv", &employees), ("reviews.csv", reviews)]),
        [
            "employees.csv:1: full_name: this column is missing; is it the one called \"name\"?",
            "reviews.csv:3: rating: a number is written with digits, a point and at most 4 decimals, as in 91.5, not \"high\"",
        ]
    );
}
