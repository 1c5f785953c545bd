//! Ends and starts within a row.

use super::problems;

#[test]
fn an_end_before_its_start_is_refused() {
    let cases = [
        ("employees.csv", "full_name,job,hired_on,left_on", "Asha,csr,2024-01-02", "left_on"),
        ("employments.csv", "hired_on,left_on", "2024-01-02", "left_on"),
        ("assignments.csv", "job,started_on,ended_on", "csr,2024-01-02", "ended_on"),
        ("leaves.csv", "kind,started_on,ended_on", "study,2024-01-02", "ended_on"),
        ("certifications.csv", "certification,issued_on,expires_on", "first-aid,2024-01-02", "expires_on"),
        (
            "certifications.csv",
            "certification,status,issued_on,revoked_on",
            "first-aid,revoked,2024-01-02",
            "revoked_on",
        ),
        ("languages.csv", "language,level,assessed_on,expires_on", "hi,B2,2024-01-02", "expires_on"),
        ("conduct.csv", "kind,issued_on,closed_on", "warning,2024-01-02", "closed_on"),
        ("waivers.csv", "track,criterion,from_on,until_on", "csr-to-team-lead,time,2024-01-02", "until_on"),
    ];
    for (file, header, row, column) in cases {
        let with_end = |end: &str| problems(&[(file, &format!("employee_number,{header}\n1001,{row},{end}\n"))]);
        let told = format!("{file}:2: {column}: 2024-01-01 is before the start, 2024-01-02");
        assert!(with_end("2024-01-01").contains(&told), "{file}: {:?}", with_end("2024-01-01"));
        let same_day = with_end("2024-01-02");
        assert!(!same_day.iter().any(|told| told.contains("before")), "{file}: {same_day:?}");
    }
}

#[test]
fn a_job_starts_between_the_first_day_and_the_last() {
    let with_start = |start: &str| {
        let text = format!(
            "employee_number,full_name,job,hired_on,left_on,job_started_on\n1,Asha,csr,2024-01-10,2024-02-10,{start}\n"
        );
        problems(&[("employees.csv", &text)])
    };
    assert_eq!(
        with_start("2024-01-09"),
        ["employees.csv:2: job_started_on: 2024-01-09 is before the start, 2024-01-10"]
    );
    assert_eq!(with_start("2024-02-11"), ["employees.csv:2: job_started_on: 2024-02-11 is after left_on, 2024-02-10"]);
    assert!(with_start("2024-01-10").is_empty());
    assert!(with_start("2024-02-10").is_empty());
}
