//! Things that may be there once.

use super::{EMPLOYEES, problems};

#[test]
fn an_employee_number_twice_is_refused_with_the_line_of_the_first() {
    assert_eq!(
        problems(&[(
            "employees.csv",
            &format!("{EMPLOYEES}1001,Asha again,2020-01-01,csr\n1001,And again,2020-01-01,csr\n")
        )]),
        [
            "employees.csv:4: employee_number: this employee number is already on line 2",
            "employees.csv:5: employee_number: this employee number is already on line 2",
        ]
    );
}

#[test]
fn a_natural_key_twice_is_refused_in_every_file() {
    let cases = [
        ("employments.csv", "hired_on,left_on", "hired_on", ["2020-01-01,", "2020-01-01,"]),
        ("assignments.csv", "job,started_on,ended_on", "started_on", ["csr,2020-01-01,2020-02-01", "csr,2020-01-01,"]),
        ("leaves.csv", "kind,started_on", "started_on", ["study,2024-01-01", "study,2024-01-01"]),
        (
            "certifications.csv",
            "certification,issued_on,status",
            "issued_on",
            ["first-aid,2024-01-01,", "first-aid,2024-01-01,claimed"],
        ),
        ("languages.csv", "language,level,assessed_on", "assessed_on", ["pt-BR,B2,2024-01-01", "PT-br,C1,2024-01-01"]),
        (
            "trainings.csv",
            "course,status,completed_on,planned_on",
            "course",
            ["bar-raiser,completed,2024-01-01,", "bar-raiser,enrolled,,2024-01-01"],
        ),
        ("metrics.csv", "metric,month,value", "month", ["csat,2024-01,90", "csat,2024-01,91"]),
        ("reviews.csv", "reviewed_on,rating", "reviewed_on", ["2024-01-01,3", "2024-01-01,3"]),
        (
            "skills.csv",
            "skill,level,assessed_on,assessor",
            "assessed_on",
            ["coaching,3,2024-01-01,", "coaching,4,2024-01-01,manager"],
        ),
        ("activities.csv", "activity,occurred_on,count", "occurred_on", ["audit,2024-01-01,1", "audit,2024-01-01,2"]),
        ("conduct.csv", "kind,issued_on", "issued_on", ["warning,2024-01-01", "warning,2024-01-01"]),
        (
            "waivers.csv",
            "track,criterion,from_on,until_on",
            "from_on",
            ["csr-to-team-lead,time,2024-01-01,2024-02-01", "csr-to-team-lead,time,2024-01-01,2024-03-01"],
        ),
    ];
    for (file, header, column, [first, second]) in cases {
        let told =
            problems(&[(file, &format!("employee_number,{header}\n1002,{first}\n1001,{first}\n1001,{second}\n"))]);
        let told: Vec<_> = told.iter().filter(|told| told.contains("already")).collect();
        assert_eq!(told.len(), 1, "{file}: {told:?}");
        assert!(told[0].starts_with(&format!("{file}:4: {column}: ")), "{}", told[0]);
        assert!(told[0].ends_with("of this employee are already on line 3"), "{}", told[0]);
    }
}

#[test]
fn keys_that_differ_in_one_part_are_two() {
    let told = problems(&[
        (
            "metrics.csv",
            "employee_number,metric,month,value\n1001,csat,2024-02,1\n1001,csat,2024-01,1\n1001,quality,2024-01,1\n",
        ),
        (
            "skills.csv",
            "employee_number,skill,level,assessed_on,assessor\n1001,coaching,3,2024-01-01,peer\n1001,coaching,3,2024-01-01,self\n",
        ),
        (
            "trainings.csv",
            "employee_number,course,status,planned_on\n1001,bar-raiser,withdrawn,\n1001,bar-raiser,enrolled,2024-01-01\n",
        ),
        (
            "languages.csv",
            "employee_number,language,level,assessed_on\n1001,pt-BR,B2,2024-01-01\n1001,pt,B2,2024-01-01\n",
        ),
    ]);
    assert!(told.is_empty(), "{told:?}");
}
