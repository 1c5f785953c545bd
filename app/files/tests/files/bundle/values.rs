//! Values that a column cannot have.

use super::{people, problems};

/// The one problem of a file with this header and one row.
fn refusal(file: &str, header: &str, row: &str) -> String {
    let told = problems(&[(file, &format!("{header}\n{row}\n"))]);
    assert_eq!(told.len(), 1, "{told:?}");
    told[0].clone()
}

/// The one problem of an employee with this value in this column.
fn refusal_of_employee(column: &str, value: &str) -> String {
    let columns = ["employee_number", "full_name", "hired_on", "job"];
    let values = ["1", "Asha", "2020-01-01", "csr"];
    match columns.iter().position(|known| *known == column) {
        Some(at) => {
            let mut values = values;
            values[at] = value;
            refusal("employees.csv", &columns.join(","), &values.join(","))
        }
        None => refusal(
            "employees.csv",
            &format!("{},{column}", columns.join(",")),
            &format!("{},{value}", values.join(",")),
        ),
    }
}

#[test]
fn an_empty_required_field_is_refused() {
    for column in ["employee_number", "full_name", "hired_on", "job"] {
        assert_eq!(refusal_of_employee(column, ""), format!("employees.csv:2: {column}: a value is required"));
        assert_eq!(refusal_of_employee(column, "  "), format!("employees.csv:2: {column}: a value is required"));
    }
}

#[test]
fn every_required_column_of_every_file_needs_a_value() {
    for file in files::BUNDLE_FILES {
        let header: Vec<_> = file.columns.iter().map(|column| column.name).collect();
        let told = problems(&[(file.name, &format!("{}\n{}\n", header.join(","), ",".repeat(header.len() - 1)))]);
        for column in file.columns.iter().filter(|column| column.required) {
            let expected = format!("{}:2: {}: a value is required", file.name, column.name);
            assert!(told.contains(&expected), "{expected} is not among {told:?}");
        }
        assert_eq!(told.len(), file.columns.iter().filter(|column| column.required).count(), "{told:?}");
    }
}

#[test]
fn an_impossible_date_is_refused() {
    for date in [
        "2023-02-29",
        "2023-13-01",
        "2023-00-10",
        "0000-01-01",
        "23-01-01",
        "2023-1-1",
        "01.02.2023",
        "2023-01-01T00:00",
    ] {
        assert_eq!(
            refusal_of_employee("hired_on", date),
            format!(
                "employees.csv:2: hired_on: a date is written YYYY-MM-DD and must exist in the calendar, not \"{date}\""
            )
        );
    }
    assert!(refusal_of_employee("service_date", "x").starts_with("employees.csv:2: service_date: a date is written"));
}

#[test]
fn an_impossible_month_is_refused() {
    for month in ["2023-13", "2023-00", "2023-1", "2023", "2023-01-01"] {
        assert_eq!(
            refusal("metrics.csv", "employee_number,metric,month,value", &format!("1001,csat,{month},90")),
            format!("metrics.csv:2: month: a month is written YYYY-MM, not \"{month}\"")
        );
    }
}

#[test]
fn a_number_is_a_finite_decimal() {
    for number in ["NaN", "inf", "1e3", "1,5", "1.23456", "+1", ".5", "5.", "0x10", "1_000", "--1", "٣"] {
        let row = format!("1001,csat,2024-01,\"{number}\"");
        assert_eq!(
            refusal("metrics.csv", "employee_number,metric,month,value", &row),
            format!(
                "metrics.csv:2: value: a number is written with digits, a point and at most 4 decimals, as in 91.5, not \"{number}\""
            )
        );
    }
    let long = "1".repeat(15);
    assert_eq!(
        refusal("reviews.csv", "employee_number,reviewed_on,rating", &format!("1001,2024-01-01,{long}")),
        format!("reviews.csv:2: rating: a number has at most 14 digits before the point, not \"{long}\"")
    );
    let score = refusal(
        "trainings.csv",
        "employee_number,course,status,completed_on,score",
        "1001,bar-raiser,completed,2024-01-01,A",
    );
    assert!(score.starts_with("trainings.csv:2: score: a number is written"), "{score}");
}

#[test]
fn a_count_and_a_sample_are_whole_and_not_negative() {
    for number in ["-1", "1.0", "1.5", "+2", "4294967296", "many"] {
        assert_eq!(
            refusal(
                "activities.csv",
                "employee_number,activity,occurred_on,count",
                &format!("1001,audit,2024-01-01,{number}")
            ),
            format!("activities.csv:2: count: a whole number from 0 to 4294967295 is needed, not \"{number}\"")
        );
        assert_eq!(
            refusal(
                "metrics.csv",
                "employee_number,metric,month,value,sample",
                &format!("1001,csat,2024-01,90,{number}")
            ),
            format!("metrics.csv:2: sample: a whole number from 0 to 4294967295 is needed, not \"{number}\"")
        );
    }
}

#[test]
fn an_impossible_level_is_refused() {
    for level in ["0", "6", "3.5", "high"] {
        assert_eq!(
            refusal(
                "skills.csv",
                "employee_number,skill,level,assessed_on",
                &format!("1001,coaching,{level},2024-01-01")
            ),
            format!("skills.csv:2: level: a whole number from 1 to 5 is needed, not \"{level}\"")
        );
    }
    assert_eq!(
        refusal("languages.csv", "employee_number,language,level,assessed_on", "1001,hi,b2,2024-01-01"),
        "languages.csv:2: level: one of A1, A2, B1, B2, C1, C2, native is needed, not \"b2\""
    );
}

#[test]
fn an_impossible_choice_is_refused_with_all_that_there_are() {
    assert_eq!(
        refusal_of_employee("work_mode", "home"),
        "employees.csv:2: work_mode: one of on_site, remote, hybrid is needed, not \"home\""
    );
    assert_eq!(
        refusal_of_employee("employment", "Full_Time"),
        "employees.csv:2: employment: one of full_time, part_time, gig is needed, not \"Full_Time\""
    );
    assert_eq!(
        refusal("employments.csv", "employee_number,hired_on,employment,work_mode", "1001,2020-01-01,temp,remote"),
        "employments.csv:2: employment: one of full_time, part_time, gig is needed, not \"temp\""
    );
    assert_eq!(
        refusal("leaves.csv", "employee_number,kind,started_on,counts_toward_tenure", "1001,study,2024-01-01,yes"),
        "leaves.csv:2: counts_toward_tenure: one of true, false is needed, not \"yes\""
    );
    assert_eq!(
        refusal(
            "certifications.csv",
            "employee_number,certification,issued_on,status",
            "1001,first-aid,2024-01-01,valid"
        ),
        "certifications.csv:2: status: one of verified, claimed, revoked is needed, not \"valid\""
    );
    assert_eq!(
        refusal("languages.csv", "employee_number,language,level,assessed_on,status", "1001,hi,B2,2024-01-01,revoked"),
        "languages.csv:2: status: one of verified, claimed is needed, not \"revoked\""
    );
    assert_eq!(
        refusal("trainings.csv", "employee_number,course,status", "1001,bar-raiser,done"),
        "trainings.csv:2: status: one of completed, enrolled, withdrawn is needed, not \"done\""
    );
    assert_eq!(
        refusal("skills.csv", "employee_number,skill,level,assessed_on,assessor", "1001,coaching,3,2024-01-01,boss"),
        "skills.csv:2: assessor: one of manager, peer, self is needed, not \"boss\""
    );
}

#[test]
fn a_code_that_the_ladder_does_not_define_is_refused_with_the_nearest() {
    assert_eq!(
        refusal_of_employee("job", "team_lead"),
        "employees.csv:2: job: the ladder knows no job \"team_lead\"; did you mean \"team-lead\"?"
    );
    assert_eq!(refusal_of_employee("job", "cfo!!!!!!"), "employees.csv:2: job: the ladder knows no job \"cfo!!!!!!\"");
    let cases = [
        ("assignments.csv", "job", "started_on", "csr2,2020-01-01", "job \"csr2\"; did you mean \"csr\"?"),
        (
            "certifications.csv",
            "certification",
            "issued_on",
            "first_aid,2024-01-01",
            "certification \"first_aid\"; did you mean \"first-aid\"?",
        ),
        (
            "trainings.csv",
            "course",
            "status",
            "barraiser,withdrawn",
            "course \"barraiser\"; did you mean \"bar-raiser\"?",
        ),
        ("metrics.csv", "metric", "month,value", "CSAT,2024-01,9", "metric \"CSAT\""),
        (
            "skills.csv",
            "skill",
            "level,assessed_on",
            "coach,3,2024-01-01",
            "skill \"coach\"; did you mean \"coaching\"?",
        ),
        (
            "activities.csv",
            "activity",
            "occurred_on",
            "audits,2024-01-01",
            "activity \"audits\"; did you mean \"audit\"?",
        ),
        (
            "waivers.csv",
            "track",
            "criterion,from_on,until_on",
            "csr-to-lead,time,2024-01-01,2024-02-01",
            "track \"csr-to-lead\"; did you mean \"csr-to-team-lead\"?",
        ),
    ];
    for (file, column, others, row, told) in cases {
        assert_eq!(
            refusal(file, &format!("employee_number,{column},{others}"), &format!("1001,{row}")),
            format!("{file}:2: {column}: the ladder knows no {told}")
        );
    }
}

#[test]
fn of_equally_near_codes_the_first_by_name_is_meant_every_time() {
    for _ in 0..20 {
        assert_eq!(
            refusal("metrics.csv", "employee_number,metric,month,value", "1001,csavity,2024-01,1"),
            "metrics.csv:2: metric: the ladder knows no metric \"csavity\"; did you mean \"csat\"?"
        );
    }
}

#[test]
fn a_value_of_unlikely_length_is_not_compared_with_every_code() {
    let told = refusal_of_employee("job", &format!("csr{}", "r".repeat(60_000)));
    assert_eq!(told, format!("employees.csv:2: job: the ladder knows no job \"csr{}…\"", "r".repeat(37)));
}

#[test]
fn a_waiver_names_a_criterion_by_its_written_id_in_any_version_and_at_any_depth() {
    let header = "employee_number,track,criterion,from_on,until_on";
    for written in ["time", "service", "belt"] {
        let row = format!("{header}\n1001,csr-to-team-lead,{written},2024-01-01,2024-02-01\n");
        assert!(problems(&[("waivers.csv", &row)]).is_empty());
    }
    for (unwritten, told) in [("times", "; did you mean \"time\"?"), ("0", ""), ("1.1", "")] {
        assert_eq!(
            refusal("waivers.csv", header, &format!("1001,csr-to-team-lead,{unwritten},2024-01-01,2024-02-01")),
            format!(
                "waivers.csv:2: criterion: the ladder knows no criterion of this track with the id \"{unwritten}\"{told}"
            )
        );
    }
}

#[test]
fn a_language_is_a_tag() {
    for tag in ["Hindi (India)", "h", "12", "en_US", "-en"] {
        assert_eq!(
            refusal(
                "languages.csv",
                "employee_number,language,level,assessed_on",
                &format!("1001,{tag},B2,2024-01-01")
            ),
            format!("languages.csv:2: language: a language is a BCP 47 tag, as in hi or pt-BR, not \"{tag}\"")
        );
    }
}

#[test]
fn pay_is_not_negative_a_currency_has_three_letters_and_a_birth_year_four_digits() {
    assert_eq!(refusal_of_employee("annual_pay", "-1"), "employees.csv:2: annual_pay: -1 is negative");
    assert_eq!(
        refusal_of_employee("annual_pay", "400k"),
        "employees.csv:2: annual_pay: a number is written with digits, a point and at most 4 decimals, as in 91.5, not \"400k\""
    );
    for currency in ["rs", "inr", "€", "EURO"] {
        assert_eq!(
            refusal_of_employee("currency", currency),
            "employees.csv:2: currency: a currency is three capital letters, as in EUR"
        );
    }
    for year in ["1899", "95", "19951", "199x"] {
        assert_eq!(
            refusal_of_employee("birth_year", year),
            format!("employees.csv:2: birth_year: a whole number from 1900 to 9999 is needed, not \"{year}\"")
        );
    }
}

#[test]
fn a_status_and_its_dates_go_together() {
    let trainings = "employee_number,course,status,completed_on,planned_on";
    let certifications = "employee_number,certification,issued_on,status,revoked_on";
    let cases = [
        (
            "trainings.csv",
            trainings,
            "1001,bar-raiser,completed,,",
            "completed_on: needed where the status is completed",
        ),
        ("trainings.csv", trainings, "1001,bar-raiser,enrolled,,", "planned_on: needed where the status is enrolled"),
        (
            "trainings.csv",
            trainings,
            "1001,bar-raiser,enrolled,2024-01-01,2024-01-01",
            "completed_on: must be empty where the status is enrolled",
        ),
        (
            "trainings.csv",
            trainings,
            "1001,bar-raiser,withdrawn,2024-01-01,",
            "completed_on: must be empty where the status is withdrawn",
        ),
        (
            "certifications.csv",
            certifications,
            "1001,first-aid,2024-01-01,revoked,",
            "revoked_on: a revoked certification needs the first day without it",
        ),
        (
            "certifications.csv",
            certifications,
            "1001,first-aid,2024-01-01,,2024-02-01",
            "revoked_on: only where the status is revoked",
        ),
        (
            "certifications.csv",
            certifications,
            "1001,first-aid,2024-01-01,claimed,2024-02-01",
            "revoked_on: only where the status is revoked",
        ),
    ];
    for (file, header, row, told) in cases {
        assert_eq!(refusal(file, header, row), format!("{file}:2: {told}"));
    }
}

#[test]
fn absent_values_have_their_defaults() {
    let read = people(&[
        ("leaves.csv", "employee_number,kind,started_on,counts_toward_tenure\n1001,study,2024-01-01,\n"),
        ("certifications.csv", "employee_number,certification,issued_on\n1001,first-aid,2024-01-01\n"),
        ("languages.csv", "employee_number,language,level,assessed_on\n1001,PT-br,B2,2024-01-01\n"),
        ("skills.csv", "employee_number,skill,level,assessed_on\n1001,coaching,3,2024-01-01\n"),
        ("activities.csv", "employee_number,activity,occurred_on\n1001,audit,2024-01-01\n"),
        ("employments.csv", "employee_number,hired_on\n1001,2020-01-01\n"),
        ("trainings.csv", "employee_number,course,status\n1001,bar-raiser,withdrawn\n"),
    ]);
    let asha = &read[0];
    assert!(asha.leaves[0].leave.counts_toward_tenure);
    assert_eq!(asha.credentials[0].credential.standing, rules::Standing::Verified);
    assert_eq!(asha.proficiencies[0].basis, rules::Basis::Verified);
    assert_eq!(asha.proficiencies[0].language.as_str(), "pt-BR");
    assert_eq!(asha.skills[0].assessor, rules::Assessor::Manager);
    assert_eq!(asha.activities[0].count, 1);
    assert_eq!(asha.employments[0].employment.kind, rules::EmploymentKind::FullTime);
    assert_eq!(asha.employee.employment, rules::EmploymentKind::FullTime);
    assert_eq!(asha.trainings[0].status, rules::TrainingStatus::Withdrawn(None));
    assert_eq!(asha.employee.job_started_on, None);
}

#[test]
fn all_problems_of_a_row_are_told_at_once() {
    let text = "employee_number,full_name,hired_on,job,work_mode,birth_year\n1,,soon,ceo,home,1\n";
    assert_eq!(problems(&[("employees.csv", text)]).len(), 5);
}

#[test]
fn a_long_or_odd_value_is_shown_on_one_line_and_in_part() {
    let told = refusal_of_employee("hired_on", &format!("\"a\n{}\"", "x".repeat(1000)));
    assert!(told.ends_with(&format!("not \"a\\n{}…\"", "x".repeat(38))), "{told}");
}
